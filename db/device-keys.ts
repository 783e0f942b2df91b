import type { Database } from "./connection";

/** A key of an assessment as a browser's secret has sealed it. */
export type SealedKey = { assessmentId: string; sealed: string };

/** Which assessments a browser opens; a browser is known by the hash of its secret. */
export function deviceKeyStore(database: Database) {
  const rows = (device: string) => database("device_keys").where({ device_hash: device });
  return {
    /** Keeps a key in place of an earlier one to the same assessment. */
    async keep(device: string, { assessmentId, sealed }: SealedKey, now: Date): Promise<void> {
      await database("device_keys")
        .insert({ device_hash: device, assessment_id: assessmentId, sealed_key: sealed, kept_at: now.toISOString() })
        .onConflict(["device_hash", "assessment_id"])
        .merge();
    },

    async find(device: string, assessmentId: string): Promise<string | null> {
      const row = await rows(device).where({ assessment_id: assessmentId }).first<{ sealed_key: string } | undefined>("sealed_key");
      return row?.sealed_key ?? null;
    },

    async list(device: string): Promise<SealedKey[]> {
      const found = await rows(device).select<{ assessment_id: string; sealed_key: string }[]>("assessment_id", "sealed_key");
      return found.map(({ assessment_id, sealed_key }) => ({ assessmentId: assessment_id, sealed: sealed_key }));
    },

    /** The assessments stay; this browser opens them no more. */
    async forget(device: string, assessmentId: string): Promise<void> {
      await rows(device).where({ assessment_id: assessmentId }).delete();
    },

    async forgetAll(device: string): Promise<void> {
      await rows(device).delete();
    },
  };
}
