import type { Questionnaire } from "../questionnaire/questionnaire";
import type { OverallScore } from "../score/overall-score";
import type { ScoredItem } from "../score/scored-items";
import { oneRater, rate, type Rating, type RatingError } from "./rating";

/** Something that somebody can do, and by how many points it narrows what is printed. */
export type Sharpening =
  | { kind: "clarify"; saves: number; /** Open items, the weightiest first. */ items: string[] }
  | { kind: "evidence"; saves: number; from: number; to: number }
  | { kind: "second-person"; saves: number; from: number; to: number };

/** Two people who answer everything, before anything is known of how they differ (method, sections 4 and 8). */
export const twoRaters: RatingError = { shiftMean: 0, shiftDeviation: Math.sqrt(0.06 + 0.0625 / 2), ownError: 0.05, evidenceFactor: 0.7 };

/**
 * What would sharpen the result, largest first; nothing that saves less than a whole point.
 * @param rating of these items with the same seed.
 */
export function sharpenings(questionnaire: Questionnaire, items: ScoredItem[], overall: OverallScore, rating: Rating): Sharpening[] {
  const width = widthOf(rating);
  const change = (kind: "evidence" | "second-person", changed: ScoredItem[], error: RatingError): Sharpening => {
    const to = widthOf(rate(questionnaire, changed, rating.seed, error, rating.draws));
    return { kind, saves: Math.round(width) - Math.round(to), from: width, to };
  };
  const open = items.filter(({ level }) => level === null);
  const ways: Sharpening[] = [
    {
      kind: "clarify",
      saves: Math.round((overall.upper ?? 0) - (overall.lower ?? 0)),
      items: open.toSorted((a, b) => b.share - a.share).map(({ id }) => id),
    },
    change(
      "evidence",
      items.map((item) => ({ ...item, evidence: true })),
      oneRater,
    ),
    change("second-person", items, twoRaters),
  ];
  return ways.filter(({ saves }) => saves >= 1).sort((a, b) => b.saves - a.saves);
}

const widthOf = ({ overall }: Rating): number => overall.high - overall.low;
