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
