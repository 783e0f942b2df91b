import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "./random";
import { sobolIndices } from "./sobol";

type Model = (inputs: Float64Array) => number;
const indicesOf = (
  evaluate: Model,
  groupOf: number[],
  samples: number,
  { seed = "5eed5eed", groupCount = Math.max(...groupOf) + 1, resamples = 100 } = {},
) => sobolIndices({ evaluate, groupOf: Uint8Array.from(groupOf), groupCount, samples, random: createRandom(seed), resamples });
const near = (value: number, tolerance: number) => (actual: number) => Math.abs(actual - value) <= tolerance;

/** The estimators written down once more, with whole matrices. */
function byMatrices(evaluate: Model, groupOf: number[], samples: number) {
  const random = createRandom("5eed5eed");
  const rows = Array.from({ length: samples }, () => groupOf.map(() => ({ a: random(), b: random() })));
  const run = (pick: (input: { a: number; b: number }, group: number) => number) =>
    rows.map((row) => evaluate(Float64Array.from(row, (input, index) => pick(input, groupOf[index] ?? NaN))));
  const [rawA, rawB] = [run(({ a }) => a), run(({ b }) => b)];
  const all = [...rawA, ...rawB];
  const mean = all.reduce((sum, y) => sum + y, 0) / all.length;
  const variance = all.reduce((sum, y) => sum + (y - mean) ** 2, 0) / (all.length - 1);
  const average = (value: (row: number) => number) => rows.reduce((sum, _, row) => sum + value(row), 0) / samples;
  return [...new Set(groupOf)].sort().map((group) => {
    const yAB = run(({ a, b }, own) => (own === group ? b : a)).map((y) => y - mean);
    const [yA, yB] = [rawA, rawB].map((list) => list.map((y) => y - mean)) as [number[], number[]];
    const at = (list: number[], row: number) => list[row] ?? NaN;
    return {
      first: average((row) => at(yB, row) * (at(yAB, row) - at(yA, row))) / variance,
      total: average((row) => (at(yA, row) - at(yAB, row)) ** 2) / 2 / variance,
    };
  });
}

