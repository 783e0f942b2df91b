import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../tests/support/cases";
import { answersOf, standardModel, type Given } from "../../../tests/support/standard-model";
import type { Answers } from "../assessment/answer";
import { scoreDimensions } from "../score/dimension-score";
import { scoreOverall } from "../score/overall-score";
import { scoredItems } from "../score/scored-items";
import { dimensionIds, type Depth } from "../vocabulary";
import { formulaOf } from "./formula";
import { quickOutlook } from "./quick-check";
import { errorOf, oneAnswerEach, oneRater, twoRaters, type RatingError } from "./rater-error";
import { createRater, rate, ratingDraws } from "./rating";
import { hash, seedOf } from "./seed";
import { sharpenings } from "./sharpen";

const model = standardModel();
const seed = seedOf({ track: "municipality", depth: "full", modelVersion: "1.0.0" });

const four = (value: Given) => [value, value, value, value];
const each = (...values: Given[]) => Object.fromEntries(dimensionIds.map((id, index) => [id, four(values[index] ?? 0)]));
const certain = (answers: Answers, depth: Depth = "full") => {
  const items = scoredItems(model, { depth, aiUse: "unknown", answers });
  const dimensions = scoreDimensions(model, depth, items, new Map());
  return { items, dimensions, overall: scoreOverall(items, dimensions, depth) };
};
const rated = (answers: Answers, error: RatingError = oneRater, draws = ratingDraws) =>
  rate(model, certain(answers).items, seed, error, draws);

const withOneOpen = answersOf(Object.fromEntries(dimensionIds.map((id) => [id, [4, 4, 4, "dk"] as Given[]])));
const mixed = answersOf(each(3, 3, 2, 2, 1, 0, 3, 2, 2));
const noFoundations = answersOf({ foundations: four(null) }, 3);
const firstThreeOpen = answersOf({ strategy: four(null), funding: four(null), skills: four(null) }, 2);

describe("the rating band, by the golden values of the method", () => {
  it.each([
    ["1: all 2", answersOf(2), 31.94, 62.5, 2, 67.8],
    ["2: all 2 with evidence", answersOf(2, null, "Beschluss"), 36.81, 59.03, 2, 78.1],
    ["3: all 0", answersOf(0), 0, 13.89, 0, 97.0],
    ["4: all 4", answersOf(4), 81.25, 100, 4, 68.1],
    ["7: one open in each dimension", withOneOpen, 61.11, 75, 3, 79.1],
    ["8: three dimensions open", firstThreeOpen, 20.83, 41.67, 0, 100],
    ["10: uneven", mixed, 34.03, 62.5, 1, 75.8],
    ["13: foundations open", noFoundations, 50.69, 77.08, 0, 100],
  ] as const)("%s", (_name, answers, low, high, stage, share) => {
    const { overall, secured } = rated(answers);
    expect(overall.low).toBeCloseTo(low, 2);
    expect(overall.high).toBeCloseTo(high, 2);
    expect(secured.stage).toBe(stage);
    expect(100 * secured.share).toBeCloseTo(share, 1);
  });
  it("17: with a second person", () => {
    const { overall, secured } = rated(answersOf(2), twoRaters);
    expect([overall.low, overall.high].map((value) => value.toFixed(2))).toEqual(["36.81", "63.19"]);
    expect(100 * secured.share).toBeCloseTo(81.4, 1);
    expect(twoRaters).toMatchObject({ shiftMean: 0, ownError: 0.05 });
    expect(twoRaters.shiftDeviation).toBeCloseTo(0.3021, 4);
  });
  it("names the second most frequent stage", () => {
    expect(rated(answersOf(2)).secured.other).toMatchObject({ stage: 1 });
    expect(rated(answersOf(2)).secured.other?.share).toBeCloseTo(0.3, 1);
    expect(rated(answersOf(4)).secured.other).toMatchObject({ stage: 3 });
    expect(rated(firstThreeOpen).secured.other).toBeNull();
  });
  it("names the lower of two stages that are equally frequent", () => {
    // Two draws of one rater who errs by a whole level in either direction, never keeping the stage.
    const error = { shiftMean: 0, shiftDeviation: 0, ownError: 0.5, evidenceFactor: 1 };
    const small = {
      ...model,
      dimensions: model.dimensions.map((one) => ({ ...one, gate: false, items: one.items.slice(0, 1) })).slice(0, 1),
    };
    const items = scoredItems(small, { depth: "full", aiUse: "unknown", answers: { "strategy-1": { level: 2 } } });
    const even = Array.from({ length: 200 }, (_, index) => rate(small, items, index.toString(16).padStart(8, "0"), error, 2)).find(
      ({ secured }) => secured.other?.share === 0.5 && secured.share === 0,
    );
    expect(even?.secured.other?.stage).toBe(1);
  });
});

