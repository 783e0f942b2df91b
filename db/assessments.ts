import type { Knex } from "knex";
import { z } from "zod";
import type { Answers } from "../app/core/assessment/answer";
import { organisationSchema, profileSchema, type Assessment } from "../app/core/assessment/assessment";
import { mergeFields, type FieldChange, type FieldConflict } from "../app/core/assessment/merge-fields";
import type { Answered, Previous } from "../app/core/assessment/model-versions";
import { profileFields, toProfile } from "../app/core/assessment/profile-fields";
import { nothingAdded, weightsSchema, type Weights, type WholeAssessment } from "../app/core/assessment/whole-assessment";
import { factsSchema, type Facts } from "../app/core/duties/facts";
import type { Actor, ChangeKind } from "../app/core/changes/change";
import { fieldChanges, wholeChange } from "../app/core/changes/changes-of";
import type { Act } from "../app/core/mappe/audit";
import { aiUseSchema } from "../app/core/vocabulary";
import { deleteAnswers, insertAnswers, readAnswers, readAnswersOf, readPrevious } from "./answers";
import { readAuthorText, writeAuthorText } from "./author-texts";
import { readBrand, writeBrand } from "./brands";
import { watchedChange, watchNothing } from "./change-assessment";
import { appendChanges, insertChanges, readChanges } from "./changes";
import { truncateWal, type Database } from "./connection";
import { jsonColumn } from "./json-column";
import { appendDeeds } from "./mappe-audit";
import { readPlan, writePlan } from "./plans";
import { insertRounds, readRounds } from "./rounds";
import { enqueueForMappen } from "./webhooks";
import { agreedAnswersOf, beginTeamAnew, insertTeam, readAgreedAnswers, readTeam } from "./team";
import { newId } from "./new-id";

