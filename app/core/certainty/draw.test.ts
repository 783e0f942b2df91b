import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimension, item, modelVersion, soundContent } from "../../../tests/support/builders";
import type { Answers, Level } from "../assessment/answer";
import type { Assessment } from "../assessment/assessment";
import { scoreDimension } from "../score/dimension-score";
import { scoreOverall } from "../score/overall-score";
import { dimensionIds } from "../vocabulary";
import { createDraw, drawInputs, evaluate } from "./draw";
import { compileModel, inputGroups, type UncertaintyModel } from "./model";
import { createRandom } from "./random";

const content = soundContent();
content.questionnaires.municipality.dimensions = [
  dimension("strategy", [item("a", { weight: 3, key: true }), item("b")], { weight: 2 }),
  dimension("funding", [item("c", { key: true }), item("d", { allowsNotApplicable: true })]),
];
const notApplicable = { answer: "na", reason: "gibt es hier nicht" } as const;
const modelOf = (answers: Answers, overrides: Partial<Assessment> = {}, distributions?: UncertaintyModel["distributions"]) =>
  compileModel(
    { track: "municipality", depth: "full", modelVersion, organisation: {}, answers, ...overrides },
    content,
    new Map(),
    distributions,
  );

/** One draw with the same uniform everywhere, except where told otherwise. */
function drawOf(model: UncertaintyModel, uniform: number, changes: Record<number, number> = {}) {
  const inputs = new Float64Array(model.groupOf.length).fill(uniform);
  for (const [index, value] of Object.entries(changes)) inputs[Number(index)] = value;
  const draw = createDraw(model);
  return { overall: evaluate(model, inputs, draw), draw };
}

describe("by hand", () => {
  const model = modelOf({ a: { level: 4, evidence: "Beschluss" }, b: { level: 0 }, c: { level: 2 } });

  it("takes its inputs item weights first, then answers, dimension weights and the aggregation", () => {
    expect([...model.groupOf].map((group) => inputGroups[group])).toEqual([
      ...["weights", "weights", "weights", "weights"],
      ...["rater-noise", "rater-noise", "rater-noise", "open-answers"],
      ...["weights", "weights", "aggregation"],
    ]);
  });

  it("in the middle of every distribution gives nominal weights and levels, and 50 points for what is open", () => {
    const { overall, draw } = drawOf(model, 0.5);
    expect([...draw.points]).toEqual([75, 50]);
    expect(overall).toBeCloseTo((2 * 75 + 50) / 3, 12);
    expect([...draw.levels]).toEqual([4, 0, 2, 0]);
    expect([...draw.itemWeights]).toEqual([3, 1, 1, 1]);
    expect([...draw.itemWeightSums]).toEqual([4, 2]);
    expect([...draw.dimensionWeights]).toEqual([2, 1]);
  });

  it("at the lower end gives weights of three quarters, levels one lower and nothing for what is open", () => {
    const { draw } = drawOf(model, 0);
    expect([...draw.points]).toEqual([(3 * 75) / 4, 25 / 2]);
    expect([...draw.levels]).toEqual([3, 0, 1, 0]);
    expect([...draw.itemWeights]).toEqual([2.25, 0.75, 0.75, 0.75]);
    expect([...draw.dimensionWeights]).toEqual([1.5, 0.75]);
  });

  it("moves each item and each weight by an input of its own", () => {
    const points = (changes: Record<number, number>) => [...drawOf(model, 0.5, changes).draw.points];
    expect(points({ 0: 0 })).toEqual([(2.25 * 100) / 3.25, 50]); // weight of a
    expect(points({ 1: 0 })).toEqual([300 / 3.75, 50]); // weight of b
    expect(points({ 4: 0 })).toEqual([(3 * 75) / 4, 50]); // answer a
    expect(points({ 5: 0.999 })).toEqual([(3 * 100 + 25) / 4, 50]); // answer b
    expect(points({ 7: 0.9 })).toEqual([75, 70]); // what is open
    expect(drawOf(model, 0.5, { 8: 0 }).overall).toBeCloseTo((1.5 * 75 + 50) / 2.5, 12); // weight of strategy
  });

  it("puts the dimensions together geometrically below one half, arithmetically from there", () => {
    expect(drawOf(model, 0.5, { 10: 0.499 }).overall).toBeCloseTo((Math.cbrt((1 + 0.99 * 75) ** 2 * (1 + 0.99 * 50)) - 1) / 0.99, 10);
    expect(drawOf(model, 0.5, { 10: 0.5 }).overall).toBeCloseTo(200 / 3, 12);
  });

  it("doubts a level of 3 or 4 without evidence twice as much", () => {
    const doubted = modelOf({ a: { level: 4 }, b: { level: 3, evidence: "Liste" }, c: { level: 2 } });
    expect(doubted.dimensions.flatMap(({ items }) => items.map(({ noise }) => noise))).toEqual([0.1, 0.05, 0.05, 0]);
    expect([...drawOf(doubted, 0.5, { 4: 0.07, 5: 0.07, 6: 0.07 }).draw.levels]).toEqual([3, 3, 2, 0]);
  });
});

