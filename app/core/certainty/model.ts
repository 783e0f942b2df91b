import { levelOf, type Level } from "../assessment/answer";
import type { Assessment } from "../assessment/assessment";
import type { Content } from "../content";
import { itemStates, recommend } from "../initiatives/recommend";
import { askedItems } from "../questionnaire/questionnaire";
import { scoreDimension } from "../score/dimension-score";
import { scoreOverall } from "../score/overall-score";
import type { Stage } from "../score/stage";
import type { DimensionId } from "../vocabulary";
import { compileCandidates, type SimulatedInitiative } from "./candidates";
import { lacksEvidence, methodDistributions, type Distributions } from "./distributions";
import { seedOf } from "./seed";

/** What a result may hang on, in groups (method, section 4). */
export const inputGroups = ["weights", "aggregation", "open-answers", "rater-noise"] as const;
export type InputGroup = (typeof inputGroups)[number];

/** An applicable item; its level is null where it is open. */
type ModelItem = { weight: number; level: Level | null; noise: number };
export type ModelDimension = { id: DimensionId; gate: boolean; weight: number; items: ModelItem[] };

/**
 * An assessment made ready to be drawn thousands of times. Plain data: it can be posted to a worker.
 *
 * Its inputs are uniforms in [0, 1), in this order: one a weight of each item, one an answer of each item, one a
 * weight of each dimension, and one for the aggregation.
 */
export type UncertaintyModel = {
  seed: string;
  /** Those with an applicable item, with a score or without. */
  dimensions: ModelDimension[];
  itemCount: number;
  /** For each input the index of its group in `inputGroups`. */
  groupOf: Uint8Array;
  /** Whether anything is applicable that has a weight. */
  hasOverall: boolean;
  distributions: Distributions;
  /** What the report says without chance: the secured stage, and the recommended initiatives in their order. */
  securedStage: Stage | null;
  recommended: string[];
  /** Initiatives that some draw may recommend. */
  candidates: SimulatedInitiative[];
};

/**
 * @param weights of dimensions the user has changed, by id; the others keep the model's.
 * @param distributions the method's unless told otherwise.
 */
export function compileModel(
  assessment: Assessment,
  content: Pick<Content, "questionnaires" | "initiatives">,
  weights: Map<DimensionId, number> = new Map(),
  distributions: Distributions = methodDistributions,
): UncertaintyModel {
  const { track, depth, organisation, answers } = assessment;
  const questionnaire = content.questionnaires[track];
  const sizeClass = organisation.sizeClass ?? null;

  const scores = questionnaire.dimensions.map((dimension) =>
    scoreDimension(dimension, depth, answers, weights.get(dimension.id) ?? dimension.weight),
  );
  const states = itemStates(questionnaire, depth, answers, weights);
  const { recommended } = recommend(content.initiatives, track, states, scores, sizeClass);

  const dimensions = questionnaire.dimensions
    .map((dimension): ModelDimension => ({
      id: dimension.id,
      gate: dimension.gate,
      weight: weights.get(dimension.id) ?? dimension.weight,
      items: askedItems(dimension, depth).flatMap(({ id, weight }): ModelItem[] => {
        const answer = answers[id];
        const level = levelOf(answer);
        if (level === "na") return [];
        if (answer === undefined || level === "open") return [{ weight, level: null, noise: 0 }];
        return [{ weight, level, noise: lacksEvidence(answer) ? distributions.noiseWithoutEvidence : distributions.noise }];
      }),
    }))
    .filter(({ items }) => items.length > 0);
  const items = dimensions.flatMap((dimension) => dimension.items);
  const answerGroups = items.map(({ level }): InputGroup => (level === null ? "open-answers" : "rater-noise"));
  const groups: InputGroup[] = [
    ...items.map(() => "weights" as const),
    ...answerGroups,
    ...dimensions.map(() => "weights" as const),
    "aggregation",
  ];

  return {
    seed: seedOf(assessment, weights),
    dimensions,
    itemCount: items.length,
    groupOf: Uint8Array.from(groups, (group) => inputGroups.indexOf(group)),
    hasOverall: dimensions.some(({ weight }) => weight > 0),
    distributions,
    securedStage: scoreOverall(scores).securedStage,
    recommended: recommended.map(({ initiative }) => initiative.id),
    candidates: compileCandidates(
      content.initiatives,
      track,
      sizeClass,
      states,
      scores,
      dimensions.map(({ id }) => id),
    ),
  };
}
