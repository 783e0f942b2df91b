import type { Actor, NewChange } from "../app/core/changes/change";
import { appendChanges, lastNumber } from "./changes";
import type { Database } from "./connection";

/**
 * Looks at an assessment before it is changed, within the transaction.
 * @returns what is to be done in it once it has been changed; null: nothing.
 */
export type Watch = (transaction: Database, id: string) => Promise<((now: Date) => Promise<void>) | null>;
export const watchNothing: Watch = () => Promise.resolve(null);

/** What a change has changed; nothing, where it lists nothing. */
type Changed<Result> = { changes: NewChange[]; result: Result };
type Change<Result> = (transaction: Database) => Promise<Changed<Result>>;

/**
 * The one way to write any part of an assessment: a transaction, on disk when this returns, in which nobody else writes
 * the same assessment. What has changed moves `updated_at`, from which retention counts, and stands in the history.
 * @param by who changes it. @param watch of those parts by which an assessment is completed.
 * @returns what `change` gives; null where the assessment has been removed meanwhile.
 */
export const changeAssessment = <Result>(
  database: Database,
  id: string,
  now: Date,
  change: Change<Result>,
  by?: Actor,
  watch?: Watch,
): Promise<Result | null> => changeSeen(database, id, now, () => Promise.resolve(null), change, by, watch);

/** The same for a change that says what it looks at first, which is then asked for with whatever else is. */
export function changeSeen<Result, Seen>(
  database: Database,
  id: string,
  now: Date,
  look: (transaction: Database) => Promise<Seen>,
  change: (transaction: Database, seen: Seen) => Promise<Changed<Result>>,
  by: Actor = "edit-link",
  watch: Watch = watchNothing,
): Promise<Result | null> {
  return database.transaction(async (transaction) => {
    const row = () => transaction("assessments").where({ id });
    // Locks the row, and on SQLite the database, before anything is read: of two writers the second sees what the first has written.
    if ((await row().whereNull("removed_at").update({ id })) === 0) return null;
    const [changed, last, seen] = await Promise.all([watch(transaction, id), lastNumber(transaction, id), look(transaction)]);
    const { changes, result } = await change(transaction, seen);
    if (changes.length > 0) {
      await row().update({ updated_at: now.toISOString() });
      await appendChanges(transaction, id, changes, { now, by }, last);
      await changed?.(now);
    }
    return result;
  });
}

/** The same for a store whose changes somebody watches. */
export const watchedChange =
  (database: Database, watch: Watch) =>
  <Result>(id: string, now: Date, change: Change<Result>, by?: Actor): Promise<Result | null> =>
    changeAssessment(database, id, now, change, by, watch);

export type WatchedChange = ReturnType<typeof watchedChange>;
