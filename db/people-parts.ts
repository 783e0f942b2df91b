import { z } from "zod";
import { isColleague, type PersonKind, type PersonState } from "../app/core/agreement/team";
import type { Answer } from "../app/core/assessment/answer";
import { organisationSchema, type Assessment } from "../app/core/assessment/assessment";
import { written, type NewChange } from "../app/core/changes/change";
import type { Moment } from "../app/core/day";
import { trackSchema } from "../app/core/vocabulary";
import { besideFrom, sortChanges, storedOf, type AnswerChange, type AnswerConflict } from "./answers";
import type { WatchedChange } from "./change-assessment";
import { changePerson } from "./change-person";
import type { Database } from "./connection";
import { deviceKeyStore } from "./device-keys";
import { jsonColumn } from "./json-column";
import { readStoredTeam, writeAnswer, type StoredPerson } from "./team";

const partSchema = z.object({
  ...{ id: z.string(), assessment_id: z.string(), key_hash: z.string(), track: trackSchema },
  organisation: jsonColumn(organisationSchema),
});

/** Somebody's part, with whose questions they are. */
export type StoredPart = { person: StoredPerson; keyHash: string } & Pick<Assessment, "track" | "organisation">;

/** The part of the store of people that each of them opens with a link: to answer what they were asked. */
export function peopleParts(database: Database, changeThis: WatchedChange) {
  return {
    /** Whose part the key with this hash opens; null where it opens nothing. */
    async findByKeyHash(hash: string): Promise<{ id: string; assessmentId: string; kind: PersonKind } | null> {
      const row = await database("people")
        .join("assessments", "assessments.id", "people.assessment_id")
        .whereNull("assessments.removed_at")
        .where({ key_hash: hash })
        .first<{ id: string; assessment_id: string; kind: PersonKind } | undefined>("people.id", "people.assessment_id", "people.kind");
      return row ? { id: row.id, assessmentId: row.assessment_id, kind: row.kind } : null;
    },

    /** As for the answers of an assessment, for those questions that the person was given. @returns null where they are let in no more. */
    saveAnswers(assessmentId: string, id: string, changes: AnswerChange[], { now, today }: Moment): Promise<AnswerConflict[] | null> {
      const save = async (transaction: Database) => {
        const person = await findPerson(transaction, assessmentId, id);
        if (!person || !isColleague(person)) return { changes: [], result: null };
        const { due, conflicts } = sortChanges(
          changes.filter(({ item }) => person.items.includes(item)),
          person.answers,
        );
        for (const { item, next } of due)
          if (next === null) await transaction("person_answers").where({ person_id: id, item_id: item }).delete();
          else
            await writeAnswer(
              transaction,
              { assessmentId, id },
              item,
              { ...besideFrom(storedOf(person.answers, item), next), date: today },
              now,
            );
        const columns = { state: "answering" satisfies PersonState, updated_at: now.toISOString() };
        if (due.length > 0) await transaction("people").where({ id }).update(columns);
        return {
          changes: due.map(({ item, next }) => ({ ...partChange(item, storedOf(person.answers, item), next), person: id })),
          result: conflicts,
        };
      };
      return changeThis<AnswerConflict[] | null>(assessmentId, now, save, "colleague");
    },

    /** @param state how they hand their part back, or that they go on. */
    handBack: (assessmentId: string, id: string, state: "done" | "asks" | "answering", ask: string, now: Date) =>
      changePerson(changeThis, { assessmentId, id }, { state, ask }, now, state, "colleague"),

    /** Which parts a browser opens. */
    devices: deviceKeyStore(database, "person"),

    /** Those parts that are there and that a link opens, the one asked last first. */
    async findParts(ids: string[]): Promise<StoredPart[]> {
      const rows = await database("people")
        .join("assessments", "assessments.id", "people.assessment_id")
        .whereNull("assessments.removed_at")
        .whereNotNull("key_hash")
        // A place in a workshop is no part to come back to.
        .where({ kind: "colleague" })
        .whereIn("people.id", ids)
        .orderBy([{ column: "people.created_at", order: "desc" }, "people.id"])
        .select("people.id", "people.assessment_id", "people.key_hash", "assessments.track", "assessments.organisation");
      const parts: StoredPart[] = [];
      for (const row of rows) {
        const { id, assessment_id, key_hash, track, organisation } = partSchema.parse(row);
        const person = await findPerson(database, assessment_id, id);
        if (person) parts.push({ person, keyHash: key_hash, track, organisation });
      }
      return parts;
    },
  };
}

async function findPerson(database: Database, assessmentId: string, id: string): Promise<StoredPerson | null> {
  const { people } = await readStoredTeam(database, assessmentId);
  return people.find((person) => person.id === id) ?? null;
}

/** That somebody has answered; what they have said stands with them alone, and goes with them. */
const partChange = (item: string, before: Answer | null, after: Answer | null): NewChange => ({
  ...{ what: "part", of: item, from: before && written, to: after && written },
});
