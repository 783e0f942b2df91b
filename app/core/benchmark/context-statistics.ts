import type { SizeClass, Track } from "../vocabulary";
import type { Statistic } from "./statistic";

/**
 * Published figures about the track as context, the latest first; those about a size class for readers of that class
 * only. Each has its own population, which is printed with it; none is ever put in relation to another.
 */
export function contextStatistics(statistics: Statistic[], track: Track, sizeClass: SizeClass | null): Statistic[] {
  return statistics
    .filter((one) => one.tracks.includes(track) && (one.sizeClass === null || one.sizeClass === sizeClass))
    .toSorted((a, b) => (a.year < b.year ? 1 : a.year > b.year ? -1 : 0));
}