describe("a rating", () => {
  it("has a band of each applicable dimension, and none of one to which nothing applies", () => {
    const { dimensions } = rated(answersOf({ funding: four("na") }, 2));
    expect(dimensions.map(({ id }) => id)).toEqual(dimensionIds.filter((id) => id !== "funding"));
    expect(dimensions[0]?.band.low).toBeLessThan(50);
    expect(dimensions[0]?.band.high).toBeGreaterThan(50);
  });
  it("has the same band of a dimension as of the whole where nothing else applies", () => {
    const own = { funding: [3, 1, "dk", 4] as Given[] };
    const alone = rated(answersOf(own, "na")).overall;
    const beside = rated(answersOf(own, 2)).dimensions.find(({ id }) => id === "funding")?.band;
    expect(beside?.low).toBeCloseTo(alone.low, 9);
    expect(beside?.high).toBeCloseTo(alone.high, 9);
  });
  it("leaves a value alone where nobody errs", () => {
    const none = { shiftMean: 0, shiftDeviation: 0, ownError: 0, evidenceFactor: 1 };
    expect(rated(mixed, none, 50)).toMatchObject({
      overall: { low: 50, high: 50 },
      secured: { stage: 1, share: 1, other: null },
      draws: 50,
      seed,
    });
    expect(rated(mixed, none, 50).dimensions.map(({ band }) => band)).toEqual(
      [75, 75, 50, 50, 25, 0, 75, 50, 50].map((value) => ({ low: value, high: value })),
    );
  });
  it("moves by a shift of less than half a level too", () => {
    const { overall } = rated(answersOf(2), { shiftMean: -0.25, shiftDeviation: 0, ownError: 0, evidenceFactor: 1 });
    expect((overall.low + overall.high) / 2).toBeLessThan(48);
    expect(overall.low).toBeGreaterThan(35);
  });
  it("is off by a level in a tenth of the cases to either side: below 0.1, and from 0.9 on", () => {
    const { items } = certain(answersOf(2));
    const offAt = (own: number) => {
      let drawn = 0;
      // Two for the shared shift, which is none here; then for each item one for the shift and one of its own.
      const random = () => (drawn++ % 2 === 0 ? 0.5 : own);
      const levels = new Float64Array(items.length);
      createRater(model, items, { ...oneRater, shiftMean: 0, shiftDeviation: 0 }, random)(levels);
      return new Set(levels);
    };
    expect([0, 0.0999, 0.1, 0.8999, 0.9].map((own) => [...offAt(own)])).toEqual([[1], [1], [2], [2], [3]]);
  });
  it("draws the same for an item whatever else is asked", () => {
    const { items } = certain(answersOf(2));
    const few = items.filter(({ dimension }) => dimension === "acceptance");
    const band = rate(model, few, seed).dimensions.find(({ id }) => id === "acceptance");
    expect(band).toEqual(rate(model, items, seed).dimensions.find(({ id }) => id === "acceptance"));
  });
});

