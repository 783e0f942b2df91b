import { mostPeople, type Person } from "../app/core/agreement/team";
import { answerSchema, nameless } from "../app/core/assessment/answer";
import type { Actor } from "../app/core/changes/change";
import { wholeChange } from "../app/core/changes/changes-of";
import { watchedChange, watchNothing } from "./change-assessment";
import { changePerson, personChange } from "./change-person";
import { truncateWal, type Database } from "./connection";
import { parsed } from "./json-column";
import { newId } from "./new-id";
import { peopleAgreed } from "./people-agreed";
import { peopleParts } from "./people-parts";
import { insertPerson, readStoredTeam, type StoredTeam } from "./team";

/** What the owner says of somebody. */
export type PersonWish = Pick<Person, "name" | "items" | "until">;

/** How many are changed at a time. */
const perStep = 500;

/** The one door to the people of an assessment, their answers and what they have agreed on. Whoever calls it has checked access. */
export function peopleStore(database: Database, watch = watchNothing) {
  const changeThis = watchedChange(database, watch);
  const ofPerson = (assessmentId: string, id: string) => ({ assessment_id: assessmentId, id });

  return {
    ...peopleParts(database, changeThis),
    ...peopleAgreed(changeThis),

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
      changePerson(changeThis, { assessmentId, id }, { name, items: JSON.stringify(items), until }, now, "changed", by),

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
      changePerson(changeThis, { assessmentId, id }, { key_hash: null, state: "revoked" }, now, "revoked", by),

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
  };
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
