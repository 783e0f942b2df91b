import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimensionScore } from "../../../tests/support/builders";
import { answersOf, standardModel, type Given } from "../../../tests/support/standard-model";
import { dimensionIds, type Depth, type DimensionId } from "../vocabulary";
import { scoreDimensions } from "./dimension-score";
import { extremesOf, scoreOverall } from "./overall-score";
import { isPresumed, scoredItems } from "./scored-items";
import { isPrinted } from "./value";

const model = standardModel();

function score(answers: ReturnType<typeof answersOf>, depth: Depth = "full", weights = new Map<DimensionId, number>()) {
  const items = scoredItems(model, { depth, aiUse: "unknown", answers }, weights);
  const dimensions = scoreDimensions(model, depth, items, weights);
  return {
    items,
    dimensions,
    overall: scoreOverall(items, dimensions, depth),
    of: (id: DimensionId) => dimensions.find((one) => one.id === id),
  };
}

const four = (value: Given) => [value, value, value, value];
const each = (...values: Given[]) => Object.fromEntries(dimensionIds.map((id, index) => [id, four(values[index] ?? 0)]));

describe("the worked cases of the method, section 12", () => {
  it("1: all 2", () => {
    expect(score(answersOf(2)).overall).toMatchObject({
      score: 50,
      lower: 50,
      upper: 50,
      stage: 2,
      securedStage: 2,
      bottleneck: [],
      reason: null,
    });
    expect(score(answersOf(2)).overall.geometric).toBeCloseTo(50, 9);
  });
  it("3: all 0, and 4: all 4, to the last digit", () => {
    expect(score(answersOf(0)).overall).toMatchObject({ score: 0, upper: 0, geometric: 0, stage: 0, securedStage: 0 });
    expect(score(answersOf(4)).overall.geometric).toBeCloseTo(100, 9);
    expect(score(answersOf(4)).overall).toMatchObject({ score: 100, upper: 100, stage: 4, securedStage: 4 });
  });
  it("5: nothing answered", () => {
    expect(score({}).overall).toEqual({
      score: null, lower: 0, upper: 100, coverage: 0, geometric: null, stage: null, securedStage: null, bottleneck: [], reason: "too-open",
    }); // prettier-ignore
  });
  it("6: one item of skills at 4", () => {
    const { overall, of } = score({ "skills-1": { level: 4 } });
    expect(overall).toMatchObject({ score: null, upper: 100, reason: "too-open" });
    expect(overall.lower).toBeCloseTo(2.78, 2);
    expect(overall.coverage).toBeCloseTo(0.028, 3);
    expect(of("skills")).toMatchObject({ lower: 25, upper: 100, score: null, reason: "too-open" });
  });
  it("7: three at 4, one unknown in each dimension", () => {
    const { overall } = score(answersOf(Object.fromEntries(dimensionIds.map((id) => [id, [4, 4, 4, "dk"] as Given[]]))));
    expect(overall).toMatchObject({ stage: 3, securedStage: 3, reason: null });
    expect(overall.score).toBeCloseTo(75, 9);
    expect(overall.upper).toBeCloseTo(100, 9);
    expect(overall.coverage).toBeCloseTo(0.75, 9);
  });
  const firstThreeOpen = { strategy: four(null), funding: four(null), skills: four(null) };
  it("8: the first three dimensions open, the rest 2", () => {
    const { overall } = score(answersOf(firstThreeOpen, 2));
    expect(overall.score).toBeCloseTo(33.33, 2);
    expect(overall.upper).toBeCloseTo(66.67, 2);
    expect(overall.geometric).toBeCloseTo(12.79, 2);
    expect(overall).toMatchObject({ stage: 1, securedStage: 0 });
    expect(overall.bottleneck).toEqual([
      { dimension: "strategy", kind: "open" },
      { dimension: "skills", kind: "open" },
    ]);
  });
  it("9: one item of foundations open too: no number any more", () => {
    const { overall } = score(answersOf({ ...firstThreeOpen, foundations: [null, 2, 2, 2] }, 2));
    expect(overall).toMatchObject({ score: null, stage: null, reason: "too-open" });
    expect(overall.lower).toBeCloseTo(31.94, 2);
    expect(overall.upper).toBeCloseTo(68.06, 2);
    expect(overall.coverage).toBeCloseTo(0.639, 3);
  });
  it("10: dimensions 75 75 50 50 25 0 75 50 50", () => {
    const { overall, dimensions } = score(answersOf(each(3, 3, 2, 2, 1, 0, 3, 2, 2)));
    expect(dimensions.map(({ stage }) => stage)).toEqual([3, 3, 2, 2, 1, 0, 3, 2, 2]);
    expect(overall.score).toBeCloseTo(50, 9);
    expect(overall.geometric).toBeCloseTo(33.96, 2);
    expect(overall).toMatchObject({ stage: 2, securedStage: 1, bottleneck: [{ dimension: "data-protection", kind: "low" }] });
  });
  it("11: one dimension 3, 2, unknown, not applicable", () => {
    const { of } = score(answersOf({ strategy: [3, 2, "dk", "na"] }, 2));
    expect(of("strategy")?.score).toBeCloseTo(41.67, 2);
    expect(of("strategy")?.upper).toBeCloseTo(75, 9);
    expect(of("strategy")).toMatchObject({ applicable: 3, answered: 2, asked: 4, reason: null });
  });
  it("12: what does not apply takes its weight away", () => {
    expect(score(answersOf({ acceptance: [4, "na", "na", 4] }, 2)).overall.score).toBeCloseTo(450 / 8.5, 9);
    expect(score(answersOf({ acceptance: [4, 0, 0, 4] }, 2)).overall.score).toBeCloseTo(50, 9);
  });
  it("13: foundations open, the rest 3", () => {
    const { overall } = score(answersOf({ foundations: four(null) }, 3));
    expect(overall.score).toBeCloseTo(66.67, 2);
    expect(overall.upper).toBeCloseTo(77.78, 2);
    expect(overall.coverage).toBeCloseTo(0.889, 3);
    expect(overall.geometric).toBeCloseTo(46.02, 2);
    expect(overall).toMatchObject({ stage: 3, securedStage: 0, bottleneck: [{ dimension: "foundations", kind: "open" }] });
  });
  it("14: unknown earns no more than an honest 0", () => {
    const unknown = score({ ...answersOf(2), "skills-2": { answer: "dk" } }).overall;
    const zero = score({ ...answersOf(2), "skills-2": { level: 0 } }).overall;
    for (const { score: value } of [unknown, zero]) expect(value).toBeCloseTo(48.61, 2);
    expect(unknown.upper).toBeCloseTo(51.39, 2);
    expect(zero.upper).toBe(zero.score);
  });
});

