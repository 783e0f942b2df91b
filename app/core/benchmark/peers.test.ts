import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allAnswered, dimensionScore, modelVersion, soundContent } from "../../../tests/support/builders";
import { dimensionIds, laender, sizeClasses, tracks, type DimensionId } from "../vocabulary";
import { histogramOf } from "./histogram";
import {
  cohortOf,
  cohortOfKey,
  comparePeers,
  contributionFrom,
  cohortKey,
  widening,
  type Assessed,
  type Cohort,
  type PublishedCell,
} from "./peers";

const narrow: Cohort = { track: "sme", modelVersion, sizeClass: "employees-10-49", land: "NW" };
const middle: Cohort = { track: "sme", modelVersion, sizeClass: "employees-10-49" };
const wide: Cohort = { track: "sme", modelVersion };

describe("the cohorts of an organisation", () => {
  it("are its track, its size class and its Land, the narrowest first", () => {
    expect(widening(narrow)).toEqual([narrow, middle, wide]);
    expect(widening(middle)).toEqual([middle, wide]);
    expect(widening(wide)).toEqual([wide]);
  });

  it.each<[string, Assessed["organisation"], Cohort]>([
    ["everything", { sizeClass: "employees-10-49", land: "NW", name: "Muster GmbH", sector: "crafts", ownership: "private" }, narrow],
    ["no Land", { sizeClass: "employees-10-49" }, middle],
    ["no size class", { land: "NW" }, wide],
    ["nothing", {}, wide],
    ["a size class of the other track", { sizeClass: "inhabitants-100000-plus", land: "NW" }, wide],
  ])("begin, with %s said, where they should", (_what, organisation, cohort) => {
    expect(cohortOf({ track: "sme", modelVersion, organisation })).toEqual(cohort);
  });

  it("are words that can be read back, each of its own, wider ones beginning narrower ones", () => {
    const all = tracks.flatMap((track) =>
      ["1.0.0", "1.0.1"].flatMap((version) =>
        sizeClasses[track].flatMap((sizeClass) => laender.flatMap((land) => widening({ track, modelVersion: version, sizeClass, land }))),
      ),
    );
    for (const cohort of all) expect(cohortOfKey(cohortKey(cohort))).toEqual(cohort);
    expect(new Set(all.map(cohortKey)).size).toBe(2 * (2 + 7 + 7 * 16));
    expect(cohortKey(narrow)).toBe("sme@1.2.3/employees-10-49/NW");
    expect(Math.max(...all.map((cohort) => cohortKey(cohort).length))).toBeLessThanOrEqual(64);
  });

  it.each(["", "sme", "club@1.0.0", "sme@1.0.0/huge", "sme@1.0.0/employees-1-9/XX"])('are not read from "%s"', (key) => {
    expect(() => cohortOfKey(key)).toThrow();
  });
});

describe("a contribution", () => {
  const questionnaire = soundContent().questionnaires.sme;
  const assessed = (overrides: Partial<Assessed> = {}): Assessed => ({
    track: "sme",
    depth: "full",
    modelVersion,
    organisation: { sizeClass: "employees-10-49", land: "NW" },
    answers: allAnswered(2),
    dimensions: [dimensionScore("strategy", 62.5), dimensionScore("funding", null), dimensionScore("skills", 41.4)],
    ...overrides,
  });

  it("is the scores in whole points, as they are printed, without those that are missing", () => {
    expect(contributionFrom(assessed(), questionnaire)).toEqual({
      contribution: { cohort: narrow, scores: { strategy: 63, skills: 41 } },
      obstacles: [],
    });
  });

  it("takes a score that missed a half by a rounding error as the half", () => {
    const { contribution } = contributionFrom(assessed({ dimensions: [dimensionScore("strategy", 62.5 - 1e-12)] }), questionnaire);
    expect(contribution?.scores).toEqual({ strategy: 63 });
  });

  it("takes don't know and does not apply as answers, and does without a Land", () => {
    const answers: Assessed["answers"] = {
      ...allAnswered(2),
      "strategy-key": { answer: "dk" },
      "strategy-more": { answer: "na", reason: "x" },
    };
    const { contribution } = contributionFrom(assessed({ answers, organisation: { sizeClass: "employees-10-49" } }), questionnaire);
    expect(contribution?.cohort).toEqual(middle);
  });

  const { "strategy-key": _answered, ...oneMissing } = allAnswered(2);
  it.each<[string, Partial<Assessed>, string[]]>([
    ["a quick check", { depth: "quick" }, ["quick-check"]],
    ["a question without an answer", { answers: oneMissing }, ["unanswered"]],
    ["a question with a note alone", { answers: { ...oneMissing, "strategy-key": { note: "fragen" } } }, ["unanswered"]],
    ["no size class", { organisation: { land: "NW" } }, ["no-size-class"]],
    ["no score at all", { dimensions: dimensionIds.map((id) => dimensionScore(id, null)) }, ["no-score"]],
    [
      "everything at once",
      { depth: "quick", answers: {}, organisation: {}, dimensions: [] },
      ["quick-check", "unanswered", "no-size-class", "no-score"],
    ],
  ])("is refused for %s", (_what, overrides, obstacles) => {
    expect(contributionFrom(assessed(overrides), questionnaire)).toEqual({ contribution: null, obstacles });
  });
});

