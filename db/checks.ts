import { agreedAnswers, checkPlace } from "../app/core/agreement/agreed-answers";
import { withoutChecker, type Answers } from "../app/core/assessment/answer";
import { checkedTag, checkTag, needsCheck } from "../app/core/assessment/check";
import type { Check } from "../app/core/assessment/check-schema";
import type { Actor } from "../app/core/history/change";
import { checkChange } from "../app/core/history/changes-of";
import { readAnswers, readPrevious, storedOf, writeOwnAnswer } from "./answers";
import { changeAssessment } from "./change-assessment";
import { truncateWal, type Database } from "./connection";
import { readStoredTeam, writeAnswer } from "./team";

const named = (answers: Answers) => Object.entries(answers).filter(([, { check }]) => check?.by !== undefined);

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
        const row = (item: string) => ({ assessment_id: id, item_id: item });
        const [own, previous] = [await readAnswers(transaction, id), await readPrevious(transaction, id)];
        const { people, recorded } = await readStoredTeam(transaction, id);
        for (const [item, answer] of named(own)) await writeOwnAnswer(transaction, row(item), withoutChecker(answer), now);
        for (const person of people)
          for (const [item, answer] of named(person.answers))
            await writeAnswer(transaction, { assessmentId: id, id: person.id }, item, withoutChecker(answer), now);
        for (const [item, one] of Object.entries(recorded))
          await transaction("recorded_answers")
            .where(row(item))
            .update({ recorded: JSON.stringify({ ...one, answer: withoutChecker(one.answer) }) });
        for (const [item, one] of Object.entries(previous))
          await transaction("previous_answers")
            .where(row(item))
            .update({ previous: JSON.stringify({ ...one, answer: withoutChecker(one.answer) }) });
        // What changed is nobody's answer, and a line in the history would only say that there was a name.
        return { changes: [], result: true };
      };
      const done = await changeAssessment(database, id, now, write);
      await truncateWal(database);
      return done;
    },
  };
}
