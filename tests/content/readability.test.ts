import { describe, expect, it } from "vitest";
import { sentencesOf, syllablesOf, vienna } from "./readability";
import { content } from "../support/content";
import { textsIn, type Text } from "./texts";

const german = textsIn("de");
const sentencesIn = (texts: Text[]) => texts.flatMap(({ text }) => sentencesOf(text));
const valueOf = (texts: Text[]) => vienna(sentencesIn(texts));

it.each([
  ["KI", 2],
  ["Haus", 1],
  ["Arbeit", 2],
  ["Beschäftigte", 4],
  ["Kommune", 3],
])("%s has %i syllables", (word, count) => expect(syllablesOf(word)).toBe(count));

const below = (...starts: string[]) => german.filter(({ path }) => starts.some((start) => `${path}.`.startsWith(`${start}.`)));
const partsOf = (kind: string, ids: string[], parts: string[]) =>
  below(...ids.flatMap((id) => parts.map((part) => `content.${kind}.${id}.${part}`)));
const forOwners = (entries: readonly { id: string; tracks: readonly string[] }[]) =>
  entries.filter(({ tracks }) => tracks.includes("sme")).map(({ id }) => id);

const keyItems = content.questionnaires.sme.dimensions.flatMap(({ items }) => items.filter((item) => item.key).map(({ id }) => id));
const asked = keyItems.flatMap((id) => ["question", "anchors"].map((part) => `content.questionnaires.sme.text.items.${id}.${part}`));

it.each<[string, Text[]]>([
  ["the home page and the start form", below("words.home", "words.start")],
  ["the questions of the quick check", below(...asked)],
  ["what a result says", below("words.screen", "words.result", "words.report", "words.papers")],
  ["what an owner's steps are", partsOf("initiatives", forOwners(content.initiatives), ["title", "summary"])],
  ["how an owner's steps begin", partsOf("initiatives", forOwners(content.initiatives), ["firstHalfHour", "firstSteps"])],
  ["what an owner's steps bring", partsOf("initiatives", forOwners(content.initiatives), ["brings", "success", "risks"])],
  ["what an owner's duties ask for", partsOf("duties", forOwners(content.duties), ["title", "what", "conditions", "caveat"])],
])("%s can be read first: at most 9", (_name, texts) => {
  expect(sentencesIn(texts).length).toBeGreaterThan(5);
  expect(valueOf(texts)).toBeLessThanOrEqual(9);
});

/** What nobody here can word otherwise, or what is no sentence: decision 0062 says why. */
const notMeasured =
  /^words\.names\.|\.(name|funder|act|provision|population|publisher)$|\.items\.[^.]+\.(have|missing)$|\.sources\.|^examples\.|^content\.models\./;
const measured = german.filter(({ path }) => !notMeasured.test(path));

const kinds = new Map<string, Text[]>();
for (const text of measured) {
  const kind = text.path.split(".").slice(0, 2).join(".");
  kinds.set(kind, [...(kinds.get(kind) ?? []), text]);
}

describe("everything else can be read by whoever decides: at most 11", () => {
  it.each([...kinds].filter(([, texts]) => sentencesIn(texts).length > 5))("%s", (_kind, texts) =>
    expect(valueOf(texts)).toBeLessThanOrEqual(11),
  );

  it.each(["purpose", "amount", "notPaidFor", "statusNote"])("of programmes: %s", (part) =>
    expect(valueOf(measured.filter(({ path }) => path.startsWith("content.funding.") && path.endsWith(`.${part}`)))).toBeLessThanOrEqual(
      11,
    ),
  );

  // The formula counts shares: of two sentences it says nothing.
  it.each(["initiatives", "duties", "law", "funding"] as const)("each of %s that has more than three sentences", (kind) => {
    const found = content[kind].flatMap(({ id }) => {
      const texts = measured.filter(({ path }) => path.startsWith(`content.${kind}.${id}.`));
      return sentencesIn(texts).length > 3 && valueOf(texts) > 11 ? [`${id}: ${valueOf(texts).toFixed(1)}`] : [];
    });
    expect(found).toEqual([]);
  });
});

it("words that only the method needs stand nowhere else", () => {
  // The API is read by programmers; content quotes its sources.
  const others = /^(words\.api\.|pages\.(method|coding-rules|glossary)|content\.)/;
  const wrong = german.filter(({ path, text }) => !others.test(path) && /Rechenl[aä]uf|Evidenz|Spannweite|Fahrplan/.test(text));
  expect(wrong.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
});
