import { z } from "zod";
import { answerSchema, type Answer } from "../../core/assessment/answer";
import { organisationSchema, type Assessment } from "../../core/assessment/assessment";
import { authorTextSchema } from "../../core/assessment/author-text";
import { previousAnswerSchema } from "../../core/assessment/model-versions";
import { parseSaveFile } from "../../core/assessment/parse-save-file";
import {
  historyPartSchema,
  planPartSchema,
  roundPartSchema,
  saveFileFormat,
  teamPartSchema,
  toSaveFile,
} from "../../core/assessment/save-file";
import { weightsSchema, type WholeAssessment } from "../../core/assessment/whole-assessment";
import { brandSchema } from "../../core/brand/brand";
import { modelOf, type Content } from "../../core/content";
import { factsSchema } from "../../core/duties/facts";
import { itemsOf } from "../../core/questionnaire/questionnaire";
import { aiUseSchema, depthSchema, idSchema, trackSchema } from "../../core/vocabulary";
import type { ApiContext, Body } from "./operation";
import { ApiProblem } from "./problem";

const answer = answerSchema.describe(
  "A level from 0 to 4; or dk, don't know; or na, does not apply, with a reason. A note without any of them leaves the question open.",
);

/** The interchange format as it is described. What it is read with, `parseSaveFile`, knows the questions as well. */
export const assessmentFileSchema = z
  .strictObject({
    format: z.literal(saveFileFormat),
    version: z.literal([1, 2]).describe("Version 1 holds the answers only."),
    track: trackSchema.describe("Which questionnaire."),
    depth: depthSchema.describe("The key questions only, or all."),
    modelVersion: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/)
      .describe("Version of the questionnaire. Scores are comparable where it is the same."),
    aiUse: aiUseSchema.optional().describe("How AI is used today; unknown unless told."),
    organisation: organisationSchema.optional().describe("All of it is optional. The size class must be one of the track's."),
    answers: z.record(idSchema, answer).describe("By the id of the question. Not answered: no entry."),
    previous: z
      .record(idSchema, previousAnswerSchema)
      .optional()
      .describe("Answers to an earlier version of the questionnaire, by the id of today's question: to be confirmed, counted nowhere."),
    weights: weightsSchema.optional().describe("Of topics, where they differ from the questionnaire's."),
    facts: factsSchema.optional().describe("Whether facts that decide on duties are so, by their id, where somebody has said."),
    plan: planPartSchema
      .optional()
      .describe(
        "Limits, empty where nobody has set any, with the day on which they were set; the plan as it was solved when somebody took it over; and how far steps have come, by initiative.",
      ),
    texts: authorTextSchema.partial().optional().describe("What people have written into the report, with their logo."),
    team: teamPartSchema
      .optional()
      .describe("Who answers a part, with their answers; and by question what was agreed, with its reason. Empty where there is nobody."),
    brand: brandSchema
      .partial()
      .optional()
      .describe("How the documents look and who they come from; pictures in Base64, a template for Word files likewise. None unless told."),
    round: roundPartSchema
      .optional()
      .describe("Rounds: targets by topic, and for each closed round the assessment as it was then, in this format. Empty in the first."),
    history: historyPartSchema
      .optional()
      .describe("Who changed what, the first change first. What people wrote is told as changed, not repeated."),
  })
  .describe("An assessment: who is assessed and what was answered.");

export const answerChangesSchema = z
  .record(idSchema, answer.nullable())
  .describe("Answers by the id of the question; null withdraws one. All are written or, where one is wrong, none.");

/** @throws Problem with every fault. */
export async function readAssessment({ bytes }: Body, { saveFiles }: Pick<ApiContext, "saveFiles">): Promise<WholeAssessment> {
  const { assessment, faults, faultCount } = await saveFiles.read(bytes);
  if (!assessment) throw new ApiProblem("invalid-input", faults, {}, faultCount);
  return assessment;
}

/** More questions than any questionnaire has: of more changes than that, so many already tell that they are wrong. */
const mostChanges = 1_000;

/** Reads changes as the file they would make of the assessment, so that they meet the same rules. @throws Problem with every fault. */
export function readAnswerChanges(value: unknown, stored: Assessment, content: Content): { item: string; next: Answer | null }[] {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new ApiProblem("invalid-input", [{ path: "", code: "not-an-object" }]);
  const changes = (Object.entries(value) as [item: string, next: unknown][]).slice(0, mostChanges);
  const written = Object.fromEntries(changes.filter(([, next]) => next !== null));
  const { assessment, faults } = parseSaveFile({ ...toSaveFile(stored), answers: written }, content.models);
  const items = new Set(itemsOf(modelOf(content, stored)).map(({ id }) => id));
  const unknown = changes.filter(([item, next]) => next === null && !items.has(item));
  const all = [
    ...faults.map(({ path, code }) => ({ path: path.replace(/^answers\./, ""), code })),
    ...unknown.map(([path]) => ({ path, code: "unknown-item" as const })),
  ];
  if (!assessment || all.length > 0) throw new ApiProblem("invalid-input", all);
  return changes.map(([item, next]) => ({ item, next: next === null ? null : (assessment.answers[item] ?? null) }));
}