describe("the secured stage", () => {
  it("is held down by no gate that does not apply", () => {
    const { overall } = score(answersOf({ skills: four("na") }, 2));
    expect(overall).toMatchObject({ stage: 2, securedStage: 2, bottleneck: [] });
    expect(overall.geometric).toBeCloseTo(50, 9);
  });
  it("is held down by an open gate where the answers could still reach the average stage, else by a low one", () => {
    const held = (...foundations: Given[]) => score(answersOf({ foundations }, 2)).overall;
    expect(held(0, 0, null, null)).toMatchObject({ stage: 2, securedStage: 0, bottleneck: [{ dimension: "foundations", kind: "open" }] });
    expect(held(0, 0, 0, null)).toMatchObject({ stage: 2, securedStage: 0, bottleneck: [{ dimension: "foundations", kind: "low" }] });
  });
});

describe("what is printed", () => {
  it("is nothing where nothing applies", () => {
    const { overall, of } = score(answersOf("na"));
    expect(overall).toMatchObject({ score: null, lower: null, upper: null, coverage: 0, reason: "not-applicable" });
    expect(of("funding")).toMatchObject({ score: null, lower: null, upper: null, coverage: null, stage: null, reason: "not-applicable" });
  });
  it("needs two thirds of a dimension", () => {
    expect(score(answersOf({ strategy: [4, 4, null, "na"] }, 2)).of("strategy")?.reason).toBeNull();
    expect(score(answersOf({ strategy: [4, 4, null, null] }, 2)).of("strategy")).toMatchObject({
      score: null,
      stage: null,
      reason: "too-open",
    });
  });
  it("is a value of the quick check from six answers on, without stages or values of dimensions", () => {
    const quick = (count: number) => Object.fromEntries(dimensionIds.slice(0, count).map((id) => [`${id}-1`, { level: 2 as const }]));
    const { overall, dimensions } = score(quick(6), "quick");
    expect(overall.score).toBeCloseTo(33.33, 2);
    expect(overall).toMatchObject({ stage: null, securedStage: null, geometric: null, bottleneck: [], reason: null });
    expect(dimensions.every(({ score: value, stage }) => value === null && stage === null)).toBe(true);
    expect(score(quick(5), "quick").overall).toMatchObject({ score: null, reason: "too-open" });
  });
  it("counts the answers of the quick check, not their weight", () => {
    const quick = (ids: readonly DimensionId[], weights: [DimensionId, number][]) =>
      score(Object.fromEntries(ids.map((id) => [`${id}-1`, { level: 2 as const }])), "quick", new Map(weights)).overall.reason;
    expect(quick(dimensionIds.slice(3), [["strategy", 9]])).toBeNull();
    expect(quick(dimensionIds.slice(0, 5), [["strategy", 99]])).toBe("too-open");
  });
  it("tells each dimension's weight, as chosen or else as the model has it", () => {
    const { of } = score(answersOf(2), "full", new Map([["strategy", 3]]));
    expect([of("strategy")?.weight, of("funding")?.weight]).toEqual([3, 1]);
  });
  it("needs two thirds but for the error of a sum", () => {
    expect([2 / 3, 2 / 3 - 1e-9, 2 / 3 - 2e-9].map((coverage) => isPrinted({ coverage }))).toEqual([true, true, false]);
  });
  it("counts an item as often as its weight says, within its dimension", () => {
    const weighing = (weights: number[]) => {
      const uneven = standardModel((id) => ({ weight: id.startsWith("strategy") ? weights[Number(id.at(-1)) - 1] : 1 }));
      const answers = answersOf({ strategy: [4, 0, 0, 0] }, 0);
      return scoredItems(uneven, { depth: "full", aiUse: "unknown", answers }).map(({ share }) => share);
    };
    for (const [index, share] of [3 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 4].entries())
      expect(weighing([3, 1, 1, 1])[index]).toBeCloseTo(share / 9, 12);
    for (const share of weighing([5, 5, 5, 5])) expect(share).toBeCloseTo(1 / 36, 12);
  });
  it("is nothing where no dimension has any weight", () => {
    expect(score(answersOf(2), "full", new Map(dimensionIds.map((id) => [id, 0])))).toMatchObject({
      items: [],
      overall: { reason: "not-applicable" },
    });
  });
  it("counts a dimension as often as its weight says, and one without weight not at all", () => {
    const answers = answersOf({ strategy: four(4) }, 0);
    expect(score(answers, "full", new Map([["strategy", 2]])).overall.score).toBeCloseTo(20, 9);
    expect(score(answers, "full", new Map([["strategy", 0]])).overall.score).toBe(0);
  });
  it("names about three of the weakest and strongest, and none where another is at the same value", () => {
    const named = (...levels: Parameters<typeof each>) => extremesOf(score(answersOf(each(...levels))).dimensions);
    expect(named(3, 4, 2, 2, 1, 0, 3, 2, 2)).toEqual({
      weakest: ["security", "data-protection"],
      strongest: ["funding", "strategy", "use-cases"],
    });
    expect(named(0, 1, 2, 3, 4, 4, 4, 4, 0)).toEqual({
      weakest: ["strategy", "acceptance", "funding"],
      strongest: ["data-protection", "security", "use-cases", "cooperation"],
    });
    expect(named(4, 3, 3, 2, 2, 2, 1, 1, 1)).toMatchObject({ strongest: ["strategy", "funding", "skills"] });
    expect(named(0, 1, 1, 2, 1, 0, 0, 1, 0)).toMatchObject({ strongest: ["foundations"] });
    expect(named(0, 0, 0, 0, 0, 1, 1, 1, 1)).toEqual({ weakest: [], strongest: ["security", "use-cases", "cooperation", "acceptance"] });
    expect(named(0, 0, 1, 1, 1, 1, 1, 1, 1)).toEqual({ weakest: ["strategy", "funding"], strongest: [] });
    expect(named(1, 1, 1, 1, 1, 1, 1, 1, 1)).toEqual({ weakest: [], strongest: [] });
  });
  it("names nothing below the mean as strong or above it as weak, and nothing that does not apply", () => {
    const few = [
      dimensionScore("strategy", 1e-9),
      dimensionScore("funding", 0),
      dimensionScore("skills", null, { lower: null }),
      dimensionScore("security", 40),
    ];
    expect(extremesOf(few)).toEqual({ weakest: ["strategy", "funding"], strongest: ["security"] });
    const near = [dimensionScore("strategy", 50), dimensionScore("funding", 50 + 5e-10), dimensionScore("skills", 50 + 4e-10)];
    expect(extremesOf(near)).toEqual({ weakest: [], strongest: [] });
    expect(extremesOf([])).toEqual({ weakest: [], strongest: [] });
  });
});

