import { levelOf, type Answers, type Level } from "../assessment/answer";
import { askedItems, type Questionnaire } from "../questionnaire/questionnaire";
import { pointsPerLevel, type DimensionScore } from "../score/dimension-score";
import { tolerance } from "../score/stage";
import type { Depth, DimensionId, SizeClass, Track } from "../vocabulary";
import type { Initiative } from "./initiative";
import { meanEffort } from "./mean-effort";

/** An item that an initiative lifts: from where to where, and whether nobody could say where it stands. */
export type LiftedItem = { item: string; from: Level; to: Level; open: boolean };

export type Recommendation = {
  initiative: Initiative;
  /** Rise of the overall arithmetic score, in points of 0–100. */
  gain: number;
  /** Gain per person-day, for the order. */
  gainPerDay: number;
  lifts: LiftedItem[];
};

/** An initiative that would help, but stands on a stage which is not reached yet. */
export type Postponed = { initiative: Initiative; missing: { dimension: DimensionId; stage: number }[] };

/** Where every asked item stands, and how many points of the overall score one level of it is worth. */
export type ItemState = { id: string; dimension: DimensionId; level: Level; open: boolean; pointsPerLevel: number };

/**
 * The asked, applicable items. Open ones count as level 0, before and after: what nobody knows cannot be
 * assumed to be there (method, section 7).
 * @param weights of the dimensions, by id.
 */
export function itemStates(questionnaire: Questionnaire, depth: Depth, answers: Answers, weights: Map<DimensionId, number>): ItemState[] {
  const dimensions = questionnaire.dimensions
    .map((dimension) => ({
      id: dimension.id,
      weight: weights.get(dimension.id) ?? dimension.weight,
      items: askedItems(dimension, depth).filter((item) => levelOf(answers[item.id]) !== "na"),
    }))
    .filter((dimension) => dimension.items.length > 0);
  const allWeights = dimensions.reduce((sum, dimension) => sum + dimension.weight, 0);
  return dimensions.flatMap((dimension) => {
    const itemWeights = dimension.items.reduce((sum, item) => sum + item.weight, 0);
    return dimension.items.map((item) => {
      const level = levelOf(answers[item.id]);
      const open = typeof level !== "number";
      const share = (dimension.weight / allWeights) * (item.weight / itemWeights);
      return { id: item.id, dimension: dimension.id, level: open ? 0 : level, open, pointsPerLevel: pointsPerLevel * share };
    });
  });
}

/**
 * Every applicable initiative with a gain: legal duties first, then by gain per person-day.
 * @param sizeClass null where it is not known; the order then goes by the mean over all size classes of the track.
 */
export function recommend(
  initiatives: Initiative[],
  track: Track,
  items: ItemState[],
  dimensions: DimensionScore[],
  sizeClass: SizeClass | null,
): { recommended: Recommendation[]; postponed: Postponed[] } {
  const recommended: Recommendation[] = [];
  const postponed: Postponed[] = [];
  for (const initiative of initiatives) {
    if (!initiative.tracks.includes(track)) continue;
    const steps = stepsOf(initiative, items);
    const gain = steps.reduce((sum, { item, to }) => sum + (to - item.level) * item.pointsPerLevel, 0);
    if (gain <= tolerance) continue;
    const missing = initiative.requires.stages.filter(
      ({ dimension, stage }) => (dimensions.find(({ id }) => id === dimension)?.stage ?? -1) < stage,
    );
    if (missing.length > 0) {
      postponed.push({ initiative, missing });
      continue;
    }
    const lifts = steps.map(({ item, to }) => ({ item: item.id, from: item.level, to, open: item.open }));
    recommended.push({ initiative, gain, gainPerDay: gain / meanEffort(initiative, track, sizeClass), lifts });
  }
  recommended.sort(
    (a, b) =>
      Number(b.initiative.legalDuty) - Number(a.initiative.legalDuty) ||
      b.gainPerDay - a.gainPerDay ||
      (a.initiative.id < b.initiative.id ? -1 : 1),
  );
  return { recommended, postponed };
}

/** The items it lifts above where they stand. */
function stepsOf(initiative: Initiative, items: ItemState[]): { item: ItemState; to: Level }[] {
  return initiative.lifts.flatMap(({ item: id, level }) => {
    const item = items.find((candidate) => candidate.id === id);
    return item && level > item.level ? [{ item, to: level as Level }] : [];
  });
}
