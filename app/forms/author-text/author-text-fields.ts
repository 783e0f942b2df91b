import {
  answersTag,
  authorTextLimits,
  authorTextSchema,
  type Logo,
  type LogoFault,
  type AuthorText,
} from "../../core/assessment/author-text";
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

type WrongLogo = { fault: LogoFault };
type ReadPicture = (bytes: Uint8Array) => Promise<{ type: Logo["type"]; data: Uint8Array } | WrongLogo>;

/** What was done about the logo: one chosen, the stored one kept or removed, or a file that is none. */
export async function readLogo(form: FormData, stored: Logo | null, readPicture: ReadPicture): Promise<Logo | null | WrongLogo> {
  const file = form.get("logo");
  if (!file || typeof file === "string" || file.size === 0) return form.has("logo-remove") ? null : stored;
  if (file.size > authorTextLimits.logoBytes) return { fault: "too-large" };
  const picture = await readPicture(new Uint8Array(await file.arrayBuffer()));
  return "fault" in picture ? picture : { type: picture.type, base64: Buffer.from(picture.data).toString("base64") };
}

/** @returns the words, null where nothing was written, or the fields that are wrong, in the order of the form. */
export function toReportWords(
  { author, language, summary, comments }: WordsFields,
  logo: Logo | null | WrongLogo,
  answers: Answers,
): { words: AuthorText | null } | { wrong: WordsField[] } {
  const said = Object.entries(comments).filter(([, text]) => text.trim() !== "");
  const typed = { author, language, summary, comments: Object.fromEntries(said), answers: answersTag(answers) };
  const result = authorTextSchema.safeParse({ ...typed, logo: isFault(logo) ? null : logo });
  if (!result.success || isFault(logo)) {
    const paths = result.error?.issues.map(({ path }) => path) ?? [];
    const wrong = [...paths.map(([field, dimension]) => (field === "comments" ? `comment-${String(dimension)}` : String(field)))];
    return { wrong: [...(wrong as WordsField[]), ...(isFault(logo) ? (["logo"] as const) : [])] };
  }
  const words = result.data;
  const empty = !words.author && !words.summary && !words.logo && Object.keys(words.comments).length === 0;
  return { words: empty ? null : words };
}

export const isFault = (logo: Logo | null | WrongLogo): logo is WrongLogo => logo !== null && "fault" in logo;

const eachDimension = (text: (dimension: DimensionId) => string) =>
  Object.fromEntries(dimensionIds.map((dimension) => [dimension, text(dimension)])) as Record<DimensionId, string>;
