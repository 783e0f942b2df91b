import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimension, item } from "../../../tests/support/builders";
import type { Answer, Answers, Level } from "../assessment/answer";
import { scoreDimension, type DimensionScore } from "./dimension-score";

/** What one item was answered with; null: not at all. */
type Given = Level | "dk" | "na" | null;
type Row = { id: string; given: Given; weight: number };

const toAnswer = (given: Exclude<Given, null>): Answer =>
  given === "na" ? { answer: "na", reason: "gibt es hier nicht" } : given === "dk" ? { answer: "dk" } : { level: given };

function scoreRows(rows: Row[]): DimensionScore {
  const answers: Answers = Object.fromEntries(rows.flatMap(({ id, given }) => (given === null ? [] : [[id, toAnswer(given)]])));
  return scoreDimension(
    dimension(
      "funding",
      rows.map(({ id, weight }) => item(id, { weight })),
    ),
    "full",
    answers,
    1,
  );
}

const score = (given: Given[], weights: number[] = []) =>
  scoreRows(given.map((one, index) => ({ id: `item-${index}`, given: one, weight: weights[index] ?? 1 })));

describe("by hand", () => {
  it("scores the worked case of the method", () => {
    const result = score([3, 2, "dk", "na"]);
    expect(result).toMatchObject({ score: 62.5, upper: 75, stage: 3, reason: null, asked: 4, applicable: 3, answered: 2 });
    expect(result.lower).toBeCloseTo(125 / 3, 12);
    expect(result.coverage).toBeCloseTo(2 / 3, 12);
  });

  it.each<[string, Given[], number[], Partial<DimensionScore>]>([
    ["one level is worth 25 points", [1], [], { score: 25, lower: 25, upper: 25, coverage: 1 }],
    ["the mean over the items", [0, 1, 2, 4], [], { score: 43.75, lower: 43.75, upper: 43.75, stage: 2 }],
    ["a weighted mean", [4, 0], [3, 1], { score: 75, lower: 75, upper: 75 }],
    ["weights count in coverage too", [4, "dk"], [3, 1], { score: 100, lower: 75, upper: 100, coverage: 0.75 }],
    ["the score leaves out what does not apply, and so does the coverage", [2, 2, 2, "na"], [], { score: 50, upper: 50, coverage: 1 }],
  ])("%s", (_rule, given, weights, expected) => {
    expect(score(given, weights)).toMatchObject({ ...expected, reason: null });
  });

  it("carries id, gate and its own weight along", () => {
    const result = scoreDimension(dimension("skills", [item("a")]), "full", {}, 2.5);
    expect(result).toMatchObject({ id: "skills", gate: true, weight: 2.5 });
  });
});

describe("coverage", () => {
  it.each<[string, Given[], number[]]>([
    ["two of three", [2, 2, "dk"], []],
    ["four of six", [2, 2, 2, 2, "dk", null], []],
    ["two thirds of a weight that binary cannot hold", [2, 2, "dk"], [0.1, 0.1, 0.1]],
  ])("of exactly two thirds is enough: %s", (_case, given, weights) => {
    expect(score(given, weights)).toMatchObject({ score: 50, reason: null });
  });

  it.each<[string, Given[], number[], Partial<DimensionScore>]>([
    ["two of three, the open one heavier", [2, 2, "dk"], [1, 1, 1.01], {}],
    ["half", [4, 2, "dk", null], [], { lower: 37.5, upper: 87.5, coverage: 0.5 }],
    ["none", ["dk", null], [], { lower: 0, upper: 100, coverage: 0 }],
  ])("below two thirds gives no score, but bounds: %s", (_case, given, weights, expected) => {
    const result = score(given, weights);
    expect(result).toMatchObject({ score: null, stage: null, reason: "coverage-below-two-thirds", ...expected });
    expect(result.lower).not.toBeNull();
  });
});

describe("not applicable", () => {
  it.each<[string, Given[], number[]]>([
    ["one of three", [2, 2, "na"], []],
    ["a third of a weight that binary cannot hold", [2, 2, "na"], [0.1, 0.1, 0.1]],
  ])("may take exactly a third: %s", (_case, given, weights) => {
    expect(score(given, weights)).toMatchObject({ score: 50, reason: null });
  });

  it.each<[string, Given[], number[]]>([
    ["two of four", [2, 2, "na", "na"], []],
    ["one of three, but heavier", [2, 2, "na"], [1, 1, 1.01]],
  ])("above a third gives no score, but bounds: %s", (_case, given, weights) => {
    expect(score(given, weights)).toMatchObject({
      score: null,
      stage: null,
      reason: "too-many-not-applicable",
      lower: 50,
      upper: 50,
      coverage: 1,
    });
  });

  it("everywhere leaves nothing to say, not even bounds", () => {
    expect(score(["na", "na"])).toMatchObject({
      score: null,
      lower: null,
      upper: null,
      coverage: null,
      stage: null,
      reason: "nothing-applicable",
      asked: 2,
      applicable: 0,
    });
  });
});

