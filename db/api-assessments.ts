import { organisationSchema } from "../app/core/assessment/assessment";
import { insertAssessment, type KeyHashes, type NewAssessment } from "./stored-assessment";
import type { Database } from "./connection";
import { parsed } from "./json-column";

/** An assessment in a list. Times are ISO 8601 in UTC. */
export type ApiAssessmentLine = { id: string; name: string | null; createdAt: string; updatedAt: string };

/** Where a list goes on: behind this assessment, whether or not it is still there. */
export type ListPosition = Pick<ApiAssessmentLine, "createdAt" | "id">;

/** Marks of an Idempotency-Key and of the body that came with it. */
export type Creation = { idempotencyHash: string; bodyHash: string };

/**
 * What became of a creation: `created` now, or `repeated` and made before under `id`; `other-body` where the same mark came
 * with something else; `deleted` where what it made is gone.
 */
export type CreationResult = { outcome: "created" | "repeated"; id: string } | { outcome: "other-body" | "deleted"; id: null };

const creationsKeptFor = 24 * 60 * 60 * 1000;

/** Which assessments belong to which API key. Whoever calls it has checked the key. */
export function apiAssessmentStore(database: Database) {
  return {
    /** Keeps a new assessment for a key, once only for each `creation`, also where the same comes in twice at once. */
    create(
      apiKeyId: string,
      { id, assessment, keys, creation }: { id: string; assessment: NewAssessment; keys: KeyHashes; creation: Creation | null },
      now: Date,
    ): Promise<CreationResult> {
      const time = now.toISOString();
      return database.transaction(async (transaction) => {
        const earlier = creation && (await claim(transaction, apiKeyId, creation, now));
        if (earlier) return earlier;
        await insertAssessment(transaction, id, assessment, keys, now, "api");
        await transaction("api_assessments").insert({ assessment_id: id, api_key_id: apiKeyId, created_at: time });
        if (creation)
          await transaction("api_creations")
            .where({ api_key_id: apiKeyId, idempotency_hash: creation.idempotencyHash })
            .update({ assessment_id: id });
        return { outcome: "created", id };
      });
    },

    async belongsTo(apiKeyId: string, id: string): Promise<boolean> {
      return (await database("api_assessments").where({ assessment_id: id, api_key_id: apiKeyId }).first("assessment_id")) !== undefined;
    },

    /** In the order in which they were made, at most `limit`. */
    async list(apiKeyId: string, after: ListPosition | null, limit: number): Promise<ApiAssessmentLine[]> {
      const rows = await database("api_assessments")
        .join("assessments", "assessments.id", "api_assessments.assessment_id")
        .where("api_key_id", apiKeyId)
        .whereNull("removed_at")
        .modify((query) => {
          if (after)
            void query.whereRaw("(api_assessments.created_at, api_assessments.assessment_id) > (?, ?)", [after.createdAt, after.id]);
        })
        .orderBy(["api_assessments.created_at", "api_assessments.assessment_id"])
        .limit(limit)
        .select<{ id: string; organisation: string; createdAt: string; updatedAt: string }[]>(
          "assessments.id",
          "organisation",
          "api_assessments.created_at as createdAt",
          "updated_at as updatedAt",
        );
      return rows.map(({ organisation, ...line }) => ({ ...line, name: parsed(organisationSchema, organisation).name ?? null }));
    },
  };
}

/** Takes the mark of a creation for this transaction. @returns what became of it where somebody was earlier; a second waits for the first. */
async function claim(transaction: Database, apiKeyId: string, creation: Creation, now: Date): Promise<CreationResult | null> {
  const kept = new Date(now.getTime() - creationsKeptFor).toISOString();
  await transaction("api_creations").where("created_at", "<=", kept).delete();
  const mark = { api_key_id: apiKeyId, idempotency_hash: creation.idempotencyHash };
  const inserted = await transaction("api_creations")
    .insert({ ...mark, body_hash: creation.bodyHash, created_at: now.toISOString() })
    .onConflict(["api_key_id", "idempotency_hash"])
    .ignore()
    .returning<{ body_hash: string }[]>("body_hash");
  if (inserted.length > 0) return null;
  const row = await transaction("api_creations").where(mark).first<{ body_hash: string; assessment_id: string | null }>();
  if (row.body_hash !== creation.bodyHash) return { outcome: "other-body", id: null };
  return row.assessment_id === null ? { outcome: "deleted", id: null } : { outcome: "repeated", id: row.assessment_id };
}
