import { levelOf, namesEvidence, type Answers, type Level } from "../assessment/answer";
import { askedItems, type Item, type Questionnaire } from "../questionnaire/questionnaire";
import type { AiUse, Depth, DimensionId } from "../vocabulary";

/** Points of 0–100 that one level is worth. */
export const pointsPerLevel = 25;

/** An applicable item: everything that a score, a band, a list or a plan takes from an answer. */
export type ScoredItem = {
  id: string;
  dimension: DimensionId;
  /** Its weight as the model gives it: the dimension's, divided among the dimension's asked items. */
  weight: number;
  /** The same as a share of all applicable items (method, section 3: a); together 1. */
  share: number;
  /** null: open, because nobody knows or nobody has answered. */
  level: Level | null;
  /** Whether the answer names evidence. */
  evidence: boolean;
};

/** What of an assessment moves a number. */
export type ScoredAssessment = { depth: Depth; aiUse: AiUse; answers: Answers };

/**
 * The applicable items in model order. An item that does not apply takes its weight with it: its neighbours do not
 * inherit it.
 * @param weights of dimensions the user has changed, by id; the others keep the model's.
 */
export function scoredItems(
  questionnaire: Questionnaire,
  assessment: ScoredAssessment,
  weights: ReadonlyMap<DimensionId, number> = new Map(),
): ScoredItem[] {
  const items = questionnaire.dimensions.flatMap((dimension) => {
    const asked = askedItems(dimension, assessment.depth);
    const askedWeight = asked.reduce((sum, item) => sum + item.weight, 0);
    const dimensionWeight = weights.get(dimension.id) ?? dimension.weight;
    return asked.flatMap((item): ScoredItem[] => {
      const level = standingOf(item, assessment);
      if (level === "na") return [];
      const weight = (dimensionWeight * item.weight) / askedWeight;
      return [{ id: item.id, dimension: dimension.id, weight, share: weight, level, evidence: namesEvidence(assessment.answers[item.id]) }];
    });
  });
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? [] : items.map((item) => ({ ...item, share: item.weight / total }));
}

/** Whether anything is known that advice could follow from: where nothing is, a suggested plan is nobody's. */
export const isAnythingKnown = (items: readonly Pick<ScoredItem, "level">[]): boolean => items.some(({ level }) => level !== null);

/** Whether nobody needs to be asked: where no AI is in use, an item about its use stands at level 0 until somebody answers it. */
export function isPresumed(item: Item, { aiUse, answers }: Pick<ScoredAssessment, "aiUse" | "answers">): boolean {
  return aiUse === "none" && item.presupposesUse && answers[item.id] === undefined;
}

function standingOf(item: Item, assessment: ScoredAssessment): Level | "na" | null {
  if (isPresumed(item, assessment)) return 0;
  const level = levelOf(assessment.answers[item.id]);
  return level === "open" ? null : level;
}
