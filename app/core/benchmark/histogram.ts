import { z } from "zod";

const highest = 100;

/** How many organisations have each value from 0 to 100; the index is the value in whole points. */
export const histogramSchema = z.array(z.number().int().min(0)).length(highest + 1);
export type Histogram = z.infer<typeof histogramSchema>;

/** @param counts pairs of a value (0–100, whole) and how many organisations have it; what is not named has none. */
export function histogramOf(counts: Iterable<readonly [value: number, count: number]>): Histogram {
  const histogram = new Array<number>(highest + 1).fill(0);
  for (const [value, count] of counts) histogram[value] = (histogram[value] ?? 0) + count;
  return histogram;
}

export function totalOf(histogram: Histogram): number {
  return histogram.reduce((sum, count) => sum + count, 0);
}

/** The same without one organisation that has this value. */
export function without(histogram: Histogram, value: number): Histogram {
  return histogram.map((count, index) => (index === value ? count - 1 : count));
}

/**
 * The value below which a share of the organisations lies, 0–100: exact, because values are whole points.
 * Between two neighbouring values it is interpolated, as R (type 7) and QUARTILE.INC in spreadsheets do.
 * @param share 0–1: 0.5 is the median.
 */
export function quantile(histogram: Histogram, share: number): number {
  const position = (totalOf(histogram) - 1) * share;
  const below = valueAt(histogram, Math.floor(position));
  const above = valueAt(histogram, Math.ceil(position));
  return below + (above - below) * (position - Math.floor(position));
}

/** @param rank 0 for the lowest. @throws RangeError where there are not that many. */
function valueAt(histogram: Histogram, rank: number): number {
  let passed = 0;
  for (const [value, count] of histogram.entries()) {
    passed += count;
    if (rank < passed) return value;
  }
  throw new RangeError(`The histogram has no value of rank ${rank}`);
}
