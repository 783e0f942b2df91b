import { byId } from "../entry-of";
import { gainOf, isReady } from "./levels";
import type { Option } from "./option";
import type { LeftOutReason, PlanProblem } from "./problem";
import { isMore } from "./same";
import { withNeeds } from "./with-needs";

/** An initiative that is not in the plan, and the first thing that keeps it out. */
export type LeftOut = { id: string; reason: LeftOutReason };

/**
 * Everything of the track that was neither chosen nor done, by id.
 * @param ids of those chosen.
 */
export function leftOut(problem: PlanProblem, ids: readonly string[]): LeftOut[] {
  const chosen = problem.candidates.filter(({ id }) => ids.includes(id));
  const reasons = new Map(problem.unavailable);
  for (const candidate of problem.candidates) reasons.set(candidate.id, reasonOf(candidate, problem, chosen));
  // What is in a kept plan is not left out, even where it could not be chosen today.
  for (const id of ids) reasons.delete(id);
  return [...reasons].map(([id, reason]) => ({ id, reason })).sort(byId);
}

/** What would happen if it and all that it needs were added. */
function reasonOf(candidate: Option, problem: PlanProblem, chosen: readonly Option[]): LeftOutReason {
  const { items, limits } = problem;
  const added = withNeeds(candidate, problem, chosen);
  const all = [...chosen, ...added];
  const costEuro = all.reduce((sum, one) => sum + one.costEuro, 0);
  const personDays = all.reduce((sum, one) => sum + one.personDays, 0);
  if (!isMore(gainOf(items, all), gainOf(items, chosen))) return "not-worth-it";
  const others = (one: Option) => all.filter((other) => other !== one);
  if (!added.every((one) => isReady(one, items, others(one)))) return "stage-missing";
  if (isMore(costEuro, limits.budgetEuro)) return "over-budget";
  if (isMore(personDays, limits.personDaysPerQuarter * limits.quarters)) return "over-capacity";
  return "no-room";
}
