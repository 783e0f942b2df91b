import { createHash } from "node:crypto";
import {
  auditActors,
  auditEntrySchema,
  hourOf,
  kindsIn,
  type Act,
  type AuditEntry,
  type AuditFilter,
  type Deed,
} from "../app/core/mappe/audit";
import { truncateWal, type Database } from "./connection";
import { countRows } from "./count-rows";
import { newId } from "./new-id";

const rowOf = (mappeId: string, id: string, { what, of, detail }: Deed, { now, by }: Act) => ({
  ...{ mappe_id: mappeId, id, at: now.toISOString(), by: by.by, by_id: by.id, what, of, detail },
});

/** Adds what has just been done, within the transaction that does it. */
export async function appendDeeds(transaction: Database, mappeId: string, deeds: Deed[], act: Act): Promise<void> {
  for (const deed of deeds) await transaction("mappe_audit").insert(rowOf(mappeId, newId(), deed, act));
}

/** What the audit of a Mappe says. Nothing here changes it; deeds come with what they tell of, see `appendDeeds`. */
export function mappeAuditStore(database: Database) {
  const entries = (mappeId: string, { actor, group, assessment }: AuditFilter) => {
    const query = database("mappe_audit").where({ mappe_id: mappeId });
    if (actor !== null) void query.where(auditActors.some((known) => known === actor) ? { by: actor } : { by: "person", by_id: actor });
    if (group !== null) void query.whereIn("what", kindsIn(group));
    if (assessment !== null) void query.where({ of: assessment });
    return query;
  };
  return {
    /** Adds that somebody has seen or taken something, unless it says so of this hour already. */
    async look(mappeId: string, deed: Deed, act: Act): Promise<void> {
      const told = JSON.stringify([act.by.by, act.by.id, deed.what, deed.of, hourOf(act.now)]);
      const id = createHash("sha256").update(told).digest("base64url");
      // Most who look have looked just now: to read that takes no writer's turn.
      if (await database("mappe_audit").where({ mappe_id: mappeId, id }).first<unknown>("id")) return;
      await database("mappe_audit")
        .insert(rowOf(mappeId, id, deed, act))
        .onConflict(["mappe_id", "id"])
        .ignore();
    },

    /** The latest first. */
    async list(mappeId: string, filter: AuditFilter, { offset, limit }: { offset: number; limit: number }): Promise<AuditEntry[]> {
      const rows: unknown[] = await entries(mappeId, filter)
        .orderBy("at", "desc")
        .orderBy("id")
        .offset(offset)
        .limit(limit)
        .select("at", "by", "by_id", "what", "of", "detail");
      return rows.map((row) => {
        const { by, by_id, ...entry } = auditEntrySchema.parse(row);
        return { ...entry, by: { by, id: by_id } };
      });
    },

    count: (mappeId: string, filter: AuditFilter): Promise<number> => countRows(entries(mappeId, filter)),

    /** The names of the programs that it tells of, by the id of their key. */
    async programs(mappeId: string): Promise<Map<string, string>> {
      const ids = database("mappe_audit").where({ mappe_id: mappeId, by: "program" }).distinct("by_id");
      const rows = await database("api_keys").whereIn("id", ids).select<{ id: string; name: string }[]>("id", "name");
      return new Map(rows.map(({ id, name }) => [id, name]));
    },

    /** @returns of how many entries the time is over. */
    async removeBefore(date: Date): Promise<number> {
      const count = await database("mappe_audit").where("at", "<", date.toISOString()).delete<number>();
      if (count > 0) await truncateWal(database);
      return count;
    },
  };
}
