import type { LandText } from "../core/land-text";
import type { Land } from "../core/vocabulary";
import type { Locale } from "../i18n/index";

/**
 * The text with what is true in the reader's own Land, which it names, and nothing of other Länder.
 * @param land "every": a page for everybody, which tells of all; undefined: the reader has not said which.
 */
export function landText({ inLand = [], elsewhere, ...text }: LandText, land: Land | "every" | undefined, locale: Locale): string {
  const { messages, translate, list } = locale;
  const nameOf = (one: Land) => messages.names.laender[one];
  const known = inLand.flatMap(({ laender, ...words }) => {
    const named = laender.filter((one) => land === "every" || one === land);
    return named.length > 0 ? [`${list(named.map(nameOf))}: ${translate(words)}`] : [];
  });
  return [translate(text), ...(known.length > 0 || !elsewhere ? known : [translate(elsewhere)])].join(" ");
}
