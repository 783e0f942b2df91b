import { z } from "zod";
import {
  changeSchema,
  mostChanges,
  sameWriting,
  written,
  type Actor,
  type Change,
  type KeptChange,
  type NewChange,
} from "../app/core/changes/change";
import type { Database } from "./connection";
import { countRows } from "./count-rows";
import { rowsOf, source } from "./rows-of";

/** Few enough for the variables that SQLite takes in a statement. */
const batch = 500;

const changesOf = (database: Database, assessmentId: string) => database("changes").where({ assessment_id: assessmentId });

/** All of them, the first one first. */
export async function readChanges(database: Database, assessmentId: string): Promise<Change[]> {
  const rows: unknown[] = await changesOf(database, assessmentId).orderBy("number").select("at", "by", "what", "of", "from", "to");
  return rows.map((row) => changeSchema.parse(row));
}

/** Writes those that a file has brought, before anything else is added. */
export async function insertChanges(transaction: Database, assessmentId: string, changes: Change[]): Promise<void> {
  const rows = changes.map((change, index) => ({ assessment_id: assessmentId, number: index + 1, ...change }));
  for (let from = 0; from < rows.length; from += batch) await transaction("changes").insert(rows.slice(from, from + batch));
}

const last = source("number of changes", ["number"], "(select max(number) as number from changes where assessment_id = ?) as last");

/** Of the latest change; 0 where there is none. */
export async function lastNumber(transaction: Database, assessmentId: string): Promise<number> {
  return Number((await rowsOf(transaction, assessmentId, last))[0]?.number ?? 0);
}

/**
 * Adds what has just been changed, within the transaction that changes it and holds the assessment's lock. Whoever goes on writing a
 * text has changed it once; nothing is added to a history that is full.
 * @param last see `lastNumber`, where it is known.
 */
export async function appendChanges(
  transaction: Database,
  assessmentId: string,
  changes: NewChange[],
  { now, by }: { now: Date; by: Actor },
  last?: number,
): Promise<void> {
  let number = last ?? (await lastNumber(transaction, assessmentId));
  for (const { person, ...change } of changes) {
    if (number >= mostChanges) return;
    if (await isBeingWritten(transaction, assessmentId, { ...change, person }, { now, by })) continue;
    number += 1;
    const known = { ...change, person_id: person ?? null };
    const entry = number === mostChanges ? { what: "full", of: "", from: null, to: null } : known;
    await transaction("changes").insert({ assessment_id: assessmentId, number, at: now.toISOString(), by, ...entry });
  }
}

async function isBeingWritten(
  transaction: Database,
  assessmentId: string,
  { what, of, from, to, person }: Omit<NewChange, "person"> & { person: string | undefined },
  { now, by }: { now: Date; by: Actor },
): Promise<boolean> {
  if (from !== written || to !== written) return false;
  const row = await changesOf(transaction, assessmentId)
    .where({ what, of, person_id: person ?? null })
    .orderBy("number", "desc")
    .first<{ at: string; by: string; to: string | null } | undefined>("at", "by", "to");
  return row !== undefined && row.to === written && row.by === by && now.getTime() - Date.parse(row.at) < sameWriting;
}

/** What an assessment's history says. Nothing here changes it: entries come with what they tell of, see `changeAssessment`. */
export function changeStore(database: Database) {
  return {
    /** The latest first. @param of only those of this item. */
    async list(assessmentId: string, { of, offset, limit }: { of: string | null; offset: number; limit: number }): Promise<KeptChange[]> {
      const query = changesOf(database, assessmentId).orderBy("number", "desc").offset(offset).limit(limit);
      if (of !== null) void query.where({ of }).whereIn("what", ofQuestion);
      const rows: unknown[] = await query.select("at", "by", "what", "of", "from", "to", "person_id");
      return rows.map((row) => {
        const { person_id: person, ...change } = keptSchema.parse(row);
        return { ...change, person };
      });
    },

    async count(assessmentId: string, of: string | null): Promise<number> {
      const query = changesOf(database, assessmentId);
      if (of !== null) void query.where({ of }).whereIn("what", ofQuestion);
      return countRows(query);
    },

    /** Whether somebody has told, changed or checked facts since a round was last begun. */
    async areFactsChecked(assessmentId: string): Promise<boolean> {
      const kinds = ["round-begun", "fact", "facts-checked"] satisfies NewChange["what"][];
      const last = changesOf(database, assessmentId).whereIn("what", kinds).orderBy("number", "desc");
      return (await last.first<{ what: string } | undefined>("what"))?.what !== "round-begun";
    },

    /** The latest change of each item. */
    async lastByItem(assessmentId: string): Promise<Map<string, Pick<Change, "at" | "by">>> {
      const rows = await rowsOf(database, assessmentId, lastOfItems);
      return new Map(rows.map((row) => lastSchema.parse(row)).map(({ of, ...last }) => [of, last]));
    },
  };
}

const keptSchema = changeSchema.extend({ person_id: z.string().nullable() });
/** What is changed of one's own answer to a question, and whatever befalls the question. */
const ofItems = ["answer", "reason", "note", "evidence", "file", "check"] satisfies NewChange["what"][];
/** The latest change of each item. */
const lastOfItems = source(
  "last changes",
  ["of", "at", "by"],
  `changes where assessment_id = ? and number in (select max(number) from changes where assessment_id = ? and what in (${ofItems.map((what) => `'${what}'`).join(", ")}) group by "of")`,
);
const lastSchema = changeSchema.pick({ at: true, by: true, of: true });
const ofQuestion = [...ofItems, "part", "agreed", "workshop"] satisfies NewChange["what"][];
