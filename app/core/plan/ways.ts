import type { ScoredItem } from "../score/scored-items";
import { overallPoints } from "./levels";
import type { PlannedStep } from "./steps";

export const ways = ["nothing", "duties", "all"] as const;

/** One way to decide about a plan. Score 0–100 with open items at level 0; euros once and a year, person-days once. */
export type Way = {
  id: (typeof ways)[number];
  /** How many steps of the plan it takes. */
  steps: number;
  score: number;
  costEuro: number;
  yearlyEuro: number;
  personDays: number;
};

/**
 * What can be decided about a plan: nothing of it, only what the duties due now ask for with what that needs, or all.
 * @param steps of the plan, in its order.
 */
export function waysOf(items: readonly ScoredItem[], steps: readonly PlannedStep[]): Way[] {
  const chosen = { nothing: [], duties: dutiesWithNeeds(steps), all: steps } satisfies Record<Way["id"], readonly PlannedStep[]>;
  return ways.map((id) => ({ id, ...totalOf(items, chosen[id]) }));
}

function dutiesWithNeeds(steps: readonly PlannedStep[]): readonly PlannedStep[] {
  const wanted = new Set(steps.filter(({ duties }) => duties.length > 0).map(({ id }) => id));
  // A step is needed only by later ones: going backwards finds what is needed for what is needed.
  for (const { id, prerequisiteFor } of steps.toReversed()) if (prerequisiteFor.some((other) => wanted.has(other))) wanted.add(id);
  return steps.filter(({ id }) => wanted.has(id));
}

function totalOf(items: readonly ScoredItem[], steps: readonly PlannedStep[]): Omit<Way, "id"> {
  const sum = (of: (step: PlannedStep) => number) => steps.reduce((total, step) => total + of(step), 0);
  const targets = steps.flatMap(({ lifts }) => lifts);
  const levels = items.map(({ id, level }) => Math.max(level ?? 0, ...targets.filter(({ item }) => item === id).map(({ to }) => to)));
  return {
    steps: steps.length,
    score: overallPoints(items, levels),
    costEuro: sum((step) => step.costEuro),
    yearlyEuro: sum((step) => step.yearlyEuro),
    personDays: sum((step) => step.personDays),
  };
}
