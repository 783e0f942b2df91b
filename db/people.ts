import { z } from "zod";
import { answersTagOf } from "../app/core/agreement/agreed-answers";
import { isColleague, mostPeople, recordedSchema, type Person, type PersonKind, type PersonState } from "../app/core/agreement/team";
import { answerSchema, nameless, type Answer } from "../app/core/assessment/answer";
import { organisationSchema, type Assessment } from "../app/core/assessment/assessment";
import { written, type Actor, type NewChange, type PersonChange } from "../app/core/changes/change";
import { answerValue, wholeChange } from "../app/core/changes/changes-of";
import type { Moment } from "../app/core/day";
import { trackSchema } from "../app/core/vocabulary";
import { besideFrom, readAnswers, sortChanges, storedOf, type AnswerChange, type AnswerConflict } from "./answers";
import { watchedChange, watchNothing } from "./change-assessment";
import { truncateWal, type Database } from "./connection";
import { deviceKeyStore } from "./device-keys";
import { jsonColumn, parsed } from "./json-column";
import { insertPerson, readStoredTeam, writeAnswer, type StoredPerson, type StoredTeam } from "./team";
import { newId } from "./new-id";

/** What the owner says of somebody. */
export type PersonWish = Pick<Person, "name" | "items" | "until">;

const partSchema = z.object({
  ...{ id: z.string(), assessment_id: z.string(), key_hash: z.string(), track: trackSchema },
  organisation: jsonColumn(organisationSchema),
});

/** Somebody's part, with whose questions they are. */
export type StoredPart = { person: StoredPerson; keyHash: string } & Pick<Assessment, "track" | "organisation">;

/** How many are changed at a time. */
const perStep = 500;

