import { hasGlyphs } from "./glyphs";

/** Where a line may break without a hyphen. Never reaches the page: the template splits the text here. */
export const breakHere = "\u200b";
const kept = /[\n\u00ad\u200b-\u200f]/;
/** Most texts: nothing but what every Western typeface has and what stands for itself. Looking closer takes a tenth of a report's time. */
const everyday = /^[\n -~\u00a0-\u00ac\u00ae-\u00ff–…„“‚‘’]*$/;
const clusters = new Intl.Segmenter("de", { granularity: "grapheme" });

/**
 * A text as the file can carry it, the same in every other respect:
 * - control characters, variants of signs and orders to write backwards are left out, tabs become spaces;
 * - a character that no font shows stands as its number, `[U+1F600]`: a box would say less, and archives forbid it.
 * The fonts' glyphs must have been learnt; what was not counts as missing.
 */
export function printable(text: string): string {
  return everyday.test(text) ? text : withGlyphs(plain(text));
}

/** A printable text with places to break where a line has no other: in addresses, and in what is longer than any word. */
export function breakable(text: string): string {
  const said = printable(text);
  return /\S{25}/.test(said) ? withBreaks(said) : said;
}

function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, (character: string) => (kept.test(character) ? character : ""));
}

/** A sign may have several characters, the first of which may be plain. */
function withGlyphs(text: string): string {
  return text.replace(/[ -~]?[^\p{ASCII}]+/gu, (part) =>
    Array.from(clusters.segment(part), ({ segment }) => (isShown(segment) ? segment : spelt(segment))).join(""),
  );
}

function isShown(cluster: string): boolean {
  return cluster === "\n" || (!/[\p{Cn}\p{Co}]/u.test(cluster) && hasGlyphs(cluster));
}

function spelt(cluster: string): string {
  const [first = "", ...others] = cluster.replace(/[\u200b-\u200f]/g, "");
  return [isShown(first) ? first : numberOf(first), ...others.map(numberOf)].join("");
}

function numberOf(character: string): string {
  return `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** Words break at their syllables and need no other place. */
function withBreaks(text: string): string {
  return text.replace(/[^\s\u00ad\u200b]{25,}/gu, (word) =>
    word
      .replace(/[._:;,?&=%#@+]+(?=.)/gsu, (signs) => signs + breakHere)
      .replace(/\p{L}{71,}|[^\s\p{L}\-/\u200b]{25,}|(?=\p{L}*\p{N})[\p{L}\p{N}]{25,}/gu, (long) =>
        (long.match(/(?:.\p{M}*){1,6}/gsu) ?? []).join(breakHere),
      ),
  );
}
