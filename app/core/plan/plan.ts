import { frontier, type FrontierPoint } from "./frontier";
import type { RoadmapInput } from "./problem";
import { roadmap, type NoRoadmap, type Roadmap } from "./roadmap";
import type { Limits, Solver } from "./solve";

/** The roadmap, and what other budgets would reach. */
export type Plan = { roadmap: Roadmap | NoRoadmap; frontier: FrontierPoint[] };

/** The nodes decide, the same on every machine; the seconds only keep a reader from waiting for ever. */
export const planLimits: Limits = { seconds: 60, nodes: 200 };

/** @param points of the frontier; 0 leaves it out. */
export function plan(input: RoadmapInput, points: number, solver: Solver): Plan {
  const planned = roadmap(input, solver, planLimits);
  const reachable = points === 0 ? [] : frontier(input, solver, planLimits, points);
  if (planned.status !== "planned") return { roadmap: planned, frontier: reachable };
  // The frontier is laid out quickly; the roadmap may know better, and what its money buys, more money buys too.
  const known = (point: FrontierPoint) =>
    point.budgetEuro < planned.costEuro ? point : { ...point, score: Math.max(point.score ?? 0, planned.overall.after) };
  return { roadmap: planned, frontier: reachable.map(known) };
}
