import type { Answers } from "../app/core/assessment/answer";
import type { Assessment } from "../app/core/assessment/assessment";
import { mergeFields, type FieldChange, type FieldConflict } from "../app/core/assessment/merge-fields";
import type { Answered } from "../app/core/assessment/model-versions";
import { profileFields, toProfile } from "../app/core/assessment/profile-fields";
import { weightsSchema, type WholeAssessment } from "../app/core/assessment/whole-assessment";
import { factsSchema } from "../app/core/duties/facts";
import type { Actor, ChangeKind } from "../app/core/changes/change";
import { fieldChanges, wholeChange } from "../app/core/changes/changes-of";
import type { Act } from "../app/core/mappe/audit";
import { deleteAnswers, insertAnswers, readAnswersOf } from "./answers";
import { assessmentKeys } from "./assessment-keys";
import { assessmentRetention } from "./assessment-retention";
import { watchedChange, watchNothing } from "./change-assessment";
import { truncateWal, type Database } from "./connection";
import { appendDeeds } from "./mappe-audit";
import { newId } from "./new-id";
import {
  insertAssessment,
  keyedRowSchema,
  readAssessment,
  readWholeAssessment,
  rowSchema,
  type KeyHashes,
  type NewAssessment,
  type StoredAssessment,
} from "./stored-assessment";
import { agreedAnswersOf, beginTeamAnew, readAgreedAnswers } from "./team";
import { enqueueForMappen } from "./webhooks";

/** What is kept as one text, field by field. */
const columnSchemas = { weights: weightsSchema, facts: factsSchema };

/** An assessment in a list. */
export type AssessmentLine = Omit<Assessment, "answers"> & { id: string; updatedAt: string };

/** The one door to kept assessments. Whoever calls it has checked access. */
export type AssessmentStore = ReturnType<typeof assessmentStore>;

