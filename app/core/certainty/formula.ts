import type { DimensionScore } from "../score/dimension-score";
import type { ScoredItem } from "../score/scored-items";
import { exceeds } from "../score/stage";
import type { DimensionId } from "../vocabulary";

/** What the value owes to how it is put together (method, section 4, statement 3). 0–100. */
export type Formula = {
  /** The dimension whose removal changes the value most, with the value without it; null where there is only one. */
  mostInfluential: { dimension: DimensionId; without: number } | null;
  /** Least and greatest value with every weight of a dimension between 0.75 and 1.25 of its own. */
  weights: { low: number; high: number };
};

type Part = { id: DimensionId; share: number; points: number };
const weightFactors = [0.75, 1.25] as const;

/** @returns null where nothing applies. */
export function formulaOf(items: ScoredItem[], dimensions: DimensionScore[]): Formula | null {
  const parts = dimensions.flatMap(({ id, lower }): Part[] => {
    const share = items.reduce((sum, item) => sum + (item.dimension === id ? item.weight : 0), 0);
    return share > 0 ? [{ id, share, points: lower ?? 0 }] : [];
  });
  if (parts.length === 0) return null;
  return { mostInfluential: mostInfluential(parts), weights: weightRange(parts) };
}

function mostInfluential(parts: Part[]): Formula["mostInfluential"] {
  const value = mean(parts);
  let found: Formula["mostInfluential"] = null;
  for (const { id } of parts) {
    const others = parts.filter((part) => part.id !== id);
    if (others.length === 0) return null;
    const without = mean(others);
    if (!found || exceeds(Math.abs(without - value), Math.abs(found.without - value))) found = { dimension: id, without };
  }
  return found;
}

/**
 * Exact: the extremes lie where all dimensions from some value upwards have the greatest weight and the others the least, or the
 * reverse. From the least value upwards is all of them, which is the same as none.
 */
function weightRange(parts: Part[]): Formula["weights"] {
  const sorted = parts.toSorted((a, b) => a.points - b.points);
  const [less, more] = weightFactors;
  const weighted = (cut: number, below: number, above: number) =>
    // Stryker disable next-line EqualityOperator: a cut after the last is none, as one before the first
    mean(sorted.map((part, place) => ({ ...part, share: part.share * (place < cut ? below : above) })));
  return {
    low: Math.min(...sorted.map((_, cut) => weighted(cut, more, less))),
    high: Math.max(...sorted.map((_, cut) => weighted(cut, less, more))),
  };
}

function mean(parts: Part[]): number {
  const [sum, shares] = parts.reduce(([sum, shares], part) => [sum + part.share * part.points, shares + part.share], [0, 0]);
  return sum / shares;
}
