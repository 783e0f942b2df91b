import { distance } from "fastest-levenshtein";

/**
 * A word as it is compared: whichever way it was typed, pasted or composed, with hyphens for spaces or the reverse.
 * "Baden‑Württemberg" in decomposed letters with a hyphen that does not break is `baden württemberg`.
 */
export const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "")
    .replace(/[’´`‘]/g, "'")
    .replace(/ß/g, "ss")
    .replace(/[\p{Pd}\u2212\s]+/gu, " ")
    .trim();

/** Part of a name that may be wrong where another one is suggested. */
const mostWrong = 0.4;

/** The right name that is least unlike this one; null where all are very unlike. @param said folded. */
export function nearestName(said: string, names: readonly string[]): string | null {
  if (said === "") return null;
  const [best] = names
    .map((name) => ({ name, wrong: distance(said, folded(name)) / Math.max(said.length, name.length) }))
    .sort((a, b) => a.wrong - b.wrong);
  return best && best.wrong <= mostWrong ? best.name : null;
}
