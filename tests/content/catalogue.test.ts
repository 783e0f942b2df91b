import { describe, expect, it } from "vitest";
import { dimensionIds, languages, sizeClasses, tracks } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { placeText } from "../../app/views/initiatives";
import { content } from "../support/content";

const { questionnaires, initiatives, funding, contacts } = content;
const programmesOf = (ids: string[]) => funding.filter(({ id }) => ids.includes(id));

describe.each(tracks)("the questionnaire for %s", (track) => {
  const { dimensions, text } = questionnaires[track];

  it("asks 36 questions, four a dimension, in the order of the method", () => {
    expect(dimensions.map(({ id, items }) => [id, items.length])).toEqual(dimensionIds.map((id) => [id, 4]));
  });

  it("has nine key questions, one a dimension", () => {
    expect(dimensions.map(({ items }) => items.filter(({ key }) => key).length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it("has the four gate dimensions of the method and weighs everything alike", () => {
    expect(dimensions.filter(({ gate }) => gate).map(({ id }) => id)).toEqual(["strategy", "skills", "foundations", "data-protection"]);
    expect(new Set(dimensions.flatMap(({ weight, items }) => [weight, ...items.map((item) => item.weight)]))).toEqual(new Set([1]));
  });

  it("has five different anchors at every question, in both languages", () => {
    for (const { items } of Object.values(text))
      for (const [id, { anchors }] of Object.entries(items)) expect(new Set(anchors).size, id).toBe(5);
  });
});

it("questions with the same id have the same rank in both questionnaires", () => {
  const [municipal, business] = tracks.map((track) =>
    questionnaires[track].dimensions.flatMap(({ id, items }) =>
      items.map(({ allowsNotApplicable: _ofTrack, ...item }) => ({ ...item, dimension: id })),
    ),
  );
  const shared = municipal?.filter(({ id }) => business?.some((item) => item.id === id)) ?? [];
  expect(shared.length).toBeGreaterThanOrEqual(30);
  for (const item of shared) expect(business).toContainEqual(item);
});

it("a provision stands behind the name of its act, and says no part of it again", () => {
  expect(content.law.length).toBeGreaterThan(15);
  for (const { id, act, provision } of content.law)
    for (const language of languages) {
      const wordsOf = (text: string): string[] => text.match(/(?<!\p{L})\p{Lu}[\p{L}-]{2,}/gu) ?? [];
      const again = wordsOf(provision[language]).filter((word) => wordsOf(act[language]).includes(word));
      expect(
        again.filter((word) => word !== "Land"),
        `${id} (${language})`,
      ).toEqual([]);
    }
});

it("says in English where something has been done, but for names, and says no size that the name says", () => {
  const all = initiatives.flatMap(({ references }) => references);
  const german = /(?<!\p{L})(und|mit|im Projekt|in der|der|die|für|Kreise?|Landkreis|Agentur|Raum|Bäckerei|Apotheke)(?!\p{L})/u;
  expect(all.map((reference) => placeText(reference, localeOf("en"))).filter((place) => german.test(place))).toEqual([]);
  for (const language of languages)
    for (const { place, size } of all.map((one) => ({ place: placeText(one, localeOf(language)), size: one.size?.[language] ?? "" })))
      expect(place.toLowerCase().includes(size.toLowerCase()) && size !== "" && !/^Land\b/.test(size), `${place}, ${size}`).toBe(false);
});

it("every documented challenge has a question, every enabler and use case a question or an initiative, or says why not", () => {
  const asked = new Set(tracks.flatMap((track) => Object.values(questionnaires[track].sources).flatMap(({ findings }) => findings)));
  const served = new Set(initiatives.flatMap(({ findings }) => findings));
  const isUsed = (kind: string, id: string) => asked.has(id) || (kind !== "challenge" && served.has(id));
  const statements = content.findings.filter(({ kind }) => kind !== "figure");
  expect(statements.filter(({ id, kind, whyNotAsked }) => !whyNotAsked && !isUsed(kind, id)).map(({ id }) => id)).toEqual([]);
  expect(statements.filter(({ id, whyNotAsked }) => whyNotAsked && asked.has(id)).map(({ id }) => id)).toEqual([]);
});

it("there are at least 48 initiatives", () => {
  expect(initiatives.length).toBeGreaterThanOrEqual(48);
});

it.each(tracks)("every dimension has at least two initiatives for %s", (track) => {
  const served = dimensionIds.map((id) => initiatives.filter(({ dimension, tracks }) => dimension === id && tracks.includes(track)).length);
  expect(Math.min(...served), served.join(", ")).toBeGreaterThanOrEqual(2);
});

it("no initiative says until when an offer lasts: it may begin later, and whoever ends says so beside their name", () => {
  const lasting =
    /\b(ende[nt]|läuft|kommt|ausläuft|auslaufen|besteht|solange|anbietet|Tests|end|ends|runs|comes|continues?|lasts?|still)\b[^.]*\b20\d\d|\b20\d\d (noch|weiter|auslaufen)/;
  const said = initiatives.flatMap(({ id, summary, firstHalfHour, firstSteps }) =>
    languages.flatMap((language) => [summary[language], firstHalfHour[language], ...firstSteps[language]].map((text) => `${id}: ${text}`)),
  );
  expect(said.length).toBeGreaterThan(500);
  expect(said.filter((text) => lasting.test(text))).toEqual([]);
});

it("no initiative names a programme that has ended", () => {
  const wrong = initiatives.filter((initiative) => programmesOf(initiative.funding).some(({ status }) => status === "ended"));
  expect(funding.some(({ status }) => status === "ended")).toBe(true);
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it("no programme whose last day lies before the day it was looked up is called open", () => {
  const late = funding.filter(({ status, endsOn, asOf }) => status !== "ended" && endsOn !== null && endsOn < asOf.slice(0, endsOn.length));
  expect(late.map(({ id }) => id)).toEqual([]);
});

it("no initiative names a programme that is closed to its track", () => {
  const wrong = initiatives.flatMap((initiative) =>
    programmesOf(initiative.funding)
      .filter((programme) => !initiative.tracks.every((track) => programme.tracks.includes(track)))
      .map((programme) => `${initiative.id}: ${programme.id}`),
  );
  expect(initiatives.filter((initiative) => initiative.funding.length > 0).length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

it("nobody reads what is meant for the other track: a contact speaks to its own", () => {
  const apart = [/Für Kommunen:[\s\S]*Für Unternehmen:/, /For municipalities:[\s\S]*For companies:/];
  for (const { id, offers } of contacts)
    for (const text of Object.values(offers))
      expect(
        apart.some((words) => words.test(text)),
        id,
      ).toBe(false);
});

it("wherever the association of cities is named that of the districts is as well: of the two each reads its own, see `findContacts`", () => {
  const pairs = [...initiatives, ...funding].map(({ id, contacts: ids }) => [
    id,
    ids.includes("deutscher-staedtetag"),
    ids.includes("deutscher-landkreistag"),
  ]);
  expect(pairs.filter(([, cities]) => cities).length).toBeGreaterThan(10);
  expect(pairs.filter(([, cities, districts]) => cities !== districts)).toEqual([]);
});

it("an initiative lifts what tells whether its duty is fulfilled, wherever a plan may be bound to the duty", () => {
  const pairs = initiatives.flatMap((initiative) =>
    initiative.tracks.flatMap((track) =>
      content.duties
        .filter(({ id, tracks }) => initiative.duties.includes(id) && tracks.includes(track))
        .map(({ id, fulfilledBy, conditions }) => ({
          name: `${initiative.id}: ${id}`,
          isAsked: conditions.some((condition) => "ask" in condition),
          told: fulfilledBy[track] ?? [],
          lifted: initiative.lifts.map(({ item }) => item),
        })),
    ),
  );
  const binding = pairs.filter(({ isAsked, told }) => !isAsked && told.length > 0);
  expect(binding.length).toBeGreaterThan(10);
  expect(binding.filter(({ told, lifted }) => !told.some((item) => lifted.includes(item))).map(({ name }) => name)).toEqual([]);
});

it("cost and effort, once and every year, rise with the size of the organisation", () => {
  for (const { id, tracks, effortPersonDays, costEuro } of initiatives)
    for (const track of tracks)
      for (const amounts of [effortPersonDays, costEuro])
        for (const when of ["once", "yearly"] as const)
          for (const end of [0, 1] as const) {
            const bySize = sizeClasses[track].map((size) => amounts[size]?.[when][end]);
            expect(bySize, id).toEqual(bySize.filter((amount) => amount !== undefined).sort((a, b) => a - b));
          }
});

it("names who tells of courses of more than 120 hours as help for no short briefing", () => {
  expect(
    initiatives.filter(({ contacts: named, duties }) => named.includes("employment-agency") && duties.includes("ai-literacy")),
  ).toEqual([]);
});

it("has no programme pay for looking for programmes", () => {
  const looking = initiatives.filter(({ id }) => /-(funding-(scout|check)|money-review)$/.test(id));
  expect(looking.map(({ id }) => id).sort()).toEqual([
    "municipal-funding-scout",
    "municipal-money-review",
    "sme-funding-check",
    "sme-yearly-money-review",
  ]);
  expect(looking.flatMap(({ funding: own }) => own)).toEqual([]);
});

it("asks nobody to strike out what is in no report of another Land", () => {
  const asked = initiatives.flatMap(({ firstHalfHour, firstSteps }) =>
    languages.flatMap((one) => [firstHalfHour[one], ...firstSteps[one]]),
  );
  expect(asked.filter((text) => /nicht für Ihr Land gilt|not apply to your Land/.test(text))).toEqual([]);
});
