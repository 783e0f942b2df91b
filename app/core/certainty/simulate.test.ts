import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepFreeze, dimension, item, modelVersion, soundContent } from "../../../tests/support/builders";
import type { Answer, Answers, Level } from "../assessment/answer";
import type { Assessment } from "../assessment/assessment";
import { assess } from "../assess";
import { stageOf } from "../score/stage";
import { dimensionIds } from "../vocabulary";
import { methodDistributions, type Distributions } from "./distributions";
import { createDraw, drawInputs, evaluate } from "./draw";
import { compileModel, type UncertaintyModel } from "./model";
import { createRandom } from "./random";
import { simulate, type Percentiles } from "./simulate";

/** Four items a dimension, as in the questionnaires themselves: with fewer, one level would move a whole stage. */
const content = soundContent();
const itemsOf = (id: string) => ["key", "more", "third", "fourth"].map((name) => `${id}-${name}`);
content.questionnaires.municipality.dimensions = dimensionIds.map((id) =>
  dimension(
    id,
    itemsOf(id).map((name) => item(name, { key: name.endsWith("key"), allowsNotApplicable: true })),
  ),
);
const itemIds = dimensionIds.flatMap(itemsOf);
const assessmentOf = (answers: Answers): Assessment => ({ track: "municipality", depth: "full", modelVersion, organisation: {}, answers });
const modelOf = (answers: Answers, distributions?: Distributions) => compileModel(assessmentOf(answers), content, new Map(), distributions);
const answersOf = (levels: Level[], remarks: { evidence?: string } = {}): Answers =>
  Object.fromEntries(itemIds.map((id, index) => [id, { level: levels[index % levels.length] as Level, ...remarks }]));
const notApplicable = { answer: "na", reason: "gibt es hier nicht" } as const;
/** The same uniforms for different answers, so that only the answers make the difference. */
const sameSeed = (model: UncertaintyModel, seed = "0badcafe"): UncertaintyModel => ({ ...model, seed });
const width = (band: Percentiles | null | undefined) => (band ? band.high - band.low : NaN);

const given = fc.constantFrom<Answer | null>(
  ...([0, 1, 2, 3, 4] as const).map((level) => ({ level })),
  { level: 4, evidence: "Beschluss" },
  { answer: "dk" },
  notApplicable,
  null,
);
const anyAnswers = fc
  .array(given, { minLength: itemIds.length, maxLength: itemIds.length })
  .map((list): Answers => Object.fromEntries(itemIds.flatMap((id, index) => (list[index] ? [[id, list[index]]] : []))));

describe("the same assessment", () => {
  const answers = { ...answersOf([3, 1, 2, 4]), "skills-key": { answer: "dk" } as const };

  it("gives the same numbers to the last digit, and is not changed", () => {
    const model = deepFreeze({ ...modelOf(answers), groupOf: undefined });
    const frozen = { ...model, groupOf: modelOf(answers).groupOf };
    expect(simulate(frozen, 500)).toEqual(simulate(modelOf(answers), 500));
    expect(simulate(frozen, 500)).toEqual(simulate(frozen, 500));
  });

  it("gives the same numbers whatever the order of its answers", () => {
    const backwards = Object.fromEntries(Object.entries(answers).reverse());
    expect(simulate(modelOf(backwards), 500)).toEqual(simulate(modelOf(answers), 500));
  });

  it("gives the same numbers next year", () => {
    const { seed, draws, overall, securedStageShare, dimensions, stability } = simulate(modelOf(answers), 1_000);
    expect([seed, draws]).toEqual(["0fb3ce0e", 1_000]);
    expect(overall).toEqual({ median: 61.0648517420488, low: 58.12789741917978, high: 63.908837794969045 });
    expect(dimensions[2]).toEqual({ id: "skills", median: 55.297861687234914, low: 42.24116680041464, high: 68.17619046002847 });
    expect(securedStageShare).toBe(0.976);
    expect(stability.slice(0, 3)).toEqual([
      { id: "skills-second", share: 0.935 },
      { id: "acceptance-second", share: 0.456 },
      { id: "cooperation-second", share: 0.456 },
    ]);
  });
});

