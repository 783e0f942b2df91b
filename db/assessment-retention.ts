import type { Knex } from "knex";
import { truncateWal, type Database } from "./connection";

/** How many are removed at a time. */
const perStep = 500;

/** What becomes of assessments that nobody has changed for long: the part of their store that removes, deletes and brings back. */
export function assessmentRetention(database: Database) {
  const all = () => database("assessments");

  /** A few at a time, so that others can write between them. @returns how many. */
  async function inSteps(step: (ids: string[]) => Promise<unknown>, choose: (query: Knex.QueryBuilder) => Knex.QueryBuilder) {
    for (let count = 0; ;) {
      const ids = await choose(all()).orderBy("id").limit(perStep).pluck<string[]>("id");
      if (ids.length > 0) await step(ids);
      count += ids.length;
      if (ids.length < perStep) return count;
    }
  }

  return {
    /** Which of these are there, also those that are removed and can be brought back. */
    async findKept(ids: string[]): Promise<ReadonlySet<string>> {
      const kept = new Set<string>();
      for (let from = 0; from < ids.length; from += perStep)
        for (const id of await all()
          .whereIn("id", ids.slice(from, from + perStep))
          .pluck<string[]>("id"))
          kept.add(id);
      return kept;
    },

    /**
     * Shows to nobody from `now` on what nobody has changed any part of since `date`. It can be brought back until it is deleted.
     * @returns how many.
     */
    removeUntouchedSince: (date: Date, now: Date): Promise<number> =>
      inSteps(
        (ids) => all().whereIn("id", ids).update({ removed_at: now.toISOString() }),
        (query) => query.whereNull("removed_at").where("updated_at", "<", date.toISOString()),
      ),

    /** Deletes what was removed before `date`, with all that belongs to it. @returns how many. */
    deleteRemovedBefore: (date: Date): Promise<number> =>
      inSteps(
        async (ids) => {
          await all().whereIn("id", ids).delete();
          await truncateWal(database);
        },
        (query) => query.where("removed_at", "<", date.toISOString()),
      ),

    /** Those that can be brought back, the one removed last first. */
    async listRemoved(): Promise<{ id: string; removedAt: string; updatedAt: string }[]> {
      return all()
        .whereNotNull("removed_at")
        .orderBy("removed_at", "desc")
        .orderBy("id")
        .select("id", "removed_at as removedAt", "updated_at as updatedAt");
    },

    /** Brings removed ones back and begins their time anew. @param ids null: all. @returns how many. */
    async restore(ids: string[] | null, now: Date): Promise<number> {
      const removed = all().whereNotNull("removed_at");
      const chosen = ids === null ? removed : removed.whereIn("id", ids);
      return chosen.update({ removed_at: null, updated_at: now.toISOString() });
    },
  };
}
