import type { DimensionId } from "../vocabulary";
import { leftOut, type LeftOut } from "./left-out";
import { dimensionPoints, gainOf, levelsAfter, overallPoints } from "./levels";
import type { RoadmapItem } from "./option";
import { roadmapProblem, type LeftOutReason, type PlanProblem, type RoadmapInput } from "./problem";
import { daysIn, programOf, type Aim } from "./program";
import { candidatesIn, endOf, layOut, compactSchedule, type Place } from "./schedule";
import { solve, type Limits, type Solver } from "./solve";

/** An initiative of the roadmap. Quarters count from 0. */
export type PlannedInitiative = {
  id: string;
  start: number;
  quarters: number;
  costEuro: number;
  personDays: number;
  /** What it adds to those finished before it; all of them together are the gain of the roadmap. */
  gain: number;
  lifts: { item: string; from: number; to: number }[];
};

/** Scores 0–100 with open items at level 0, before and after (method, section 7). */
export type BeforeAfter = { before: number; after: number };

export type Roadmap = {
  status: "planned";
  /** In the order in which they are finished. */
  chosen: PlannedInitiative[];
  /** Rise of the overall score, in points of 0–100. */
  gain: number;
  /** So many points more another roadmap might gain; 0: it is proven that none does. */
  gap: number;
  overall: BeforeAfter;
  dimensions: (BeforeAfter & { id: DimensionId })[];
  costEuro: number;
  personDays: number;
  /** One for each quarter of the horizon: what runs in it, and the person-days that takes. */
  quarters: { initiatives: string[]; personDays: number }[];
  leftOut: LeftOut[];
};

/** Why no roadmap keeps what the user has set. */
export type NoRoadmap =
  /** These cannot be in, whatever else is. */
  | { status: "impossible"; reason: "pinned-unavailable"; pinned: { id: string; reason: LeftOutReason | "unknown" }[] }
  /** Those pinned and what they require cost, or take, more than there is: this much, in euros or person-days of the whole horizon. */
  | { status: "impossible"; reason: "over-budget" | "over-capacity"; needed: number }
  /** Those pinned cannot be laid out within the horizon. */
  | { status: "impossible"; reason: "does-not-fit" }
  /** The solver has reached its limits before it found any. */
  | { status: "out-of-time" };

/** Among the choices that gain most the cheapest; and the one with the least effort, which leaves the layout more room. */
const cheapest: Aim[] = ["gain", "cost", "effort", "rank"];
const leanest: Aim[] = ["gain", "effort", "cost", "rank"];

/**
 * The roadmap (method, section 7): which initiatives raise the overall score most within budget and capacity, and in
 * which quarters. In two steps. First the best choice, as if all person-days were there at once: proven best, and of
 * the best ones the cheapest. If it can be laid out by quarter, no roadmap is better. If the heuristic for that finds
 * no place for everything, choice and layout are solved as one program; what that finds is again proven best, unless
 * the limits end the search, and then `gap` says how much better another might be.
 *
 * Pure: the same arguments give the same roadmap, in whatever order the catalogue comes.
 */
export function roadmap(input: RoadmapInput, solver: Solver, limits: Limits): Roadmap | NoRoadmap {
  const problem = roadmapProblem(input);
  const { candidates, unavailable, pinned } = problem;
  const missing = pinned.filter((id) => !candidates.some((candidate) => candidate.id === id));
  if (missing.length > 0) {
    const reasons = missing.map((id) => ({ id, reason: unavailable.get(id) ?? ("unknown" as const) }));
    return { status: "impossible", reason: "pinned-unavailable", pinned: reasons };
  }

  const program = programOf(problem, "whole");
  const choice = solve(problem, program, cheapest, solver, limits);
  if (choice.status === "infeasible") return whatPinnedNeed(problem, solver, limits);
  if (choice.status === "out-of-time") return choice;
  let layout = layOut(problem, candidatesIn(choice.slots));
  if (layout.missing.length > 0) {
    const lean = solve(problem, program, leanest, solver, limits);
    if (lean.status === "chosen") layout = layOut(problem, candidatesIn(lean.slots));
  }
  if (layout.missing.length === 0) return toPlan(problem, layout.places, choice.bound);

  const start = layout.missing.some(({ id }) => pinned.includes(id)) ? undefined : layout.places;
  const known = { start, bound: choice.bound };
  const plan = solve(problem, programOf(problem, "by-quarter"), ["gain"], solver, limits, known);
  if (plan.status === "infeasible") return { status: "impossible", reason: "does-not-fit" };
  if (plan.status === "chosen") {
    // The solver cares for the gain alone; where the same choice can be laid out with duties first, that is better.
    const dutiesFirst = layOut(problem, candidatesIn(plan.slots));
    return toPlan(problem, compactSchedule(problem, dutiesFirst.missing.length === 0 ? dutiesFirst.places : plan.slots), plan.bound);
  }
  return start ? toPlan(problem, start, choice.bound) : plan;
}

