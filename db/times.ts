import type { Database } from "./connection";

/** What is noted, once it was done: the retention's own day, a write that reached the disk, a backup. */
const notedThings = ["retention-day", "retention-run", "write", "backup"] as const;
export type NotedThing = (typeof notedThings)[number];

export function timeStore(database: Database) {
  return {
    async find(name: NotedThing): Promise<Date | null> {
      const row = await database<{ name: string; at: string }>("times").where({ name }).first("at");
      return row ? new Date(row.at) : null;
    },
    async note(name: NotedThing, at: Date): Promise<void> {
      await database("times").insert({ name, at: at.toISOString() }).onConflict("name").merge();
    },
  };
}