export function assessmentStore(database: Database, watch = watchNothing) {
  const changeThis = watchedChange(database, watch);

  /** @returns the conflicts, or null where the assessment has been removed meanwhile. */
  function saveColumn(
    column: "weights" | "facts",
    what: ChangeKind,
    id: string,
    changes: FieldChange[],
    now: Date,
    by?: Actor,
  ): Promise<FieldConflict[] | null> {
    const save = async (transaction: Database) => {
      const row: unknown = await transaction("assessments").where({ id }).first();
      const stored = rowSchema.parse(row)[column];
      const { fields, conflicts } = mergeFields(stored, changes);
      const made = fieldChanges(what, stored, fields);
      if (made.length > 0)
        await transaction("assessments")
          .where({ id })
          .update({ [column]: JSON.stringify(columnSchemas[column].parse(fields)) });
      return { changes: made, result: conflicts };
    };
    return changeThis(id, now, save, by);
  }

  return {
    ...assessmentKeys(database),
    ...assessmentRetention(database),

    /** @returns the id of the new assessment. */
    async create(assessment: NewAssessment, keys: KeyHashes, now: Date, id = newId(), by?: Actor): Promise<string> {
      await database.transaction((transaction) => insertAssessment(transaction, id, assessment, keys, now, by));
      return id;
    },

    find: (id: string) => readAssessment(database, id),

    /** Everything that is kept of it, for a save file. */
    findWhole: (id: string): Promise<WholeAssessment | null> => database.transaction((transaction) => readWholeAssessment(transaction, id)),

    /** Those that are there, with the hashes of their keys, the one changed last first. */
    async findLines(ids: string[]): Promise<(AssessmentLine & { keys: KeyHashes & { check: string | null } })[]> {
      const rows: unknown[] = await database("assessments")
        .whereNull("removed_at")
        .whereIn("id", ids)
        .orderBy("updated_at", "desc")
        .orderBy("id")
        .select("*");
      return rows.map((row) => {
        const { id, track, depth, model_version, ai_use, organisation, updated_at, ...hashes } = keyedRowSchema.parse(row);
        const keys = { edit: hashes.edit_key_hash, read: hashes.read_key_hash, check: hashes.check_key_hash };
        return { ...{ id, track, depth, aiUse: ai_use, modelVersion: model_version, organisation }, updatedAt: updated_at, keys };
      });
    },

    /** The answers that count of several, by id. */
    findAnswers: async (ids: string[]): Promise<Map<string, Answers>> => agreedAnswersOf(database, await readAnswersOf(database, ids)),

    /** @returns the conflicts, or null where the assessment has been removed meanwhile. */
    saveProfile: (id: string, changes: FieldChange[], now: Date, by?: Actor): Promise<FieldConflict[] | null> => {
      const save = async (transaction: Database) => {
        const row: unknown = await transaction("assessments").where({ id }).first();
        const { depth, ai_use: aiUse, organisation } = rowSchema.parse(row);
        const stored = profileFields({ depth, aiUse, organisation });
        const { fields, conflicts } = mergeFields(stored, changes);
        const made = fieldChanges("profile", stored, fields, (field) => field === "name");
        const next = toProfile(fields);
        const columns = { depth: next.depth, ai_use: next.aiUse, organisation: JSON.stringify(next.organisation) };
        if (made.length > 0) await transaction("assessments").where({ id }).update(columns);
        return { changes: made, result: conflicts };
      };
      return changeThis(id, now, save, by);
    },

    saveWeights: (id: string, changes: FieldChange[], now: Date, by?: Actor) => saveColumn("weights", "weight", id, changes, now, by),
    saveFacts: (id: string, changes: FieldChange[], now: Date, by?: Actor) => saveColumn("facts", "fact", id, changes, now, by),

    /** Notes that somebody has found the facts as they stand right. @returns false where it has been removed meanwhile. */
    async checkFacts(id: string, now: Date, by?: Actor): Promise<boolean> {
      const checked = () => Promise.resolve({ changes: [wholeChange("facts-checked", null, null)], result: true });
      return (await changeThis(id, now, checked, by)) ?? false;
    },

    /** Goes over to another version of the questionnaire, with the answers that count. @returns false where the assessment has been removed meanwhile. */
    async convert(id: string, convert: (assessment: StoredAssessment) => Answered, now: Date, by?: Actor): Promise<boolean> {
      const goOver = async (transaction: Database) => {
        const stored = await readAssessment(transaction, id);
        if (!stored) return { changes: [], result: false };
        const { modelVersion, answers, previous } = convert({ ...stored, answers: await readAgreedAnswers(transaction, id) });
        await deleteAnswers(transaction, id);
        await beginTeamAnew(transaction, id);
        await insertAnswers(transaction, id, { answers, previous }, now);
        await transaction("assessments").where({ id }).update({ model_version: modelVersion });
        return { changes: [wholeChange("model", stored.modelVersion, modelVersion)], result: true };
      };
      return (await changeThis(id, now, goOver, by)) ?? false;
    },

    /** Begins the time for which it is kept anew. @returns false where it has been removed meanwhile. */
    async keepOn(id: string, now: Date, by?: Actor): Promise<boolean> {
      const kept = () => Promise.resolve({ changes: [wholeChange("kept", null, null)], result: true });
      return (await changeThis(id, now, kept, by)) ?? false;
    },

    /**
     * @param unchangedSince removes it only where nobody has changed it after this `updatedAt`.
     * @param act of whoever removes it, for the Mappen that it is in; null: the operator, of whom they say nothing.
     * @returns false where there is nothing, or nothing so old, to remove.
     */
    async remove(id: string, unchangedSince?: string, act: Act | null = null): Promise<boolean> {
      const version = unchangedSince === undefined ? {} : { updated_at: unchangedSince };
      const isDone = await database.transaction(async (transaction) => {
        const row = () => transaction("assessments").where({ id, ...version });
        // Locks it, so that no Mappe takes it in meanwhile.
        if ((await row().update({ id })) === 0) return false;
        const mappen = await transaction("mappe_assessments").where({ assessment_id: id }).pluck<string[]>("mappe_id");
        if (act) await enqueueForMappen(transaction, "assessment.consent-withdrawn", { assessmentId: id }, act.now);
        await row().delete();
        const deed = { what: "assessment-deleted", of: id, detail: null } as const;
        if (act) for (const mappe of mappen) await appendDeeds(transaction, mappe, [deed], act);
        return true;
      });
      await truncateWal(database);
      return isDone;
    },
  };
}