describe("what takes part", () => {
  it("is every applicable item, and every dimension with one, scored or not", () => {
    const model = modelOf({ a: { level: 1 }, d: notApplicable });
    expect(model.dimensions.map(({ id, items }) => [id, items.map(({ level }) => level)])).toEqual([
      ["strategy", [1, null]],
      ["funding", [null]],
    ]);
    expect(model.hasOverall).toBe(true);
  });

  it("is not a dimension in which nothing applies", () => {
    const model = modelOf({ c: notApplicable, d: notApplicable });
    expect(model.dimensions.map(({ id }) => id)).toEqual(["strategy"]);
    expect(modelOf({ c: notApplicable, a: notApplicable }, { depth: "quick" })).toMatchObject({ dimensions: [], hasOverall: false });
  });

  it("is the key item alone in the quick check", () => {
    expect(modelOf({}, { depth: "quick" }).itemCount).toBe(2);
  });

  it("are the weights the user has changed", () => {
    const assessment = { track: "municipality", depth: "full", modelVersion, organisation: {}, answers: {} } as const;
    const model = compileModel(assessment, content, new Map([["funding", 5]]));
    expect(model.dimensions.map(({ weight }) => weight)).toEqual([2, 5]);
    expect(compileModel(assessment, content, new Map([["strategy", 0], ["funding", 0]])).hasOverall).toBe(false); // prettier-ignore
  });
});

it("agrees with the score where everything is answered and nothing is left to chance", () => {
  const nine = soundContent();
  const itemIds = dimensionIds.flatMap((id) => [`${id}-key`, `${id}-more`]);
  const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);
  const weight = fc.double({ min: 0.1, max: 10, noNaN: true });
  const still = { weightSpread: 0, geometricShare: 0, openPoints: [50, 50], noise: 0, noiseWithoutEvidence: 0 } as const;
  fc.assert(
    fc.property(fc.array(level, { minLength: 18, maxLength: 18 }), fc.array(weight, { minLength: 9, maxLength: 9 }), (levels, list) => {
      const answers: Answers = Object.fromEntries(itemIds.map((id, index) => [id, { level: levels[index] ?? 0 }]));
      const weights = new Map(dimensionIds.map((id, index) => [id, list[index] ?? 1]));
      const scores = nine.questionnaires.sme.dimensions.map((one) => scoreDimension(one, "full", answers, weights.get(one.id) ?? NaN));
      const overall = scoreOverall(scores);
      const assessment: Assessment = { track: "sme", depth: "full", modelVersion, organisation: {}, answers };
      for (const [geometricShare, expected] of [
        [0, overall.arithmetic],
        [1, overall.geometric],
      ] as const) {
        const model = compileModel(assessment, nine, weights, { ...still, geometricShare });
        const { overall: drawn, draw } = drawOf(model, 0.3);
        expect(drawn).toBeCloseTo(expected ?? NaN, 9);
        expect([...draw.points]).toEqual(scores.map(({ score }) => expect.closeTo(score ?? NaN, 9)));
        expect(model.securedStage).toBe(overall.securedStage);
      }
    }),
  );
});

it("fills in the inputs in the order of the sequence", () => {
  const [inputs, random] = [new Float64Array(3), createRandom("00000001")];
  drawInputs(inputs, createRandom("00000001"));
  expect([...inputs]).toEqual([random(), random(), random()]);
});
