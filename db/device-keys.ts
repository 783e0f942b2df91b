import type { Database } from "./connection";

/** To what browsers hold keys: each in a table of its own. */
const kinds = {
  assessment: { table: "device_keys", column: "assessment_id" },
  mappe: { table: "device_mappe_keys", column: "mappe_id" },
  person: { table: "device_people", column: "person_id" },
} as const;

/** A key as a browser's secret has sealed it. @param id of what it opens. */
export type SealedKey = { id: string; sealed: string };

/** What a browser opens; a browser is known by the hash of its secret. What is opened stays when its key is forgotten. */
export function deviceKeyStore(database: Database, kind: keyof typeof kinds) {
  const { table, column } = kinds[kind];
  const rows = (device: string) => database(table).where({ device_hash: device });
  return {
    /** Keeps a key in place of an earlier one to the same. */
    async keep(device: string, { id, sealed }: SealedKey, now: Date): Promise<void> {
      await database(table)
        .insert({ device_hash: device, [column]: id, sealed_key: sealed, kept_at: now.toISOString() })
        .onConflict(["device_hash", column])
        .merge();
    },

    async find(device: string, id: string): Promise<string | null> {
      const row = await rows(device)
        .where({ [column]: id })
        .first<{ sealed_key: string } | undefined>("sealed_key");
      return row?.sealed_key ?? null;
    },

    list: (device: string): Promise<SealedKey[]> => rows(device).select<SealedKey[]>(`${column} as id`, "sealed_key as sealed"),

    async forget(device: string, id: string): Promise<void> {
      await rows(device)
        .where({ [column]: id })
        .delete();
    },

    async forgetAll(device: string): Promise<void> {
      await rows(device).delete();
    },
  };
}
