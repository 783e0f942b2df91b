import { pointsPerLevel, type ScoredItem } from "../score/scored-items";
import { exceeds } from "../score/stage";
import type { DimensionId } from "../vocabulary";
import type { Option } from "./option";

/** Level of every scored item, 0–4, in the order of the items; open ones are 0. */
export type Levels = number[];

/** Where the items stand once all of these are finished: each at the highest level that any of them lifts it to. */
export function levelsAfter(items: readonly ScoredItem[], finished: readonly Option[]): Levels {
  return lifted(
    items.map(({ level }) => level ?? 0),
    finished,
  );
}

function lifted(levels: Levels, finished: readonly Option[]): Levels {
  const raised = [...levels];
  for (const { lifts } of finished) for (const { place, level } of lifts) raised[place] = Math.max(level, raised[place] ?? 0);
  return raised;
}

/** Points of the overall score that one level of an item is worth. */
export const worthOf = ({ share }: ScoredItem): number => share * pointsPerLevel;

/** The overall score Y, 0–100. */
export function overallPoints(items: readonly ScoredItem[], levels: Levels): number {
  return items.reduce((sum, item, place) => sum + worthOf(item) * (levels[place] ?? 0), 0);
}

/** The value of one dimension, 0–100; 0 where nothing of it applies or counts. */
export function dimensionPoints(items: readonly ScoredItem[], dimension: DimensionId, levels: Levels): number {
  let [points, weight] = [0, 0];
  items.forEach((item, place) => {
    if (item.dimension !== dimension) return;
    weight += item.weight;
    points += item.weight * pointsPerLevel * (levels[place] ?? 0);
  });
  return weight > 0 ? points / weight : 0;
}

/** Rise of the overall score, in points of 0–100, once all of these are finished. */
export function gainOf(items: readonly ScoredItem[], finished: readonly Option[]): number {
  return overallPoints(items, levelsAfter(items, finished)) - overallPoints(items, levelsAfter(items, []));
}

/** What these add to the overall score, in points, where the items stand at some levels. */
export function riseFrom(items: readonly ScoredItem[], levels: Levels, added: readonly Option[]): number {
  return overallPoints(
    items,
    lifted(levels, added).map((level, place) => level - (levels[place] ?? 0)),
  );
}

/** Whether it can start once these are finished: one of each kind that it needs is there, and the stages it stands on. */
export function isReady(
  { needs, stages }: Pick<Option, "needs" | "stages">,
  items: readonly ScoredItem[],
  finished: readonly Option[],
): boolean {
  if (!needs.every((group) => finished.some(({ id }) => group.includes(id)))) return false;
  return stages.every(({ dimension, points }) => !exceeds(points, dimensionPoints(items, dimension, levelsAfter(items, finished))));
}
