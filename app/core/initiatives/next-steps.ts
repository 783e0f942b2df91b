import { initiativeKinds, type InitiativeKind } from "./initiative";

/** A step of the plan. */
export type PossibleStep = {
  id: string;
  kind: InitiativeKind;
  /** The quarter of the plan in which it begins. */
  start: number;
  /** Whether nothing that is not done yet has to come before. */
  canBegin: boolean;
  /** Duties due now that it answers. */
  duties: readonly string[];
};

const wanted = 3;

/**
 * The three next steps (method, section 7): the first of each kind that can begin now, which is in the quarter in which the plan
 * goes on; a kind without one is filled by the next in the plan. What answers a duty goes before what does not.
 * @param steps in the order of the plan.
 */
export function nextSteps<Step extends PossibleStep>(steps: readonly Step[]): Step[] {
  const possible = steps.filter(({ canBegin }) => canBegin);
  const now = Math.min(...possible.map(({ start }) => start));
  const rank = ({ duties }: Step) => Number(duties.length === 0);
  const ready = possible.filter(({ start }) => start === now).sort((a, b) => rank(a) - rank(b));
  const firsts = initiativeKinds.flatMap((kind) => ready.find((step) => step.kind === kind) ?? []);
  const others = [...ready, ...steps].filter((step) => !firsts.includes(step));
  return [...firsts, ...new Set(others)].slice(0, wanted);
}
