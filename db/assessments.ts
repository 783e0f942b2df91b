import { randomBytes } from "node:crypto";
import type { Knex } from "knex";
import { z } from "zod";
import { answerSchema, versionTag, sameAnswer, type Answer, type Answers } from "../app/core/assessment/answer";
import { organisationSchema, profileSchema, type Assessment } from "../app/core/assessment/assessment";
import { truncateWal, type Database } from "./connection";
import { takeOutOfPeers } from "./peers";

const rowSchema = z.object({
  id: z.string(),
  track: profileSchema.shape.track,
  depth: profileSchema.shape.depth,
  model_version: z.string(),
  organisation: z.string().transform((text) => organisationSchema.parse(JSON.parse(text))),
  read_key_version: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
});

/** An assessment as it is kept. Times are ISO 8601 in UTC. */
export type StoredAssessment = Assessment & { id: string; readKeyVersion: number; createdAt: string; updatedAt: string };

export type KeyHashes = { edit: string; read: string };

/** A wish to change one answer: to `next` (null: withdraw it), from the one whose fingerprint was seen (null: from any). */
export type AnswerChange = { item: string; seen: string | null; next: Answer | null };
export type AnswerConflict = { item: string; stored: Answer | null };

/** The one door to kept assessments. Whoever calls it has checked access. */
export type AssessmentStore = ReturnType<typeof assessmentStore>;

export function assessmentStore(database: Database) {
  const assessments = () => database("assessments");
  const answers = () => database("answers");

  async function read(where: Record<string, string>): Promise<StoredAssessment | null> {
    const row: unknown = await assessments().where(where).first();
    if (!row) return null;
    const { id, track, depth, organisation, ...rest } = rowSchema.parse(row);
    const { model_version: modelVersion, read_key_version: readKeyVersion, created_at: createdAt, updated_at: updatedAt } = rest;
    const rows = (await answers().where({ assessment_id: id }).orderBy("item_id")) as { item_id: string; answer: string }[];
    const parsed = rows.map(({ item_id, answer }): [string, Answer] => [item_id, answerSchema.parse(JSON.parse(answer))]);
    return { id, track, depth, modelVersion, organisation, answers: Object.fromEntries(parsed), readKeyVersion, createdAt, updatedAt };
  }

  /** Removes assessments and what they have contributed to their peers. @returns how many. */
  async function removeThose(choose: (all: Knex.QueryBuilder) => Knex.QueryBuilder): Promise<number> {
    const count = await database.transaction(async (transaction) => {
      await takeOutOfPeers(transaction, choose(transaction("assessments")).select("id"));
      return choose(transaction("assessments")).delete<number>();
    });
    await truncateWal(database);
    return count;
  }

  return {
    /** @returns the id of the new assessment. */
    async create(assessment: Assessment, keys: KeyHashes, now: Date, id = newAssessmentId()): Promise<string> {
      await database.transaction((transaction) => insertAssessment(transaction, id, assessment, keys, now));
      return id;
    },

    find: (id: string) => read({ id }),

    /** What the key with this hash opens, and how far; null where it opens nothing. */
    async findByKeyHash(hash: string): Promise<{ id: string; may: "edit" | "read" } | null> {
      const row = await database<{ id: string; edit_key_hash: string; read_key_hash: string }>("assessments")
        .where({ edit_key_hash: hash })
        .orWhere({ read_key_hash: hash })
        .first("id", "edit_key_hash");
      return row ? { id: row.id, may: row.edit_key_hash === hash ? "edit" : "read" } : null;
    },

    /**
     * Writes answers in one transaction, which is on disk when this returns. An answer that somebody else has
     * changed since it was seen is left as it is and reported instead.
     * @param together all changes or none: where one meets a conflict, no other is written either.
     * @returns the conflicts, or null where the assessment has been removed meanwhile.
     */
    async saveAnswers(id: string, changes: AnswerChange[], now: Date, together = false): Promise<AnswerConflict[] | null> {
      const time = now.toISOString();
      return database.transaction(async (transaction) => {
        // Locked (on SQLite it is anyway), so that of two writers the second sees what the first has written.
        if (!(await transaction("assessments").where({ id }).forUpdate().first("id"))) return null;
        const conflicts: AnswerConflict[] = [];
        const due: AnswerChange[] = [];
        for (const change of changes) {
          const { item, seen, next } = change;
          const where = { assessment_id: id, item_id: item };
          const row = await transaction<{ assessment_id: string; item_id: string; answer: string }>("answers").where(where).first("answer");
          const stored = row ? answerSchema.parse(JSON.parse(row.answer)) : null;
          if (sameAnswer(stored, next)) continue;
          if (seen === null || versionTag(stored) === seen) due.push(change);
          // Untouched by this writer: the newer answer simply stands.
          else if (versionTag(next) !== seen) conflicts.push({ item, stored });
        }
        if (due.length === 0 || (together && conflicts.length > 0)) return conflicts;
        for (const { item, next } of due) {
          const where = { assessment_id: id, item_id: item };
          if (next === null) await transaction("answers").where(where).delete();
          else
            await transaction("answers")
              .insert({ ...where, answer: JSON.stringify(next), updated_at: time })
              .onConflict(["assessment_id", "item_id"])
              .merge();
        }
        await transaction("assessments").where({ id }).update({ updated_at: time });
        return conflicts;
      });
    },

    async updateProfile(id: string, profile: Pick<Assessment, "depth" | "organisation">, now: Date): Promise<void> {
      await assessments()
        .where({ id })
        .update({ depth: profile.depth, organisation: JSON.stringify(profile.organisation), updated_at: now.toISOString() });
    },

    async renewReadKey(id: string, hash: string, version: number): Promise<void> {
      await assessments().where({ id }).update({ read_key_hash: hash, read_key_version: version });
    },

    async remove(id: string): Promise<void> {
      await removeThose((all) => all.where({ id }));
    },

    /** @returns how many assessments were removed because nobody had changed them since `date`. */
    removeUntouchedSince: (date: Date): Promise<number> => removeThose((all) => all.where("updated_at", "<", date.toISOString())),
  };
}

/** Writes a new assessment within a transaction that may write more. */
export async function insertAssessment(
  transaction: Database,
  id: string,
  assessment: Assessment,
  keys: KeyHashes,
  now: Date,
): Promise<void> {
  const time = now.toISOString();
  await transaction("assessments").insert({
    id,
    track: assessment.track,
    depth: assessment.depth,
    model_version: assessment.modelVersion,
    organisation: JSON.stringify(assessment.organisation),
    edit_key_hash: keys.edit,
    read_key_hash: keys.read,
    read_key_version: 1,
    created_at: time,
    updated_at: time,
  });
  const rows = answerRows(id, assessment.answers, time);
  if (rows.length > 0) await transaction("answers").insert(rows);
}

export function newAssessmentId(): string {
  return randomBytes(16).toString("base64url");
}

function answerRows(id: string, answers: Answers, time: string) {
  return Object.entries(answers).map(([item, answer]) => ({
    assessment_id: id,
    item_id: item,
    answer: JSON.stringify(answer),
    updated_at: time,
  }));
}
