import type { Initiative } from "./initiative";
import { sizeClasses, type SizeClass, type Track } from "../vocabulary";

/**
 * The effort that the order of recommendations goes by, in person-days: the middle of the range for the size
 * class, or the mean over all size classes of the track where the size class is null.
 */
export function meanEffort({ effortPersonDays }: Initiative, track: Track, sizeClass: SizeClass | null): number {
  return meanOf(effortPersonDays, track, sizeClass);
}

/** The same for any amount by size class. */
export function meanOf(amounts: Initiative["costEuro"], track: Track, sizeClass: SizeClass | null): number {
  const own = sizeClass && amounts[sizeClass];
  const ofTrack: readonly SizeClass[] = sizeClasses[track];
  const ranges = own ? [own] : ofTrack.map((size) => amounts[size]).filter((range) => range !== undefined);
  return ranges.reduce((sum, [low, high]) => sum + (low + high) / 2, 0) / ranges.length;
}
