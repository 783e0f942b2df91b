import { isNotApplicable, type Answer } from "../assessment/answer";
import type { Assessment } from "../assessment/assessment";
import { assumedOwnError, assumedPersonVariance, type Spread } from "../certainty/rater-error";
import type { Questionnaire } from "../questionnaire/questionnaire";
import { scoredItems, type ScoredItem } from "../score/scored-items";
import { agreedAnswers, answersTo, levelsTo } from "./agreed-answers";
import { respondentsOf, type Respondent, type Team } from "./team";

/** How far answers to one item lie apart. */
export type Distance = {
  /** Between the highest and the lowest level given, 0–4. */
  spread: number;
  /** Whether somebody says that it does not apply, and somebody else gives a level. */
  isAgainstNotApplicable: boolean;
};

/** An item that people see too differently to go on as if nothing was. */
export type Disagreement = Distance & { item: string };

export function distanceOf(answers: readonly Answer[]): Distance {
  const levels = answers.flatMap((answer) => ("level" in answer ? [answer.level] : []));
  if (levels.length === 0) return { spread: 0, isAgainstNotApplicable: false };
  return { spread: Math.max(...levels) - Math.min(...levels), isAgainstNotApplicable: answers.some(isNotApplicable) };
}

const spreadToTalkAbout = 2;

/** What of a distance is to be talked about first; null: nothing. */
export const disagreementIn = ({ spread, isAgainstNotApplicable }: Distance): "levels" | "not-applicable" | null =>
  spread >= spreadToTalkAbout ? "levels" : isAgainstNotApplicable ? "not-applicable" : null;

/** By spread, then by weight, then in model order. @param items what is asked, in model order, with shares. */
export function findDisagreements(respondents: Respondent[], items: Pick<ScoredItem, "id" | "share">[]): Disagreement[] {
  const found = items.flatMap(({ id, share }) => {
    const distance = distanceOf(answersTo(respondents, id).map(({ answer }) => answer));
    return disagreementIn(distance) ? [{ item: id, ...distance, share }] : [];
  });
  return found.sort((a, b) => b.spread - a.spread || b.share - a.share).map(({ share: _share, ...disagreement }) => disagreement);
}

/** Those of an assessment for which nobody has recorded what was agreed. */
export function openDisagreements(questionnaire: Questionnaire, assessment: Assessment, team: Team): Disagreement[] {
  const items = scoredItems(questionnaire, { ...assessment, answers: agreedAnswers(assessment.answers, team) });
  const found = findDisagreements(respondentsOf(assessment.answers, team), items);
  return found.filter(({ item }) => !Object.hasOwn(team.recorded, item));
}

/** Two people who have both answered enough of the same items. */
type Pair = { low: number; high: number; count: number; mean: number; variance: number };

/** How much two people have to have answered before anything is said of how they differ. */
const fewestShared = 12;

/** @param items ids. `mean` is how much higher the second answers than the first, in levels; variance with n − 1. */
function pairsOf(respondents: Respondent[], items: string[]): Pair[] {
  return respondents.flatMap(({ answers: first }, low) =>
    respondents.slice(low + 1).flatMap(({ answers: second }, offset): Pair[] => {
      const differences = items.flatMap((item) => {
        const [a, b] = [first[item], second[item]];
        return a && b && "level" in a && "level" in b ? [b.level - a.level] : [];
      });
      const count = differences.length;
      if (count < fewestShared) return [];
      const mean = meanOf(differences);
      const variance = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (count - 1);
      return [{ low, high: low + 1 + offset, count, mean, variance }];
    }),
  );
}

const meanOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Two of the respondents, by their place, of whom the second answers higher on average. `levels` > 0. */
export type Leniency = { lower: number; higher: number; levels: number; items: number };

/** From how many levels on average a difference between two people is told. */
const toldDifference = 0.25;

/** Who answers higher than whom, the greatest difference first. */
export function findLeniencies(respondents: Respondent[], items: string[]): Leniency[] {
  return pairsOf(respondents, items)
    .filter(({ mean }) => Math.abs(mean) >= toldDifference)
    .map(({ low, high, mean, count }) => ({
      ...(mean > 0 ? { lower: low, higher: high } : { lower: high, higher: low }),
      ...{ levels: Math.abs(mean), items: count },
    }))
    .sort((a, b) => b.levels - a.levels);
}

/** What the method assumes weighs as much as so much data: four people for τ², a whole questionnaire for q. */
const assumedPeople = 4;
const assumedItems = 36;
const assumedAnswerVariance = 0.363;
/** What of the variance of answers is no error of one person's own, and what share of raw differences people's leniency shows in. */
const sharedAnswerVariance = 0.163;
const visibleShare = 0.72;

/** How far the answers of these people differ (method, section 8). @param items ids of what is asked. */
export function spreadOf(respondents: Respondent[], items: string[]): Spread {
  const counts = items.map((item) => levelsTo(respondents, item).length).filter((count) => count > 0);
  const meanLevels = counts.length === 0 ? 1 : meanOf(counts);
  const twoShare = counts.length === 0 ? 0 : counts.filter((count) => count === 2).length / counts.length;
  const pairs = pairsOf(respondents, items);
  if (pairs.length === 0) return { meanLevels, twoShare, personVariance: assumedPersonVariance, ownError: assumedOwnError };

  const people = respondents.filter(({ answers }) => items.some((item) => "level" in (answers[item] ?? {}))).length;
  const raw = Math.max(0, meanOf(pairs.map(({ mean, variance, count }) => mean ** 2 / 2 - variance / (2 * count)))) / visibleShare;
  const personVariance = Math.min(0.25, (assumedPeople * assumedPersonVariance + (people - 1) * raw) / (people + assumedPeople - 1));
  const shared = pairs.reduce((sum, { count }) => sum + count, 0);
  const measured = pairs.reduce((sum, { count, variance }) => sum + count * (variance / 2), 0) / shared;
  const meanShared = shared / pairs.length;
  const variance = (meanShared * measured + assumedItems * assumedAnswerVariance) / (meanShared + assumedItems);
  const ownError = Math.min(0.25, Math.max(0.02, (variance - sharedAnswerVariance) / 2));
  return { meanLevels, twoShare, personVariance, ownError };
}
