import { z } from "zod";
import type { Act } from "../app/core/mappe/audit";
import { mappeRoleSchema, type MappeRole } from "../app/core/mappe/mappe";
import { changeMappe } from "./change-mappe";
import { truncateWal, type Database } from "./connection";

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: mappeRoleSchema,
  key_version: z.number(),
  sealed_secret: z.string().nullable(),
  by_account: z.number(),
});

/** Somebody who was given a link, or invited to take the Mappe into an account: then the name is an address. */
export type MappePerson = { id: string; name: string; role: MappeRole; keyVersion: number; byAccount: boolean };

/** The people of Mappen: the part of their store that is about who was given a link. */
export function mappePeople(database: Database) {
  return {
    async people(mappeId: string): Promise<MappePerson[]> {
      const rows: unknown[] = await database("mappe_people").where({ mappe_id: mappeId }).orderBy("created_at").orderBy("id");
      return rows.map((row) => {
        const { id, name, role, key_version, by_account } = personSchema.parse(row);
        return { id, name, role, keyVersion: key_version, byAccount: by_account === 1 };
      });
    },

    /** @returns false where there is no Mappe any more. */
    async addPerson(
      mappeId: string,
      person: Omit<MappePerson, "keyVersion"> & { keyHash: string; sealedSecret: string | null },
      act: Act,
    ): Promise<boolean> {
      const { id, name, role, keyHash, sealedSecret, byAccount } = person;
      const key = { key_hash: keyHash, key_version: 1, sealed_secret: sealedSecret };
      const row = { mappe_id: mappeId, id, name, role, ...key, by_account: byAccount ? 1 : 0 };
      const done = await changeMappe(database, mappeId, act, async (transaction) => {
        await transaction("mappe_people").insert({ ...row, created_at: act.now.toISOString() });
        return { result: true, deeds: [{ what: "person-invited", of: id, detail: role }] };
      });
      return done ?? false;
    },

    /** A new link for a person; the old one opens nothing from then on. */
    renewPerson: (
      mappeId: string,
      id: string,
      key: { version: number; hash: string; sealedSecret: string | null },
      act: Act,
    ): Promise<number | null> =>
      changeMappe(database, mappeId, act, async (transaction) => {
        const result = await transaction("mappe_people")
          .where({ mappe_id: mappeId, id, key_version: key.version - 1 })
          .update({ key_version: key.version, key_hash: key.hash, sealed_secret: key.sealedSecret });
        return { result, deeds: result > 0 ? [{ what: "person-renewed", of: id, detail: null }] : [] };
      }),

    async removePerson(mappeId: string, id: string, act: Act): Promise<void> {
      await changeMappe(database, mappeId, act, async (transaction) => {
        const result = await transaction("mappe_people").where({ mappe_id: mappeId, id }).delete();
        return { result, deeds: result > 0 ? [{ what: "person-removed", of: id, detail: null }] : [] };
      });
      await truncateWal(database);
    },
  };
}
