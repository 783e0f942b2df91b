import { askedItems, type Questionnaire } from "../questionnaire/questionnaire";
import type { Depth, DimensionId } from "../vocabulary";
import type { Answer, Answers } from "./answer";

/** How far a dimension is answered; "don't know" and "does not apply" are answers too. */
export type Progress = { dimension: DimensionId; answered: number; asked: number };

export function progressOf(questionnaire: Questionnaire, depth: Depth, answers: Answers): Progress[] {
  return questionnaire.dimensions.map((dimension) => {
    const items = askedItems(dimension, depth);
    return { dimension: dimension.id, asked: items.length, answered: items.filter(({ id }) => isAnswered(answers[id])).length };
  });
}

/** A note alone is no answer yet. */
export function isAnswered(answer: Answer | undefined): boolean {
  return answer !== undefined && ("level" in answer || "answer" in answer);
}

export function totalOf(progress: Progress[]): { answered: number; asked: number } {
  const sum = (of: "answered" | "asked") => progress.reduce((total, dimension) => total + dimension[of], 0);
  return { answered: sum("answered"), asked: sum("asked") };
}
