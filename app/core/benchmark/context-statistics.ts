import { sizeClassSchema, type SizeClass, type Track } from "../vocabulary";
import type { Statistic } from "./statistic";

/**
 * The published figures that stand beside the peers as context: those about the track. A figure about one size class
 * (its id ends with the class's numbers, as in `…-10-49`) is kept only for readers of that class, and then comes first.
 * Each has its own population, which is printed with it; none is ever put in relation to another.
 */
export function contextStatistics(statistics: Statistic[], track: Track, sizeClass: SizeClass | null): Statistic[] {
  const ofTrack = statistics.filter(({ tracks }) => tracks.includes(track));
  const about = (one: SizeClass | null) => ofTrack.filter(({ id }) => sizeClassOf(id) === one);
  return [...(sizeClass ? about(sizeClass) : []), ...about(null)];
}

/** The size class that a figure's id names without its unit, or null where the figure is about all. */
function sizeClassOf(id: string): SizeClass | null {
  return sizeClassSchema.options.find((sizeClass) => id.endsWith(sizeClass.slice(sizeClass.indexOf("-")))) ?? null;
}
