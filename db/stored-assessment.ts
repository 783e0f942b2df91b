import { z } from "zod";
import { organisationSchema, profileSchema, type Assessment } from "../app/core/assessment/assessment";
import type { Previous } from "../app/core/assessment/model-versions";
import { nothingAdded, weightsSchema, type Weights, type WholeAssessment } from "../app/core/assessment/whole-assessment";
import type { Actor } from "../app/core/changes/change";
import { wholeChange } from "../app/core/changes/changes-of";
import { factsSchema, type Facts } from "../app/core/duties/facts";
import { aiUseSchema } from "../app/core/vocabulary";
import { insertAnswers, readAnswers, readPrevious } from "./answers";
import { readAuthorText, writeAuthorText } from "./author-texts";
import { readBrand, writeBrand } from "./brands";
import { appendChanges, insertChanges, readChanges } from "./changes";
import type { Database } from "./connection";
import { jsonColumn } from "./json-column";
import { readPlan, writePlan } from "./plans";
import { insertRounds, readRounds } from "./rounds";
import { insertTeam, readTeam } from "./team";

export const rowSchema = z.object({
  id: z.string(),
  track: profileSchema.shape.track,
  depth: profileSchema.shape.depth,
  model_version: z.string(),
  ai_use: aiUseSchema,
  organisation: jsonColumn(organisationSchema),
  weights: jsonColumn(weightsSchema),
  facts: jsonColumn(factsSchema),
  read_key_version: z.number(),
  check_key_version: z.number(),
  check_key_hash: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});

/** The same with what is kept of its keys. */
export const keyedRowSchema = rowSchema.extend({ edit_key_hash: z.string(), read_key_hash: z.string() });

/** An assessment as it is kept, without its plan, its author's text, its brand and its rounds. Times are ISO 8601 in UTC. */
export type StoredAssessment = Assessment & {
  id: string;
  previous: Previous;
  weights: Weights;
  facts: Facts;
  readKeyVersion: number;
  /** Of the key for whoever checks; null: there is none that opens anything. */
  checkKeyVersion: number | null;
  createdAt: string;
  updatedAt: string;
};

/** A new assessment, with what has been added to it elsewhere where it comes from a file. */
export type NewAssessment = Assessment & Partial<WholeAssessment>;

export type KeyHashes = { edit: string; read: string };

export async function readAssessment(database: Database, assessmentId: string): Promise<StoredAssessment | null> {
  const row: unknown = await database("assessments").whereNull("removed_at").where({ id: assessmentId }).first();
  return row ? assessmentOf(database, row) : null;
}

/** An assessment from its row, with its answers. */
export async function assessmentOf(database: Database, row: unknown): Promise<StoredAssessment> {
  const { model_version, ai_use, read_key_version, check_key_version, check_key_hash, created_at, updated_at, ...same } =
    rowSchema.parse(row);
  const [answers, previous] = await Promise.all([readAnswers(database, same.id), readPrevious(database, same.id)]);
  return {
    ...same,
    modelVersion: model_version,
    aiUse: ai_use,
    ...{ answers, previous },
    readKeyVersion: read_key_version,
    checkKeyVersion: check_key_hash === null ? null : check_key_version,
    createdAt: created_at,
    updatedAt: updated_at,
  };
}

/** Everything that is kept of an assessment, within a transaction. */
export async function readWholeAssessment(transaction: Database, id: string): Promise<WholeAssessment | null> {
  const assessment = await readAssessment(transaction, id);
  if (!assessment) return null;
  const { track, depth, aiUse, modelVersion, organisation, answers, previous, weights, facts } = assessment;
  const [plan, authorText, team, rounds] = await Promise.all([
    readPlan(transaction, id),
    readAuthorText(transaction, id),
    readTeam(transaction, id),
    readRounds(transaction, id),
  ]);
  const [history, brand] = [await readChanges(transaction, id), await readBrand(transaction, id)];
  const added = { weights, facts, plan, authorText, team, rounds, history, brand };
  return { track, depth, aiUse, modelVersion, organisation, answers, previous, ...added };
}

/** Writes a new assessment within a transaction that may write more. */
export async function insertAssessment(
  transaction: Database,
  id: string,
  assessment: NewAssessment,
  keys: KeyHashes,
  now: Date,
  by: Actor = "edit-link",
): Promise<void> {
  const whole: WholeAssessment = { ...nothingAdded, ...assessment };
  const time = now.toISOString();
  await transaction("assessments").insert({
    id,
    track: whole.track,
    depth: whole.depth,
    model_version: whole.modelVersion,
    ai_use: whole.aiUse,
    organisation: JSON.stringify(whole.organisation),
    weights: JSON.stringify(whole.weights),
    facts: JSON.stringify(whole.facts),
    edit_key_hash: keys.edit,
    read_key_hash: keys.read,
    read_key_version: 1,
    created_at: time,
    updated_at: time,
  });
  await insertAnswers(transaction, id, whole, now);
  await writePlan(transaction, id, whole.plan, now);
  await writeAuthorText(transaction, id, whole.authorText, now);
  await insertTeam(transaction, id, whole.team, now);
  await insertRounds(transaction, id, whole.rounds);
  await writeBrand(transaction, id, whole.brand, now);
  await insertChanges(transaction, id, whole.history);
  await appendChanges(transaction, id, [wholeChange("begun", null, null)], { now, by });
}
