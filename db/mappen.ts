import { z } from "zod";
import type { Act, Deed } from "../app/core/mappe/audit";
import { sharingSchema, type MappeRole, type Sharing } from "../app/core/mappe/mappe";
import { truncateWal, type Database } from "./connection";
import { deviceKeyStore } from "./device-keys";
import { appendDeeds } from "./mappe-audit";
import { mappeMembers } from "./mappe-members";
import { mappePeople, personSchema } from "./mappe-people";

const mappeSchema = z.object({ id: z.string(), name: z.string(), created_at: z.string(), updated_at: z.string() });
const secretSchema = mappeSchema.extend({ owner_key_hash: z.string(), sealed_secret: z.string() });

/** Times are ISO 8601 in UTC. */
export type StoredMappe = { id: string; name: string; createdAt: string; updatedAt: string };

/** What a key opens, and what of the Mappe is sealed under it. */
export type MappeHolder = {
  id: string;
  role: MappeRole;
  sealedSecret: string | null;
  /** Whose link it is; null: the owner's own. */ personId: string | null;
};

/** The one door to Mappen. Whoever calls it has checked access. */
export function mappeStore(database: Database) {
  const mappe = (id: string) => database("mappen").where({ id });
  const unchanged = (id: string, since?: string) => mappe(id).modify((query) => void (since && query.where({ updated_at: since })));
  const devices = (device: string) => database("device_mappe_keys").where({ device_hash: device });
  const memberships = () => database("mappe_assessments");

  return {
    ...mappePeople(database),
    ...mappeMembers(database),

    async create(id: string, name: string, owner: { hash: string; sealedSecret: string }, act: Act): Promise<void> {
      const time = act.now.toISOString();
      const times = { created_at: time, updated_at: time };
      await database.transaction(async (transaction) => {
        await transaction("mappen").insert({ id, name, owner_key_hash: owner.hash, sealed_secret: owner.sealedSecret, ...times });
        await appendDeeds(transaction, id, [ofMappe("created")], act);
      });
    },

    async find(id: string): Promise<StoredMappe | null> {
      const row: unknown = await mappe(id).first();
      return row ? toMappe(row) : null;
    },

    /** What the key with this hash opens. */
    async findByKeyHash(hash: string): Promise<MappeHolder | null> {
      const own: unknown = await database("mappen").where({ owner_key_hash: hash }).first();
      if (own) {
        const { id, sealed_secret } = secretSchema.parse(own);
        return { id, role: "owner", sealedSecret: sealed_secret, personId: null };
      }
      const person = await database("mappe_people").where({ key_hash: hash }).first<{ mappe_id: string } | undefined>();
      if (!person) return null;
      const { id: personId, role, sealed_secret } = personSchema.parse(person);
      return { id: person.mappe_id, role, sealedSecret: sealed_secret, personId };
    },

    /** @param unchangedSince its `updatedAt`: does it only where it still has that. @returns whether it was done. */
    rename: (id: string, name: string, act: Act, unchangedSince?: string): Promise<boolean> =>
      database.transaction(async (transaction) => {
        const columns = { name, updated_at: act.now.toISOString() };
        if ((await unchanged(id, unchangedSince).transacting(transaction).update(columns)) === 0) return false;
        await appendDeeds(transaction, id, [ofMappe("renamed")], act);
        return true;
      }),

    /** Ends the Mappe; its assessments stay with their owners. Likewise. */
    async remove(id: string, unchangedSince?: string): Promise<boolean> {
      const count = await unchanged(id, unchangedSince).delete<number>();
      await truncateWal(database);
      return count > 0;
    },

    /** @returns false where somebody else was faster. */
    renewOwnerKey: (
      id: string,
      oldHash: string,
      owner: { hash: string; sealedSecret: string },
      holder: { device: string; sealed: string },
      act: Act,
    ): Promise<boolean> =>
      database.transaction(async (transaction) => {
        const columns = { owner_key_hash: owner.hash, sealed_secret: owner.sealedSecret, updated_at: act.now.toISOString() };
        if ((await transaction("mappen").where({ id, owner_key_hash: oldHash }).update(columns)) === 0) return false;
        await transaction("device_mappe_keys").where({ mappe_id: id, device_hash: holder.device }).update({ sealed_key: holder.sealed });
        await appendDeeds(transaction, id, [ofMappe("owner-renewed")], act);
        return true;
      }),

    devices: {
      ...deviceKeyStore(database, "mappe"),
      /** The Mappen that a browser holds a key to, by name, with how many assessments each has. */
      async list(device: string): Promise<(StoredMappe & { sealed: string; count: number })[]> {
        const counted = memberships().count("*").whereRaw("mappe_assessments.mappe_id = mappen.id").as("count");
        const rows: unknown[] = await devices(device)
          .join("mappen", "mappen.id", "device_mappe_keys.mappe_id")
          .orderBy("mappen.name")
          .orderBy("mappen.id")
          .select("mappen.*", "device_mappe_keys.sealed_key", counted);
        return rows.map((row) => {
          const { sealed_key, count } = z.object({ sealed_key: z.string(), count: z.coerce.number() }).parse(row);
          return { ...toMappe(row), sealed: sealed_key, count };
        });
      },
      /** Through which Mappen a browser may get at an assessment: the owner has agreed, and more than the ring is shared. */
      async through(device: string, assessmentId: string): Promise<{ mappeId: string; sealed: string; sharing: Sharing }[]> {
        const rows: unknown[] = await devices(device)
          .join("mappe_assessments", "mappe_assessments.mappe_id", "device_mappe_keys.mappe_id")
          .where({ assessment_id: assessmentId })
          .whereNotNull("consented_at")
          .whereNot({ sharing: "ring" })
          .orderBy("sharing")
          .select("device_mappe_keys.mappe_id", "sealed_key", "sharing");
        const schema = z.object({ mappe_id: z.string(), sealed_key: z.string(), sharing: sharingSchema });
        return rows.map((row) => {
          const { mappe_id, sealed_key, sharing } = schema.parse(row);
          return { mappeId: mappe_id, sealed: sealed_key, sharing };
        });
      },
    },

    /** Ends Mappen that nobody has changed since `date` and that hold no assessment any more. @returns how many. */
    async removeEmptyUntouchedSince(date: Date): Promise<number> {
      const count = await database("mappen")
        .where("updated_at", "<", date.toISOString())
        .whereNotExists((held) => void held.from("mappe_assessments").whereRaw("mappe_assessments.mappe_id = mappen.id"))
        .delete<number>();
      if (count > 0) await truncateWal(database);
      return count;
    },
  };
}

const ofMappe = (what: Deed["what"]): Deed => ({ what, of: "", detail: null });

function toMappe(row: unknown): StoredMappe {
  const { created_at, updated_at, ...same } = mappeSchema.parse(row);
  return { ...same, createdAt: created_at, updatedAt: updated_at };
}
