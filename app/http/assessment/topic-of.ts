import { dimensionIdSchema, type DimensionId } from "../../core/vocabulary";
import { refusal } from "../request";

/** In place of a topic in an address: all that is asked, on one page. Only the quick check has so few questions. */
export const allQuestions = "questions";

/** The topic that an address names; null: all of them. @throws a refusal where there is none of that name. */
export function topicOf(name: string | undefined): DimensionId | null {
  const dimension = name === allQuestions ? null : dimensionIdSchema.safeParse(name).data;
  if (dimension === undefined) throw refusal("not-found");
  return dimension;
}
