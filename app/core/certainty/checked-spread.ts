import { checkOf } from "../assessment/check";
import type { Answers } from "../assessment/answer";
import type { ScoredItem } from "../score/scored-items";
import { oneAnswerEach, type Spread } from "./rater-error";

/**
 * Where several people have answered the same, their own spread is measured, and says more than that somebody has confirmed. People who
 * share the work stand as one (method, section 8), and so what was confirmed counts for them as for one.
 */
export function withChecks<Asked extends { spread: Spread }>(
  asked: Asked,
  items: readonly Pick<ScoredItem, "id" | "level">[],
  answers: Answers,
): Asked {
  return asked.spread.meanLevels > 1 ? asked : { ...asked, spread: checkedSpread(items, answers) };
}

/** How many of the answered items a second person has confirmed. */
export function confirmedItems(
  items: readonly Pick<ScoredItem, "id" | "level">[],
  answers: Answers,
): { confirmed: number; answered: number } {
  const answered = items.filter(({ level }) => level !== null);
  return { answered: answered.length, confirmed: answered.filter(({ id }) => checkOf(answers[id])?.state === "confirmed").length };
}

/**
 * What one person answered and a second one confirmed, by the formula of several respondents (method, section 8): a confirmed item has
 * two levels, the same. Whoever confirms has seen the answer, so that nothing is measured of how far the two differ: what is assumed
 * stays assumed.
 */
export function checkedSpread(items: readonly Pick<ScoredItem, "id" | "level">[], answers: Answers): Spread {
  const { confirmed, answered } = confirmedItems(items, answers);
  const share = answered === 0 ? 0 : confirmed / answered;
  return { ...oneAnswerEach, meanLevels: 1 + share, twoShare: share };
}
