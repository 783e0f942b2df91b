import { parentPort } from "node:worker_threads";
import highs from "highs";
import { plan } from "../core/plan/plan";
import type { RoadmapInput } from "../core/plan/problem";

export type PlanningRequest = { input: RoadmapInput; points: number };

const solver = highs();

parentPort?.on(
  "message",
  ({ input, points }: PlanningRequest) => void solver.then((ready) => parentPort?.postMessage(plan(input, points, ready))),
);
