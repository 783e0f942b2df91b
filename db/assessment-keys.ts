import type { Knex } from "knex";
import { z } from "zod";
import type { Database } from "./connection";
import { assessmentOf, keyedRowSchema, type KeyHashes, type StoredAssessment } from "./stored-assessment";

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

/** Who may do what with assessments, by the hashes of keys: a part of their store, which changes nothing else of them. */
export function assessmentKeys(database: Database) {
  const assessments = () => database("assessments").whereNull("removed_at");
  return {
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
      const { edit_key_hash: edit, read_key_hash: read, check_key_hash: check } = keyedRowSchema.parse(row);
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
  };
}