describe("an additive model", () => {
  // Var of w·u is w²/12, and a group's variance is the sum over its inputs.
  it("has first-order indices S_i = w_i² Var_i / Σ, and total ones no higher", () => {
    const weights = [3, 1, 1, 2, 0.5];
    const groupOf = [0, 1, 1, 2, 3];
    const { groups, variance } = indicesOf(
      (inputs) => inputs.reduce((sum, u, index) => sum + (weights[index] ?? NaN) * u, 0),
      groupOf,
      4_096,
    );
    const parts = [9, 2, 4, 0.25];
    const sum = 15.25;
    expect(variance).toSatisfy(near(sum / 12, 0.05));
    for (const [index, part] of parts.entries()) {
      expect(groups[index]?.first.value).toSatisfy(near(part / sum, 0.03));
      expect(groups[index]?.total.value).toSatisfy(near(part / sum, 0.03));
    }
  });

  it("has them whatever the weights", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 0, max: 0xffffffff }),
        (weights, number) => {
          const seed = number.toString(16).padStart(8, "0");
          const groupOf = weights.map((_, index) => index);
          const { groups } = indicesOf((inputs) => inputs.reduce((sum, u, index) => sum + (weights[index] ?? NaN) * u, 0), groupOf, 4_096, {
            seed,
            resamples: 1,
          });
          const sum = weights.reduce((total, weight) => total + weight ** 2, 0);
          for (const [index, weight] of weights.entries()) {
            expect(groups[index]?.first.value).toSatisfy(near(weight ** 2 / sum, 0.13));
            expect(groups[index]?.total.value).toSatisfy(near(weight ** 2 / sum, 0.13));
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it("does not mind a constant", () => {
    const sum: Model = (inputs) => (inputs[0] ?? NaN) + 2 * (inputs[1] ?? NaN);
    const [plain, raised] = [sum, (inputs: Float64Array) => sum(inputs) + 10_000].map((model) => indicesOf(model, [0, 1], 1_000));
    for (const [index, { first, total }] of (plain?.groups ?? []).entries()) {
      expect(raised?.groups[index]?.first.value).toBeCloseTo(first.value, 6);
      expect(raised?.groups[index]?.total.value).toBeCloseTo(total.value, 6);
    }
  });
});

describe("a product", () => {
  it("has total indices above the first-order ones, as computed by hand", () => {
    // Three uniforms: E u² = 1/3, E u = 1/2; V = 1/3³ − 1/2⁶, S = (1/12)(1/2⁴)/V, T = (1/12)(1/3²)/V.
    const { groups, variance } = indicesOf((inputs) => inputs.reduce((product, u) => product * u, 1), [0, 1, 2], 4_096);
    const exact = 1 / 27 - 1 / 64;
    expect(variance).toSatisfy(near(exact, 0.001));
    for (const { first, total } of groups) {
      expect(first.value).toSatisfy(near(1 / 12 / 16 / exact, 0.04));
      expect(total.value).toSatisfy(near(1 / 12 / 9 / exact, 0.04));
      expect(total.low).toBeGreaterThan(first.high);
    }
  });

  it("of inputs centred at 0 has nothing but interaction", () => {
    const { groups } = indicesOf((inputs) => inputs.reduce((product, u) => product * (2 * u - 1), 1), [0, 1], 4_096);
    for (const { first, total } of groups) {
      expect(first.value).toSatisfy(near(0, 0.1));
      expect(total.value).toSatisfy(near(1, 0.1));
    }
  });
});

it("computes the estimators as they are defined", () => {
  const model: Model = ([a, b, c, d] = new Float64Array(4)) => (a ?? NaN) * (b ?? NaN) + Math.sin(6 * (c ?? NaN)) + (d ?? NaN) ** 3;
  for (const samples of [3, 50]) {
    const { groups } = indicesOf(model, [0, 1, 0, 2], samples);
    expect(groups.map(({ first, total }) => ({ first: first.value, total: total.value }))).toEqual(
      byMatrices(model, [0, 1, 0, 2], samples).map(({ first, total }) => ({
        first: expect.closeTo(first, 10),
        total: expect.closeTo(total, 10),
      })),
    );
  }
});

it("runs the model N · (groups + 2) times", () => {
  let runs = 0;
  indicesOf((inputs) => (runs += 1) * 0 + (inputs[0] ?? NaN), [0, 1, 2], 100);
  expect(runs).toBe(500);
});

describe("a group", () => {
  it("without influence has no index, nor has one without inputs", () => {
    const { groups } = indicesOf((inputs) => inputs[0] ?? NaN, [0, 1], 500, { groupCount: 3 });
    for (const { first, total } of groups.slice(1)) expect([first, total]).toEqual([nothing, nothing]);
    expect(groups).toHaveLength(3);
    expect(groups[0]?.total.value).toSatisfy(near(1, 0.1));
  });
  const nothing = { value: 0, low: 0, high: 0 };

  it("explains nothing where nothing varies", () => {
    // The sum of a hundred numbers without an exact binary form is not a hundred times the number.
    for (const constant of [0, 0.1, 0.7, 100 / 3, 50.3])
      for (const samples of [50, 333, 777])
        expect(indicesOf(() => constant, [0, 1], samples)).toEqual({
          variance: 0,
          groups: [
            { first: nothing, total: nothing },
            { first: nothing, total: nothing },
          ],
        });
    expect(indicesOf((inputs) => inputs[0] ?? NaN, [0], 1).groups[0]?.total.value).toBeGreaterThan(0);
  });
});

describe("the bootstrap interval", () => {
  const sum: Model = (inputs) => 3 * (inputs[0] ?? NaN) + (inputs[1] ?? NaN);

  it("surrounds the estimate and shrinks with the square root of the samples", () => {
    const [few, many] = [400, 6_400].map((samples) => indicesOf(sum, [0, 1], samples, { resamples: 500 }).groups);
    for (const index of [0, 1])
      for (const kind of ["first", "total"] as const) {
        const [wide, narrow] = [few?.[index]?.[kind], many?.[index]?.[kind]];
        for (const estimate of [wide, narrow]) {
          expect(estimate?.low).toBeLessThan(estimate?.value ?? NaN);
          expect(estimate?.high).toBeGreaterThan(estimate?.value ?? NaN);
        }
        const ratio = ((wide?.high ?? NaN) - (wide?.low ?? NaN)) / ((narrow?.high ?? NaN) - (narrow?.low ?? NaN));
        expect(ratio).toBeGreaterThan(2.8);
        expect(ratio).toBeLessThan(5.6);
      }
  });

  it("holds the true index about nine times in ten", () => {
    const held = Array.from({ length: 100 }, (_, number) => {
      const { groups } = indicesOf(sum, [0, 1], 500, { seed: number.toString(16).padStart(8, "0") });
      return [groups[0]?.first, groups[0]?.total].map((one) => (one?.low ?? NaN) <= 0.9 && 0.9 <= (one?.high ?? NaN));
    });
    for (const kind of [0, 1]) {
      const times = held.filter((one) => one[kind]).length;
      expect(times).toBeGreaterThanOrEqual(78);
      expect(times).toBeLessThanOrEqual(99);
    }
  });

  it("is drawn as often as told, and the same each time", () => {
    const design = { evaluate: sum, groupOf: Uint8Array.of(0, 1), groupCount: 2, samples: 100 };
    const once = sobolIndices({ ...design, random: createRandom("00000001"), resamples: 1 });
    for (const { first } of once.groups) expect(first.low).toBe(first.high);
    expect(indicesOf(sum, [0, 1], 100)).toEqual(indicesOf(sum, [0, 1], 100));
  });
});

it.each([0, -1, 2.5, NaN])("refuses %d samples", (samples) => {
  expect(() => indicesOf(() => 1, [0], samples)).toThrow(RangeError);
});
