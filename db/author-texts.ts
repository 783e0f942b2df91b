import { authorTextFields, toAuthorText } from "../app/core/assessment/author-text-fields";
import { authorTextSchema, type AuthorText } from "../app/core/assessment/author-text";
import { mergeFields, type FieldChange, type FieldConflict } from "../app/core/assessment/merge-fields";
import type { Language } from "../app/core/vocabulary";
import type { Actor } from "../app/core/changes/change";
import { fieldChanges } from "../app/core/changes/changes-of";
import { changeAssessment } from "./change-assessment";
import { truncateWal, type Database } from "./connection";
import { parsed } from "./json-column";
import { rowsOf, source } from "./rows-of";
import { readAgreedAnswers } from "./team";

const authorTexts = source("author_texts", ["text"], "author_texts where assessment_id = ?");

export async function readAuthorText(database: Database, assessmentId: string): Promise<AuthorText | null> {
  const [row] = await rowsOf(database, assessmentId, authorTexts);
  return row ? parsed(authorTextSchema, row.text) : null;
}

/** Writes a text in place of an earlier one; null removes it. */
export async function writeAuthorText(transaction: Database, assessmentId: string, text: AuthorText | null, now: Date): Promise<void> {
  const row = { assessment_id: assessmentId, text: JSON.stringify(text), updated_at: now.toISOString() };
  if (text) await transaction("author_texts").insert(row).onConflict("assessment_id").merge();
  else await transaction("author_texts").where({ assessment_id: assessmentId }).delete();
}

/** The one door to what people have written into their reports. */
export function authorTextStore(database: Database) {
  return {
    find: (assessmentId: string) => readAuthorText(database, assessmentId),

    /**
     * @param usual the language of the page, which a text has where nobody has chosen one.
     * @returns the conflicts, or null where the assessment has been removed meanwhile.
     */
    async save(assessmentId: string, changes: FieldChange[], usual: Language, now: Date, by?: Actor): Promise<FieldConflict[] | null> {
      const save = async (transaction: Database) => {
        const stored = authorTextFields(await readAuthorText(transaction, assessmentId), usual);
        const { fields, conflicts: met } = mergeFields(stored, changes);
        const made = fieldChanges("text", stored, fields, (field) => field !== "language");
        const answers = await readAgreedAnswers(transaction, assessmentId);
        if (made.length > 0) await writeAuthorText(transaction, assessmentId, toAuthorText(fields, usual, answers), now);
        return { changes: made, result: met };
      };
      const conflicts = await changeAssessment(database, assessmentId, now, save, by);
      await truncateWal(database);
      return conflicts;
    },
  };
}