it("asks the key items only in the quick check", () => {
  const two = dimension("funding", [item("key", { key: true }), item("other")]);
  const answers: Answers = { key: { level: 4 }, other: { level: 0 } };
  expect(scoreDimension(two, "quick", answers, 1)).toMatchObject({ score: 100, asked: 1 });
  expect(scoreDimension(two, "full", answers, 1)).toMatchObject({ score: 50, asked: 2 });
});

it("treats not answered, don't know and a mere note alike", () => {
  const three = dimension("funding", [item("a"), item("b"), item("c")]);
  const answers: Answers = { a: { level: 3 }, b: { level: 1 } };
  const open = scoreDimension(three, "full", answers, 1);
  expect(open).toMatchObject({ score: 50, answered: 2 });
  expect(scoreDimension(three, "full", { ...answers, c: { answer: "dk" } }, 1)).toEqual(open);
  expect(scoreDimension(three, "full", { ...answers, c: { note: "Frau Yıldız fragen" } }, 1)).toEqual(open);
});

describe("whatever the answers", () => {
  const given = fc.constantFrom<Given>(0, 1, 2, 3, 4, "dk", "na", null);
  const weight = fc.oneof(fc.constantFrom(0.5, 1, 2, 3), fc.double({ min: 0.01, max: 100, noNaN: true }));
  const rows = fc
    .array(fc.record({ given, weight }), { minLength: 1, maxLength: 8 })
    .map((list) => list.map((row, index): Row => ({ id: `item-${index}`, ...row })));
  const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);
  const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 6));
  const alike = (result: DimensionScore) => ({
    score: close(result.score),
    lower: close(result.lower),
    upper: close(result.upper),
    coverage: close(result.coverage),
    stage: result.stage,
    reason: result.reason,
  });
  const slack = 1e-9;

  it("the values stay within 0 and 100, the coverage within 0 and 1", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { score, lower, upper, coverage } = scoreRows(list);
        for (const value of [score, lower, upper].filter((one) => one !== null)) {
          expect(value).toBeGreaterThanOrEqual(-slack);
          expect(value).toBeLessThanOrEqual(100 + slack);
        }
        expect(coverage ?? 0).toBeGreaterThanOrEqual(0);
        expect(coverage ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("the score lies between the bounds", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { score, lower, upper } = scoreRows(list);
        fc.pre(score !== null && lower !== null && upper !== null);
        expect(lower).toBeLessThanOrEqual(score + slack);
        expect(score).toBeLessThanOrEqual(upper + slack);
      }),
    );
  });

  it("a higher level never lowers the score or a bound", () => {
    fc.assert(
      fc.property(rows, weight, level, level, (list, own, a, b) => {
        const withLevel = (one: number) => scoreRows([...list, { id: "own", given: one as Level, weight: own }]);
        const [low, high] = [withLevel(Math.min(a, b)), withLevel(Math.max(a, b))];
        for (const key of ["score", "lower", "upper"] as const) expect(high[key] ?? 0).toBeGreaterThanOrEqual((low[key] ?? 0) - slack);
        expect(high.reason).toBe(low.reason);
      }),
    );
  });

  it("answering an open item only narrows the bounds", () => {
    fc.assert(
      fc.property(rows, weight, level, (list, own, answered) => {
        const open = scoreRows([...list, { id: "own", given: null, weight: own }]);
        const known = scoreRows([...list, { id: "own", given: answered, weight: own }]);
        expect(known.lower).toBeGreaterThanOrEqual((open.lower ?? NaN) - slack);
        expect(known.upper).toBeLessThanOrEqual((open.upper ?? NaN) + slack);
        expect(known.coverage).toBeGreaterThan(open.coverage ?? NaN);
      }),
    );
  });

  it("the order of the items does not matter", () => {
    const shuffled = rows.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(scoreRows(other)).toMatchObject(alike(scoreRows(list)));
      }),
    );
  });

  it("a common factor of the weights does not matter", () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.01, max: 100, noNaN: true }), (list, factor) => {
        const scaled = list.map((row) => ({ ...row, weight: row.weight * factor }));
        expect(scoreRows(scaled)).toMatchObject(alike(scoreRows(list)));
      }),
    );
  });

  it("an item that does not apply changes nothing but the number of items asked", () => {
    fc.assert(
      fc.property(rows, weight, (list, own) => {
        const without = scoreRows(list);
        const withIt = scoreRows([...list, { id: "own", given: "na", weight: own }]);
        fc.pre(withIt.reason !== "too-many-not-applicable");
        expect(withIt).toEqual({ ...without, asked: without.asked + 1 });
      }),
    );
  });
});
