import type { DimensionScore } from "../score/dimension-score";
import { dimensionIds, type DimensionId } from "../vocabulary";
import { tolerance } from "../score/stage";
import type { Cell, Region } from "./region";

/** Lowest and highest value, 0–100. */
export type EvidenceBand = readonly [number, number];

export type Position = "above" | "within" | "below" | "unclear" | "no-evidence";

/** One region and one dimension, and where the respondent stands to it. */
export type Comparison = { region: string; dimension: DimensionId; band: EvidenceBand | null; position: Position };

/** Editorial bands: they have no source and are published with the coding rules (method, section 5). */
const bands = {
  positive: { a: [60, 90], b: [50, 80], c: [40, 75] },
  mixed: { a: [30, 65], b: [30, 65], c: [30, 65] },
  negative: { a: [10, 40], b: [10, 40], c: [10, 40] },
} as const satisfies Record<Cell["direction"], Record<Cell["strength"], EvidenceBand>>;

export function bandOf(cell: Pick<Cell, "direction" | "strength">): EvidenceBand {
  return bands[cell.direction][cell.strength];
}

/** Every region against every dimension, in the given orders; a silent document gives `no-evidence`. */
export function compareWithRegions(dimensions: DimensionScore[], regions: Region[]): Comparison[] {
  return regions.flatMap((region) =>
    dimensions.map((dimension): Comparison => {
      const cell = region.cells.find((candidate) => candidate.dimension === dimension.id);
      const pair = { region: region.id, dimension: dimension.id };
      if (!cell) return { ...pair, band: null, position: "no-evidence" };
      const band = bandOf(cell);
      return { ...pair, band, position: positionOf(dimension, band) };
    }),
  );
}

/** By the score; `unclear` where the interval reaches into another zone, or where there is no score to go by. */
export function positionOf({ score, lower, upper }: Pick<DimensionScore, "score" | "lower" | "upper">, band: EvidenceBand): Position {
  if (score === null || lower === null || upper === null) return "unclear";
  const zone = zoneOf(score, band);
  return zoneOf(lower, band) === zone && zoneOf(upper, band) === zone ? zone : "unclear";
}

function zoneOf(value: number, [low, high]: EvidenceBand): "above" | "within" | "below" {
  if (value > high + tolerance) return "above";
  return value < low - tolerance ? "below" : "within";
}

const minimumEvidence = 0.65;

/** The mean of a region's bands, or null where fewer than 65 % of the dimensions carry evidence. */
export function overallBand(region: Region): EvidenceBand | null {
  const cells = region.cells.map(bandOf);
  if (cells.length / dimensionIds.length < minimumEvidence) return null;
  const mean = (index: 0 | 1) => cells.reduce((sum, band) => sum + band[index], 0) / cells.length;
  return [mean(0), mean(1)];
}
