import { createHash } from "node:crypto";
import type { Plan } from "../core/plan/plan";
import type { RoadmapInput } from "../core/plan/problem";
import { openBackground } from "./background";
import type { PlanningRequest } from "./planning.worker";
import { rememberLatest } from "../http/remember-latest";

/** Works out roadmaps off the request's thread. Results are shared between callers: read them only. */
export type Planning = { plan(input: RoadmapInput): Promise<Plan>; close(): Promise<void> };

const remembered = 300;
const frontierPoints = 20;

export function openPlanning(): Planning {
  const background = openBackground<PlanningRequest, Plan>("planning", new URL("./planning.worker.ts", import.meta.url));
  const remember = rememberLatest<Plan>(remembered);
  return {
    plan: (input) => remember(cacheKey(input), () => background.run({ input, points: frontierPoints })),
    close: () => background.close(),
  };
}

function cacheKey(input: RoadmapInput): string {
  return createHash("sha256")
    .update(JSON.stringify({ ...input, weights: [...input.weights] }))
    .digest("hex");
}
