import { itemsOf, type Questionnaire } from "../questionnaire/questionnaire";
import { isPresumed, type ScoredAssessment } from "../score/scored-items";
import { levelOf, type Level } from "./answer";

/** Where an item stands: its level, not applicable, or open. */
export type Standing = Level | "na" | "open";

/** Of every item of the questionnaire, whatever the depth: a quick check may carry answers of a full one. */
export type Standings = ReadonlyMap<string, Standing>;

/** Whether an answer puts the item at this level, or it does not apply; what is open reaches nothing. */
export function isReached(standings: Standings, { item, level }: { item: string; level: number }): boolean {
  const standing = standings.get(item);
  return standing === "na" || (typeof standing === "number" && standing >= level);
}

export function standingsOf(questionnaire: Questionnaire, assessment: Omit<ScoredAssessment, "depth">): Standings {
  return new Map(itemsOf(questionnaire).map((item) => [item.id, isPresumed(item, assessment) ? 0 : levelOf(assessment.answers[item.id])]));
}