/** How much the pinned initiatives need at the least. */
function whatPinnedNeed(problem: PlanProblem, solver: Solver, limits: Limits): NoRoadmap {
  const { personDaysPerQuarter, quarters } = problem;
  const least = (aim: "cost" | "effort", changed: PlanProblem): number | undefined => {
    const program = programOf(changed, "whole");
    const solution = solve(changed, program, [aim], solver, limits);
    if (solution.status !== "chosen") return undefined;
    return solution.slots.reduce((sum, { candidate }) => sum + (aim === "cost" ? candidate.costEuro : candidate.personDays), 0);
  };
  const unlimited = { ...problem, budgetEuro: Infinity };
  const personDays = least("effort", { ...unlimited, personDaysPerQuarter: Infinity });
  if (personDays === undefined) return { status: "out-of-time" };
  if (personDays > personDaysPerQuarter * quarters) return { status: "impossible", reason: "over-capacity", needed: personDays };
  const costEuro = least("cost", unlimited);
  return costEuro === undefined ? { status: "out-of-time" } : { status: "impossible", reason: "over-budget", needed: costEuro };
}

function toPlan(problem: PlanProblem, places: Place[], bound: number): Roadmap {
  const { items, quarters } = problem;
  const planned = [...places].sort((a, b) => endOf(a) - endOf(b) || a.start - b.start || (a.candidate.id < b.candidate.id ? -1 : 1));
  const chosen = candidatesIn(planned);
  const gain = gainOf(items, chosen);
  const [before, after] = [levelsAfter(items, []), levelsAfter(items, chosen)];
  const sum = (of: (place: Place) => number) => planned.reduce((total, place) => total + of(place), 0);
  return {
    status: "planned",
    chosen: planned.map((place, index) => plannedInitiative(items, place, planned.slice(0, index))),
    gain,
    gap: Math.max(0, bound - gain),
    overall: { before: overallPoints(items, before), after: overallPoints(items, after) },
    dimensions: [...new Set(items.map(({ dimension }) => dimension))].map((id) => ({
      id,
      before: dimensionPoints(items, id, before),
      after: dimensionPoints(items, id, after),
    })),
    costEuro: sum(({ candidate }) => candidate.costEuro),
    personDays: sum(({ candidate }) => candidate.personDays),
    quarters: Array.from({ length: quarters }, (_, quarter) => ({
      initiatives: planned.filter((place) => place.start <= quarter && quarter < endOf(place)).map(({ candidate }) => candidate.id),
      personDays: sum((place) => daysIn(place, quarter)),
    })),
    leftOut: leftOut(problem, chosen),
  };
}

function plannedInitiative(items: RoadmapItem[], { candidate, start }: Place, finished: Place[]): PlannedInitiative {
  const { id, quarters, costEuro, personDays } = candidate;
  const before = candidatesIn(finished);
  const levels = levelsAfter(items, before);
  const lifts = candidate.lifts
    .map(({ item, level }) => ({ item, from: levels.get(item) ?? level, to: level }))
    .filter(({ from, to }) => to > from);
  return { id, start, quarters, costEuro, personDays, gain: gainOf(items, [...before, candidate]) - gainOf(items, before), lifts };
}