/** The one door to the people of an assessment, their answers and what they have agreed on. Whoever calls it has checked access. */
export function peopleStore(database: Database, watch = watchNothing) {
  const changeThis = watchedChange(database, watch);
  const ofPerson = (assessmentId: string, id: string) => ({ assessment_id: assessmentId, id });

  /** Writes columns of one person. @returns false where there is no such person any more. */
  const update = async (assessmentId: string, id: string, columns: Record<string, unknown>, now: Date, what: PersonChange, by?: Actor) => {
    const write = async (transaction: Database) => {
      const row = transaction("people").where(ofPerson(assessmentId, id));
      const isDone = (await row.update({ ...columns, updated_at: now.toISOString() })) > 0;
      return { changes: isDone ? [personChange(id, what)] : [], result: isDone };
    };
    return (await changeThis(assessmentId, now, write, by)) ?? false;
  };

  return {
    find: (assessmentId: string): Promise<StoredTeam> => readStoredTeam(database, assessmentId),

    /** @returns the person's id; null where the assessment has been removed meanwhile. */
    invite: (assessmentId: string, wish: PersonWish, keyHash: string, now: Date, by?: Actor): Promise<{ id: string } | "too-many" | null> =>
      changeThis<{ id: string } | "too-many">(
        assessmentId,
        now,
        async (transaction) => {
          const numbers = await transaction("people").where({ assessment_id: assessmentId }).pluck<number[]>("number");
          if (numbers.length >= mostPeople) return { changes: [], result: "too-many" };
          const id = newId();
          const person = { ...wish, state: "invited" as const, ask: "", id, number: Math.max(0, ...numbers) + 1, keyHash };
          await insertPerson(transaction, assessmentId, person, now);
          return { changes: [personChange(id, "asked")], result: { id } };
        },
        by,
      ),

    change: (assessmentId: string, id: string, { name, items, until }: PersonWish, now: Date, by?: Actor) =>
      update(assessmentId, id, { name, items: JSON.stringify(items), until }, now, "changed", by),

    /** Lets them in by a new link; the old one opens nothing from then on. Who was not let in any more is asked anew. */
    renew: (assessmentId: string, id: string, keyHash: string, now: Date, by?: Actor): Promise<boolean> =>
      changeThis(
        assessmentId,
        now,
        async (transaction) => {
          const row = () => transaction("people").where(ofPerson(assessmentId, id));
          const isDone = (await row().update({ key_hash: keyHash, updated_at: now.toISOString() })) > 0;
          await row().where({ state: "revoked" }).update({ state: "invited" });
          return { changes: isDone ? [personChange(id, "renewed")] : [], result: isDone };
        },
        by,
      ).then((done) => done ?? false),

    /** Their link opens nothing any more, on no device; what they have answered stays. */
    revoke: (assessmentId: string, id: string, now: Date, by?: Actor) =>
      update(assessmentId, id, { key_hash: null, state: "revoked" }, now, "revoked", by),

    /** Deletes a person with everything they have answered. */
    async erase(assessmentId: string, id: string, now: Date, by?: Actor): Promise<boolean> {
      const remove = async (transaction: Database) => {
        const isDone = (await transaction("people").where(ofPerson(assessmentId, id)).delete()) > 0;
        return { changes: isDone ? [wholeChange("person", null, "erased")] : [], result: isDone };
      };
      const done = await changeThis(assessmentId, now, remove, by);
      await truncateWal(database);
      return done ?? false;
    },

    setShowNames: (assessmentId: string, isShown: boolean, now: Date, by?: Actor) =>
      changeThis(
        assessmentId,
        now,
        async (transaction) => {
          await transaction("assessments")
            .where({ id: assessmentId })
            .update({ show_names: isShown ? 1 : 0 });
          return { changes: [wholeChange("names", null, isShown ? "yes" : "no")], result: true };
        },
        by,
      ),

    /**
     * Keeps what was agreed on an item.
     * @param seen see `answersTagOf`: where somebody has answered otherwise since, nothing is written.
     * @returns whether it was written; null where the assessment has been removed meanwhile.
     */
    record: (
      assessmentId: string,
      item: string,
      agreed: { answer: Answer; reason: string; seen: string },
      { now, today }: Moment,
      by?: Actor,
    ) =>
      changeThis(
        assessmentId,
        now,
        async (transaction) => {
          const [own, team] = [await readAnswers(transaction, assessmentId), await readStoredTeam(transaction, assessmentId)];
          const about = answersTagOf(own, team, item);
          if (about !== agreed.seen) return { changes: [], result: false };
          const recorded = recordedSchema.parse({ answer: { ...agreed.answer, date: today }, reason: agreed.reason, about });
          const row = { assessment_id: assessmentId, item_id: item, recorded: JSON.stringify(recorded) };
          await transaction("recorded_answers").insert(row).onConflict(["assessment_id", "item_id"]).merge();
          const before = team.recorded[item]?.answer ?? null;
          return { changes: [{ what: "agreed", of: item, from: answerValue(before), to: answerValue(recorded.answer) }], result: true };
        },
        by,
      ),

    /** The item counts again as people have answered it. */
    withdrawRecorded: (assessmentId: string, item: string, now: Date, by?: Actor) =>
      changeThis(
        assessmentId,
        now,
        async (transaction) => {
          const before = (await readStoredTeam(transaction, assessmentId)).recorded[item];
          const isDone = (await transaction("recorded_answers").where({ assessment_id: assessmentId, item_id: item }).delete()) > 0;
          const from = before ? answerValue(before.answer) : null;
          return { changes: isDone ? [{ what: "agreed", of: item, from, to: null }] : [], result: isDone };
        },
        by,
      ),

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
      update(assessmentId, id, { state, ask }, now, state, "colleague"),

    /**
     * Keeps no longer who people were who have not been heard of since `date`: neither name nor link, nor what they have noted. The
     * levels they gave, and their evidence, stay with the assessment.
     * @returns how many.
     */
    async forgetUntouchedSince(date: Date): Promise<number> {
      for (let count = 0; ;) {
        const ids = await database("people")
          .where("updated_at", "<", date.toISOString())
          .where((known) => void known.whereNot({ name: "" }).orWhereNotNull("key_hash"))
          .orderBy("id")
          .limit(perStep)
          .pluck<string[]>("id");
        for (const id of ids) await database.transaction((transaction) => forgetWho(transaction, id));
        count += ids.length;
        if (ids.length > 0) await truncateWal(database);
        if (ids.length < perStep) return count;
      }
    },

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

async function forgetWho(transaction: Database, id: string): Promise<void> {
  await transaction("people").where({ id }).update({ name: "", ask: "", key_hash: null, state: "revoked" });
  await transaction("device_people").where({ person_id: id }).delete();
  const rows = await transaction<{ person_id: string; item_id: string; answer: string }>("person_answers").where({ person_id: id });
  for (const { item_id, answer } of rows) {
    const where = transaction("person_answers").where({ person_id: id, item_id });
    const { note: _note, ...said } = nameless(parsed(answerSchema, answer));
    const kept = answerSchema.safeParse(said);
    // What was only noted says nothing without its note.
    if (kept.success) await where.update({ answer: JSON.stringify(kept.data) });
    else await where.delete();
  }
}

/** That somebody has answered; what they have said stands with them alone, and goes with them. */
const personChange = (person: string, what: PersonChange): NewChange => ({ ...wholeChange("person", null, what), person });

const partChange = (item: string, before: Answer | null, after: Answer | null): NewChange => ({
  ...{ what: "part", of: item, from: before && written, to: after && written },
});
