import type { Act, Deed } from "../app/core/mappe/audit";
import type { Database } from "./connection";
import { appendDeeds } from "./mappe-audit";

/**
 * Any change of a Mappe with what its audit says of it, in one transaction in which nobody else changes it; retention counts from it.
 * @returns what `work` gives; null where there is no Mappe.
 */
export function changeMappe<Result>(
  database: Database,
  id: string,
  act: Act,
  work: (transaction: Database) => Promise<{ result: Result; deeds: Deed[] }>,
): Promise<Result | null> {
  return database.transaction(async (transaction) => {
    // Locks the row, so that of two writers the second sees what the first has written.
    if ((await transaction("mappen").where({ id }).update({ updated_at: act.now.toISOString() })) === 0) return null;
    const { result, deeds } = await work(transaction);
    await appendDeeds(transaction, id, deeds, act);
    return result;
  });
}
