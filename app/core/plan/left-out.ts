import { gainOf, isReady } from "./levels";
import type { InitiativeOption } from "./option";
import type { LeftOutReason, PlanProblem } from "./problem";
import { same } from "./solve";

/** An initiative that is not in the roadmap, and the first thing that keeps it out. */
export type LeftOut = { id: string; reason: LeftOutReason };

/** Everything of the track that was not chosen, by id. */
export function leftOut(problem: PlanProblem, chosen: InitiativeOption[]): LeftOut[] {
  const reasons = new Map(problem.unavailable);
  for (const candidate of problem.candidates)
    if (!chosen.includes(candidate)) reasons.set(candidate.id, reasonOf(candidate, problem, chosen));
  return [...reasons].map(([id, reason]) => ({ id, reason })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What would happen if it and all that it requires were added. */
function reasonOf(candidate: InitiativeOption, problem: PlanProblem, chosen: InitiativeOption[]): LeftOutReason {
  const { items, candidates, budgetEuro, personDaysPerQuarter, quarters } = problem;
  const added = new Set<InitiativeOption>();
  const add = (one: InitiativeOption | undefined): void => {
    if (!one || added.has(one) || chosen.includes(one)) return;
    added.add(one);
    for (const id of one.requires) add(candidates.find((other) => other.id === id));
  };
  add(candidate);
  const all = [...chosen, ...added];
  const total = (of: (one: InitiativeOption) => number) => all.reduce((sum, one) => sum + of(one), 0);
  if (gainOf(items, all) <= gainOf(items, chosen) + same) return "not-worth-it";
  if (
    ![...added].every((one) =>
      isReady(
        one,
        items,
        all.filter((other) => other !== one),
      ),
    )
  )
    return "stage-missing";
  if (total(({ costEuro }) => costEuro) > budgetEuro + same) return "over-budget";
  if (total(({ personDays }) => personDays) > personDaysPerQuarter * quarters + same) return "over-capacity";
  return "does-not-fit";
}
