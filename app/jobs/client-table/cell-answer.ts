import { languages } from "../../core/vocabulary";
import { localeOf } from "../../i18n/index";
import { folded } from "./fold";

/** Every language's words: a table says nowhere which language it is in. */
export const everyWords = languages.map((language) => localeOf(language).messages);

/** A level by its word, with or without its number, and by its number as a word. */
const levels = new Map(
  everyWords.flatMap(({ form, tables }) =>
    form.levels.flatMap((word, level) =>
      [word, `${level} ${word}`, `${tables.clients.levelWord} ${level}`].map((name) => [folded(name), level] as const),
    ),
  ),
);
const dontKnow = new Set(["dk", ...everyWords.map(({ tables }) => folded(tables.clients.dontKnow))]);
const notApplicable = new Set(["na", "n/a", ...everyWords.map(({ tables }) => folded(tables.clients.notApplicable))]);
/** How people write that they say nothing; a dash folds to nothing anyway. */
const nothing = new Set(["", "n/a", "k. a.", "k.a.", "ka", "keine angabe", "no answer", "not answered", "nicht beantwortet"]);

/** Whether a cell says nothing, whatever stands in it. */
export const saysNothing = (text: string): boolean => nothing.has(folded(text));

/** A cell as the answer of a save file has it; null where it says nothing; what is no answer stays text, to be refused there. */
export function answerIn(text: string): unknown {
  const plain = text
    .normalize("NFKC")
    .replace(/\u2212/g, "-")
    .trim();
  if (/^[+-]?\d+([.,]\d+)?$/.test(plain)) return { level: Number(plain.replace(",", ".")) };
  if (saysNothing(text)) return null;
  const said = folded(text);
  if (dontKnow.has(said)) return { answer: "dk" };
  const level = levels.get(said.replace(/^(\d)\s*[.:)=]\s*/, "$1 "));
  if (level !== undefined) return { level };
  const [, what = "", reason = ""] = /^(.*?)\s*(?::|：|\s\p{Pd}\s|$)\s*(.*)$/su.exec(text.trim()) ?? [];
  return notApplicable.has(folded(what)) ? { answer: "na", reason } : text;
}
