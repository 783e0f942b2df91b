import { gainOf, levelsAfter, overallPoints } from "./levels";
import type { InitiativeOption } from "./option";
import { roadmapProblem, type PlanProblem, type RoadmapInput } from "./problem";
import { programOf } from "./program";
import { candidatesIn, layOut } from "./schedule";
import { solve, type Limits, type Solver } from "./solve";

/** What a budget can buy. Scores 0–100 with open items at level 0 (method, section 7). */
export type FrontierPoint = {
  budgetEuro: number;
  /** Reached by initiatives that were laid out by quarter; null where none with all that is pinned was. */
  score: number | null;
  /** No roadmap reaches more; the best one lies between. null where the budget does not pay for what is pinned. */
  atMost: number | null;
};

/**
 * The best reachable overall score at evenly rising budgets, from nothing to the cost of every initiative that can be
 * in; all else as the user has set it. A single point where everything is free. The score never falls: what
 * a budget can buy, a larger one can.
 * @param input whose budget does not matter.
 */
export function frontier(input: RoadmapInput, solver: Solver, limits: Limits, points = 20): FrontierPoint[] {
  const problem = roadmapProblem(input);
  const { items, candidates, pinned } = problem;
  const today = overallPoints(items, levelsAfter(items, []));
  const everything = costOf(candidates);
  const budgets = everything > 0 ? Array.from({ length: points }, (_, index) => (everything * index) / (points - 1)) : [0];
  if (!pinned.every((id) => candidates.some((one) => one.id === id)))
    return budgets.map((budgetEuro) => ({ budgetEuro, score: null, atMost: null }));

  // From the largest down: what it buys is often affordable for the next ones too, and then nothing buys more.
  const bought: (Bought | null)[] = [];
  for (const budgetEuro of budgets.toReversed()) {
    const last = bought.at(-1);
    bought.push(last && last.costEuro <= budgetEuro ? last : buy({ ...problem, budgetEuro }, solver, limits));
  }
  let gain: number | null = null;
  return bought.toReversed().map((one, index) => {
    if (one && one.gain !== null) gain = Math.max(gain ?? 0, one.gain);
    return { budgetEuro: budgets[index] ?? 0, score: gain === null ? null : today + gain, atMost: one && today + one.bound };
  });
}

/** `gain` of what could be laid out; null where that leaves out something pinned. */
type Bought = { costEuro: number; gain: number | null; bound: number };

function buy(problem: PlanProblem, solver: Solver, limits: Limits): Bought | null {
  const choice = solve(problem, programOf(problem, "whole"), ["gain"], solver, limits);
  if (choice.status !== "chosen") return null;
  const chosen = candidatesIn(choice.slots);
  const { places, missing } = layOut(problem, chosen);
  const isPinnedMissing = missing.some(({ id }) => problem.pinned.includes(id));
  return { costEuro: costOf(chosen), gain: isPinnedMissing ? null : gainOf(problem.items, candidatesIn(places)), bound: choice.bound };
}

function costOf(candidates: InitiativeOption[]): number {
  return candidates.reduce((sum, { costEuro }) => sum + costEuro, 0);
}
