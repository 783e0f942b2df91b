import fc from "fast-check";
import { expect, it } from "vitest";
import { histogramOf, histogramSchema, quantile, totalOf, without, type Histogram } from "./histogram";

const of = (values: number[]): Histogram => histogramOf(values.map((value) => [value, 1] as const));

it("counts what it is given, repeated values too", () => {
  const histogram = histogramOf([
    [0, 2],
    [100, 1],
    [0, 3],
  ]);
  expect([histogram[0], histogram[1], histogram[100], histogram.length]).toEqual([5, 0, 1, 101]);
  expect(totalOf(histogram)).toBe(6);
  expect(histogramSchema.safeParse(histogram).success).toBe(true);
});

it.each([
  ["of another length", [1, 2, 3]],
  ["with a count below zero", histogramOf([[3, -1]])],
  ["with half an organisation", histogramOf([[3, 0.5]])],
])("the schema refuses one %s", (_what, histogram) => {
  expect(histogramSchema.safeParse(histogram).success).toBe(false);
});

// By hand, as type 7 of R's quantile() is defined.
it.each([
  [[50], [50, 50, 50]],
  [
    [0, 100],
    [25, 50, 75],
  ],
  [
    [10, 20, 30, 40, 50],
    [20, 30, 40],
  ],
  [
    [0, 0, 25, 50, 75, 100],
    [6.25, 37.5, 68.75],
  ],
  [
    [63, 63, 63, 63],
    [63, 63, 63],
  ],
])("the quartiles of %j are %j", (values, [first, median, third]) => {
  const histogram = of(values);
  expect([quantile(histogram, 0.25), quantile(histogram, 0.5), quantile(histogram, 0.75)]).toEqual([first, median, third]);
});

it("has no quantile where it is empty", () => {
  expect(() => quantile(of([]), 0.5)).toThrow(RangeError);
});

const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 60 });

it("gives the quantiles of the values it was made of, whatever their order", () => {
  fc.assert(
    fc.property(values, fc.constantFrom(0, 0.25, 0.5, 0.75, 1), (all, share) => {
      const sorted = [...all].sort((a, b) => a - b);
      const position = (sorted.length - 1) * share;
      const [below = NaN, above = NaN] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
      expect(quantile(of(all), share)).toBeCloseTo(below + (above - below) * (position % 1), 10);
    }),
  );
});

it("is what it was before an organisation came, once that is left out", () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 100 }), (all, own) => {
      expect(without(of([...all, own]), own)).toEqual(of(all));
    }),
  );
});
