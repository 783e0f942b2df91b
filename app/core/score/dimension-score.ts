import { levelOf, type Answers } from "../assessment/answer";
import { askedItems, type Dimension } from "../questionnaire/questionnaire";
import type { Depth, DimensionId } from "../vocabulary";
import { stageOf, tolerance, type Stage } from "./stage";

/** Why a dimension has no score. */
export type NoScoreReason = "nothing-applicable" | "too-many-not-applicable" | "coverage-below-two-thirds";

/** All values 0–100 except coverage (0–1); counts are questions. */
export type DimensionScore = {
  id: DimensionId;
  gate: boolean;
  weight: number;
  score: number | null;
  /** Value if every open answer were level 0; null where nothing is applicable. */
  lower: number | null;
  /** Value if every open answer were level 4. */
  upper: number | null;
  coverage: number | null;
  stage: Stage | null;
  reason: NoScoreReason | null;
  asked: number;
  applicable: number;
  answered: number;
};

const minimumCoverage = 2 / 3;
const maximumNotApplicable = 1 / 3;
export const pointsPerLevel = 25;

/** Scores one dimension from its asked items (method, section 3). `weight` is the dimension's own weight. */
export function scoreDimension(dimension: Dimension, depth: Depth, answers: Answers, weight: number): DimensionScore {
  let [asked, applicable, answered] = [0, 0, 0];
  let [askedWeight, applicableWeight, answeredWeight, points] = [0, 0, 0, 0];
  for (const item of askedItems(dimension, depth)) {
    asked += 1;
    askedWeight += item.weight;
    const level = levelOf(answers[item.id]);
    if (level === "na") continue;
    applicable += 1;
    applicableWeight += item.weight;
    if (level === "open") continue;
    answered += 1;
    answeredWeight += item.weight;
    points += item.weight * pointsPerLevel * level;
  }

  const common = { id: dimension.id, gate: dimension.gate, weight, asked, applicable, answered };
  if (applicable === 0)
    return { ...common, score: null, lower: null, upper: null, coverage: null, stage: null, reason: "nothing-applicable" };

  const coverage = answeredWeight / applicableWeight;
  const bounds = {
    lower: points / applicableWeight,
    upper: (points + 100 * (applicableWeight - answeredWeight)) / applicableWeight,
    coverage,
  };
  const notApplicable = (askedWeight - applicableWeight) / askedWeight;
  const reason =
    notApplicable > maximumNotApplicable + tolerance ? "too-many-not-applicable"
    : coverage < minimumCoverage - tolerance ? "coverage-below-two-thirds"
    : null; // prettier-ignore
  if (reason) return { ...common, ...bounds, score: null, stage: null, reason };

  const score = points / answeredWeight;
  return { ...common, ...bounds, score, stage: stageOf(score), reason: null };
}
