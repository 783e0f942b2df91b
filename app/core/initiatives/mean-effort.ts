import type { Initiative } from "./initiative";
import { sizeClasses, type SizeClass, type Track } from "../vocabulary";

/**
 * The effort that the order of recommendations goes by, in person-days: the middle of the range for the size
 * class, or the mean over all size classes of the track where the size class is null.
 */
export function meanEffort({ effortPersonDays }: Initiative, track: Track, sizeClass: SizeClass | null): number {
  const own = sizeClass && effortPersonDays[sizeClass];
  const ofTrack: readonly SizeClass[] = sizeClasses[track];
  const ranges = own ? [own] : ofTrack.map((size) => effortPersonDays[size]).filter((range) => range !== undefined);
  return ranges.reduce((sum, [low, high]) => sum + (low + high) / 2, 0) / ranges.length;
}
