import fc from "fast-check";
import { expect, it } from "vitest";
import { percentile } from "./percentile";

it.each<[number[], number, number]>([
  [[1, 2, 3, 4], 0.05, 1.15],
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.95, 3.85],
  [[10, 20, 40], 0.5, 20],
  [[10, 20, 40], 0.75, 30],
  [[7], 0.05, 7],
])("of %j at %d is what R's quantile gives: %d", (values, share, expected) => {
  expect(percentile(Float64Array.from(values), share)).toBeCloseTo(expected, 12);
});

it("lies between the extremes, which are the percentiles 0 and 100, and never falls as the share rises", () => {
  const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 }).map((list) => Float64Array.from(list).sort());
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(values, share, share, (sorted, a, b) => {
      expect([percentile(sorted, 0), percentile(sorted, 1)]).toEqual([sorted[0], sorted.at(-1)]);
      expect(percentile(sorted, Math.min(a, b))).toBeLessThanOrEqual(percentile(sorted, Math.max(a, b)) + 1e-9);
    }),
  );
});
