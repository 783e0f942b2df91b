import { z } from "zod";

/** Longest texts a form, a file or the API may carry, in characters, counted once they are clean. */
export const textLimits = { name: 200, note: 10_000, evidence: 2_000, reason: 2_000 } as const;

/** What ends a line anywhere: Word writes a vertical tab for Shift+Enter and a form feed for a new page. */
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Word's own hyphen that does not break. The one that shows only where a line breaks, U+001F, goes with the controls. */
const wordHyphen = "\u001E";
/** Signs of the typefaces Symbol and Wingdings, which Word keeps where no other program looks for signs. */
const symbols: Record<string, string> = {
  "\uF0A7": "•", "\uF0A8": "•", "\uF0B7": "•", "\uF06C": "•", "\uF06E": "•", "\uF076": "•", "\uF0D8": "•",
  "\uF02D": "–", "\uF0E0": "→", "\uF0E8": "→", "\uF0FC": "✓", "\uF0FB": "✗",
}; // prettier-ignore
// oxlint-disable-next-line no-control-regex
const notInXml = /[\u0000-\u0008\u000E-\u001F\u007F\uFFFE\uFFFF\p{Surrogate}]/gu;

/**
 * One kind of line break, no control characters or halves of characters, bullets as bullets: what every document format
 * can carry. Spaces and hyphens stay as they are, because our own texts mean them.
 */
export function carriableText(text: string): string {
  return text
    .replace(lineBreaks, "\n")
    .replaceAll(wordHyphen, "-")
    .replace(/[\uF000-\uF0FF]/g, (sign) => symbols[sign] ?? sign)
    .replace(notInXml, "");
}

/**
 * What somebody typed or pasted, as we keep it, whichever way it came in: carriable, composed (NFC), with nothing around
 * it. Characters that only say how a line may break stand for the space or hyphen they are, or for nothing.
 */
export function cleanText(text: string): string {
  return carriableText(text)
    .replace(/[\u00A0\u2007\u202F]/g, " ")
    .replace(/\u2011/g, "-")
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, "")
    .normalize("NFC")
    .trim();
}

/** A text field of a form, a file or the API: cleaned first, then measured. */
export const freeText = (limit: number) => z.string().meta({ maxLength: limit }).transform(cleanText).pipe(z.string().max(limit));
