import { z } from "zod";
import { linkLifetimes } from "../app/core/accounts/account";
import { mappeRoleSchema, type MappeRole } from "../app/core/mappe/mappe";
import type { Database } from "./connection";

const foundSchema = z.object({ mappe_id: z.string(), name: z.string(), role: mappeRoleSchema, sealed_key: z.string() });

/** What an invitation leads to, with the key to it as the key in the link has sealed it. */
export type StoredInvitation = { mappeId: string; name: string; role: MappeRole; sealed: string };

/** Links by which somebody takes a Mappe into their account, once; each is known by the hash of the key in it. */
export function mappeInvitationStore(database: Database) {
  const live = (query: Database, keyHash: string, now: Date) =>
    query("mappe_invitations")
      .join("mappen", "mappen.id", "mappe_invitations.mappe_id")
      .join(
        "mappe_people",
        (on) => void on.on("mappe_people.mappe_id", "mappen.id").andOn("mappe_people.id", "mappe_invitations.person_id"),
      )
      .where({ "mappe_invitations.key_hash": keyHash })
      .where("mappe_invitations.expires_at", ">", now.toISOString())
      .first<unknown>("mappe_invitations.mappe_id", "mappen.name", "mappe_people.role", "sealed_key");
  return {
    /** In place of an earlier one of the same person. */
    async make(mappeId: string, personId: string, keyHash: string, sealed: string, now: Date): Promise<void> {
      const expires = new Date(now.getTime() + linkLifetimes["mappe-invitation"]).toISOString();
      await database("mappe_invitations")
        .insert({ key_hash: keyHash, mappe_id: mappeId, person_id: personId, sealed_key: sealed, expires_at: expires })
        .onConflict(["mappe_id", "person_id"])
        .merge();
    },

    /** Looking at one does not use it up. */
    async find(keyHash: string, now: Date): Promise<StoredInvitation | null> {
      const row: unknown = await live(database, keyHash, now);
      return row ? toInvitation(row) : null;
    },

    /** @returns what it leads to, to one caller only, and never again. */
    use: (keyHash: string, now: Date): Promise<StoredInvitation | null> =>
      database.transaction(async (transaction) => {
        const row: unknown = await live(transaction, keyHash, now);
        const isMine = (await transaction("mappe_invitations").where({ key_hash: keyHash }).delete()) > 0;
        return row && isMine ? toInvitation(row) : null;
      }),

    /** Until when each person's invitation works who has not taken it. @returns ISO 8601 by the person's id. */
    async open(mappeId: string, now: Date): Promise<Map<string, string>> {
      const rows = await database("mappe_invitations")
        .where({ mappe_id: mappeId })
        .where("expires_at", ">", now.toISOString())
        .select<{ person_id: string; expires_at: string }[]>("person_id", "expires_at");
      return new Map(rows.map(({ person_id, expires_at }) => [person_id, expires_at]));
    },

    async removeExpired(now: Date): Promise<void> {
      await database("mappe_invitations").where("expires_at", "<=", now.toISOString()).delete();
    },
  };
}

function toInvitation(row: unknown): StoredInvitation {
  const { mappe_id, name, role, sealed_key } = foundSchema.parse(row);
  return { mappeId: mappe_id, name, role, sealed: sealed_key };
}
