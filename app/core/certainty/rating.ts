import type { Questionnaire } from "../questionnaire/questionnaire";
import { pointsPerLevel, type ScoredItem } from "../score/scored-items";
import { stageOf, type Stage } from "../score/stage";
import type { DimensionId } from "../vocabulary";
import { percentile } from "./percentile";
import { createRandom, type Random } from "./random";
import { oneRater, type RatingError } from "./rater-error";

export const ratingDraws = 10_000;

/** The middle nine tenths, 0–100. */
export type RatingBand = { low: number; high: number };

export type Rating = {
  draws: number;
  seed: string;
  overall: RatingBand;
  dimensions: { id: DimensionId; band: RatingBand }[];
  /** The stage that the answers secure, the share of draws that keep it (0–1), and the second most frequent one. */
  secured: { stage: Stage; share: number; other: { stage: Stage; share: number } | null };
};

/**
 * A drawn level for each item of the model's order, as careful independent people might have given it. Never rounds
 * level + shift: an integer plus a shift below ½ would not move.
 * @param levels to write into, one for each of `items`; open items stay 0.
 */
export function createRater(questionnaire: Questionnaire, items: ScoredItem[], error: RatingError, random: Random) {
  // Numbers are drawn for every item of the questionnaire, asked or not, so that two states of one assessment share them.
  const places = questionnaire.dimensions.flatMap((dimension) =>
    dimension.items.map(({ id }) => items.findIndex((item) => item.id === id)),
  );
  // Plain numbers in the order in which they are drawn: this runs a million times for a report.
  const given = Int8Array.from(places, (place) => items[place]?.level ?? unanswered);
  const factors = Float64Array.from(places, (place) => (items[place]?.evidence ? error.evidenceFactor : 1));
  const { shiftMean, shiftDeviation, ownError } = error;
  return (levels: Float64Array): void => {
    const [first, second] = [random(), random()];
    const normal = Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
    const shift = shiftMean + shiftDeviation * normal;
    for (let turn = 0; turn < given.length; turn += 1) {
      const [dither, own] = [random(), random()];
      const level = given[turn] as number;
      if (level !== unanswered)
        levels[places[turn] as number] = ratedLevel(level, (factors[turn] as number) * shift, dither, own, ownError);
    }
  };
}

/** In place of the level of an item that is open or not asked. */
const unanswered = -1;

function ratedLevel(level: number, shift: number, dither: number, own: number, ownError: number): number {
  const off = own < ownError ? -1 : own >= 1 - ownError ? 1 : 0;
  return Math.min(4, Math.max(0, level + Math.floor(shift + dither) + off));
}

/**
 * Where the value would lie if careful, independent people who know the situation had to agree on each answer given
 * (method, section 4, statement 2). Open answers stay open.
 * @param items see `scoredItems`; at least one.
 * @param seed see `seedOf`.
 * @param error of those who have answered, see `errorOf`.
 */
export function rate(
  questionnaire: Questionnaire,
  items: ScoredItem[],
  seed: string,
  error: RatingError = oneRater,
  draws: number = ratingDraws,
): Rating {
  const dimensions = dimensionsOf(questionnaire, items);
  const drawn = dimensions.map((dimension) => ({ dimension, own: new Float64Array(draws) }));
  // None for a stage that is never drawn.
  const stages: number[] = [];
  const totals = totalsOf(questionnaire, items, dimensions, seed, error, draws, (turn, total) => {
    for (const { dimension, own } of drawn) own[turn] = dimension.points;
    const stage = securedStage(total, dimensions);
    stages[stage] = (stages[stage] ?? 0) + 1;
  });
  const value = valueToday(dimensions, items);
  return {
    draws,
    seed,
    overall: bandOf(totals, value),
    dimensions: drawn.map(({ dimension: { id, points }, own }) => ({ id, band: bandOf(own, points) })),
    secured: securedOf(securedStage(value, dimensions), stages, draws),
  };
}

/** The band of the whole value alone, as `rate` gives it. */
export function rateOverall(
  questionnaire: Questionnaire,
  items: ScoredItem[],
  seed: string,
  error: RatingError,
  draws: number,
): RatingBand {
  const dimensions = dimensionsOf(questionnaire, items);
  const totals = totalsOf(questionnaire, items, dimensions, seed, error, draws, () => undefined);
  return bandOf(totals, valueToday(dimensions, items));
}

/** The drawn values of the whole; `after` each draw the dimensions hold their points. */
function totalsOf(
  questionnaire: Questionnaire,
  items: ScoredItem[],
  dimensions: RatedDimension[],
  seed: string,
  error: RatingError,
  draws: number,
  after: (turn: number, total: number) => void,
): Float64Array {
  const draw = createRater(questionnaire, items, error, createRandom(seed));
  const levels = new Float64Array(items.length);
  return new Float64Array(draws).map((_none, turn) => {
    draw(levels);
    const total = valueOfLevels(dimensions, levels);
    after(turn, total);
    return total;
  });
}

/** By the answers as they are; the dimensions hold their points after it. */
function valueToday(dimensions: RatedDimension[], items: ScoredItem[]): number {
  return valueOfLevels(
    dimensions,
    Float64Array.from(items, ({ level }) => level ?? 0),
  );
}

/** `points`, 0–100, are those of the levels that came last. */
type RatedDimension = { id: DimensionId; gate: boolean; share: number; from: number; shares: number[]; points: number };

/** The applicable dimensions with the places of their items, which stand together in model order. */
function dimensionsOf(questionnaire: Questionnaire, items: ScoredItem[]): RatedDimension[] {
  return questionnaire.dimensions.flatMap(({ id, gate }) => {
    const from = items.findIndex((item) => item.dimension === id);
    const shares = items.filter((item) => item.dimension === id).map(({ share }) => share);
    const share = shares.reduce((sum, one) => sum + one, 0);
    return share === 0 ? [] : [{ id, gate, share, from, shares, points: 0 }];
  });
}

/** Writes the points of each dimension and returns those of the whole, 0–100. */
function valueOfLevels(dimensions: RatedDimension[], levels: Float64Array): number {
  let total = 0;
  for (const dimension of dimensions) {
    let sum = 0;
    for (let offset = 0; offset < dimension.shares.length; offset += 1)
      sum += (dimension.shares[offset] as number) * (levels[dimension.from + offset] as number);
    dimension.points = (pointsPerLevel * sum) / dimension.share;
    total += pointsPerLevel * sum;
  }
  return total;
}

function securedStage(total: number, dimensions: RatedDimension[]): Stage {
  let stage = stageOf(total);
  for (const { gate, points } of dimensions) if (gate) stage = Math.min(stage, stageOf(points)) as Stage;
  return stage;
}

/** The printed value always lies in its own band. */
function bandOf(drawn: Float64Array, value: number): RatingBand {
  const sorted = drawn.toSorted();
  return { low: Math.min(value, percentile(sorted, 0.05)), high: Math.max(value, percentile(sorted, 0.95)) };
}

function securedOf(stage: Stage, counts: number[], draws: number): Rating["secured"] {
  const others = counts.map((count, other) => ({ stage: other as Stage, count })).filter((one) => one.stage !== stage);
  const second = others.reduce<(typeof others)[number] | null>((best, one) => (best && best.count >= one.count ? best : one), null);
  return {
    stage,
    share: (counts[stage] ?? 0) / draws,
    other: second && { stage: second.stage, share: second.count / draws },
  };
}
