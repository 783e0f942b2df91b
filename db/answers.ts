import { answerSchema, isAnswered, sameAnswer, versionTag, type Answer, type Answers } from "../app/core/assessment/answer";
import { keepsCheck } from "../app/core/assessment/check";
import type { EvidenceFile } from "../app/core/assessment/evidence-file";
import { filesAt, withFiles } from "../app/core/assessment/files-of";
import { previousAnswerSchema, type Previous } from "../app/core/assessment/model-versions";
import type { Moment } from "../app/core/day";
import { ownValue } from "../app/core/entry-of";
import type { Actor, NewChange } from "../app/core/changes/change";
import { answerChanges } from "../app/core/changes/changes-of";
import { changeSeen, watchedChange, watchNothing } from "./change-assessment";
import type { Database } from "./connection";
import { parsed } from "./json-column";
import { parsedBy, rowsOf, source } from "./rows-of";

/** A wish to change one answer: to `next` (null: withdraw it), from the one whose tag was seen (null: from any). */
export type AnswerChange = { item: string; seen: string | null; next: Answer | null };
export type AnswerConflict = { item: string; stored: Answer | null };

const given = source("answers", ["item_id", "answer"], "answers where assessment_id = ?");
const earlier = source("previous_answers", ["item_id", "previous"], "previous_answers where assessment_id = ?");

/** @param items those to read; all, where nothing is said. */
export async function readAnswers(database: Database, assessmentId: string, items?: string[]): Promise<Answers> {
  const rows = await rowsOf(database, assessmentId, given);
  const read = items ? rows.filter(({ item_id }) => item_id !== null && items.includes(item_id)) : rows;
  return parsedBy(answerSchema, read, "item_id", "answer");
}

/** The answers of several assessments, by id. */
export async function readAnswersOf(database: Database, assessmentIds: string[]): Promise<Map<string, Answers>> {
  const query = database<{ assessment_id: string; item_id: string; answer: string }>("answers").whereIn("assessment_id", assessmentIds);
  const rows = await query.orderBy("item_id").select("assessment_id", "item_id", "answer");
  const entries = new Map(assessmentIds.map((id) => [id, [] as [string, Answer][]]));
  for (const { assessment_id, item_id, answer } of rows) entries.get(assessment_id)?.push([item_id, parsed(answerSchema, answer)]);
  return new Map([...entries].map(([id, answers]) => [id, Object.fromEntries(answers)]));
}

export async function readPrevious(database: Database, assessmentId: string): Promise<Previous> {
  return parsedBy(previousAnswerSchema, await rowsOf(database, assessmentId, earlier), "item_id", "previous");
}

/** Writes answers where there were none, with the days they bring. */
export async function insertAnswers(
  transaction: Database,
  assessmentId: string,
  { answers, previous }: { answers: Answers; previous: Previous },
  now: Date,
): Promise<void> {
  const rowOf = (item: string) => ({ assessment_id: assessmentId, item_id: item });
  const given = Object.entries(answers).map(([item, answer]) => ({
    ...rowOf(item),
    answer: JSON.stringify(answer),
    updated_at: now.toISOString(),
  }));
  if (given.length > 0) await transaction("answers").insert(given);
  const earlier = Object.entries(previous).map(([item, answer]) => ({ ...rowOf(item), previous: JSON.stringify(answer) }));
  if (earlier.length > 0) await transaction("previous_answers").insert(earlier);
}

export async function deleteAnswers(transaction: Database, assessmentId: string): Promise<void> {
  for (const table of ["answers", "previous_answers"]) await transaction(table).where({ assessment_id: assessmentId }).delete();
}

