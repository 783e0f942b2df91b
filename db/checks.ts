import { agreedAnswers, checkPlace } from "../app/core/agreement/agreed-answers";
import { checkedTag, checkTag, needsCheck } from "../app/core/assessment/check";
import type { Check } from "../app/core/assessment/check-schema";
import { withoutCheckers } from "../app/core/assessment/without-checkers";
import type { Actor } from "../app/core/changes/change";
import { checkChange } from "../app/core/changes/changes-of";
import { readAnswers, storedOf, writeOwnAnswer } from "./answers";
import { changeAssessment } from "./change-assessment";
import { truncateWal, type Database } from "./connection";
import { readStoredTeam, writeAnswer } from "./team";

/** What a second person says of the answers that count. Whoever calls it has checked access. */
export function checkStore(database: Database) {
  return {
    /**
     * Writes what a second person says of an answer, beside the one that it comes from, see `checkPlace`.
     * @param seen `checkTag` of the answer that they have seen.
     * @returns false where it has been answered anew meanwhile; null where the assessment has been removed.
     */
    say(id: string, item: string, seen: string, said: Check, now: Date, by: Actor): Promise<boolean | null> {
      const write = async (transaction: Database) => {
        const [own, team] = [await readAnswers(transaction, id), await readStoredTeam(transaction, id)];
        const counted = storedOf(agreedAnswers(own, team), item);
        const place = counted && checkPlace(own, team, item, counted);
        if (counted === null || place === null || !needsCheck(counted) || checkTag(counted) !== seen) return { changes: [], result: false };
        const isShared = team.people.length > 0 || Object.keys(team.recorded).length > 0;
        const check = isShared ? { ...said, about: checkedTag(counted) } : said;
        const row = { assessment_id: id, item_id: item };
        const [recorded, person] = [team.recorded[item], typeof place === "number" ? team.people[place] : undefined];
        const answer = storedOf(person?.answers ?? own, item);
        if (place === "recorded" && recorded)
          await transaction("recorded_answers")
            .where(row)
            .update({ recorded: JSON.stringify({ ...recorded, answer: { ...recorded.answer, check } }) });
        else if (answer && person) await writeAnswer(transaction, { assessmentId: id, id: person.id }, item, { ...answer, check }, now);
        else if (answer) await writeOwnAnswer(transaction, row, { ...answer, check }, now);
        return { changes: [checkChange(item, counted.check?.state ?? null, check.state)], result: true };
      };
      return changeAssessment(database, id, now, write, by);
    },

    /** Deletes who has checked, wherever an answer says so; what was said stays. null where the assessment has been removed. */
    async forgetNames(id: string, now: Date): Promise<boolean | null> {
      const write = async (transaction: Database) => {
        await forgetCheckers(transaction, [id]);
        // What changed is nobody's answer, and a line in the history would only say that there was a name.
        return { changes: [], result: true };
      };
      const done = await changeAssessment(database, id, now, write);
      await truncateWal(database);
      return done;
    },

    /**
     * The same of every check from before a day, a few assessments at a time, so that others can write between them. To be without a
     * name changes nothing of an assessment, and keeps it no longer.
     * @param day ISO day. @returns in how many places there was a name.
     */
    async forgetNamesBefore(day: string): Promise<number> {
      let count = 0;
      for (let last = ""; ;) {
        const ids = await database("assessments").where("id", ">", last).orderBy("id").limit(perStep).pluck<string[]>("id");
        if (ids.length > 0) count += await forgetCheckers(database, ids, day);
        last = ids.at(-1) ?? "";
        if (ids.length < perStep) break;
      }
      if (count > 0) await truncateWal(database);
      return count;
    },
  };
}

/** How many assessments are looked through at a time. */
const perStep = 100;

/** Where answers stand: the table, the column with the JSON, and with which the assessment names a row. */
const places = [
  { table: "answers", column: "answer", key: ["item_id"] },
  { table: "previous_answers", column: "previous", key: ["item_id"] },
  { table: "person_answers", column: "answer", key: ["person_id", "item_id"] },
  { table: "recorded_answers", column: "recorded", key: ["item_id"] },
  { table: "rounds", column: "round", key: ["number"] },
] as const;

/** @param before ISO day, see `withoutCheckers`. @returns in how many places there was a name. */
async function forgetCheckers(database: Database, ids: string[], before?: string): Promise<number> {
  let count = 0;
  for (const { table, column, key } of places) {
    const rows = await database(table)
      .whereIn("assessment_id", ids)
      // The database finds those that may have one.
      .where(column, "like", '%"check":{%"by":%')
      .select<Record<string, string | number>[]>("assessment_id", ...key, column);
    for (const { [column]: text, ...row } of rows) {
      const stored: unknown = JSON.parse(String(text));
      const next = withoutCheckers(stored, before);
      if (next === stored) continue;
      // What somebody has written anew meanwhile waits for the next time.
      count += await database(table)
        .where({ ...row, [column]: text })
        .update({ [column]: JSON.stringify(next) });
    }
  }
  return count;
}
