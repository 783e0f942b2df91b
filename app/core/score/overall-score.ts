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
  const bounds = { lower: arithmeticMean(valuesOf(dimensions, "lower")), upper: arithmeticMean(valuesOf(dimensions, "upper")) };
  const scored = valuesOf(dimensions, "score");
  const gates = dimensions.filter((dimension) => dimension.gate);
  const reason =
    scored.length < minimumDimensions ? "too-few-dimensions"
    : gates.some((gate) => gate.score === null) ? "gate-dimension-missing"
    : null; // prettier-ignore
  const arithmetic = arithmeticMean(scored);
  if (reason || arithmetic === null)
    return { ...bounds, arithmetic: null, geometric: null, stage: null, securedStage: null, bottleneck: [], reason };

  const stage = stageOf(arithmetic);
  const lowestGate = Math.min(stage, ...gates.map((gate) => gate.stage as Stage)) as Stage;
  const bottleneck = lowestGate < stage ? gates.filter((gate) => gate.stage === lowestGate).map((gate) => gate.id) : [];
  return {
    ...bounds,
    arithmetic,
    geometric: Math.min(arithmetic, geometricMean(scored)),
    stage,
    securedStage: lowestGate,
    bottleneck,
    reason: null,
  };
}

type Weighted = { value: number; weight: number };

/** A missing value is left out, not taken as zero. */
function valuesOf(dimensions: DimensionScore[], key: "score" | "lower" | "upper"): Weighted[] {
  return dimensions.flatMap(({ weight, [key]: value }) => (value === null ? [] : [{ value, weight }]));
}

/** @returns null where nothing has any weight. */
function arithmeticMean(values: Weighted[]): number | null {
  let [sum, weights] = [0, 0];
  for (const { value, weight } of values) {
    sum += weight * value;
    weights += weight;
  }
  return weights === 0 ? null : sum / weights;
}

/**
 * Scores are moved to 1–100 first, because one zero would make the product zero (COINr does the same). Rounding may carry
 * it over the arithmetic mean, which no geometric mean exceeds.
 */
function geometricMean(values: Weighted[]): number {
  let [logarithms, weights] = [0, 0];
  for (const { value, weight } of values) {
    logarithms += weight * Math.log(1 + 0.99 * value);
    weights += weight;
  }
  return (Math.exp(logarithms / weights) - 1) / 0.99;
}

/** Share of the applicable questions that have a level, 0–1; 0 where nothing is applicable. */
export function coverageOf(dimensions: DimensionScore[]): number {
  const count = (of: "answered" | "applicable") => dimensions.reduce((sum, dimension) => sum + dimension[of], 0);
  return count("applicable") === 0 ? 0 : count("answered") / count("applicable");
}
