import { gatesOf, type Questionnaire } from "../questionnaire/questionnaire";
import type { OverallScore } from "../score/overall-score";
import type { ScoredItem } from "../score/scored-items";

/** What nine answers can carry about the full check, and nothing more (method, section 4). */
export type QuickOutlook = {
  /** Where the full check will probably lie, 0–100; null with fewer answers than a value needs. */
  expected: { low: number; high: number } | null;
  verdict: "below-half" | "half-or-more" | null;
  /** Key items of gate dimensions at level 0 or 1, which will hardly let the secured stage above 2. */
  holdingBack: { item: string; level: number }[];
};

const margin = 15;

export function quickOutlook(questionnaire: Questionnaire, items: ScoredItem[], { score, upper }: OverallScore): QuickOutlook {
  const sum = items.reduce((total, { level }) => total + (level ?? 0), 0);
  const open = items.filter(({ level }) => level === null).length;
  const gates = new Set(gatesOf(questionnaire));
  return {
    expected: score === null ? null : { low: Math.max(0, score - margin), high: Math.min(100, (upper ?? 100) + margin) },
    verdict: items.length > 0 && sum + 4 * open <= 12 ? "below-half" : sum >= 26 ? "half-or-more" : null,
    holdingBack: items.flatMap(({ id, dimension, level }) =>
      gates.has(dimension) && level !== null && level <= 1 ? [{ item: id, level }] : [],
    ),
  };
}
