import { parentPort } from "node:worker_threads";
import highs from "highs";
import { frontier, type FrontierPoint } from "../core/roadmap/frontier";
import type { RoadmapInput } from "../core/roadmap/problem";
import { roadmap, type NoRoadmap, type Roadmap } from "../core/roadmap/roadmap";
import type { Limits } from "../core/roadmap/solve";

export type PlanningRequest = { input: RoadmapInput; points: number };
export type Plan = { roadmap: Roadmap | NoRoadmap; frontier: FrontierPoint[] };

/** The nodes decide, the same on every machine; the seconds only keep a page from waiting for ever. */
const limits: Limits = { seconds: 10, nodes: 20_000 };

const solver = highs();

parentPort?.on("message", (request: PlanningRequest) => void plan(request).then((result) => parentPort?.postMessage(result)));

async function plan({ input, points }: PlanningRequest): Promise<Plan> {
  const ready = await solver;
  return { roadmap: roadmap(input, ready, limits), frontier: frontier(input, ready, limits, points) };
}
