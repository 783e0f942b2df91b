import { createHash } from "node:crypto";
import type { Assessment } from "../core/assessment/assessment";
import type { Content } from "../core/content";
import { compileModel, type UncertaintyModel } from "../core/certainty/model";
import type { Sensitivity } from "../core/certainty/sensitivity";
import type { SimulationResult } from "../core/certainty/simulate";
import type { DimensionId } from "../core/vocabulary";
import { openBackground } from "./background";
import { rememberLatest } from "../http/remember-latest";
import type { SimulationRequest } from "./simulation.worker";

type SimulatedContent = Pick<Content, "questionnaires" | "initiatives">;
type Weights = Map<DimensionId, number>;

/** Runs `core/uncertainty` off the request's thread. Results are shared between callers: read them only. */
export type Simulation = {
  /**
   * @param weights of dimensions the user has changed, by id.
   * @throws RangeError where `draws` is not a positive whole number; Error where the worker died or this was closed.
   */
  simulate(assessment: Assessment, content: SimulatedContent, draws: number, weights?: Weights): Promise<SimulationResult>;
  /** As `simulate`; null where there is no overall value. */
  sobol(assessment: Assessment, content: SimulatedContent, samples: number, weights?: Weights): Promise<Sensitivity | null>;
  /** Ends the worker; what was still under way or waiting is rejected. */
  close(): Promise<void>;
};

const remembered = 300;

/** @param script of the worker; another one in tests. */
export function openSimulation(script = new URL("./simulation.worker.ts", import.meta.url)): Simulation {
  const background = openBackground<SimulationRequest, unknown>("simulation", script);
  const simulate = rememberLatest<SimulationResult>(remembered);
  const sobol = rememberLatest<Sensitivity | null>(remembered);
  return {
    async simulate(assessment, content, draws, weights) {
      const model = compileModel(assessment, content, weights);
      return simulate(cacheKey(model, draws), () => background.run({ kind: "simulate", model, count: draws }) as Promise<SimulationResult>);
    },
    async sobol(assessment, content, samples, weights) {
      const model = compileModel(assessment, content, weights);
      return sobol(cacheKey(model, samples), () => background.run({ kind: "sobol", model, count: samples }) as Promise<Sensitivity | null>);
    },
    close: () => background.close(),
  };
}

/** The model is all that a result depends on, content and seed included, so equal keys mean equal results. */
function cacheKey(model: UncertaintyModel, count: number): string {
  return createHash("sha256")
    .update(JSON.stringify([count, model]))
    .digest("hex");
}
