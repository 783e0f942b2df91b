import type { Database } from "./connection";

/**
 * The one way to write any part of an assessment: a transaction, on disk when this returns, in which nobody else writes
 * the same assessment. What has changed moves `updated_at`, from which retention counts.
 * @param change says whether it has changed anything.
 * @returns what `change` gives; null where the assessment has been removed meanwhile.
 */
export function changeAssessment<Result>(
  database: Database,
  id: string,
  now: Date,
  change: (transaction: Database) => Promise<{ changed: boolean; result: Result }>,
): Promise<Result | null> {
  return database.transaction(async (transaction) => {
    const row = () => transaction("assessments").where({ id });
    // Locks the row, and on SQLite the database, before anything is read: of two writers the second sees what the first has written.
    if ((await row().whereNull("removed_at").update({ id })) === 0) return null;
    const { changed, result } = await change(transaction);
    if (changed) await row().update({ updated_at: now.toISOString() });
    return result;
  });
}

/** Whether fields are as they were. */
export const sameFields = (a: Record<string, unknown>, b: Record<string, unknown>): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
};
