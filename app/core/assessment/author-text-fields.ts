import { dimensionIds, type DimensionId, type Language } from "../vocabulary";
import type { Answers } from "./answer";
import { answersTag, authorTextSchema, type AuthorText } from "./author-text";

export const commentField = (dimension: DimensionId) => `comment.${dimension}`;

/** The field that says about which answers the text was written. */
export const aboutField = "answers";

/** Field by field, for `mergeFields`; what is empty is no field, nor is the language that a page has anyway. */
export function authorTextFields(text: AuthorText | null, usual: Language): Record<string, unknown> {
  if (!text) return {};
  const { author, summary, logo, comments, language, answers } = text;
  const all = {
    ...{ author, summary, logo: logo ?? "", [aboutField]: answers, language: language === usual ? "" : language },
    ...Object.fromEntries(dimensionIds.map((id) => [commentField(id), comments[id] ?? ""])),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}

/**
 * @returns the text of all fields, or null where nothing is written.
 * @throws ZodError where a field is not as the schema has it.
 */
export function toAuthorText(fields: Record<string, unknown>, usual: Language, answers: Answers): AuthorText | null {
  const { author = "", summary = "", logo = null, language = usual, [aboutField]: about = answersTag(answers) } = fields;
  const comments = dimensionIds.flatMap((id) => (fields[commentField(id)] ? [[id, fields[commentField(id)]] as const] : []));
  if (!author && !summary && !logo && comments.length === 0) return null;
  return authorTextSchema.parse({ author, summary, logo, language, comments: Object.fromEntries(comments), answers: about });
}
