/**
 * Shortest and longest password, in characters. Twelve, whether or not a code is asked for as well: somebody who takes the second
 * factor off must not be left with eight. The longest keeps a request cheap; no one types more.
 */
export const passwordLengths = { least: 12, most: 128 } as const;

export type PasswordFault = "too-short" | "too-long" | "common" | "personal";

/** One form of what looks the same, whatever keyboard it comes from (NIST SP 800-63B, 3.1.1.2). */
export const normalisedPassword = (typed: string): string => typed.normalize("NFKC");

/**
 * Why a password is not taken; no rule asks for capitals, digits or signs.
 * @param typed as typed.
 * @param isCommon whether a word, in small letters, is on the list of passwords that people use and attackers try.
 * @param own what is known of its owner and this place: the address, the product.
 */
export function passwordFault(typed: string, isCommon: (word: string) => boolean, own: string[]): PasswordFault | null {
  const password = normalisedPassword(typed);
  const { length } = [...password];
  if (length < passwordLengths.least) return "too-short";
  if (length > passwordLengths.most) return "too-long";
  const small = password.toLowerCase();
  if (isRepetition(small) || isSequence(small) || coresOf(small).some(isCommon)) return "common";
  return own.flatMap(wordsOf).some((word) => lettersBeside(small, word) < fewestBeside) ? "personal" : null;
}

/** Characters that must be left beside a word that everybody knows of the owner. */
const fewestBeside = 8;
/** So many different characters a password has at least. */
const fewestDifferent = 5;

/** Signs that people write in place of letters. */
const instead: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" };

/** What is left of a password when what people add to make it longer is taken away: "Passw0rt2026!!" → "passwort". */
function coresOf(small: string): string[] {
  const unit = shortestUnit(small);
  const bare = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const lettered = (text: string) => text.replace(/[0134578@$!]/g, (sign) => instead[sign] ?? sign);
  const cores = [small, unit, lettered(unit), bare(unit), lettered(bare(unit)), bare(lettered(unit))];
  return cores.filter((core) => core.length >= 4);
}

/** "abcabcabc" → "abc" */
function shortestUnit(text: string): string {
  const at = (text + text).indexOf(text, 1);
  return text.slice(0, at);
}

const isRepetition = (text: string): boolean => new Set(text).size < fewestDifferent;

/** Neighbours only, such as "abcdefghijkl" or "987654321098". */
function isSequence(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9);
}

/** Words of an address or a name that are long enough to be told. */
const wordsOf = (text: string): string[] =>
  [text.toLowerCase(), ...text.toLowerCase().split(/[^\p{L}\p{N}]+/u)].filter((word) => word.length >= 4);

/** How many characters stand beside a word; all of them where it does not stand there. */
const lettersBeside = (text: string, word: string): number => (text.includes(word) ? text.replaceAll(word, "").length : Infinity);
