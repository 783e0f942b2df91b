import { weightsByDimension } from "../assessment/whole-assessment";
import { withChecks } from "../certainty/checked-spread";
import { spreadOf } from "../agreement/spread";
import { errorOf } from "../certainty/rater-error";
import { rate, type Rating, type RatingBand } from "../certainty/rating";
import { seedOf } from "../certainty/seed";
import { modelOf, type Content } from "../content";
import { printableDepth } from "../printable-depth";
import type { DimensionScore } from "../score/dimension-score";
import type { OverallScore } from "../score/overall-score";
import { scoreOf } from "../score/score";
import { isAnythingKnown } from "../score/scored-items";
import type { Depth, DimensionId } from "../vocabulary";
import { changeBetween, type RoundChange, type RoundInput } from "./change";
import { standingTo, type Targets, type TargetStanding } from "./target";

/** What a report takes from rounds. Plain data: it can be sent to another process. */
export type RoundsInput = {
  closed: (RoundInput & { closedOn: string; samePeople: boolean })[];
  /** What is under way; null between two rounds. */
  running: RoundInput | null;
  targets: Targets;
};

/** A value as it is printed: the score or none, its range, and its rating band where there is a number. All 0–100. */
export type PointValue = { score: number | null; lower: number | null; upper: number | null; band: RatingBand | null };

/** Where an organisation stood in one round. */
export type RoundPoint = PointValue & {
  number: number;
  /** ISO day on which it was closed; of one that is under way, the day of the report. */
  date: string;
  isRunning: boolean;
  modelVersion: string;
  depth: Depth;
  dimensions: (PointValue & { id: DimensionId })[];
};

/** From the round before to this one. */
export type HistoryStep = RoundChange & {
  from: number;
  to: number;
  /** Whether those answered who had answered before; null while nobody has been asked. */
  samePeople: boolean | null;
  /** Topics whose rating bands of the two rounds overlap: their change is not secured. */
  overlapping: DimensionId[];
};

/** Rounds, what changed from each to the next, and how topics stand to their targets. */
export type History = { points: RoundPoint[]; steps: HistoryStep[]; targets: TargetStanding[] };

/** What the report says of today. */
type Today = {
  date: string;
  modelVersion: string;
  depth: Depth;
  overall: OverallScore;
  dimensions: DimensionScore[];
  rating: Rating | null;
  planned: { id: DimensionId; after: number }[];
};

/** The rounds of an assessment (method, section 8). Each keeps its own model, depth and weights. */
export function historyOf({ closed, running, targets }: RoundsInput, today: Today, content: Content): History {
  const rounds = [
    ...closed.map((round) => ({ round, samePeople: round.samePeople, point: closedPoint(round, content) })),
    ...(running ? [{ round: running, samePeople: null, point: pointAt(today, true) }] : []),
  ];
  const points = rounds.map(({ point }, index) => ({ ...point, number: index + 1 }));
  const steps = rounds.slice(1).flatMap(({ round, samePeople, point }, index): HistoryStep[] => {
    const before = rounds[index];
    if (!before) return [];
    const change = changeBetween(before.round, round, { samePeople: samePeople ?? false, isRunning: point.isRunning }, content);
    return [{ ...change, from: index + 1, to: index + 2, samePeople, overlapping: overlapping(before.point, point) }];
  });
  return { points, steps, targets: targetsOf(targets, today) };
}

type Point = Omit<RoundPoint, "number">;

function closedPoint(round: RoundsInput["closed"][number], content: Content): Point {
  const { modelVersion, closedOn: date } = round;
  const questionnaire = modelOf(content, round);
  const depth = printableDepth(questionnaire, round);
  const { items, dimensions, overall } = scoreOf(questionnaire, { ...round, depth }, weightsByDimension(round.weights));
  const isRated = depth === "full" && isAnythingKnown(items);
  const asked = { spread: spreadOf(round.respondents, items.map(({ id }) => id)) }; // prettier-ignore
  const error = errorOf(withChecks(asked, items, round.answers).spread);
  const rating = isRated ? rate(questionnaire, items, seedOf({ ...round, depth }), error) : null;
  return pointAt({ date, modelVersion, depth, overall, dimensions, rating }, false);
}

function pointAt({ date, modelVersion, depth, overall, dimensions, rating }: Omit<Today, "planned">, isRunning: boolean): Point {
  const bands = new Map(rating?.dimensions.map(({ id, band }) => [id, band]));
  return {
    ...{ date, isRunning, modelVersion, depth },
    ...valueAt(overall, rating?.overall ?? null),
    dimensions: dimensions.map((dimension) => ({ id: dimension.id, ...valueAt(dimension, bands.get(dimension.id) ?? null) })),
  };
}

/** A band is about a number (method, section 4). */
function valueAt({ score, lower, upper }: Pick<OverallScore, "score" | "lower" | "upper">, band: RatingBand | null): PointValue {
  return { score, lower, upper, band: score === null || !band ? null : { low: band.low, high: band.high } };
}

function overlapping(from: Point, to: Point): DimensionId[] {
  return to.dimensions.flatMap(({ id, band }) => {
    const before = from.dimensions.find((one) => one.id === id)?.band;
    return !band || !before || (band.low <= before.high && before.low <= band.high) ? [id] : [];
  });
}

/** Nine answers carry no value of a topic: a quick check stands to no target. */
function targetsOf(targets: Targets, { date, dimensions, depth, planned }: Today): TargetStanding[] {
  return dimensions.flatMap(({ id, lower }) => {
    const target = targets[id];
    const after = planned.find((one) => one.id === id)?.after ?? null;
    return target ? [standingTo(id, target, depth === "full" ? lower : null, after, date)] : [];
  });
}
