import { choose, type Choice } from "./choose";
import { gainOf, levelsAfter, overallPoints } from "./levels";
import type { Place } from "./option";
import { planProblem, unlimited, type PlanInput } from "./problem";
import type { Aim, Row } from "./program";
import { isMore, same } from "./same";
import type { PlanLimits } from "./settings";
import { candidatesIn, type Effort, type Solver } from "./solve";

/** What a budget in euros can buy: a score of 0–100, or null where it does not pay for what must be in. */
export type FrontierPoint = { budgetEuro: number; score: number | null };

/** Why more money brings nothing more in the end. */
export type Binding = "days" | "quarters" | "nothing";

/** What finding the end may spend, and all points before it together. */
export type FrontierEffort = { end: Effort; points: Effort };

export type Frontier = { points: FrontierPoint[]; binds: Binding };

const mostPoints = 12;
/** Work that each point may do at least, so that what the first ones need leaves the last ones something. */
const leastWork = 400;

/** So many proven values make a curve; the others are then not shown. */
const enoughPoints = 4;

/**
 * The best reachable score at evenly rising budgets in whole euros, from nothing to where more money brings nothing;
 * all else as the limits say. A single point where that costs nothing. The score never falls: what a budget can buy,
 * a larger one can. Budgets at which the search stopped early are left out where enough others remain.
 * @param plan a layout within the limits: what its money buys, more money buys too.
 */
export function frontierOf(input: PlanInput, limits: PlanLimits, plan: readonly Place[], solver: Solver, effort: FrontierEffort): Frontier {
  const learnt: Row[] = [];
  const best = (budgetEuro: number, aims: readonly Aim[], own: Effort): Choice => {
    return choose(planProblem(input, { ...limits, budgetEuro }), aims, solver, own, isWithin(budgetEuro, plan) ? plan : null, learnt);
  };
  const richest = best(Infinity, ["delay", "gain", "cost"], effort.end);
  const dearest = richest.places ?? plan;
  const end = Math.ceil(costOf(dearest) - same);
  const steps = Array.from({ length: mostPoints }, (_, index) => Math.ceil((end * index) / (mostPoints - 1)));
  const budgets = [...new Set(steps)];
  const bought = buyFromTheTop(budgets, richest, (budgetEuro, left) => {
    const own = { ...effort.points, work: Math.max(leastWork, effort.points.work / left) };
    effort.points.work -= own.work;
    const choice = best(budgetEuro, ["delay", "gain"], own);
    effort.points.work += own.work;
    return choice;
  });
  return { points: pointsOf(input, bought, plan), binds: bindingOf(input, limits, gainOf(input.items, candidatesIn(dearest))) };
}

type Bought = { budgetEuro: number; choice: Choice };

/** What the largest budget buys is often affordable for the next ones too, and then nothing buys more. */
function buyFromTheTop(budgets: readonly number[], richest: Choice, buy: (budgetEuro: number, left: number) => Choice): Bought[] {
  let last = richest;
  const bought = budgets.toReversed().map((budgetEuro, index): Bought => {
    if (!last.places || !isWithin(budgetEuro, last.places)) last = buy(budgetEuro, budgets.length - index);
    return { budgetEuro, choice: last };
  });
  return bought.reverse();
}

function pointsOf({ items }: PlanInput, bought: readonly Bought[], plan: readonly Place[]): FrontierPoint[] {
  const today = overallPoints(items, levelsAfter(items, []));
  let best: number | null = null;
  const points = bought.map(({ budgetEuro, choice }, index) => {
    // More money may let a duty begin earlier at the expense of the rise; the plan at hand can still be had.
    for (const places of [choice.places, isWithin(budgetEuro, plan) ? plan : null])
      if (places) best = Math.max(best ?? 0, today + gainOf(items, candidatesIn(places)));
    return { budgetEuro, score: best, isProven: choice.gap === 0 || index === 0 || index === bought.length - 1 };
  });
  const proven = points.filter(({ isProven }) => isProven);
  const isCurve = proven.filter(({ score }) => score !== null).length >= enoughPoints;
  return (isCurve ? proven : points).map(({ budgetEuro, score }) => ({ budgetEuro, score }));
}

/** What would have to give way before more could be reached: the person-days, or else the horizon. */
function bindingOf(input: PlanInput, limits: PlanLimits, gain: number): Binding {
  const isBetter = (quarters: number): boolean => {
    const { items, candidates } = planProblem(input, { ...limits, ...unlimited, quarters });
    return isMore(gainOf(items, candidates), gain);
  };
  if (isBetter(limits.quarters)) return "days";
  return isBetter(Infinity) ? "quarters" : "nothing";
}

const isWithin = (budgetEuro: number, places: readonly Place[]): boolean => !isMore(costOf(places), budgetEuro);

function costOf(places: readonly Place[]): number {
  return candidatesIn(places).reduce((sum, { costEuro }) => sum + costEuro, 0);
}