export function answerStore(database: Database, watch = watchNothing) {
  const changeThis = watchedChange(database, watch);
  return {
    /**
     * Writes what stands beside one answer: its files.
     * @param change what becomes of them; a fault leaves them as they are.
     * @returns what `change` gives; null where the assessment has been removed meanwhile.
     */
    changeFiles<Fault extends string>(
      id: string,
      item: string,
      change: (kept: { answers: Answers; previous: Previous }) => Promise<{ files: EvidenceFile[]; changes: NewChange[] } | Fault>,
      now: Date,
      by?: Actor,
    ): Promise<{ fault: Fault | null } | null> {
      const write = async (transaction: Database) => {
        const [answers, previous] = await Promise.all([readAnswers(transaction, id), readPrevious(transaction, id)]);
        const kept = { answers, previous };
        const changed = await change(kept);
        if (typeof changed === "string") return { changes: [], result: { fault: changed } };
        const where = { assessment_id: id, item_id: item };
        const waiting = ownValue(kept.previous, item);
        const stored = storedOf(kept.answers, item);
        // Files stay with the answer that waits to be confirmed, and go over to the one that is given instead.
        if (waiting) {
          const answer = withFiles(waiting.answer, changed.files);
          await transaction("previous_answers")
            .where(where)
            .update({ previous: JSON.stringify({ ...waiting, answer }) });
        }
        if (!waiting || stored?.files) {
          // Fewer files may prove less than what was confirmed.
          const { check, ...unchecked } = stored ?? {};
          const holds = check !== undefined && changed.files.length >= (stored?.files ?? []).length;
          const answer = withFiles(holds ? stored : unchecked, changed.files);
          if (answer === null) await transaction("answers").where(where).delete();
          else await writeOwnAnswer(transaction, where, answer, now);
        }
        return { changes: changed.changes, result: { fault: null } };
      };
      return changeThis<{ fault: Fault | null }>(id, now, write, by);
    },

    /**
     * Writes answers, each with the day of the change. An answer that somebody else has changed since it was seen is left
     * as it is and reported instead. Files stay where they are. Whoever answers an item has seen what was answered to its earlier question.
     * @param together all changes or none: where one meets a conflict, no other is written either.
     * @returns the conflicts, or null where the assessment has been removed meanwhile.
     */
    save(id: string, changes: AnswerChange[], { now, today }: Moment, together = false, by?: Actor): Promise<AnswerConflict[] | null> {
      const items = changes.map(({ item }) => item);
      const look = (transaction: Database) => Promise.all([readAnswers(transaction, id, items), readPrevious(transaction, id)]);
      const save = async (transaction: Database, [answers, previous]: [Answers, Previous]) => {
        const { due, conflicts } = sortChanges(changes, answers);
        if (due.length === 0 || (together && conflicts.length > 0)) return { changes: [], result: conflicts };
        for (const { item, next } of due) {
          const where = { assessment_id: id, item_id: item };
          const kept = next === null ? null : { ...besideFrom(storedOf(answers, item), next), date: today };
          const answer = withFiles(kept, filesAt({ answers, previous }, item));
          if (answer === null) await transaction("answers").where(where).delete();
          else {
            await writeOwnAnswer(transaction, where, answer, now);
            if (isAnswered(answer) && Object.hasOwn(previous, item)) await transaction("previous_answers").where(where).delete();
          }
        }
        return { changes: due.flatMap(({ item, next }) => answerChanges(item, storedOf(answers, item), next)), result: conflicts };
      };
      return changeSeen(database, id, now, look, save, by, watch);
    },
  };
}

/** What is given, with the check that was said of the same; a check comes only from whoever checks. */
export function besideFrom(stored: Answer | null, { check: _given, ...next }: Answer): Answer {
  return stored?.check && keepsCheck(stored, next) ? { ...next, check: stored.check } : next;
}

export async function writeOwnAnswer(
  transaction: Database,
  where: { assessment_id: string; item_id: string },
  answer: Answer,
  now: Date,
): Promise<void> {
  const row = { ...where, answer: JSON.stringify(answer), updated_at: now.toISOString() };
  await transaction("answers").insert(row).onConflict(["assessment_id", "item_id"]).merge();
}

export const storedOf = (answers: Answers, item: string): Answer | null => ownValue(answers, item) ?? null;

/** Which changes are to be written, and which meet somebody else's. */
export function sortChanges(changes: AnswerChange[], answers: Answers): { due: AnswerChange[]; conflicts: AnswerConflict[] } {
  const due: AnswerChange[] = [];
  const conflicts: AnswerConflict[] = [];
  for (const change of changes) {
    const { item, seen, next } = change;
    const stored = storedOf(answers, item);
    if (sameAnswer(stored, next)) continue;
    if (seen === null || versionTag(stored) === seen) due.push(change);
    // Untouched by this writer: the newer answer simply stands.
    else if (versionTag(next) !== seen) conflicts.push({ item, stored });
  }
  return { due, conflicts };
}
