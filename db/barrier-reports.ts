import type { Database } from "./connection";
import { newId } from "./new-id";

export type BarrierReport = { message: string; contact: string | null };
export type BarrierReportStore = ReturnType<typeof barrierReportStore>;

export function barrierReportStore(database: Database) {
  return {
    async add({ message, contact }: BarrierReport, now: Date): Promise<void> {
      const id = newId();
      await database("barrier_reports").insert({ id, message, contact, created_at: now.toISOString() });
    },
    /** Oldest first. */
    list: (): Promise<(BarrierReport & { created_at: string })[]> =>
      database("barrier_reports").orderBy("created_at").select("message", "contact", "created_at"),
  };
}
