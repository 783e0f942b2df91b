import { z } from "zod";
import { sharingSchema, type Sharing } from "../app/core/mappe/mappe";
import type { Database } from "./connection";
import { mappeStore } from "./mappen";

/** A Mappe in a list. Times are ISO 8601 in UTC; `assessments` is how many it holds. */
export type ApiMappeLine = { id: string; name: string; createdAt: string; updatedAt: string; assessments: number };

const lineSchema = z.object({ id: z.string(), name: z.string(), created_at: z.string(), updated_at: z.string(), count: z.coerce.number() });
const throughSchema = z.object({ mappe_id: z.string(), sharing: sharingSchema });

/** Which Mappen belong to which API key. Whoever calls it has checked the key. */
export function apiMappeStore(database: Database) {
  const own = (apiKeyId: string) => database("api_mappen").where({ api_key_id: apiKeyId });
  return {
    /** @param owner hash of the owner's key, and what is sealed under that key. */
    create: (apiKeyId: string, id: string, name: string, owner: { hash: string; sealedSecret: string }, now: Date): Promise<void> =>
      database.transaction(async (transaction) => {
        await mappeStore(transaction).create(id, name, owner, { now, by: { by: "program", id: apiKeyId } });
        await transaction("api_mappen").insert({ mappe_id: id, api_key_id: apiKeyId, created_at: now.toISOString() });
      }),

    belongsTo: async (apiKeyId: string, id: string): Promise<boolean> =>
      (await own(apiKeyId).where({ mappe_id: id }).first("mappe_id")) !== undefined,

    /** In the order in which they were made. */
    async list(apiKeyId: string): Promise<ApiMappeLine[]> {
      const counted = database("mappe_assessments").count("*").whereRaw("mappe_assessments.mappe_id = mappen.id").as("count");
      const rows: unknown[] = await own(apiKeyId)
        .join("mappen", "mappen.id", "api_mappen.mappe_id")
        .orderBy(["api_mappen.created_at", "api_mappen.mappe_id"])
        .select("mappen.*", counted);
      return rows.map((row) => {
        const { id, name, created_at, updated_at, count } = lineSchema.parse(row);
        return { id, name, createdAt: created_at, updatedAt: updated_at, assessments: count };
      });
    },

    /** Through which of its Mappen a key gets at an assessment: the owner has agreed, and more than the ring is shared. */
    async through(apiKeyId: string, assessmentId: string): Promise<{ mappeId: string; sharing: Sharing }[]> {
      const rows: unknown[] = await own(apiKeyId)
        .join("mappe_assessments", "mappe_assessments.mappe_id", "api_mappen.mappe_id")
        .where({ assessment_id: assessmentId })
        .whereNotNull("consented_at")
        .whereNot({ sharing: "ring" })
        .orderBy("sharing")
        .orderBy("api_mappen.mappe_id")
        .select("api_mappen.mappe_id", "sharing");
      return rows.map((row) => {
        const { mappe_id, sharing } = throughSchema.parse(row);
        return { mappeId: mappe_id, sharing };
      });
    },
  };
}
