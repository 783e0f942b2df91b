import { createHash } from "node:crypto";
import type { Assessment } from "../core/assessment/assessment";
import type { Content } from "../core/content";
import { compileModel, type UncertaintyModel } from "../core/certainty/model";
import type { Sensitivity } from "../core/certainty/sensitivity";
import type { SimulationResult } from "../core/certainty/simulate";
import type { DimensionId } from "../core/vocabulary";
import type { Pool } from "./pool";
import { rememberLatest } from "./remember-latest";
import type { Jobs } from "./worker";

type SimulatedContent = Pick<Content, "questionnaires" | "initiatives">;
type Weights = Map<DimensionId, number>;

/** Runs `core/certainty` outside the process that answers requests. Results are shared between callers: read them only. */
export type Simulation = {
  /**
   * @param weights of dimensions the user has changed, by id.
   * @param signal aborted when the caller no longer waits.
   * @throws RangeError where `draws` is not a positive whole number; what `Pool.run` throws.
   */
  simulate(
    assessment: Assessment,
    content: SimulatedContent,
    draws: number,
    weights?: Weights,
    signal?: AbortSignal,
  ): Promise<SimulationResult>;
  /** As `simulate`; null where there is no overall value. */
  sobol(
    assessment: Assessment,
    content: SimulatedContent,
    samples: number,
    weights?: Weights,
    signal?: AbortSignal,
  ): Promise<Sensitivity | null>;
};

const remembered = 300;

export function openSimulation(pool: Pick<Pool<Jobs>, "run">): Simulation {
  const simulate = rememberLatest<SimulationResult>(remembered);
  const sobol = rememberLatest<Sensitivity | null>(remembered);
  return {
    async simulate(assessment, content, count, weights, signal) {
      const model = compileModel(assessment, content, weights);
      return simulate(cacheKey(model, count), (ended) => pool.run("simulate", { model, count }, ended), signal);
    },
    async sobol(assessment, content, count, weights, signal) {
      const model = compileModel(assessment, content, weights);
      return sobol(cacheKey(model, count), (ended) => pool.run("sobol", { model, count }, ended), signal);
    },
  };
}

/** The model is all that a result depends on, content and seed included, so equal keys mean equal results. */
function cacheKey(model: UncertaintyModel, count: number): string {
  return createHash("sha256")
    .update(JSON.stringify([count, model]))
    .digest("hex");
}
