import { parentPort } from "node:worker_threads";
import highs from "highs";
import { frontier, type FrontierPoint } from "../core/roadmap/frontier";
import type { RoadmapInput } from "../core/roadmap/problem";
import { roadmap, type NoRoadmap, type Roadmap } from "../core/roadmap/roadmap";
import type { Limits } from "../core/roadmap/solve";

export type PlanningRequest = { input: RoadmapInput; points: number };
export type Plan = { roadmap: Roadmap | NoRoadmap; frontier: FrontierPoint[] };

/** The nodes decide, the same on every machine; the seconds only keep a page from waiting for ever. */
const limits: Limits = { seconds: 60, nodes: 200 };

const solver = highs();

parentPort?.on("message", (request: PlanningRequest) => void plan(request).then((result) => parentPort?.postMessage(result)));

async function plan({ input, points }: PlanningRequest): Promise<Plan> {
  const ready = await solver;
  const planned = roadmap(input, ready, limits);
  const reachable = frontier(input, ready, limits, points);
  if (planned.status !== "planned") return { roadmap: planned, frontier: reachable };
  // The frontier is laid out quickly; the roadmap may know better, and what its money buys, more money buys too.
  const known = (point: FrontierPoint) =>
    point.budgetEuro < planned.costEuro ? point : { ...point, score: Math.max(point.score ?? 0, planned.overall.after) };
  return { roadmap: planned, frontier: reachable.map(known) };
}