describe("one assessment against another, by the same numbers", () => {
  const given = fc.constantFrom<Given>(0, 1, 2, 3, 4, "dk", "na", null);
  const any = fc
    .array(given, { minLength: 36, maxLength: 36 })
    .map((values) => answersOf(Object.fromEntries(dimensionIds.map((id, index) => [id, values.slice(4 * index, 4 * index + 4)]))));
  const anyItem = fc.tuple(fc.constantFrom(...dimensionIds), fc.integer({ min: 1, max: 4 })).map(([id, number]) => `${id}-${number}`);
  const runs = cases(40);
  const short = (answers: Answers) => rate(model, certain(answers).items, seed, oneRater, 400);

  it("one level up lowers no end of a band", () => {
    fc.assert(
      fc.property(any, anyItem, fc.integer({ min: 0, max: 3 }), (answers, id, level) => {
        const [low, high] = [level, level + 1].map((value) => short({ ...answers, [id]: { level: value as 0 | 1 | 2 | 3 | 4 } }));
        expect(high?.overall.low).toBeGreaterThanOrEqual((low?.overall.low ?? 0) - 1e-9);
        expect(high?.overall.high).toBeGreaterThanOrEqual((low?.overall.high ?? 0) - 1e-9);
        expect(high?.secured.stage).toBeGreaterThanOrEqual(low?.secured.stage ?? 0);
      }),
      runs,
    );
  });
  it("not knowing raises no end", () => {
    fc.assert(
      fc.property(any, anyItem, fc.integer({ min: 0, max: 4 }), (answers, id, level) => {
        const unknown = short({ ...answers, [id]: { answer: "dk" } });
        const known = short({ ...answers, [id]: { level: level as 0 | 1 | 2 | 3 | 4 } });
        expect(known.overall.low).toBeGreaterThanOrEqual(unknown.overall.low - 1e-9);
        expect(known.overall.high).toBeGreaterThanOrEqual(unknown.overall.high - 1e-9);
      }),
      runs,
    );
  });
  it("the value lies in its band", () => {
    fc.assert(
      fc.property(any, (answers) => {
        const { items, overall } = certain(answers);
        fc.pre(items.length > 0);
        const { low, high } = rate(model, items, seed, oneRater, 100).overall;
        expect(low).toBeLessThanOrEqual((overall.lower ?? 0) + 1e-9);
        expect(high).toBeGreaterThanOrEqual((overall.lower ?? 0) - 1e-9);
      }),
      runs,
    );
  });
});

describe("the formula", () => {
  it("names the dimension without which the value would change most, and what other weights could do", () => {
    const { items, dimensions } = certain(mixed);
    const formula = formulaOf(items, dimensions);
    expect(formula?.mostInfluential).toEqual({ dimension: "security", without: 56.25 });
    expect(formula?.weights.low).toBeCloseTo(45.16, 2);
    expect(formula?.weights.high).toBeCloseTo(54.55, 2);
  });
  it("goes by the weights of the dimensions", () => {
    const weights = new Map([["strategy" as const, 3]]);
    const items = scoredItems(model, { depth: "full", aiUse: "unknown", answers: mixed }, weights);
    const formula = formulaOf(items, scoreDimensions(model, "full", items, weights));
    // (3 · 75 + 375) / 11, and without the dimension 375 / 8.
    expect(formula?.mostInfluential).toEqual({ dimension: "strategy", without: 375 / 8 });
  });
  it("leaves out what has no weight and what does not apply", () => {
    const answers = answersOf({ strategy: four(4), funding: four(3), skills: four("na") }, 2);
    const weights = new Map([["strategy" as const, 0]]);
    const items = scoredItems(model, { depth: "full", aiUse: "unknown", answers }, weights);
    const formula = formulaOf(items, scoreDimensions(model, "full", items, weights));
    expect(formula?.mostInfluential).toEqual({ dimension: "funding", without: 50 });
    expect(formula?.weights.high).toBeCloseTo((1.25 * 75 + 0.75 * 6 * 50) / (1.25 + 0.75 * 6), 9);
  });
  it("is no news where all dimensions are equal", () => {
    const { items, dimensions } = certain(answersOf(2));
    expect(formulaOf(items, dimensions)).toEqual({
      mostInfluential: { dimension: "strategy", without: 50 },
      weights: { low: 50, high: 50 },
    });
  });
  it("has nothing to leave out where one dimension applies, and nothing to say where none does", () => {
    const one = certain(answersOf({ skills: four(3) }, "na"));
    expect(formulaOf(one.items, one.dimensions)).toEqual({ mostInfluential: null, weights: { low: 75, high: 75 } });
    const none = certain(answersOf("na"));
    expect(formulaOf(none.items, none.dimensions)).toBeNull();
  });
  it("finds no weights within a quarter that go beyond its range", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.75, max: 1.25, noNaN: true }), { minLength: 9, maxLength: 9 }), (factors) => {
        const { items, dimensions } = certain(mixed);
        const weights = new Map(dimensionIds.map((id, index) => [id, factors[index] ?? 1]));
        const { score } = scoreOverall(
          scoredItems(model, { depth: "full", aiUse: "unknown", answers: mixed }, weights),
          dimensions,
          "full",
        );
        const range = formulaOf(items, dimensions)?.weights;
        expect(score).toBeGreaterThanOrEqual((range?.low ?? 0) - 1e-9);
        expect(score).toBeLessThanOrEqual((range?.high ?? 0) + 1e-9);
      }),
    );
  });
});

