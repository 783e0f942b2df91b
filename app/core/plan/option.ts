import type { Level } from "../assessment/answer";
import type { ItemState } from "../initiatives/recommend";
import type { DimensionId } from "../vocabulary";

/** An item with `share`: the points of its dimension, 0–100, that one level of it is worth, whatever the dimension weighs. */
export type RoadmapItem = ItemState & { share: number };

/**
 * The dimension must have these points, 0–100, before the initiative starts; by its score it does not have the stage
 * today. Open items count as level 0, so that the stage is certain whatever the answers would be.
 */
export type StageNeed = { dimension: DimensionId; points: number };

/** An initiative that may be chosen. */
export type InitiativeOption = {
  id: string;
  costEuro: number;
  personDays: number;
  /** How long it takes: never more person-days in a quarter than there are. */
  quarters: number;
  duty: boolean;
  /** Above where the items stand. */
  lifts: { item: string; level: Level }[];
  /** Initiatives that must be finished before, without those that are fulfilled already. */
  requires: string[];
  stages: StageNeed[];
};
