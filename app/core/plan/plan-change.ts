import { byId } from "../entry-of";
import { daysOf } from "./days";
import type { PlannedStep } from "./steps";

/** The steps of a plan, and the ISO day on which its first quarter begins. */
type Laid = { steps: readonly Pick<PlannedStep, "id" | "start">[]; firstDay: string };

/** What becomes of a plan where another takes its place, by id; days on which a step begins, ISO. */
export type PlanChange = {
  added: { id: string; start: string }[];
  dropped: { id: string; start: string }[];
  moved: { id: string; from: string; to: string }[];
};

export function changeOf(from: Laid, to: Laid): PlanChange {
  const [old, next] = [daysIn(from), daysIn(to)];
  const only = (days: Map<string, string>, others: Map<string, string>) =>
    [...days].flatMap(([id, start]) => (others.has(id) ? [] : [{ id, start }])).sort(inTime);
  const moved = [...old].flatMap(([id, day]) => {
    const later = next.get(id);
    return later === undefined || later === day ? [] : [{ id, from: day, to: later }];
  });
  return { added: only(next, old), dropped: only(old, next), moved: moved.sort(byId) };
}

export const isUnchanged = ({ added, dropped, moved }: PlanChange): boolean => added.length + dropped.length + moved.length === 0;

const daysIn = ({ steps, firstDay }: Laid) => new Map(steps.map(({ id, start }) => [id, daysOf(firstDay, start, 1).start]));

const inTime = (a: { id: string; start: string }, b: { id: string; start: string }): number =>
  byId({ id: a.start }, { id: b.start }) || byId(a, b);