describe("what would sharpen it", () => {
  const ways = (answers: Answers) => {
    const { items, overall } = certain(answers);
    return sharpenings(model, items, overall, rate(model, items, seed));
  };
  it("puts the way that saves most first and leaves out what saves less than a point", () => {
    const found = ways(withOneOpen);
    expect(found.map(({ kind }) => kind)).toEqual(["clarify", "second-person", "evidence"]);
    expect(found[0]).toMatchObject({ kind: "clarify", saves: 25, items: dimensionIds.map((id) => `${id}-4`) });
  });
  it("is to answer where nothing is answered yet, and nothing where nothing applies", () => {
    const { items, overall } = certain({});
    const found = sharpenings(model, items, overall, null);
    expect(found).toMatchObject([{ kind: "clarify", saves: 100 }]);
    expect(found[0]?.kind === "clarify" && found[0].items).toHaveLength(items.length);
    expect(sharpenings(model, [], { ...overall, lower: null, upper: null }, null)).toEqual([]);
  });
  it("counts whole points, of which one is enough", () => {
    const { items, overall } = certain(answersOf(2));
    const clarified = (upper: number) =>
      sharpenings(model, items, { ...overall, lower: 50, upper }, rate(model, items, seed, oneRater, 10)).find(
        ({ kind }) => kind === "clarify",
      );
    expect(clarified(50.5)).toMatchObject({ saves: 1 });
    expect(clarified(50.4)).toBeUndefined();
  });
  it("asks for evidence where one answer does not name it, if only that narrows the band", () => {
    const { items, overall } = certain(answersOf(2, null, "Beschluss"));
    const bare = items.map((item, index) => ({ ...item, share: index === 0 ? 0.65 : 0.01, evidence: index > 0 }));
    expect(sharpenings(model, bare, overall, rate(model, bare, seed)).map(({ kind }) => kind)).toContain("evidence");
  });
  it("asks for no evidence where every answer names it, and for nothing where nothing is open", () => {
    const kinds = ways(answersOf(2, null, "Beschluss")).map(({ kind }) => kind);
    expect(kinds).not.toContain("evidence");
    expect(kinds).not.toContain("clarify");
  });
  it("says by how much a second person narrows the band", () => {
    const second = ways(answersOf(2)).find(({ kind }) => kind === "second-person");
    expect(second).toMatchObject({ saves: 5 });
  });
  it("asks a further person where two share the answers, who then makes a second for each", () => {
    const { items, overall } = certain(answersOf(2));
    const found = sharpenings(model, items, overall, rate(model, items, seed), { people: 2, spread: oneAnswerEach });
    const { overall: then } = rate(model, items, seed, errorOf({ ...oneAnswerEach, meanLevels: oneAnswerEach.meanLevels + 1 }));
    expect(found.find(({ kind }) => kind === "another-person")).toMatchObject({ to: then.high - then.low });
    expect(found.map(({ kind }) => kind)).not.toContain("second-person");
  });
  it("names the weightiest open answer first", () => {
    const { items, overall } = certain({});
    const heavy = items.map((item) => (item.id === "security-3" ? { ...item, share: 1 } : item));
    const [first] = sharpenings(model, heavy, overall, rate(model, items, seed, oneRater, 10));
    expect(first).toMatchObject({ kind: "clarify", saves: 100 });
    expect(first?.kind === "clarify" && first.items[0]).toBe("security-3");
    expect(sharpenings(model, heavy, overall, rate(model, items, seed, oneRater, 10))).toHaveLength(1);
  });
});

