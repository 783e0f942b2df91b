import type { Questionnaire } from "../questionnaire/questionnaire";
import type { DimensionId } from "../vocabulary";
import { scoreDimensions, type DimensionScore } from "./dimension-score";
import { scoreOverall, type OverallScore } from "./overall-score";
import { scoredItems, type ScoredAssessment, type ScoredItem } from "./scored-items";

export type Score = { items: ScoredItem[]; dimensions: DimensionScore[]; overall: OverallScore };

/**
 * The value of an assessment from its items up (method, section 3).
 * @param weights of dimensions the user has changed, by id; the others keep the model's.
 */
export function scoreOf(
  questionnaire: Questionnaire,
  assessment: ScoredAssessment,
  weights: ReadonlyMap<DimensionId, number> = new Map(),
): Score {
  const items = scoredItems(questionnaire, assessment, weights);
  const dimensions = scoreDimensions(questionnaire, assessment.depth, items, weights);
  return { items, dimensions, overall: scoreOverall(items, dimensions, assessment.depth) };
}
