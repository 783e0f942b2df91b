import { z } from "zod";
import { languageSchema } from "../app/core/vocabulary";
import { truncateWal, type Database } from "./connection";
import { countRows } from "./count-rows";
import { newId } from "./new-id";

const rowSchema = z.object({
  id: z.string(),
  address: z.string(),
  month: z.string(),
  language: languageSchema,
  confirmed_at: z.string().nullable(),
});

/** A mail that somebody has asked for. `month` is an ISO month. */
export type Reminder = { id: string; address: string; month: string; language: "de" | "en"; isConfirmed: boolean };

/** So many of an assessment may wait. */
const mostReminders = 5;
/** Whoever does not confirm within so many milliseconds is forgotten. */
const confirmWithin = 48 * 60 * 60 * 1000;
/** A process that has not told what became of a mail after so many milliseconds is taken to have ended. */
const sendWithin = 60 * 60 * 1000;

/** Addresses that wait for a mail; each is kept for nothing else, and no longer. */
export function reminderStore(database: Database) {
  const reminders = () => database("reminders");
  async function forget(those: (query: ReturnType<typeof reminders>) => unknown): Promise<number> {
    const query = reminders();
    those(query);
    const count = await query.delete();
    if (count > 0) await truncateWal(database);
    return count;
  }
  return {
    /** @returns false where as many wait as may, or the assessment is gone. */
    ask: (assessmentId: string, wish: Omit<Reminder, "id" | "isConfirmed">, keyHash: string, now: Date): Promise<boolean> =>
      database.transaction(async (transaction) => {
        // Locks the row, so that two who ask at once do not both find the last place.
        const found = await transaction("assessments").where({ id: assessmentId }).whereNull("removed_at").update({ id: assessmentId });
        const waiting = await countRows(transaction("reminders").where({ assessment_id: assessmentId }));
        if (found === 0 || waiting >= mostReminders) return false;
        const id = newId();
        await transaction("reminders").insert({
          id,
          assessment_id: assessmentId,
          ...wish,
          key_hash: keyHash,
          created_at: now.toISOString(),
        });
        return true;
      }),

    async list(assessmentId: string): Promise<Reminder[]> {
      const rows: unknown[] = await reminders().where({ assessment_id: assessmentId }).orderBy(["month", "created_at", "id"]);
      return rows.map(toReminder);
    },

    async find(keyHash: string): Promise<Reminder | null> {
      const row: unknown = await reminders().where({ key_hash: keyHash }).first();
      return row ? toReminder(row) : null;
    },

    async confirm(keyHash: string, now: Date): Promise<boolean> {
      return (await reminders().where({ key_hash: keyHash }).update({ confirmed_at: now.toISOString() })) > 0;
    },

    /** By whoever got the mail. */
    stop: (keyHash: string): Promise<number> => forget((query) => query.where({ key_hash: keyHash })),

    /** By whoever works on the assessment, or because it is sent. */
    remove: (id: string, assessmentId?: string): Promise<number> =>
      forget((query) => query.where({ id, ...(assessmentId !== undefined && { assessment_id: assessmentId }) })),

    /** Takes one that is to be sent now, for this process alone, and gives it the key of its mail. @param month the present one. */
    async claimDue(month: string, keyHash: string, now: Date): Promise<Reminder | null> {
      const late = new Date(now.getTime() - sendWithin).toISOString();
      const isFree = (query: ReturnType<typeof reminders>) =>
        query.whereNotNull("confirmed_at").where((either) => void either.whereNull("sending_at").orWhere("sending_at", "<", late));
      const row: unknown = await isFree(reminders())
        .where("month", "<=", month)
        .whereIn("assessment_id", database("assessments").whereNull("removed_at").select("id"))
        .orderBy("id")
        .first();
      if (!row) return null;
      const due = toReminder(row);
      const taken = await isFree(reminders()).where({ id: due.id }).update({ sending_at: now.toISOString(), key_hash: keyHash });
      return taken > 0 ? due : null;
    },

    /** Those whose month is over for as long as another. @param month the present one. */
    forgetMissed: (month: string): Promise<number> => forget((query) => query.where("month", "<", monthBefore(month))),

    forgetUnconfirmed: (now: Date): Promise<number> =>
      forget((query) => query.whereNull("confirmed_at").where("created_at", "<", new Date(now.getTime() - confirmWithin).toISOString())),
  };
}

function toReminder(row: unknown): Reminder {
  const { confirmed_at, ...same } = rowSchema.parse(row);
  return { ...same, isConfirmed: confirmed_at !== null };
}

function monthBefore(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number > 1 ? `${year}-${String(number - 1).padStart(2, "0")}` : `${year - 1}-12`;
}
