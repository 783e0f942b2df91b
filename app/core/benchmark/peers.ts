import { z } from "zod";
import { type Assessment, sizeClassFits } from "../assessment/assessment";
import { progressOf, totalOf as totalProgress } from "../assessment/progress";
import type { Questionnaire } from "../questionnaire/questionnaire";
import type { DimensionScore } from "../score/dimension-score";
import { tolerance } from "../score/stage";
import { dimensionIds, landSchema, sizeClassSchema, trackSchema, type DimensionId } from "../vocabulary";
import { quantile, totalOf, without, type Histogram } from "./histogram";
import { minimumPeers } from "./publication";

/** Peers (method, section 6): who belongs together, what an organisation contributes, and what it gets to see. */

const cohortSchema = z.object({
  track: trackSchema,
  /** Scores of different models are not comparable (method, section 8). */
  modelVersion: z.string().min(1),
  sizeClass: sizeClassSchema.optional(),
  land: landSchema.optional(),
});
/** Organisations that are compared with each other; what is not named does not matter. */
export type Cohort = z.infer<typeof cohortSchema>;

/** Whole points, 0–100; a dimension without a score is absent. */
export type PeerScores = Partial<Record<DimensionId, number>>;

/** What an organisation adds to its cohorts: fixed when it joins, whatever becomes of its profile or answers. */
export type Contribution = { cohort: Cohort; scores: PeerScores };

/** Why an assessment cannot contribute. */
export type Obstacle = "quick-check" | "unanswered" | "no-size-class" | "no-score";

/** What a contribution is made from; a report has it all. */
export type Assessed = Pick<Assessment, "track" | "depth" | "modelVersion" | "organisation" | "answers"> & { dimensions: DimensionScore[] };

/** One dimension of one cohort as it is published, and the reader's own value in it (null: not among them). */
export type PublishedCell = { cohort: string; dimension: DimensionId; histogram: Histogram; own: number | null };

/** What a reader is told about one dimension. Values 0–100, unrounded. */
export type PeerValue = {
  dimension: DimensionId;
  cohort: Cohort;
  /** Others that are compared with, rounded down to a multiple of five. */
  organisations: number;
  median: number;
  /** The first and the third; null where there are fewer than ten others. */
  quartiles: readonly [number, number] | null;
};

const minimumForQuartiles = 10;
const countsShownInSteps = 5;

/** A cohort as one word: a path in which every wider cohort is a beginning. */
export function cohortKey({ track, modelVersion, sizeClass, land }: Cohort): string {
  return [`${track}@${modelVersion}`, sizeClass, land].filter(Boolean).join("/");
}

/** @throws ZodError where the word is not one that `keyOf` makes. */
export function cohortOfKey(key: string): Cohort {
  const [model = "", sizeClass, land] = key.split("/");
  const [track, modelVersion] = model.split("@");
  return cohortSchema.parse({ track, modelVersion, sizeClass, land });
}

/** The narrowest cohort of an organisation. A Land counts only together with a size class. */
export function cohortOf({ track, modelVersion, organisation }: Pick<Assessment, "track" | "modelVersion" | "organisation">): Cohort {
  const { sizeClass, land } = organisation;
  if (!sizeClass || !sizeClassFits(track, sizeClass)) return { track, modelVersion };
  return { track, modelVersion, sizeClass, ...(land && { land }) };
}

/** The cohort and every wider one, the narrowest first: track × size class × Land, track × size class, track. */
export function widening({ track, modelVersion, sizeClass, land }: Cohort): Cohort[] {
  const all: Cohort[] = [{ track, modelVersion }];
  if (sizeClass) all.unshift({ track, modelVersion, sizeClass });
  if (sizeClass && land) all.unshift({ track, modelVersion, sizeClass, land });
  return all;
}

/**
 * What an assessment contributes, or everything that stands against it: it must be a full one with an answer to every
 * question ("don't know" and "does not apply" are answers), know its size class and have a score in some dimension.
 */
export function contributionFrom(
  assessed: Assessed,
  questionnaire: Questionnaire,
): { contribution: Contribution; obstacles: [] } | { contribution: null; obstacles: Obstacle[] } {
  const { answered, asked } = totalProgress(progressOf(questionnaire, "full", assessed.answers));
  const cohort = cohortOf(assessed);
  const scores: PeerScores = {};
  for (const { id, score } of assessed.dimensions) if (score !== null) scores[id] = Math.round(score + tolerance);

  const obstacles: Obstacle[] = [];
  if (assessed.depth !== "full") obstacles.push("quick-check");
  if (answered < asked) obstacles.push("unanswered");
  if (!cohort.sizeClass) obstacles.push("no-size-class");
  if (Object.keys(scores).length === 0) obstacles.push("no-score");
  return obstacles.length > 0 ? { contribution: null, obstacles } : { contribution: { cohort, scores }, obstacles: [] };
}

/**
 * For every dimension the narrowest cohort that can be shown, the reader's own contribution left out. A dimension for
 * which there is none is absent; all that may be said then is that fewer than `minimumPeers` others can be shown.
 * @param cohort the reader's: the one it has contributed to, or else that of its profile.
 * @param published in any order; what does not belong to the reader's cohorts is ignored.
 */
export function comparePeers(cohort: Cohort, published: PublishedCell[]): PeerValue[] {
  const cohorts = widening(cohort);
  return dimensionIds.flatMap((dimension) => {
    for (const candidate of cohorts) {
      const cell = published.find((one) => one.dimension === dimension && one.cohort === cohortKey(candidate));
      if (!cell) continue;
      const others = cell.own === null ? cell.histogram : without(cell.histogram, cell.own);
      if (totalOf(others) >= minimumPeers) return [{ dimension, cohort: candidate, ...summaryOf(others) }];
    }
    return [];
  });
}

/** Neither minimum nor maximum: each of them is one organisation's score. */
function summaryOf(others: Histogram): Pick<PeerValue, "organisations" | "median" | "quartiles"> {
  const total = totalOf(others);
  return {
    organisations: Math.floor(total / countsShownInSteps) * countsShownInSteps,
    median: quantile(others, 0.5),
    quartiles: total < minimumForQuartiles ? null : [quantile(others, 0.25), quantile(others, 0.75)],
  };
}
