import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimensionScore, gates } from "../../../tests/support/builders";
import { dimensionIds, type DimensionId } from "../vocabulary";
import type { DimensionScore } from "./dimension-score";
import { coverageOf, scoreOverall } from "./overall-score";

/** The nine dimensions in their order. */
const nine = (scores: (number | null)[], overrides: Partial<Record<DimensionId, Partial<DimensionScore>>> = {}) =>
  dimensionIds.map((id, index) => dimensionScore(id, scores[index] ?? null, overrides[id]));
const all = (score: number | null, except: Partial<Record<DimensionId, number | null>> = {}) =>
  nine(dimensionIds.map((id) => (id in except ? (except[id] ?? null) : score)));

describe("by hand", () => {
  it("puts the worked case of the method together", () => {
    const result = scoreOverall(nine([75, 75, 50, 50, 25, 0, 75, 50, 50]));
    expect(result).toMatchObject({ arithmetic: 50, lower: 50, upper: 50, stage: 2, reason: null });
    expect(result.geometric?.toFixed(1)).toBe("34.0");
  });

  it("weighs the dimensions in every mean", () => {
    const result = scoreOverall(nine([100, 0, 0, 0, 0, 0, 0, 0, 0], { strategy: { weight: 8 } }));
    expect(result).toMatchObject({ arithmetic: 50, lower: 50, upper: 50 });
    expect(result.geometric).toBeCloseTo(9 / 0.99, 10); // (√100 − 1) / 0.99
  });

  it("takes the bounds from every applicable dimension, scored or not, and leaves out the others", () => {
    const result = scoreOverall(
      nine([60, 60, 60, 60, 60, 60, 60, null, null], {
        cooperation: { lower: 20, upper: 90 },
        acceptance: { applicable: 0, lower: null, upper: null, reason: "nothing-applicable" },
      }),
    );
    expect(result).toMatchObject({ arithmetic: 60, lower: 55, upper: 63.75 });
  });
});

describe("the secured stage", () => {
  it.each<[string, DimensionScore[], object]>([
    ["is the average stage where every gate reaches it", all(50), { stage: 2, securedStage: 2, bottleneck: [] }],
    ["is held back by the lowest gate", all(75, { skills: 25, strategy: 50 }), { stage: 3, securedStage: 1, bottleneck: ["skills"] }],
    [
      "names every gate that holds it back",
      all(75, { skills: 0, "data-protection": 12 }),
      { stage: 2, securedStage: 0, bottleneck: ["skills", "data-protection"] },
    ],
    ["is not held back by another dimension", all(75, { security: 0 }), { stage: 3, securedStage: 3, bottleneck: [] }],
    [
      "is never above the average stage",
      all(0, { strategy: 50, skills: 50, foundations: 50, "data-protection": 50 }),
      { stage: 1, securedStage: 1, bottleneck: [] },
    ],
  ])("%s", (_rule, dimensions, expected) => {
    expect(scoreOverall(dimensions)).toMatchObject(expected);
  });
});

describe("no overall score", () => {
  const others = dimensionIds.filter((id) => !gates.includes(id));
  const nothing = { arithmetic: null, geometric: null, stage: null, securedStage: null, bottleneck: [] };
  const without = (ids: DimensionId[]) => all(50, Object.fromEntries(ids.map((id) => [id, null])));

  it("with five dimensions, but with six", () => {
    expect(scoreOverall(without(others.slice(0, 4)))).toMatchObject({ ...nothing, reason: "too-few-dimensions" });
    expect(scoreOverall(without(others.slice(0, 3)))).toMatchObject({ arithmetic: 50, reason: null });
  });

  it.each(gates)("without the gate dimension %s", (gate) => {
    expect(scoreOverall(without([gate]))).toMatchObject({ ...nothing, reason: "gate-dimension-missing" });
  });

  it("still gives the bounds", () => {
    const dimensions = without(others.slice(0, 4)); // four of nine between 0 and 100, five at 50
    expect(scoreOverall(dimensions)).toMatchObject({ lower: (5 * 50) / 9, upper: (5 * 50 + 4 * 100) / 9 });
  });

  it("has no bounds either where nothing is applicable", () => {
    const none = dimensionIds.map((id) => dimensionScore(id, null, { applicable: 0, lower: null, upper: null }));
    expect(scoreOverall(none)).toMatchObject({ ...nothing, lower: null, upper: null, reason: "too-few-dimensions" });
  });

  it("where no dimension carries any weight", () => {
    const weightless = all(50).map((dimension) => ({ ...dimension, weight: 0 }));
    expect(scoreOverall(weightless)).toMatchObject({ ...nothing, lower: null, upper: null });
  });
});

describe("coverage", () => {
  it("is the share of the applicable questions that have a level", () => {
    const dimensions = [
      dimensionScore("strategy", 50, { applicable: 4, answered: 4 }),
      dimensionScore("funding", null, { applicable: 2, answered: 1 }),
      dimensionScore("skills", null, { applicable: 0, answered: 0 }),
    ];
    expect(coverageOf(dimensions)).toBe(5 / 6);
  });
  it("is 0 where nothing is applicable", () => {
    expect(coverageOf([dimensionScore("funding", null, { applicable: 0, answered: 0 })])).toBe(0);
  });
});

describe("whatever the scores", () => {
  const value = fc.double({ min: 0, max: 100, noNaN: true });
  const weight = fc.double({ min: 0.01, max: 100, noNaN: true });
  const dimensions = fc
    .array(fc.tuple(value, weight), { minLength: 9, maxLength: 9 })
    .map((list) => list.map(([score, own], index) => dimensionScore(dimensionIds[index] ?? "strategy", score, { weight: own })));
  const means = (list: DimensionScore[]) => {
    const { arithmetic, geometric } = scoreOverall(list);
    return { arithmetic: arithmetic ?? NaN, geometric: geometric ?? NaN };
  };
  const slack = 1e-9;

  it("the geometric mean is not above the arithmetic one, and both lie between the lowest and the highest score", () => {
    fc.assert(
      fc.property(dimensions, (list) => {
        const { arithmetic, geometric } = means(list);
        const scores = list.map(({ score }) => score ?? NaN);
        expect(geometric).toBeGreaterThanOrEqual(Math.min(...scores) - slack);
        expect(geometric).toBeLessThanOrEqual(arithmetic + slack);
        expect(arithmetic).toBeLessThanOrEqual(Math.max(...scores) + slack);
      }),
    );
  });

  it("a higher score of one dimension never lowers a mean or a stage", () => {
    fc.assert(
      fc.property(dimensions, fc.constantFrom(...dimensionIds), value, (list, id, other) => {
        const raised = list.map((one) =>
          one.id === id ? dimensionScore(id, Math.max(one.score ?? NaN, other), { weight: one.weight }) : one,
        );
        const [before, after] = [scoreOverall(list), scoreOverall(raised)];
        for (const key of ["arithmetic", "geometric", "stage", "securedStage"] as const)
          expect(after[key]).toBeGreaterThanOrEqual((before[key] ?? NaN) - slack);
      }),
    );
  });

  it("neither the order of the dimensions nor a common factor of their weights matters", () => {
    const permuted = dimensions.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: 9 }), weight));
    fc.assert(
      fc.property(permuted, ([list, shuffled, factor]) => {
        const { arithmetic, geometric } = means(list);
        const other = means(shuffled.map((one) => ({ ...one, weight: one.weight * factor })));
        expect(other.arithmetic).toBeCloseTo(arithmetic, 6);
        expect(other.geometric).toBeCloseTo(geometric, 6);
      }),
    );
  });
});