describe("where no AI is in use", () => {
  const using = standardModel((id) => ({ presupposesUse: id.startsWith("use-cases") }));
  const scored = (aiUse: "none" | "trial" | "unknown", answers = answersOf({ "use-cases": four(null) }, 2)) =>
    scoredItems(using, { depth: "full", aiUse, answers }).filter(({ dimension }) => dimension === "use-cases");

  it("items about its use stand at 0 and count as answered", () => {
    expect(scored("none").map(({ level }) => level)).toEqual([0, 0, 0, 0]);
    for (const aiUse of ["trial", "unknown"] as const) expect(scored(aiUse).map(({ level }) => level)).toEqual([null, null, null, null]);
  });
  it("an answer that somebody gives all the same counts", () => {
    expect(scored("none", answersOf({ "use-cases": [1, "dk", "na", null] }, 2)).map(({ level }) => level)).toEqual([1, null, 0]);
    expect(
      isPresumed({ id: "x", weight: 1, key: false, allowsNotApplicable: false, presupposesUse: true }, { aiUse: "none", answers: {} }),
    ).toBe(true);
  });
});

describe("always", () => {
  const given = fc.constantFrom<Given>(0, 1, 2, 3, 4, "dk", "na", null);
  const any = fc
    .array(given, { minLength: 36, maxLength: 36 })
    .map((values) => answersOf(Object.fromEntries(dimensionIds.map((id, index) => [id, values.slice(4 * index, 4 * index + 4)]))));
  const anyItem = fc.tuple(fc.constantFrom(...dimensionIds), fc.integer({ min: 1, max: 4 })).map(([id, number]) => `${id}-${number}`);

  it("the value lies between what is certain and what is possible, and the geometric mean not above it", () => {
    fc.assert(
      fc.property(any, (answers) => {
        const { overall, items } = score(answers);
        expect(items.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(items.length === 0 ? 0 : 1, 9);
        if (overall.lower === null || overall.upper === null) return;
        expect(overall.lower).toBeGreaterThanOrEqual(0);
        expect(overall.upper).toBeLessThanOrEqual(100);
        expect(overall.upper).toBeGreaterThanOrEqual(overall.lower);
        if (overall.score === null) return;
        expect(overall.score).toBe(overall.lower);
        expect(overall.geometric).toBeLessThanOrEqual(overall.score);
      }),
    );
  });
  it("one level up lowers nothing; not knowing raises nothing that is certain; answering widens nothing", () => {
    fc.assert(
      fc.property(any, anyItem, fc.integer({ min: 0, max: 3 }), (answers, id, level) => {
        const at = (answer: Given) =>
          score({
            ...answers,
            ...((answer === null ? {} : { [id]: answer === "dk" ? { answer: "dk" as const } : { level: answer } }) as typeof answers),
          }).overall;
        const [low, high, unknown] = [at(level as Given), at((level + 1) as Given), at("dk")];
        const bound = (value: number | null) => value ?? -1;
        expect(bound(high.lower)).toBeGreaterThan(bound(low.lower));
        expect(bound(high.upper)).toBeGreaterThan(bound(low.upper));
        if (low.score !== null && high.score !== null) {
          expect(high.stage).toBeGreaterThanOrEqual(low.stage ?? 0);
          expect(high.securedStage).toBeGreaterThanOrEqual(low.securedStage ?? 0);
        }
        expect(bound(unknown.lower)).toBeLessThanOrEqual(bound(low.lower) + 1e-9);
        expect(bound(unknown.upper)).toBeGreaterThanOrEqual(bound(high.upper) - 1e-9);
        expect(low.coverage).toBeGreaterThan(unknown.coverage);
        if (unknown.securedStage !== null) expect(low.securedStage).toBeGreaterThanOrEqual(unknown.securedStage);
      }),
    );
  });
});
