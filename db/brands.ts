import { brandSchema, type Brand } from "../app/core/brand/brand";
import { brandFields, toBrand } from "../app/core/brand/brand-fields";
import { mergeFields, type FieldChange, type FieldConflict } from "../app/core/assessment/merge-fields";
import type { Act } from "../app/core/mappe/audit";
import type { Actor, NewChange } from "../app/core/changes/change";
import { fieldChanges } from "../app/core/changes/changes-of";
import { changeAssessment } from "./change-assessment";
import { changeMappe } from "./change-mappe";
import { truncateWal, type Database } from "./connection";
import { parsed } from "./json-column";

/** Whose brand it is: of an assessment, or of a Mappe, where it holds for all that is made from it. */
type Place = { table: "brands"; owner: "assessment_id" } | { table: "mappe_brands"; owner: "mappe_id" };
const ofAssessment: Place = { table: "brands", owner: "assessment_id" };
const ofMappe: Place = { table: "mappe_brands", owner: "mappe_id" };

export async function readBrand(database: Database, id: string, { table, owner } = ofAssessment): Promise<Brand | null> {
  const row = await database(table)
    .where({ [owner]: id })
    .first<{ brand: string } | undefined>("brand");
  return row ? parsed(brandSchema, row.brand) : null;
}

/** Writes a brand in place of an earlier one; null removes it. */
export async function writeBrand(
  transaction: Database,
  id: string,
  brand: Brand | null,
  now: Date,
  { table, owner } = ofAssessment,
): Promise<void> {
  const row = { [owner]: id, brand: JSON.stringify(brand), updated_at: now.toISOString() };
  if (brand) await transaction(table).insert(row).onConflict(owner).merge();
  else
    await transaction(table)
      .where({ [owner]: id })
      .delete();
}

/** Whether a field holds what somebody wrote, or a file. */
const isText = (field: string): boolean => !["colour", "typeface", "voice"].includes(field);

/** Within a transaction in which nobody else writes the same brand. */
async function change(
  transaction: Database,
  id: string,
  changes: FieldChange[],
  now: Date,
  place: Place,
): Promise<{ changes: NewChange[]; result: FieldConflict[] }> {
  const stored = brandFields(await readBrand(transaction, id, place));
  const { fields, conflicts } = mergeFields(stored, changes);
  const made = fieldChanges("brand", stored, fields, isText);
  if (made.length > 0) await writeBrand(transaction, id, toBrand(fields), now, place);
  return { changes: made, result: conflicts };
}

/** The one door to how the documents of an assessment look. */
export function brandStore(database: Database) {
  return {
    find: (assessmentId: string) => readBrand(database, assessmentId),

    /** @returns the conflicts, or null where the assessment has been removed meanwhile. */
    async save(assessmentId: string, changes: FieldChange[], now: Date, by?: Actor): Promise<FieldConflict[] | null> {
      const save = (transaction: Database) => change(transaction, assessmentId, changes, now, ofAssessment);
      const conflicts = await changeAssessment(database, assessmentId, now, save, by);
      await truncateWal(database);
      return conflicts;
    },
  };
}

/** The same of a Mappe. */
export function mappeBrandStore(database: Database) {
  return {
    find: (mappeId: string) => readBrand(database, mappeId, ofMappe),

    /** @returns the conflicts, or null where the Mappe has been deleted meanwhile. */
    async save(mappeId: string, changes: FieldChange[], act: Act): Promise<FieldConflict[] | null> {
      const conflicts = await changeMappe(database, mappeId, act, async (transaction) => {
        const { changes: made, result } = await change(transaction, mappeId, changes, act.now, ofMappe);
        return { result, deeds: made.length > 0 ? [{ what: "branded", of: "", detail: null }] : [] };
      });
      await truncateWal(database);
      return conflicts;
    },
  };
}
