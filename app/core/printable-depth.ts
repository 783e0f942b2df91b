import type { Questionnaire } from "./questionnaire/questionnaire";
import { scoreOf } from "./score/score";
import type { ScoredAssessment } from "./score/scored-items";
import type { Depth } from "./vocabulary";

/**
 * How deep a report can go: whoever goes on from the quick check to all questions keeps its result until enough of them are
 * answered for the full one (method, section 4: coverage).
 */
export function printableDepth(questionnaire: Questionnaire, assessment: ScoredAssessment): Depth {
  const hasScore = (depth: Depth) => scoreOf(questionnaire, { ...assessment, depth }).overall.score !== null;
  return assessment.depth === "full" && !hasScore("full") && hasScore("quick") ? "quick" : assessment.depth;
}
