import { nextQuarter } from "./days";
import { causesOf, type KeptPlan, type PlanBasis, type PlanCause } from "./kept-plan";
import { keptPlanFor, planFor, type PlanInput, type PlanResult } from "./plan";
import { changeOf, type PlanChange } from "./plan-change";
import type { PlanLimits } from "./settings";
import type { Solver } from "./solve";

/** What somebody has set, kept and done, and from when a plan without a kept one counts. */
export type PlanChoice = {
  /** What somebody has set; null: a suggestion is made. */
  limits: PlanLimits | null;
  /** The plan that somebody has taken, as it was solved; null: none, and every report solves it anew. */
  kept: KeptPlan | null;
  /** Initiatives that are marked as done. */
  done: string[];
  /** And as begun: a new plan goes on with them as long as they help and the limits leave room. */
  begun: string[];
  /** ISO date on which the first quarter begins. */
  firstDay: string;
};

/** What would be solved today instead of the kept plan. `change`: null where the limits allow none. */
export type PlanOffer = { causes: PlanCause[]; plan: PlanResult; firstDay: string; change: PlanChange | null };

/** The one plan behind every step, table and calendar, and what is offered beside it. */
export type CurrentPlan = PlanResult & {
  firstDay: string;
  /** The ISO day on which it was taken and where it was to lead then; null: it was solved just now. */
  kept: Pick<KeptPlan, "on" | "score"> | null;
  offer: PlanOffer | null;
};

/**
 * The plan that was taken, otherwise the one for the limits, otherwise the suggested one (method, section 7). Where
 * answers, profile, duties or limits are no longer as they were when it was taken, a new one is offered beside it.
 * @param date ISO date of the report: a new plan begins with the quarter after it.
 */
export function currentPlan(
  input: Omit<PlanInput, keyof PlanChoice>,
  { kept, ...choice }: PlanChoice,
  basis: PlanBasis,
  date: string,
  solver: Solver,
  secondsLeft?: () => number,
): CurrentPlan {
  const { limits, firstDay } = choice;
  if (!kept || !limits) return { ...planFor({ ...input, ...choice }, solver, secondsLeft), ...{ firstDay, kept: null, offer: null } };
  const causes = causesOf(kept, basis, limits);
  const days = { kept: nextQuarter(kept.on), offer: nextQuarter(date) };
  const plan = keptPlanFor({ ...input, ...choice, firstDay: days.kept }, kept);
  const told = { firstDay: days.kept, kept: { on: kept.on, score: kept.score } };
  if (causes.length === 0) return { ...plan, ...told, offer: null };
  const next = planFor({ ...input, ...choice, firstDay: days.offer }, solver, secondsLeft);
  const laid = (steps: typeof plan.steps, day: string) => ({ steps, firstDay: day });
  const change = next.status === "planned" ? changeOf(laid(plan.steps, days.kept), laid(next.steps, days.offer)) : null;
  return { ...plan, ...told, offer: { causes, plan: next, firstDay: days.offer, change } };
}
