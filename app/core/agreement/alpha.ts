import { createRandom } from "../certainty/random";
import { percentile } from "../certainty/percentile";

/** Krippendorff's α and the middle 95 % of what it is on samples of the same items. */
export type Alpha = { value: number; low: number; high: number };

const samples = 1_000;

/**
 * Krippendorff's α for ordinal data (Krippendorff, Content Analysis, 4th ed. 2019, chapter 12; Computing Krippendorff's
 * Alpha-Reliability, 2011): 1 − observed / expected disagreement over all pairs of values within an item.
 * @param items the values that people gave to each, in any order; an item with fewer than two has no pair and counts nowhere.
 * @returns 1: all agree; 0: as by chance; below: less than by chance. null where there is no pair, or all values are the same.
 */
export function ordinalAlpha(items: readonly (readonly number[])[]): number | null {
  const paired = items.filter(({ length }) => length >= 2);
  const values = [...new Set(paired.flat())].sort((a, b) => a - b);
  const counts = values.map((value) => paired.reduce((sum, item) => sum + countOf(item, value), 0));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let [observed, expected] = [0, 0];
  for (let low = 0; low < values.length; low += 1) {
    // How many values lie between two, half of either's own included.
    let between = (counts[low] ?? 0) / 2;
    for (let high = low + 1; high < values.length; high += 1) {
      const distance = (between + (counts[high] ?? 0) / 2) ** 2;
      between += counts[high] ?? 0;
      expected += ((counts[low] ?? 0) * (counts[high] ?? 0) * distance) / (total - 1);
      for (const item of paired)
        observed += (countOf(item, values[low] ?? 0) * countOf(item, values[high] ?? 0) * distance) / (item.length - 1);
    }
  }
  return expected === 0 ? null : 1 - observed / expected;
}

const countOf = (item: readonly number[], value: number): number => item.filter((one) => one === value).length;

/**
 * α with its bootstrap interval: items are drawn with replacement, because they, not the people, are what the value is meant to
 * hold for. Percentiles of type 7; a sample in which all values are the same says nothing and is left out.
 * @param seed see `seedOf`: the same answers give the same interval.
 */
export function alphaOf(items: readonly (readonly number[])[], seed: string): Alpha | null {
  const paired = items.filter(({ length }) => length >= 2);
  const value = ordinalAlpha(paired);
  if (value === null) return null;
  const random = createRandom(seed);
  const drawn: number[] = [];
  for (let turn = 0; turn < samples; turn += 1) {
    const alpha = ordinalAlpha(paired.map((_item) => paired[Math.floor(random() * paired.length)] ?? []));
    if (alpha !== null) drawn.push(alpha);
  }
  const sorted = Float64Array.from(drawn).sort();
  return { value, low: percentile(sorted, 0.025), high: percentile(sorted, 0.975) };
}
