import { en } from "../../app/i18n/en";
import { de } from "../../app/i18n/de";
import { languages, type Language } from "../../app/core/vocabulary";
import { readPages } from "../../app/content/read-pages";
import { readDemo } from "../../seeds/demo";
import { content } from "../support/content";

/** A text with the place it stands at; `language` is null where it has only one, such as a title or a link. */
export type Text = { path: string; language: Language | null; text: string };

/** Everything people read: the content, the pages that are prose, the words of the interface, the example assessments. */
export const texts: Text[] = textsOf({
  content,
  pages: readPages("content/pages"),
  words: { de, en },
  examples: readDemo(process.cwd(), content.models),
});

/** Whatever stands below a key `de` or `en` is in that language; the key itself is no part of the path. */
function textsOf(value: unknown, path: string[] = [], language: Language | null = null): Text[] {
  if (typeof value === "string") return [{ path: path.join("."), language, text: value }];
  if (typeof value !== "object" || value === null) return [];
  const named = (key: string, part: unknown) =>
    // By id, so that a finding says where to look.
    Array.isArray(value) && typeof part === "object" && part !== null && "id" in part ? String(part.id) : key;
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const own = languages.find((one) => one === key);
    return textsOf(part, own ? path : [...path, named(key, part)], own ?? language);
  });
}

export const textsIn = (language: Language) => texts.filter((one) => one.language === language);

/** For a readable failure: where and what. */
export const found = (pattern: RegExp, among: Text[] = texts) =>
  among.filter(({ text }) => pattern.test(text)).map(({ path, language, text }) => `${path} (${language ?? "–"}): ${text}`);
