import { tolerance } from "../score/stage";
import type { DimensionId } from "../vocabulary";
import type { InitiativeOption, RoadmapItem } from "./option";

/** Level of every item, 0–4, by id. */
export type Levels = Map<string, number>;

/** Where the items stand once all of these are finished: each at the highest level that any of them lifts it to. */
export function levelsAfter(items: RoadmapItem[], finished: InitiativeOption[]): Levels {
  const levels: Levels = new Map(items.map(({ id, level }) => [id, level]));
  for (const { lifts } of finished) for (const { item, level } of lifts) levels.set(item, Math.max(level, levels.get(item) ?? level));
  return levels;
}

/** The overall score, 0–100, with open items at level 0 (method, section 7). */
export function overallPoints(items: RoadmapItem[], levels: Levels): number {
  return items.reduce((sum, { id, pointsPerLevel }) => sum + pointsPerLevel * (levels.get(id) ?? 0), 0);
}

/** The score of one dimension, 0–100, counted likewise; 0 where nothing of it applies. */
export function dimensionPoints(items: RoadmapItem[], dimension: DimensionId, levels: Levels): number {
  return items.reduce((sum, item) => (item.dimension === dimension ? sum + item.share * (levels.get(item.id) ?? 0) : sum), 0);
}

/** Rise of the overall score, in points of 0–100, once all of these are finished. */
export function gainOf(items: RoadmapItem[], finished: InitiativeOption[]): number {
  return overallPoints(items, levelsAfter(items, finished)) - overallPoints(items, levelsAfter(items, []));
}

/** Whether it can start once these are finished: what it requires is there, and the stages it stands on. */
export function isReady(candidate: InitiativeOption, items: RoadmapItem[], finished: InitiativeOption[]): boolean {
  if (!candidate.requires.every((id) => finished.some((other) => other.id === id))) return false;
  if (candidate.stages.length === 0) return true;
  const levels = levelsAfter(items, finished);
  return candidate.stages.every(({ dimension, points }) => dimensionPoints(items, dimension, levels) >= points - tolerance);
}