describe("the numbers", () => {
  const model = modelOf({ ...answersOf([1, 4, 2, 3, 3]), "funding-key": { answer: "dk" }, "security-more": notApplicable });
  const draws = 777;

  /** Every draw, kept. */
  const kept = (() => {
    const [random, inputs, draw] = [createRandom(model.seed), new Float64Array(model.groupOf.length), createDraw(model)];
    return Array.from({ length: draws }, () => {
      drawInputs(inputs, random);
      return { overall: evaluate(model, inputs, draw), points: [...draw.points] };
    });
  })();
  /** Type 7 in its other form: rank r of n stands at (r − 1) / (n − 1). */
  function quantile(values: number[], share: number): number {
    const sorted = [...values].sort((a, b) => a - b);
    const next = sorted.findIndex((_, index) => index / (sorted.length - 1) >= share);
    const position = next - share * (sorted.length - 1);
    return (sorted[next] ?? NaN) * (1 - position) + (sorted[next - 1] ?? NaN) * position;
  }
  const bandOf = (values: number[]) => ({
    median: expect.closeTo(quantile(values, 0.5), 9),
    low: expect.closeTo(quantile(values, 0.05), 9),
    high: expect.closeTo(quantile(values, 0.95), 9),
  });

  it("are percentiles of the draws", () => {
    const result = simulate(model, draws);
    expect(result).toMatchObject({ seed: model.seed, draws });
    expect(result.overall).toEqual(bandOf(kept.map(({ overall }) => overall)));
    expect(result.dimensions).toEqual(
      model.dimensions.map(({ id }, index) => ({ id, ...bandOf(kept.map(({ points }) => points[index] ?? NaN)) })),
    );
  });

  it("count the draws with the nominal secured stage", () => {
    const gates = model.dimensions.flatMap(({ gate }, index) => (gate ? [index] : []));
    const secured = kept.map(({ overall, points }) => Math.min(stageOf(overall), ...gates.map((index) => stageOf(points[index] ?? NaN))));
    const expected = secured.filter((stage) => stage === model.securedStage).length / draws;
    expect(expected).toBeGreaterThan(0.1);
    expect(expected).toBeLessThan(1);
    expect(simulate(model, draws).securedStageShare).toBe(expected);
  });
});

describe("where nothing is uncertain", () => {
  const still: Distributions = { weightSpread: 0, geometricShare: 0, openPoints: [50, 50], noise: 0, noiseWithoutEvidence: 0 };

  it("every draw is the report", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Level>(0, 1, 2, 3, 4), { minLength: 36, maxLength: 36 }), (levels) => {
        const answers = answersOf(levels);
        const report = assess(assessmentOf(answers), content, "2026-11-22");
        const result = simulate(modelOf(answers, still), 20);
        const alike = (value: number | null) => ({ median: value, low: value, high: value });
        expect(result.overall?.low).toBe(result.overall?.high);
        expect(result.overall?.median).toBeCloseTo(report.overall.arithmetic ?? NaN, 10);
        expect(result.dimensions).toEqual(report.dimensions.map(({ id, score }) => ({ id, ...alike(score) })));
        expect(result).toMatchObject({ securedStageShare: 1, borderline: false });
        expect(result.stability).toEqual(report.recommended.map(({ initiative: { id } }, place) => ({ id, share: place < 5 ? 1 : 0 })));
      }),
    );
  });

  it("each source of uncertainty alone makes a difference", () => {
    const answers = { ...answersOf([1, 3, 2]), "funding-key": { answer: "dk" } as const };
    const sources: Partial<Distributions>[] = [
      { weightSpread: 0.25 },
      { geometricShare: 0.5 },
      { openPoints: [0, 100] },
      { noise: 0.05 },
      { noiseWithoutEvidence: 0.1 },
    ];
    expect(width(simulate(modelOf(answers, still), 200).overall)).toBe(0);
    for (const source of sources) expect(width(simulate(modelOf(answers, { ...still, ...source }), 200).overall)).toBeGreaterThan(0.1);
  });
});

