import { authorTextSchema, type AuthorText } from "../app/core/assessment/author-text";
import { truncateWal, type Database } from "./connection";

/** The one door to what people have written into their reports. */
export function reportWordsStore(database: Database) {
  const table = () => database<{ assessment_id: string; words: string; updated_at: string }>("report_words");
  return {
    async find(assessmentId: string): Promise<AuthorText | null> {
      const row = await table().where({ assessment_id: assessmentId }).first("words");
      return row ? authorTextSchema.parse(JSON.parse(row.words)) : null;
    },

    /** Writes them in place of earlier ones; null removes them. */
    async save(assessmentId: string, words: AuthorText | null, now: Date): Promise<void> {
      if (words) {
        const row = { assessment_id: assessmentId, words: JSON.stringify(words), updated_at: now.toISOString() };
        await table().insert(row).onConflict("assessment_id").merge();
      } else await table().where({ assessment_id: assessmentId }).delete();
      await truncateWal(database);
    },
  };
}