describe("the quick check", () => {
  const outlook = (levels: Given[]) => {
    const answers = Object.fromEntries(
      Object.entries(answersOf(Object.fromEntries(dimensionIds.map((id, index) => [id, [levels[index] ?? null]])))),
    );
    const { items, overall } = certain(answers, "quick");
    return quickOutlook(model, items, overall);
  };
  const summing = (sum: number) => dimensionIds.map((_, index) => (Math.floor(sum / 9) + (index < sum % 9 ? 1 : 0)) as Given);
  const rounded = ({ expected }: ReturnType<typeof outlook>) => expected && [Math.round(expected.low), Math.round(expected.high)];

  it.each([
    ["S = 12", summing(12), [18, 48], "below-half"],
    ["S = 13", summing(13), [21, 51], null],
    ["S = 26", summing(26), [57, 87], "half-or-more"],
    ["seven answered, S = 10", [2, 2, 2, 1, 1, 1, 1, null, "dk"], [13, 65], null],
  ] as [string, Given[], number[], string | null][])("23: %s", (_name, levels, expected, verdict) => {
    const found = outlook(levels);
    expect(rounded(found)).toEqual(expected);
    expect(found.verdict).toBe(verdict);
  });
  it("stays within 0 and 100, and says nothing of a value with five answers", () => {
    expect(rounded(outlook(summing(0)))).toEqual([0, 15]);
    expect(rounded(outlook(summing(36)))).toEqual([85, 100]);
    expect(outlook([4, 4, 4, 4, 4]).expected).toBeNull();
    expect(outlook([0, 0, 0, 0, 0, 0]).verdict).toBe("below-half");
    expect(outlook([0, 0, 0, 0, 0, 1]).verdict).toBeNull();
  });
  it("says nothing where nothing applies", () => {
    expect(outlook(dimensionIds.map(() => "na"))).toEqual({ expected: null, verdict: null, holdingBack: [] });
  });
  it("names the gates that hold back, and none that is open or no gate", () => {
    expect(outlook([0, 0, 2, 1, null, 0, 0, 0, 0]).holdingBack).toEqual([
      { item: "strategy-1", level: 0 },
      { item: "foundations-1", level: 1 },
    ]);
  });
});

it("the seed is the same for everybody who answers the same questionnaire", () => {
  expect(seed).toMatch(/^[0-9a-f]{8}$/);
  const of = (track: "sme" | "municipality", depth: Depth, modelVersion: string) => seedOf({ track, depth, modelVersion });
  expect(new Set([seed, of("sme", "full", "1.0.0"), of("municipality", "quick", "1.0.0"), of("municipality", "full", "2.0.0")]).size).toBe(
    4,
  );
});

it("the seed is printed with all its digits", () => {
  expect(seedOf({ track: "municipality", depth: "full", modelVersion: "1.3.0" })).toBe("06ddcde8");
});

it.each([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
])("FNV-1a of %j, as its authors publish it", (text, value) => {
  expect(hash(text)).toBe(value);
});
