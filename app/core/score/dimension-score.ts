import { askedItems, type Questionnaire } from "../questionnaire/questionnaire";
import type { Depth, DimensionId } from "../vocabulary";
import type { ScoredItem } from "./scored-items";
import { stageOf, type Stage } from "./stage";
import { isPrinted, valueOf, type NoScoreReason } from "./value";

/** All values 0–100 except coverage (0–1); counts are questions. */
export type DimensionScore = {
  id: DimensionId;
  gate: boolean;
  weight: number;
  /** What is printed as a number; null where it is not, see `reason`. */
  score: number | null;
  /** What is in place by the answers given; null where nothing applies. */
  lower: number | null;
  /** The same if every open answer were at the top. */
  upper: number | null;
  coverage: number | null;
  stage: Stage | null;
  reason: NoScoreReason | null;
  asked: number;
  applicable: number;
  answered: number;
};

/**
 * The dimensions of a questionnaire in its order (method, section 3). The quick check asks one item of each, which
 * carries no value of a dimension.
 * @param items see `scoredItems`.
 */
export function scoreDimensions(
  questionnaire: Questionnaire,
  depth: Depth,
  items: ScoredItem[],
  weights: ReadonlyMap<DimensionId, number>,
): DimensionScore[] {
  return questionnaire.dimensions.map((dimension) => {
    const own = items.filter((item) => item.dimension === dimension.id);
    const value = valueOf(own);
    const printed = value !== null && isPrinted(value);
    const score = printed && depth === "full" ? value.lower : null;
    return {
      id: dimension.id,
      gate: dimension.gate,
      weight: weights.get(dimension.id) ?? dimension.weight,
      score,
      lower: value?.lower ?? null,
      upper: value?.upper ?? null,
      coverage: value?.coverage ?? null,
      stage: score === null ? null : stageOf(score),
      reason: value === null ? "not-applicable" : printed ? null : "too-open",
      asked: askedItems(dimension, depth).length,
      applicable: own.length,
      answered: own.filter(({ level }) => level !== null).length,
    };
  });
}