const rowSchema = z.object({
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

/** What is kept as one text, field by field. */
const columnSchemas = { weights: weightsSchema, facts: factsSchema };

const lineSchema = rowSchema.extend({ edit_key_hash: z.string(), read_key_hash: z.string() });

/** An assessment in a list. */
export type AssessmentLine = Omit<Assessment, "answers"> & { id: string; updatedAt: string };

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

/** What a key opens: reading, reading and checking, or everything. */
export type KeyRight = "edit" | "check" | "read";

/** See `findHeld`. */
export type HeldAssessment = {
  /** Sealed keys, by the hash of the secret that unseals them. */
  sealed: ReadonlyMap<string, string>;
  /** What a key opens, by its hash. */
  opens: (hash: string) => KeyRight | null;
  read: () => Promise<StoredAssessment>;
};
const heldSchema = z.object({ device_hash: z.string(), sealed_key: z.string() });

/** The first that a key is counts. */
const rightOf = (hash: string, keys: Record<KeyRight, string | null>): KeyRight | null =>
  (["edit", "check", "read"] as const).find((right) => keys[right] === hash) ?? null;

/** Made by a program whose key was revoked. */
const isRevoked = (made: Knex.QueryBuilder) =>
  void made
    .from("api_assessments")
    .join("api_keys", "api_keys.id", "api_assessments.api_key_id")
    .whereRaw("api_assessments.assessment_id = assessments.id")
    .whereNotNull("api_keys.revoked_at");

/** How many are removed at a time. */
const perStep = 500;

/** The one door to kept assessments. Whoever calls it has checked access. */
export type AssessmentStore = ReturnType<typeof assessmentStore>;

export function assessmentStore(database: Database, watch = watchNothing) {
  const changeThis = watchedChange(database, watch);
  const all = () => database("assessments");
  /** Those that are not removed. */
  const assessments = () => all().whereNull("removed_at");

  /** Deletes assessments with all that belongs to them. @returns how many. */
  async function deleteThose(those: Knex.QueryBuilder): Promise<number> {
    const count = await those.delete<number>();
    await truncateWal(database);
    return count;
  }

  /** A few at a time, so that others can write between them. @returns how many. */
  async function inSteps(step: (ids: string[]) => Promise<unknown>, choose: (query: Knex.QueryBuilder) => Knex.QueryBuilder) {
    for (let count = 0; ;) {
      const ids = await choose(all()).orderBy("id").limit(perStep).pluck<string[]>("id");
      if (ids.length > 0) await step(ids);
      count += ids.length;
      if (ids.length < perStep) return count;
    }
  }

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
      const made = fieldChanges(what, stored, fields, () => false);
      if (made.length > 0)
        await transaction("assessments")
          .where({ id })
          .update({ [column]: JSON.stringify(columnSchemas[column].parse(fields)) });
      return { changes: made, result: conflicts };
    };
    return changeThis(id, now, save, by);
  }

  return {
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
      const rows: unknown[] = await assessments().whereIn("id", ids).orderBy("updated_at", "desc").orderBy("id").select("*");
      return rows.map((row) => {
        const { id, track, depth, model_version, ai_use, organisation, updated_at, ...hashes } = lineSchema.parse(row);
        const keys = { edit: hashes.edit_key_hash, read: hashes.read_key_hash, check: hashes.check_key_hash };
        return { ...{ id, track, depth, aiUse: ai_use, modelVersion: model_version, organisation }, updatedAt: updated_at, keys };
      });
    },

    /** Which of these are there, also those that are removed and can be brought back. */
    async findKept(ids: string[]): Promise<ReadonlySet<string>> {
      const kept = new Set<string>();
      for (let from = 0; from < ids.length; from += perStep)
        for (const id of await all()
          .whereIn("id", ids.slice(from, from + perStep))
          .pluck<string[]>("id"))
          kept.add(id);
      return kept;
    },

    /** The answers that count of several, by id. */
    findAnswers: async (ids: string[]): Promise<Map<string, Answers>> => agreedAnswersOf(database, await readAnswersOf(database, ids)),

    /**
     * An assessment of which browsers hold keys, with what each has sealed, and what opens it as it stands today.
     * @param devices hashes of the secrets of browsers and accounts.
     * @returns null where none of them holds any key, or where keys open nothing, as links do whose program's key was revoked.
     */
    async findHeld(id: string, devices: string[]): Promise<HeldAssessment | null> {
      const rows: unknown[] = await assessments()
        .join("device_keys", "device_keys.assessment_id", "assessments.id")
        .where({ "assessments.id": id })
        .whereIn("device_keys.device_hash", devices)
        .whereNotExists(isRevoked)
        .select("assessments.*", "device_keys.device_hash", "device_keys.sealed_key");
      const [row] = rows;
      if (!row) return null;
      const { edit_key_hash: edit, read_key_hash: read, check_key_hash: check } = lineSchema.parse(row);
      const sealed = new Map(rows.map((one) => heldSchema.parse(one)).map(({ device_hash, sealed_key }) => [device_hash, sealed_key]));
      return { sealed, opens: (hash) => rightOf(hash, { edit, check, read }), read: () => assessmentOf(database, row) };
    },

    /** What the key with this hash opens, and how far; null where it opens nothing, as links do whose program's key was revoked. */
    async findByKeyHash(hash: string): Promise<{ id: string; may: KeyRight } | null> {
      const row = await assessments()
        .whereNotExists(isRevoked)
        .where((either) => void either.where({ edit_key_hash: hash }).orWhere({ read_key_hash: hash }).orWhere({ check_key_hash: hash }))
        .first<{ id: string; edit: string; check: string | null; read: string } | undefined>(
          "id",
          "edit_key_hash as edit",
          "check_key_hash as check",
          "read_key_hash as read",
        );
      const may = row && rightOf(hash, row);
      return may ? { id: row.id, may } : null;
    },

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
     * Changes who may edit and read, and nothing of the assessment.
     * @param oldEditHash null: of whatever key opens it now.
     * @param holder the browser that holds the new key from then on; null: none.
     * @returns false where there is none, or somebody else was faster.
     */
    renewKeys: (
      id: string,
      oldEditHash: string | null,
      keys: KeyHashes,
      holder: { device: string; sealed: string } | null,
    ): Promise<boolean> =>
      database.transaction(async (transaction) => {
        const changed = await transaction("assessments")
          .whereNull("removed_at")
          .where({ id, ...(oldEditHash !== null && { edit_key_hash: oldEditHash }) })
          .update({ edit_key_hash: keys.edit, read_key_hash: keys.read, read_key_version: 1, check_key_hash: null });
        if (changed === 0) return false;
        if (holder)
          await transaction("device_keys").where({ device_hash: holder.device, assessment_id: id }).update({ sealed_key: holder.sealed });
        return true;
      }),

    /** Changes who may read, and nothing of the assessment. */
    async renewReadKey(id: string, hash: string, version: number): Promise<void> {
      await assessments().where({ id }).update({ read_key_hash: hash, read_key_version: version });
    },

    async nextCheckKeyVersion(id: string): Promise<number> {
      const row = await assessments().where({ id }).first<{ check_key_version: number } | undefined>("check_key_version");
      return (row?.check_key_version ?? 0) + 1;
    },

    /** Changes who may check, and nothing of the assessment. @param hash null: nobody any more. */
    async setCheckKey(id: string, hash: string | null, version: number): Promise<void> {
      await assessments().where({ id }).update({ check_key_hash: hash, check_key_version: version });
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

    /**
     * Shows to nobody from `now` on what nobody has changed any part of since `date`. It can be brought back until it is deleted.
     * @returns how many.
     */
    removeUntouchedSince: (date: Date, now: Date): Promise<number> =>
      inSteps(
        (ids) => all().whereIn("id", ids).update({ removed_at: now.toISOString() }),
        (query) => query.whereNull("removed_at").where("updated_at", "<", date.toISOString()),
      ),

    /** Deletes what was removed before `date`. @returns how many. */
    deleteRemovedBefore: (date: Date): Promise<number> =>
      inSteps(
        (ids) => deleteThose(all().whereIn("id", ids)),
        (query) => query.where("removed_at", "<", date.toISOString()),
      ),

    /** Those that can be brought back, the one removed last first. */
    async listRemoved(): Promise<{ id: string; removedAt: string; updatedAt: string }[]> {
      return all()
        .whereNotNull("removed_at")
        .orderBy("removed_at", "desc")
        .orderBy("id")
        .select("id", "removed_at as removedAt", "updated_at as updatedAt");
    },

    /** Brings removed ones back and begins their time anew. @param ids null: all. @returns how many. */
    async restore(ids: string[] | null, now: Date): Promise<number> {
      const removed = all().whereNotNull("removed_at");
      const chosen = ids === null ? removed : removed.whereIn("id", ids);
      return chosen.update({ removed_at: null, updated_at: now.toISOString() });
    },
  };
}

async function readAssessment(database: Database, assessmentId: string): Promise<StoredAssessment | null> {
  const row: unknown = await database("assessments").whereNull("removed_at").where({ id: assessmentId }).first();
  return row ? assessmentOf(database, row) : null;
}

/** An assessment from its row, with its answers. */
async function assessmentOf(database: Database, row: unknown): Promise<StoredAssessment> {
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
