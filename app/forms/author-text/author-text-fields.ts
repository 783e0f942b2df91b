import { answersTag, authorTextLimits, authorTextSchema, type Logo, type AuthorText } from "../../core/assessment/author-text";
import type { Answers } from "../../core/assessment/answer";
import { dimensionIds, type DimensionId, type Language } from "../../core/vocabulary";
import { textOf } from "../text-of";

/** What the form of one's own words holds, as typed. */
export type WordsFields = { author: string; language: string; summary: string; comments: Record<DimensionId, string>; hasLogo: boolean };
export type WordsField = "author" | "language" | "summary" | "logo" | CommentField;
export type CommentField = `comment-${DimensionId}`;

export const commentField = (dimension: DimensionId): CommentField => `comment-${dimension}`;

export function toWordsFields(words: AuthorText | null, language: Language): WordsFields {
  return {
    author: words?.author ?? "",
    language: words?.language ?? language,
    summary: words?.summary ?? "",
    comments: eachDimension((dimension) => words?.comments[dimension] ?? ""),
    hasLogo: Boolean(words?.logo),
  };
}

export function readWordsFields(form: FormData, stored: AuthorText | null): WordsFields {
  const comments = eachDimension((dimension) => textOf(form, commentField(dimension)));
  const text = (name: "author" | "language" | "summary") => textOf(form, name);
  return { author: text("author"), language: text("language"), summary: text("summary"), comments, hasLogo: Boolean(stored?.logo) };
}

/** What was done about the logo: one chosen, the stored one kept or removed, or a file that is none. */
export async function readLogo(form: FormData, stored: Logo | null): Promise<Logo | null | "wrong"> {
  const file = form.get("logo");
  if (file && typeof file !== "string" && file.size > 0) {
    if (file.size > authorTextLimits.logoBytes) return "wrong";
    const bytes = Buffer.from(await file.arrayBuffer());
    const type = pictureType(bytes);
    return type ? { type, base64: bytes.toString("base64") } : "wrong";
  }
  return form.has("logo-remove") ? null : stored;
}

/** What the file is by its first bytes; what it is called does not count. */
function pictureType(bytes: Buffer): Logo["type"] | null {
  if (bytes.subarray(0, 8).toString("hex") === "89504e470d0a1a0a") return "png";
  return bytes.subarray(0, 3).toString("hex") === "ffd8ff" ? "jpeg" : null;
}

/** @returns the words, null where nothing was written, or the fields that are wrong, in the order of the form. */
export function toReportWords(
  { author, language, summary, comments }: WordsFields,
  logo: Logo | null | "wrong",
  answers: Answers,
): { words: AuthorText | null } | { wrong: WordsField[] } {
  const said = Object.entries(comments).filter(([, text]) => text.trim() !== "");
  const typed = { author, language, summary, comments: Object.fromEntries(said), answers: answersTag(answers) };
  const result = authorTextSchema.safeParse({ ...typed, logo: logo === "wrong" ? null : logo });
  if (!result.success || logo === "wrong") {
    const paths = result.error?.issues.map(({ path }) => path) ?? [];
    const wrong = [...paths.map(([field, dimension]) => (field === "comments" ? `comment-${String(dimension)}` : String(field)))];
    return { wrong: [...(wrong as WordsField[]), ...(logo === "wrong" ? (["logo"] as const) : [])] };
  }
  const words = result.data;
  const empty = !words.author && !words.summary && !words.logo && Object.keys(words.comments).length === 0;
  return { words: empty ? null : words };
}

const eachDimension = (text: (dimension: DimensionId) => string) =>
  Object.fromEntries(dimensionIds.map((dimension) => [dimension, text(dimension)])) as Record<DimensionId, string>;
