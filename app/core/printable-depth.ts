import type { Questionnaire } from "./questionnaire/questionnaire";
import { scoreDimensions } from "./score/dimension-score";
import { scoreOverall } from "./score/overall-score";
import { scoredItems, type ScoredAssessment } from "./score/scored-items";
import type { Depth } from "./vocabulary";

/**
 * How deep a report can go: whoever goes on from the quick check to all questions keeps its result until enough of them are
 * answered for the full one (method, section 4: coverage).
 */
export function printableDepth(questionnaire: Questionnaire, assessment: ScoredAssessment): Depth {
  const hasScore = (depth: Depth) => {
    const items = scoredItems(questionnaire, { ...assessment, depth });
    return scoreOverall(items, scoreDimensions(questionnaire, depth, items, new Map()), depth).score !== null;
  };
  return assessment.depth === "full" && !hasScore("full") && hasScore("quick") ? "quick" : assessment.depth;
}
