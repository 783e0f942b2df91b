import type { DimensionId } from "../vocabulary";
import type { DimensionScore } from "./dimension-score";
import { stageOf, type Stage } from "./stage";

/** Why there is no overall score. */
export type NoOverallReason = "too-few-dimensions" | "gate-dimension-missing";

/** All values 0–100. */
export type OverallScore = {
  arithmetic: number | null;
  geometric: number | null;
  lower: number | null;
  upper: number | null;
  /** The stage of the arithmetic mean. */
  stage: Stage | null;
  /** Never higher than the lowest stage among the gate dimensions. */
  securedStage: Stage | null;
  /** The gate dimensions that hold the secured stage below the average stage. */
  bottleneck: DimensionId[];
  reason: NoOverallReason | null;
};

const minimumDimensions = 6;

/** Puts the dimensions together (method, section 3), each with the weight it carries. */
export function scoreOverall(dimensions: DimensionScore[]): OverallScore {
  const applicable = dimensions.filter((dimension) => dimension.applicable > 0);
  const bounds = {
    lower: weightedMean(applicable, (dimension) => dimension.lower),
    upper: weightedMean(applicable, (dimension) => dimension.upper),
  };
  const scored = dimensions.filter((dimension) => dimension.score !== null);
  const gates = dimensions.filter((dimension) => dimension.gate);
  const reason =
    scored.length < minimumDimensions ? "too-few-dimensions"
    : gates.some((gate) => gate.score === null) ? "gate-dimension-missing"
    : null; // prettier-ignore
  const arithmetic = weightedMean(scored, (dimension) => dimension.score);
  if (reason || arithmetic === null)
    return { ...bounds, arithmetic: null, geometric: null, stage: null, securedStage: null, bottleneck: [], reason };

  const stage = stageOf(arithmetic);
  const lowestGate = Math.min(stage, ...gates.map((gate) => gate.stage as Stage)) as Stage;
  const bottleneck = lowestGate < stage ? gates.filter((gate) => gate.stage === lowestGate).map((gate) => gate.id) : [];
  return { ...bounds, arithmetic, geometric: geometricMean(scored), stage, securedStage: lowestGate, bottleneck, reason: null };
}

function weightedMean(dimensions: DimensionScore[], value: (dimension: DimensionScore) => number | null): number | null {
  let [sum, weights] = [0, 0];
  for (const dimension of dimensions) {
    sum += dimension.weight * (value(dimension) ?? 0);
    weights += dimension.weight;
  }
  return weights === 0 ? null : sum / weights;
}

/** Scores are moved to 1–100 first, because one zero would make the product zero (COINr does the same). */
function geometricMean(dimensions: DimensionScore[]): number {
  let [logarithms, weights] = [0, 0];
  for (const { weight, score } of dimensions) {
    logarithms += weight * Math.log(1 + 0.99 * (score ?? 0));
    weights += weight;
  }
  return (Math.exp(logarithms / weights) - 1) / 0.99;
}

/** Share of the applicable questions that have a level, 0–1; 0 where nothing is applicable. */
export function coverageOf(dimensions: DimensionScore[]): number {
  const count = (of: "answered" | "applicable") => dimensions.reduce((sum, dimension) => sum + dimension[of], 0);
  return count("applicable") === 0 ? 0 : count("answered") / count("applicable");
}
