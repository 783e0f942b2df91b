import { carriableText } from "../../core/assessment/text";
import { unbroken } from "../unbroken";
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
 * - a character that no font shows stands in its plain form where it has one, as m² for ㎡, else as its number, `[U+6F22]`:
 *   a box would say less, and archives forbid it.
 * The fonts' glyphs must have been learnt; what was not counts as missing.
 */
export function printable(text: string): string {
  return everyday.test(text) ? text : withGlyphs(plain(text));
}

/** A printable text with places to break where a line has no other, in addresses and in what is longer than any word, and none within a number and its unit. */
export function breakable(text: string): string {
  const said = unbroken(printable(text));
  return /\S{25}/.test(said) ? withBreaks(said) : said;
}

function plain(text: string): string {
  return carriableText(text)
    .normalize("NFC")
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

/** Signs made of others, such as those for units, as these; every one of a text, so that their glyphs can be learnt. */
export const plainForms = (text: string): string => Array.from(new Set(text.match(/[^\p{ASCII}]/gu)), plainForm).join("");

const powers: Record<string, string> = { "2": "²", "3": "³" };
const squaredUnit = /[\u3378-\u337a\u339f-\u33a6]/;

function plainForm(character: string): string {
  const form = character.normalize("NFKC");
  return squaredUnit.test(character) ? form.replace(/[23]$/, (power) => powers[power] ?? power) : form;
}

function spelt(cluster: string): string {
  const plainer = Array.from(cluster, plainForm).join("");
  return plainer !== cluster && Array.from(plainer).every(isShown) ? plainer : numbered(cluster);
}

function numbered(cluster: string): string {
  const [first = "", ...others] = cluster.replace(/[\u200b-\u200f]/g, "");
  // A mark needs the font of its letter; signs that were joined to one can stand alone.
  const alone = (character: string) => isShown(character) && !/\p{M}/u.test(character);
  return [isShown(first) ? first : numberOf(first), ...others.map((other) => (alone(other) ? other : numberOf(other)))].join("");
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
