import { createHash } from "node:crypto";
import type { Plan } from "../core/plan/plan";
import type { RoadmapInput } from "../core/plan/problem";
import type { Pool } from "./pool";
import { rememberLatest } from "./remember-latest";
import type { Jobs } from "./worker";

/** Works out roadmaps outside the process that answers requests. Results are shared between callers: read them only. */
export type Planning = {
  /** @param signal aborted when the caller no longer waits. @throws what `Pool.run` throws. */
  plan(input: RoadmapInput, signal?: AbortSignal): Promise<Plan>;
};

const remembered = 300;
const frontierPoints = 20;

export function openPlanning(pool: Pick<Pool<Jobs>, "run">): Planning {
  const remember = rememberLatest<Plan>(remembered);
  return {
    plan: (input, signal) => remember(cacheKey(input), (ended) => pool.run("plan", { input, points: frontierPoints }, ended), signal),
  };
}

function cacheKey(input: RoadmapInput): string {
  return createHash("sha256")
    .update(JSON.stringify({ ...input, weights: [...input.weights] }))
    .digest("hex");
}