describe("the comparison", () => {
  const cell = (cohort: Cohort, values: number[], own: number | null = null, dimension: DimensionId = "strategy"): PublishedCell => ({
    cohort: cohortKey(cohort),
    dimension,
    histogram: histogramOf(values.map((value) => [value, 1] as const)),
    own,
  });
  const some = (count: number) => Array.from({ length: count }, (_, index) => index * 5);

  it("is empty where nothing is published", () => {
    expect(comparePeers(narrow, [])).toEqual([]);
  });

  it("is with the narrowest cohort that is published", () => {
    const published = [cell(wide, some(20)), cell(middle, some(10)), cell(narrow, some(5))];
    const cohortShown = (cells: PublishedCell[], cohort = narrow) => comparePeers(cohort, cells).map((value) => value.cohort);
    expect(cohortShown(published)).toEqual([narrow]);
    expect(cohortShown(published.slice(0, 2))).toEqual([middle]);
    expect(cohortShown(published, middle)).toEqual([middle]);
    expect(cohortShown(published, wide)).toEqual([wide]);
    expect(cohortShown([cell({ ...narrow, land: "BY" }, some(20)), cell({ ...middle, sizeClass: "employees-1-9" }, some(20))])).toEqual([]);
  });

  it("chooses for each dimension by itself, in the order of the method", () => {
    const published = [cell(narrow, some(6), null, "funding"), cell(wide, some(9), null, "funding"), cell(wide, some(9), null, "strategy")];
    expect(comparePeers(narrow, published).map(({ dimension, cohort }) => [dimension, cohort])).toEqual([
      ["strategy", wide],
      ["funding", narrow],
    ]);
  });

  it("leaves the own contribution out", () => {
    expect(comparePeers(narrow, [cell(narrow, [0, 0, 0, 50, 50, 50], 0)])).toMatchObject([{ median: 50 }]);
    expect(comparePeers(narrow, [cell(narrow, [0, 0, 0, 50, 50, 50], 50)])).toMatchObject([{ median: 0 }]);
  });

  it("needs five others: a cohort of five that holds the reader gives way to the next wider one", () => {
    expect(comparePeers(narrow, [cell(narrow, some(5), 0), cell(middle, some(6), 0)])).toMatchObject([
      { cohort: middle, organisations: 5 },
    ]);
    expect(comparePeers(narrow, [cell(narrow, some(5), 0)])).toEqual([]);
    expect(comparePeers(narrow, [cell(narrow, some(4))])).toEqual([]);
  });

  it.each([
    [5, 5, false],
    [9, 5, false],
    [10, 10, true],
    [14, 10, true],
    [15, 15, true],
  ])("with %d others says %d, and quartiles: %s", (others, organisations, quartiles) => {
    const [value] = comparePeers(narrow, [cell(narrow, [...some(others), 100], 100)]);
    expect(value?.organisations).toBe(organisations);
    expect(value?.quartiles !== null).toBe(quartiles);
  });

  it("gives median and quartiles, and neither the lowest nor the highest", () => {
    expect(comparePeers(narrow, [cell(narrow, [1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 99])])).toEqual([
      { dimension: "strategy", cohort: narrow, organisations: 10, median: 50, quartiles: [25, 75] },
    ]);
  });

  it("does not depend on the reader's own score", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 30 }),
        fc.integer({ min: 0, max: 100 }),
        (others, own) => {
          expect(comparePeers(narrow, [cell(narrow, [...others, own], own)])).toEqual(comparePeers(narrow, [cell(narrow, others)]));
        },
      ),
    );
  });
});