describe("whatever the answers", () => {
  const slack = 1e-9;

  it("low, median and high stand in order between 0 and 100, and shares between 0 and 1", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { overall, dimensions, stability, securedStageShare } = simulate(modelOf(answers), 50);
        for (const { low, median, high } of overall ? [overall, ...dimensions] : dimensions) {
          expect(low).toBeGreaterThanOrEqual(-slack);
          expect(median).toBeGreaterThanOrEqual(low);
          expect(high).toBeGreaterThanOrEqual(median);
          expect(high).toBeLessThanOrEqual(100 + slack);
        }
        for (const share of [securedStageShare ?? 0, ...stability.map((one) => one.share)]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(stability.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(5 + slack);
      }),
    );
  });

  it("a dimension has a band exactly where something is applicable", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const report = assess(assessmentOf(answers), content, "2026-11-22");
        const result = simulate(modelOf(answers), 5);
        expect(result.dimensions.map(({ id }) => id)).toEqual(report.dimensions.filter((one) => one.applicable > 0).map(({ id }) => id));
        expect(result.overall === null).toBe(result.dimensions.length === 0);
        expect(result.securedStageShare === null).toBe(report.overall.securedStage === null);
        expect(result.borderline === null).toBe(report.overall.securedStage === null);
        expect(result.stability.map(({ id }) => id)).toEqual(report.recommended.map(({ initiative }) => initiative.id));
      }),
    );
  });

  it("a higher level never lowers a band, the uniforms being the same", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...itemIds), fc.constantFrom<Level>(0, 1, 2, 3), (answers, id, level) => {
        const bands = (own: Answer) => {
          const { overall, dimensions } = simulate(sameSeed(modelOf({ ...answers, [id]: own })), 60);
          return [overall as Percentiles, ...dimensions];
        };
        const [before, after] = [bands({ level }), bands({ level: (level + 1) as Level })];
        for (const [index, band] of before.entries())
          for (const key of ["low", "median", "high"] as const) expect(after[index]?.[key]).toBeGreaterThanOrEqual(band[key] - slack);
      }),
    );
  });
});

describe("knowing more", () => {
  it.each<[string, Level[]]>([
    ["all at 3", [3]],
    ["all at 4", [4]],
    ["3 and 4", [3, 4]],
    ["some lower", [1, 3, 4, 2, 3]],
  ])("evidence makes the overall band narrower: %s", (_case, levels) => {
    const overall = (remarks: { evidence?: string }) => simulate(sameSeed(modelOf(answersOf(levels, remarks))), 4_000).overall;
    expect(width(overall({ evidence: "Beschluss vom 3. März" }))).toBeLessThan(width(overall({})));
  });

  it("an answer makes the bands narrower than an open item", () => {
    const open: Answers = { ...answersOf([2]), "funding-key": { answer: "dk" } };
    const [before, after] = [open, answersOf([2])].map((answers) => simulate(sameSeed(modelOf(answers)), 4_000));
    expect(width(after?.overall)).toBeLessThan(width(before?.overall));
    expect(width(after?.dimensions[1])).toBeLessThan(width(before?.dimensions[1]));
  });

  it("nothing at all leaves wide bands, and no secured stage to keep", () => {
    const result = simulate(modelOf({}), 4_000);
    // The mean of four uniforms is nearly normal: its standard deviation is 100/√48, its 5th percentile 1.645 of them below 50.
    const half = (1.645 * 100) / Math.sqrt(48);
    for (const { low, median, high } of result.dimensions)
      for (const [value, expected] of [
        [low, 50 - half],
        [median, 50],
        [high, 50 + half],
      ] as const)
        expect(Math.abs(value - expected)).toBeLessThan(2);
    expect(width(result.overall)).toBeGreaterThan(15);
    expect(result).toMatchObject({ securedStageShare: null, borderline: null });
    expect(result.stability.length).toBeGreaterThan(0);
  });

  it("nothing applicable leaves nothing to say", () => {
    const nothing = Object.fromEntries(itemIds.map((id) => [id, notApplicable]));
    expect(simulate(modelOf(nothing), 10)).toMatchObject({
      overall: null,
      dimensions: [],
      securedStageShare: null,
      borderline: null,
      stability: [],
    });
  });
});

describe("a borderline case", () => {
  it("is a result near a cut point, and not one in the middle of a stage", () => {
    expect(simulate(modelOf(answersOf([2])), 1_000)).toMatchObject({ borderline: false });
    expect(simulate(modelOf(answersOf([2, 3])), 1_000)).toMatchObject({ borderline: true });
  });

  it("keeps its stage in fewer than nine draws of ten", () => {
    const model = modelOf({ ...answersOf([2]), "skills-key": { level: 1 } });
    const results = Array.from({ length: 200 }, (_, seed) => simulate(sameSeed(model, seed.toString(16).padStart(8, "0")), 10));
    const borderlineAt = (share: number) => new Set(results.filter((one) => one.securedStageShare === share).map((one) => one.borderline));
    expect([borderlineAt(0.8), borderlineAt(0.9), borderlineAt(1)]).toEqual([new Set([true]), new Set([false]), new Set([false])]);
  });
});

it("draws with the method's distributions unless told otherwise", () => {
  expect(simulate(modelOf(answersOf([1, 3]), methodDistributions), 50)).toEqual(simulate(modelOf(answersOf([1, 3])), 50));
});

it.each([0, -1, 1.5, NaN, Infinity])("refuses %d draws", (draws) => {
  expect(() => simulate(modelOf({}), draws)).toThrow(RangeError);
});
