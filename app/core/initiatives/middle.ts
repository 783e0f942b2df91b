import { sizeClasses, type SizeClass, type Track } from "../vocabulary";
import type { Initiative, Range } from "./initiative";

type Amounts = Initiative["costEuro"];
/** Once: to get there. Yearly: from then on. */
export type When = "once" | "yearly";

/**
 * The range for a size class; where that is not known, the mean of all of the track, end by end.
 * @returns euros or person-days, as the amounts are.
 */
export function rangeFor(amounts: Amounts, when: When, track: Track, sizeClass: SizeClass | null): Range {
  const own = sizeClass && amounts[sizeClass];
  if (own) return own[when];
  const ofTrack: readonly SizeClass[] = sizeClasses[track];
  const ranges = ofTrack.flatMap((size) => (amounts[size] ? [amounts[size][when]] : []));
  return meanRange(ranges);
}

/** End by end. @param ranges at least one. */
export function meanRange(ranges: readonly Range[]): Range {
  const mean = (end: 0 | 1) => ranges.reduce((sum, range) => sum + range[end], 0) / ranges.length;
  return [mean(0), mean(1)];
}

export const middleOf = ([low, high]: Range): number => (low + high) / 2;

/** Three quarters of the way from the low end to the high one. */
export const upperQuarterOf = ([low, high]: Range): number => low + 0.75 * (high - low);

/** What is planned with: the middle of the range. */
export function middleFor(amounts: Amounts, when: When, track: Track, sizeClass: SizeClass | null): number {
  return middleOf(rangeFor(amounts, when, track, sizeClass));
}

/** No step takes no time at all. */
const leastPersonDays = 0.25;

/** The effort that the order goes by, in person-days. */
export function effortOf({ effortPersonDays }: Pick<Initiative, "effortPersonDays">, track: Track, sizeClass: SizeClass | null): number {
  return Math.max(leastPersonDays, middleFor(effortPersonDays, "once", track, sizeClass));
}
