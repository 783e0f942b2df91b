import { expect, it } from "vitest";
import { localeOf } from "../i18n";
import { numberedSources } from "./numbered-sources";

const book = { text: "Buch, Verlag, 2025 (Presse)", link: "Buch", href: "https://example.org" };
const law = { text: "Gesetz, § 1: Titel (Stand: heute)", link: "Gesetz, § 1", href: "/law#a" };
const said = (claim: string) => ({
  text: `${claim} (Buch, Abschnitt 2, 2025)`,
  link: "Buch, Abschnitt 2, 2025",
  href: "/sources#b",
  entry: book,
  section: "Abschnitt 2",
});
const plain = (words: { text: string }[]) => words.map(({ text }) => text).join("");

it("a source is told once, under the number by which every place names it", () => {
  const sources = numberedSources({
    locale: localeOf("de"),
    linked: (text, href) => ({ text, ...(href && { href }) }),
    cite: ({ text }) => [{ text }],
  });
  // The same provision, once by its name alone; the same book under another name.
  const named = [
    said("Eins"),
    { ...law, text: law.link, entry: law },
    said("Zwei"),
    book,
    { ...law, entry: law },
    { ...book, text: "Das Buch", link: "Das Buch" },
  ];
  expect(named.map((citation) => plain(sources.cite(citation)))).toEqual([
    "Eins (Abschnitt 2, [Q1])",
    "Gesetz, § 1\u00a0[Q2]",
    "Zwei (Abschnitt 2, [Q1])",
    "Buch\u00a0[Q1]",
    "Gesetz, § 1\u00a0[Q2]",
    "Das Buch\u00a0[Q1]",
  ]);
  expect(sources.list().map(plain)).toEqual([`[Q1] ${book.text}`, `[Q2] ${law.text}`]);
});
