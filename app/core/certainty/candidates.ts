import type { Initiative } from "../initiatives/initiative";
import type { ItemState } from "../initiatives/recommend";
import type { DimensionScore } from "../score/dimension-score";
import type { DimensionId, SizeClass, Track } from "../vocabulary";
import { meanEffort } from "../initiatives/mean-effort";

/** An initiative with the parts that decide on its place: items and dimensions are the model's indices. */
export type SimulatedInitiative = {
  id: string;
  legalDuty: boolean;
  personDays: number;
  lifts: { item: number; level: number }[];
  requires: { dimension: number; stage: number }[];
};

/**
 * The initiatives that some draw may recommend, duties first and then by id, as equal gains are ordered. One that
 * stands on the stage of a dimension without a score is none: how much of it is answered is the same in every draw.
 * @param dimensions the model's.
 */
export function compileCandidates(
  initiatives: Initiative[],
  track: Track,
  sizeClass: SizeClass | null,
  states: ItemState[],
  scores: DimensionScore[],
  dimensions: DimensionId[],
): SimulatedInitiative[] {
  const scored = new Set(scores.filter(({ score }) => score !== null).map(({ id }) => id));
  return initiatives
    .filter((initiative) => initiative.tracks.includes(track) && initiative.requires.stages.every((one) => scored.has(one.dimension)))
    .map((initiative) => ({
      id: initiative.id,
      legalDuty: initiative.legalDuty,
      personDays: meanEffort(initiative, track, sizeClass),
      lifts: initiative.lifts
        .map(({ item, level }) => ({ item: states.findIndex(({ id }) => id === item), level }))
        .filter(({ item }) => item >= 0),
      requires: initiative.requires.stages.map(({ dimension, stage }) => ({ dimension: dimensions.indexOf(dimension), stage })),
    }))
    .sort((a, b) => Number(b.legalDuty) - Number(a.legalDuty) || (a.id < b.id ? -1 : 1));
}
