import { expect, it } from "vitest";
import { sentencesOf, syllablesOf, vienna } from "./readability";
import { content, textsIn } from "./texts";
import { de } from "../../app/i18n/de";

/** Words of an interface that are plain texts; sentences put together by functions are not read here. */
function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(wordsIn);
  return [];
}
const valueOf = (texts: string[]) => vienna(texts.flatMap(sentencesOf));

it.each([
  ["KI", 2],
  ["Haus", 1],
  ["Arbeit", 2],
  ["Beschäftigte", 4],
  ["Kommune", 3],
])("%s has %i syllables", (word, count) => expect(syllablesOf(word)).toBe(count));

const sme = content.questionnaires.sme;
const key = new Set(sme.dimensions.flatMap(({ items }) => items.filter((item) => item.key).map(({ id }) => id)));
const asked = (isWanted: (id: string) => boolean, track: "sme" | "municipality" = "sme") =>
  Object.entries(content.questionnaires[track].text.de.items).flatMap(([id, item]) =>
    isWanted(id) ? [item.question, ...item.anchors] : [],
  );
const steps = content.initiatives.filter(({ tracks }) => tracks.includes("sme"));

it.each<[string, string[], number]>([
  ["the home page and the start form", wordsIn([de.home, de.start]), 9],
  ["the questions of the quick check", asked((id) => key.has(id)), 9],
  ["the first half hours of an owner's steps", steps.map(({ firstHalfHour }) => firstHalfHour.de), 9],
  ["the questions of an enterprise", asked(() => true), 11],
  ["the questions of a municipality", asked(() => true, "municipality"), 11],
  ["what forms say", wordsIn([de.form, de.saving, de.assessment, de.keeping]), 11],
  ["what results say", wordsIn([de.result, de.report, de.screen, de.roadmap]), 11],
])("%s stay below their limit", (_name, texts, most) => {
  expect(texts.flatMap(sentencesOf).length).toBeGreaterThan(5);
  expect(valueOf(texts)).toBeLessThanOrEqual(most);
});

it("words that only the method needs stand nowhere else", () => {
  // Papers, sheets and the API are read by others; content quotes its sources.
  const others = /^(words\.(document|tables|api)\.|pages\.(method|coding-rules|glossary)|content\.)/;
  const wrong = textsIn("de").filter(({ path, text }) => !others.test(path) && /Rechenl[aä]uf|Evidenz|Spannweite|Fahrplan/.test(text));
  expect(wrong.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
});
