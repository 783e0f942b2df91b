import type { RatingBand } from "../certainty/rating";
import type { DimensionScore } from "../score/dimension-score";
import { tolerance } from "../score/stage";
import { dimensionIds, type DimensionId, type Track } from "../vocabulary";
import type { Cell, Region } from "./region";

/** Lowest and highest value, 0–100. */
export type EvidenceBand = readonly [number, number];

export type Position = "above" | "within" | "below" | "unclear" | "no-evidence" | "other-subject";

/**
 * One region and one dimension, and where the respondent stands to it. `other-subject`: the evidence speaks of others
 * than the respondent's kind; it is shown, and compared with nothing.
 */
export type Comparison = {
  region: string;
  dimension: DimensionId;
  cell: Cell | null;
  others: Cell[];
  band: EvidenceBand | null;
  position: Position;
};

/** Editorial bands: they have no source and are published with the coding rules (method, section 5). */
const bands = {
  positive: { a: [60, 90], b: [50, 80], c: [40, 75] },
  mixed: { a: [30, 65], b: [30, 65], c: [30, 65] },
  negative: { a: [10, 40], b: [10, 40], c: [10, 40] },
} as const satisfies Record<Cell["direction"], Record<Cell["strength"], EvidenceBand>>;

export function bandOf({ direction, strength }: Pick<Cell, "direction" | "strength">): EvidenceBand {
  return bands[direction][strength];
}

/**
 * Every region against every dimension, in the given orders.
 * @param rating bands of section 4 by dimension; without one, open answers alone make a word unclear.
 */
export function compareWithRegions(
  track: Track,
  dimensions: DimensionScore[],
  regions: Region[],
  rating: ReadonlyMap<DimensionId, RatingBand>,
): Comparison[] {
  return regions.flatMap((region) =>
    dimensions.map((dimension): Comparison => {
      const cells = region.cells.filter((cell) => cell.dimension === dimension.id);
      const cell = cells.find(({ speaksOf }) => speaksOf === track) ?? null;
      const others = cells.filter(({ speaksOf }) => speaksOf !== track);
      const common = { region: region.id, dimension: dimension.id, cell, others };
      if (!cell) return { ...common, band: null, position: others.length > 0 ? "other-subject" : "no-evidence" };
      const band = bandOf(cell);
      return { ...common, band, position: positionOf(dimension, rating.get(dimension.id) ?? null, band) };
    }),
  );
}

/** By the value; `unclear` where open answers or the rating reach into another zone, or where no number is printed. */
export function positionOf(
  { score, lower, upper }: Pick<DimensionScore, "score" | "lower" | "upper">,
  rating: RatingBand | null,
  band: EvidenceBand,
): Position {
  if (score === null || lower === null || upper === null) return "unclear";
  const zones = [lower, upper, ...(rating ? [rating.low, rating.high] : [])].map((value) => zoneOf(value, band));
  const zone = zoneOf(score, band);
  return zones.every((other) => other === zone) ? zone : "unclear";
}

function zoneOf(value: number, [low, high]: EvidenceBand): "above" | "within" | "below" {
  if (value > high + tolerance) return "above";
  return value < low - tolerance ? "below" : "within";
}

const minimumEvidence = 0.65;

/** The mean of a region's bands of the respondent's kind, or null where fewer than 65 % of the dimensions carry one. */
export function overallBand(region: Region, track: Track): EvidenceBand | null {
  const own = region.cells.filter(({ speaksOf }) => speaksOf === track).map(bandOf);
  if (own.length / dimensionIds.length < minimumEvidence) return null;
  const mean = (index: 0 | 1) => own.reduce((sum, band) => sum + band[index], 0) / own.length;
  return [mean(0), mean(1)];
}
