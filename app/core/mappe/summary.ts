import { z } from "zod";
import type { Assessment } from "../assessment/assessment";
import { progressOf, totalOf } from "../assessment/progress";
import { standingsOf, type Standing } from "../assessment/standing";
import { weightsByDimension, type Weights } from "../assessment/whole-assessment";
import { modelOf, type Content } from "../content";
import { printableDepth } from "../printable-depth";
import { isDone } from "./progress-state";
import { scoreOf } from "../score/score";
import { depthSchema, dimensionIdSchema } from "../vocabulary";

const value = z.number().nullable();
const stage = z.literal([0, 1, 2, 3, 4]).nullable();

/** Where an organisation stands, small enough to keep beside each assessment and to show a thousand of. Values 0–100, unrounded. */
export const assessmentSummarySchema = z.strictObject({
  depth: depthSchema,
  overall: z.strictObject({ score: value, lower: value, upper: value, coverage: z.number(), stage, securedStage: stage }),
  dimensions: z.array(z.strictObject({ id: dimensionIdSchema, score: value, lower: value, upper: value, stage })),
  answered: z.int(),
  asked: z.int(),
  /** How many closed rounds there are, the ISO day of the last one, and whether no other was begun since. */
  rounds: z.int(),
  lastClosedOn: z.string().nullable(),
  isBetweenRounds: z.boolean(),
  /** Of each item of the questionnaire in its order: "0" to "4", "n" not applicable, "o" open. */
  levels: z.string(),
});
export type AssessmentSummary = z.infer<typeof assessmentSummarySchema>;

/** What a summary is made of. */
export type SummaryInput = Assessment & {
  weights: Weights;
  rounds: { closed: number; lastClosedOn: string | null; begunOn: string | null };
};

/** The same value and stages as the report has; certainty, duties and plan are left to it. */
export function summaryOf(assessment: SummaryInput, content: Pick<Content, "models">): AssessmentSummary {
  const questionnaire = modelOf(content, assessment);
  const depth = printableDepth(questionnaire, assessment);
  const { dimensions, overall } = scoreOf(questionnaire, { ...assessment, depth }, weightsByDimension(assessment.weights));
  const { score, lower, upper, coverage, stage: average, securedStage } = overall;
  const { answered, asked } = totalOf(progressOf(questionnaire, assessment));
  const { closed, lastClosedOn, begunOn } = assessment.rounds;
  return {
    depth,
    overall: { score, lower, upper, coverage, stage: average, securedStage },
    dimensions: dimensions.map((one) => ({ id: one.id, score: one.score, lower: one.lower, upper: one.upper, stage: one.stage })),
    ...{ answered, asked, rounds: closed, lastClosedOn, isBetweenRounds: closed > 0 && begunOn === null },
    levels: [...standingsOf(questionnaire, assessment).values()].map((standing) => String(standing)[0]).join(""),
  };
}

/** Whether nothing more is asked, as the summary says, without working out its values. */
export function isAllDone(assessment: Omit<SummaryInput, "weights">, content: Pick<Content, "models">): boolean {
  const { closed, begunOn } = assessment.rounds;
  return isDone({ ...totalOf(progressOf(modelOf(content, assessment), assessment)), isBetweenRounds: closed > 0 && begunOn === null });
}

/** The levels of a summary by item: a level, not applicable, or open. */
export function levelsOf({ levels }: Pick<AssessmentSummary, "levels">, itemIds: readonly string[]): Map<string, Standing> {
  return new Map(itemIds.map((id, index) => [id, levelSigns[levels[index] ?? "o"] ?? "open"]));
}
const levelSigns: Record<string, Standing> = { 0: 0, 1: 1, 2: 2, 3: 3, 4: 4, n: "na", o: "open" };
