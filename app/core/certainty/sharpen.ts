import type { Questionnaire } from "../questionnaire/questionnaire";
import type { OverallScore } from "../score/overall-score";
import type { ScoredItem } from "../score/scored-items";
import { errorOf, oneAnswerEach, twoRaters, type RatingError, type Spread } from "./rater-error";
import { rateOverall, type Rating, type RatingBand } from "./rating";

/** Something that somebody can do, and by how many points it narrows what is printed. */
export type Sharpening =
  | { kind: "clarify"; saves: number; /** Open items, the weightiest first. */ items: string[] }
  | { kind: "evidence"; saves: number; from: number; to: number }
  | { kind: "second-person" | "another-person"; saves: number; from: number; to: number };

/**
 * What would sharpen the result, largest first; nothing that saves less than a whole point.
 * @param rating of these items with the same seed; null where nothing is known yet: to answer is then all there is to do.
 * @param people who have answered, and how far they differ.
 */
export function sharpenings(
  questionnaire: Questionnaire,
  items: ScoredItem[],
  overall: OverallScore,
  rating: Rating | null,
  agreement: { people: number; spread: Spread } = { people: 1, spread: oneAnswerEach },
): Sharpening[] {
  const open = items.filter(({ level }) => level === null);
  const clarify: Sharpening = {
    kind: "clarify",
    saves: Math.round((overall.upper ?? 0) - (overall.lower ?? 0)),
    items: open.toSorted((a, b) => b.share - a.share).map(({ id }) => id),
  };
  const ways = [clarify, ...(rating ? narrowings(questionnaire, items, rating, agreement) : [])];
  return ways.filter(({ saves }) => saves >= 1).sort((a, b) => b.saves - a.saves);
}

/** What narrows the rating of the answers that are there. */
function narrowings(
  questionnaire: Questionnaire,
  items: ScoredItem[],
  rating: Rating,
  { people, spread }: { people: number; spread: Spread },
): Sharpening[] {
  const width = widthOf(rating.overall);
  const change = (kind: "evidence" | "second-person" | "another-person", changed: ScoredItem[], error: RatingError): Sharpening => {
    const to = widthOf(rateOverall(questionnaire, changed, rating.seed, error, rating.draws));
    return { kind, saves: Math.round(width) - Math.round(to), from: width, to };
  };
  return [
    change(
      "evidence",
      items.map((item) => ({ ...item, evidence: true })),
      errorOf(spread),
    ),
    people < 2
      ? change("second-person", items, twoRaters)
      : change("another-person", items, errorOf({ ...spread, meanLevels: spread.meanLevels + 1, twoShare: 0 })),
  ];
}

const widthOf = ({ low, high }: RatingBand): number => high - low;
