import { z } from "zod";
import { logoSchema } from "../brand/brand";
import { levelOf, type Answers } from "./answer";
import { freeText } from "./text";
import { dimensionIds, languageSchema } from "../vocabulary";

/** Longest texts, in characters. A summary fits two pages. */
export const authorTextLimits = { author: 200, summary: 6_000, comment: 3_000, logoBytes: 2_000_000 } as const;

export type Logo = z.infer<typeof logoSchema>;

/** Why a file is no logo: of no known kind, broken or cut off, of more pixels or bytes than anybody needs. */
const logoFaultSchema = z.enum(["unknown-kind", "unreadable", "too-many-pixels", "too-large"]);
export type LogoFault = z.infer<typeof logoFaultSchema>;

/**
 * What people write into a report: plain text, in which an empty line begins a paragraph and a dash at the beginning of a
 * line makes it an entry of a list. Nothing else has a meaning.
 */
export const authorTextSchema = z.strictObject({
  /** Who answers for the report. */
  author: freeText(authorTextLimits.author),
  language: languageSchema,
  summary: freeText(authorTextLimits.summary),
  comments: z.partialRecord(z.enum(dimensionIds), freeText(authorTextLimits.comment)),
  logo: logoSchema.nullable(),
  /** Mark of the answers that the words were written about. */
  answers: z.string(),
});
export type AuthorText = z.infer<typeof authorTextSchema>;

/** A mark of all levels, so that words written about other answers are noticed. */
export function answersTag(answers: Answers): string {
  return Object.keys(answers)
    .sort()
    .map((item) => `${item}:${levelOf(answers[item])}`)
    .join(" ");
}

/** A paragraph, or the entries of a list. */
export type TextPart = { kind: "paragraph"; text: string } | { kind: "list"; entries: string[] };

const dash = /^\s*[-–•*] +/;

/** The parts of a text as people write it. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let open: TextPart | null = null;
  for (const line of text.split("\n")) {
    if (line.trim() === "") open = null;
    else if (dash.test(line)) {
      if (open?.kind !== "list") parts.push((open = { kind: "list", entries: [] }));
      open.entries.push(line.replace(dash, ""));
    } else if (open?.kind === "paragraph") open.text += `\n${line}`;
    else parts.push((open = { kind: "paragraph", text: line }));
  }
  return parts;
}
