import { brandSchema, type Brand } from "../app/core/brand/brand";
import { brandFields, toBrand } from "../app/core/brand/brand-fields";
import { mergeFields, type FieldChange, type FieldConflict } from "../app/core/assessment/merge-fields";
import type { Actor } from "../app/core/history/change";
import { fieldChanges } from "../app/core/history/changes-of";
import { changeAssessment } from "./change-assessment";
import { truncateWal, type Database } from "./connection";

export async function readBrand(database: Database, assessmentId: string): Promise<Brand | null> {
  const row = await database<{ assessment_id: string; brand: string }>("brands").where({ assessment_id: assessmentId }).first("brand");
  return row ? brandSchema.parse(JSON.parse(row.brand)) : null;
}

/** Writes a brand in place of an earlier one; null removes it. */
export async function writeBrand(transaction: Database, assessmentId: string, brand: Brand | null, now: Date): Promise<void> {
  const row = { assessment_id: assessmentId, brand: JSON.stringify(brand), updated_at: now.toISOString() };
  if (brand) await transaction("brands").insert(row).onConflict("assessment_id").merge();
  else await transaction("brands").where({ assessment_id: assessmentId }).delete();
}

/** Whether a field holds what somebody wrote, or a file. */
const isText = (field: string): boolean => !["colour", "typeface", "voice"].includes(field);

/** The one door to how documents look. */
export function brandStore(database: Database) {
  return {
    find: (assessmentId: string) => readBrand(database, assessmentId),

    /** @returns the conflicts, or null where the assessment has been removed meanwhile. */
    async save(assessmentId: string, changes: FieldChange[], now: Date, by?: Actor): Promise<FieldConflict[] | null> {
      const save = async (transaction: Database) => {
        const stored = brandFields(await readBrand(transaction, assessmentId));
        const { fields, conflicts: met } = mergeFields(stored, changes);
        const made = fieldChanges("brand", stored, fields, isText);
        if (made.length > 0) await writeBrand(transaction, assessmentId, toBrand(fields), now);
        return { changes: made, result: met };
      };
      const conflicts = await changeAssessment(database, assessmentId, now, save, by);
      await truncateWal(database);
      return conflicts;
    },
  };
}
