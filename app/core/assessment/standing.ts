import type { Questionnaire } from "../questionnaire/questionnaire";
import { isPresumed, type ScoredAssessment } from "../score/scored-items";
import { levelOf, type Level } from "./answer";

/** Where an item stands: its level, not applicable, or open. */
export type Standing = Level | "na" | "open";

/** Of every item of the questionnaire, whatever the depth: a quick check may carry answers of a full one. */
export type Standings = ReadonlyMap<string, Standing>;

export function standingsOf(questionnaire: Questionnaire, assessment: Omit<ScoredAssessment, "depth">): Standings {
  const items = questionnaire.dimensions.flatMap((dimension) => dimension.items);
  return new Map(items.map((item) => [item.id, isPresumed(item, assessment) ? 0 : levelOf(assessment.answers[item.id])]));
}
