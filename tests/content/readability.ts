/** How hard a German text is to read: the first Vienna formula for non-fiction (Bamberger and Vanecek 1984), about the year of school. */
export function vienna(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.match(/\p{L}+(?:-\p{L}+)*/gu) ?? []);
  const syllables = words.map(syllablesOf);
  const share = (isSuch: (word: string, index: number) => boolean) => (100 * words.filter(isSuch).length) / words.length;
  const long = share((word) => word.replace(/-/g, "").length > 6);
  const many = share((_word, index) => (syllables[index] ?? 0) >= 3);
  const one = share((_word, index) => syllables[index] === 1);
  return 0.1935 * many + 0.1672 * (words.length / sentences.length) + 0.1297 * long - 0.0327 * one - 0.875;
}

/** German has a syllable for each group of vowels; "KI" and other capitals are spelt out. */
export function syllablesOf(word: string): number {
  if (/^[A-ZÄÖÜ]{2,4}$/u.test(word)) return word.length;
  return Math.max(1, word.toLowerCase().match(/ie|ei|ai|au|äu|eu|aa|ee|oo|[aeiouyäöü]/gu)?.length ?? 1);
}

/** Sentences of a text; what has no verb to it, such as a label of few words, is none. */
export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?:;])\s+/u).filter((sentence) => (sentence.match(/\p{L}+/gu) ?? []).length >= 4);
