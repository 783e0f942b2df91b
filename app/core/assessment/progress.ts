import { askedItems, type Questionnaire } from "../questionnaire/questionnaire";
import { isPresumed, type ScoredAssessment } from "../score/scored-items";
import type { DimensionId } from "../vocabulary";
import { isAnswered } from "./answer";

/** How far a dimension is answered; "don't know" and "does not apply" are answers too. */
export type Progress = { dimension: DimensionId; answered: number; asked: number };

/** What nobody needs to be asked counts as answered: where no AI is in use, its use stands at level 0. */
export function progressOf(questionnaire: Questionnaire, assessment: ScoredAssessment): Progress[] {
  return questionnaire.dimensions.map((dimension) => {
    const items = askedItems(dimension, assessment.depth);
    const answered = items.filter((item) => isAnswered(assessment.answers[item.id]) || isPresumed(item, assessment));
    return { dimension: dimension.id, asked: items.length, answered: answered.length };
  });
}

export function totalOf(progress: Progress[]): { answered: number; asked: number } {
  const sum = (of: "answered" | "asked") => progress.reduce((total, dimension) => total + dimension[of], 0);
  return { answered: sum("answered"), asked: sum("asked") };
}
