/** Longest texts a form, a file or the API may carry, in characters. */
export const textLimits = { name: 200, note: 10_000, evidence: 2_000, reason: 2_000 } as const;

// eslint-disable-next-line no-control-regex
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF\p{Surrogate}]/gu;

/** One kind of line break, no control characters or halves of characters: no document format can carry them. */
export function carriableText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(notInXml, "");
}

/** What documents can carry, with nothing around it. */
export function cleanText(text: string): string {
  return carriableText(text).trim();
}
