import { z } from "zod";
import { sessionEnds, type SessionLimits } from "../app/core/accounts/session-rule";
import { truncateWal, type Database } from "./connection";
import { newId } from "./new-id";

const rowSchema = z.object({
  id: z.string(),
  account_id: z.string(),
  browser: z.string(),
  begun_at: z.string(),
  seen_at: z.string(),
  confirmed_at: z.string(),
});

/** Somebody signed in on a browser. Times are ISO 8601 in UTC. */
export type StoredSession = { id: string; accountId: string; browser: string; begunAt: string; seenAt: string; confirmedAt: string };

/** Who is signed in where; a session is known by the hash of the secret in its cookie. */
export function accountSessionStore(database: Database) {
  const sessions = () => database("account_sessions");
  return {
    async begin(accountId: string, keyHash: string, browser: string, now: Date): Promise<void> {
      const time = now.toISOString();
      const times = { begun_at: time, seen_at: time, confirmed_at: time };
      await sessions().insert({ id: newId(), account_id: accountId, key_hash: keyHash, browser, ...times });
    },

    async find(keyHash: string): Promise<StoredSession | null> {
      const row: unknown = await sessions().where({ key_hash: keyHash }).first();
      return row ? toSession(row) : null;
    },

    /** Those that are not over, the one seen last first. */
    async list(accountId: string, now: Date, limits: SessionLimits): Promise<StoredSession[]> {
      const { begunBefore, seenBefore } = sessionEnds(now, limits);
      const rows: unknown[] = await sessions()
        .where({ account_id: accountId })
        .where("begun_at", ">", begunBefore)
        .where("seen_at", ">", seenBefore)
        .orderBy([{ column: "seen_at", order: "desc" }, { column: "id" }]);
      return rows.map(toSession);
    },

    async see(id: string, now: Date): Promise<void> {
      await sessions().where({ id }).update({ seen_at: now.toISOString() });
    },

    /** Its holder has proved who they are; the secret is a new one from then on. */
    async confirm(id: string, keyHash: string, now: Date): Promise<void> {
      await sessions().where({ id }).update({ confirmed_at: now.toISOString(), key_hash: keyHash });
    },

    async end(accountId: string, id: string): Promise<void> {
      await sessions().where({ account_id: accountId, id }).delete();
    },

    /** @param but the id of one that stays. */
    async endAll(accountId: string, but: string | null = null): Promise<void> {
      const all = sessions().where({ account_id: accountId });
      await (but === null ? all : all.whereNot({ id: but })).delete();
    },

    async removeEnded(now: Date, limits: SessionLimits): Promise<void> {
      const { begunBefore, seenBefore } = sessionEnds(now, limits);
      const count = await sessions().where("begun_at", "<=", begunBefore).orWhere("seen_at", "<=", seenBefore).delete<number>();
      if (count > 0) await truncateWal(database);
    },
  };
}

function toSession(row: unknown): StoredSession {
  const { account_id, begun_at, seen_at, confirmed_at, ...same } = rowSchema.parse(row);
  return { ...same, accountId: account_id, begunAt: begun_at, seenAt: seen_at, confirmedAt: confirmed_at };
}
