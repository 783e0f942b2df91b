import { randomInt } from "node:crypto";
import { z } from "zod";
import { answerSchema, type Answer, type Answers } from "../app/core/assessment/answer";
import { mostPeople } from "../app/core/agreement/team";
import type { Actor, WorkshopChange } from "../app/core/changes/change";
import { workshopChange } from "../app/core/changes/changes-of";
import type { Moment } from "../app/core/day";
import { idSchema } from "../app/core/vocabulary";
import {
  isComplete,
  joinCodeAlphabet,
  joinCodeLength,
  moved,
  stageOf,
  stageTag,
  type Move,
  type WorkshopState,
} from "../app/core/workshop/workshop";
import { watchedChange, watchNothing } from "./change-assessment";
import { truncateWal, type Database } from "./connection";
import { jsonColumn, parsed } from "./json-column";
import { insertPerson, writeAnswer } from "./team";
import { newId } from "./new-id";

/** What the owner says of a workshop. `until`: ISO day on which it ends at the latest. */
export type WorkshopWish = { items: string[]; mostPeople: number; until: string };

/** A workshop as it is kept. `code`: null once it is over. */
export type StoredWorkshop = WorkshopState & Omit<WorkshopWish, "items"> & { id: string; assessmentId: string; code: string | null };

/** The same with how many have joined, and how many of them have voted on the question that is open. */
export type CountedWorkshop = StoredWorkshop & { joined: number; voted: number };

/** What became of a vote: `shown` and `moved-on` came too late. */
export type VoteResult = "kept" | "shown" | "moved-on" | "over";

const ids = jsonColumn(z.array(idSchema));
const rowSchema = z
  .object({
    ...{ id: z.string(), assessment_id: z.string(), code: z.string().nullable(), items: ids, most_people: z.number(), until: z.string() },
    ...{ position: z.number(), shown: ids, ended_at: z.string().nullable() },
  })
  .transform(({ assessment_id, most_people, ended_at, ...same }) => ({
    ...{ ...same, assessmentId: assessment_id, mostPeople: most_people, isOver: ended_at !== null },
  }));

/** The one door to workshops. Whoever calls it has checked access. */
export function workshopStore(database: Database, watch = watchNothing) {
  const changeThis = watchedChange(database, watch);
  /** @param today ISO day: after its last day a workshop is over, whoever has closed it or not. */
  const read = async (where: Record<string, string>, today: string, connection = database): Promise<StoredWorkshop | null> => {
    const row = await connection("workshops")
      .join("assessments", "assessments.id", "workshops.assessment_id")
      .whereNull("assessments.removed_at")
      .where(where)
      .orderBy("workshops.created_at", "desc")
      .first<object | undefined>("workshops.*");
    if (!row) return null;
    const workshop = rowSchema.parse(row);
    return { ...workshop, isOver: workshop.isOver || workshop.until < today };
  };
  const find = (id: string, today: string, connection = database) => read({ "workshops.id": id }, today, connection);

  /** Changes a workshop while nobody else changes it. @returns null where it is there no more. */
  async function change<Result>(
    id: string,
    { now, today }: Moment,
    by: Actor,
    write: (transaction: Database, workshop: StoredWorkshop) => Promise<{ result: Result; of?: string; what?: WorkshopChange }>,
  ): Promise<Result | null> {
    const known = await find(id, today);
    if (!known) return null;
    return changeThis<Result | null>(
      known.assessmentId,
      now,
      async (transaction) => {
        const workshop = await find(id, today, transaction);
        if (!workshop) return { changes: [], result: null };
        const { result, what, of = "" } = await write(transaction, workshop);
        return { changes: what ? [workshopChange(of, what)] : [], result };
      },
      by,
    );
  }

  return {
    find,

    /** The latest of an assessment. */
    latest: (assessmentId: string, today: string) => read({ "workshops.assessment_id": assessmentId }, today),

    /** The one that is open and that a code leads to. */
    async findByCode(code: string, today: string): Promise<StoredWorkshop | null> {
      const workshop = await read({ "workshops.code": code }, today);
      return workshop?.isOver === false ? workshop : null;
    },

    /** How many have joined, and how many of them have voted on the question that is open. */
    count: (workshop: StoredWorkshop) => countsOf(database, workshop),

    /** Opens one in place of those before, whose people and answers stay. @returns null where the assessment has been removed meanwhile. */
    open: (assessmentId: string, wish: WorkshopWish, { now }: Moment, by?: Actor): Promise<{ id: string } | null> =>
      changeThis(
        assessmentId,
        now,
        async (transaction) => {
          const moderators = transaction("people").where({ assessment_id: assessmentId, kind: "moderator" });
          await moderators.delete();
          await transaction("workshops").where({ assessment_id: assessmentId }).delete();
          const id = newId();
          await transaction("workshops").insert({
            ...{ id, assessment_id: assessmentId, code: newJoinCode(), items: JSON.stringify(wish.items) },
            ...{ most_people: wish.mostPeople, until: wish.until, position: 0, shown: "[]", created_at: now.toISOString() },
          });
          return { changes: [workshopChange("", "opened")], result: { id } };
        },
        by,
      ),

    /** Lets somebody moderate by a link; an earlier one opens nothing from then on. */
    setModerator: (id: string, keyHash: string, moment: Moment, by: Actor): Promise<"done" | "over" | null> =>
      change(id, moment, by, async (transaction, { isOver, assessmentId }) => {
        if (isOver) return { result: "over" };
        await transaction("people").where({ assessment_id: assessmentId, kind: "moderator" }).delete();
        await insertMember(transaction, { id, assessmentId }, { kind: "moderator", name: "", items: [], keyHash }, moment.now);
        return { result: "done", what: "moderator" };
      }),

    /** Of which workshop somebody is, as what. */
    async memberOf(personId: string): Promise<{ workshopId: string; kind: "participant" | "moderator" } | null> {
      const row = await database("workshop_people")
        .join("people", "people.id", "workshop_people.person_id")
        .where({ person_id: personId })
        .first<{ workshop_id: string; kind: "participant" | "moderator" } | undefined>("workshop_id", "kind");
      return row ? { workshopId: row.workshop_id, kind: row.kind } : null;
    },

    /** Who moderates by a link. */
    async moderatorOf(id: string): Promise<string | null> {
      const [found] = await membersOf(database, id, "moderator");
      return found ?? null;
    },

    /** Whom a browser has joined as. */
    async joinedAs(id: string, device: string): Promise<string | null> {
      const row = await database("workshop_people")
        .join("people", "people.id", "workshop_people.person_id")
        .join("device_people", "device_people.person_id", "workshop_people.person_id")
        .where({ workshop_id: id, kind: "participant", device_hash: device })
        .first<{ id: string } | undefined>("people.id");
      return row?.id ?? null;
    },

    /** Takes somebody in. @param name what they want to be called; may be empty. */
    join: (id: string, name: string, keyHash: string, moment: Moment): Promise<{ id: string } | "full" | "over" | null> =>
      change<{ id: string } | "full" | "over">(id, moment, "participant", async (transaction, workshop) => {
        if (workshop.isOver) return { result: "over" };
        const { joined } = await countsOf(transaction, workshop);
        const people = await transaction("people").where({ assessment_id: workshop.assessmentId }).pluck<string[]>("id");
        if (joined >= workshop.mostPeople || people.length >= mostPeople) return { result: "full" };
        const { items } = workshop;
        return { result: { id: await insertMember(transaction, workshop, { kind: "participant", name, items, keyHash }, moment.now) } };
      }),

    /** Keeps somebody's vote, in place of an earlier one; with the last of all who have joined all votes show. */
    vote: (id: string, personId: string, item: string, vote: Answer, moment: Moment): Promise<VoteResult | null> =>
      change<VoteResult>(id, moment, "participant", async (transaction, workshop) => {
        const stage = stageOf(workshop);
        if (stage.name === "over") return { result: "over" };
        if (!("item" in stage) || stage.item !== item) return { result: "moved-on" };
        if (stage.name === "shown") return { result: "shown" };
        const isMember = (await membersOf(transaction, id, "participant")).includes(personId);
        if (!isMember) return { result: "over" };
        const row = { person_id: personId, workshop_id: id, item_id: item, vote: JSON.stringify(vote) };
        await transaction("workshop_votes").insert(row).onConflict(["person_id", "item_id"]).merge();
        if (!isComplete(await countsOf(transaction, workshop))) return { result: "kept" };
        await go(transaction, workshop, "show", moment);
        return { result: "kept", of: item, what: "shown" };
      }),

    /** How somebody has voted on questions that are not shown yet, by item. */
    async openVotesOf(personId: string): Promise<Answers> {
      const rows = await database<{ person_id: string; item_id: string; vote: string }>("workshop_votes").where({ person_id: personId });
      return Object.fromEntries(rows.map(({ item_id, vote }) => [item_id, parsed(answerSchema, vote)]));
    },

    /** What people have voted on questions that are shown, by item. */
    async shownVotes({ id, shown }: StoredWorkshop): Promise<Map<string, Answer[]>> {
      const rows = await database("person_answers")
        .join("workshop_people", "workshop_people.person_id", "person_answers.person_id")
        .where({ workshop_id: id })
        .whereIn("item_id", shown)
        .orderBy("person_answers.person_id")
        .select<{ item_id: string; answer: string }[]>("item_id", "answer");
      const votes = new Map<string, Answer[]>();
      for (const { item_id, answer } of rows) votes.set(item_id, [...(votes.get(item_id) ?? []), parsed(answerSchema, answer)]);
      return votes;
    },

    /**
     * Ends those whose last day was before yesterday, wherever that is, with their votes that were never shown and their code.
     * @returns how many.
     */
    async closePast(day: Date): Promise<number> {
      const yesterday = new Date(day.getTime() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
      const rows = await database("workshops")
        .whereNull("ended_at")
        .where("until", "<", yesterday)
        .select<{ id: string; until: string }[]>("id", "until");
      for (const { id, until } of rows)
        await change(id, { now: day, today: until }, "edit-link", async (transaction, workshop) => {
          await go(transaction, workshop, "end", { now: day, today: until });
          return { result: true };
        });
      if (rows.length > 0) await truncateWal(database);
      return rows.length;
    },

    /** @param seen see `stageTag`: where the room has moved on since, nothing happens. @returns whether it did. */
    move: async (id: string, move: Move, seen: string, moment: Moment, by: Actor): Promise<boolean | null> => {
      try {
        return await change(id, moment, by, async (transaction, workshop) => {
          if (stageTag(workshop) !== seen || !moved(workshop, move)) return { result: false };
          const stage = stageOf(workshop);
          await go(transaction, workshop, move, moment);
          if (move === "end") return { result: true, what: "closed" };
          const isOfQuestion = (move === "show" || move === "again") && "item" in stage;
          return { result: true, ...(isOfQuestion && { of: stage.item, what: move === "show" ? "shown" : "again" }) };
        });
      } finally {
        if (move === "end") await truncateWal(database);
      }
    },
  };
}

/** Writes what a move makes of a workshop: votes that show become answers of their people, those that never showed go at the end. */
async function go(transaction: Database, workshop: StoredWorkshop, move: Move, { now, today }: Moment): Promise<void> {
  const next = moved(workshop, move);
  if (!next) return;
  const { id, assessmentId } = workshop;
  const stage = stageOf(workshop);
  if (move === "show" && "item" in stage) {
    const votes = () => transaction("workshop_votes").where({ workshop_id: id, item_id: stage.item });
    for (const { person_id, vote } of (await votes().select("*")) as { person_id: string; vote: string }[]) {
      const answer = { ...parsed(answerSchema, vote), date: today };
      await writeAnswer(transaction, { assessmentId, id: person_id }, stage.item, answer, now);
      await transaction("people").where({ id: person_id }).update({ updated_at: now.toISOString() });
    }
    await votes().delete();
  }
  if (next.isOver) {
    await transaction("workshop_votes").where({ workshop_id: id }).delete();
    await transaction("people")
      .whereIn("id", await membersOf(transaction, id, "moderator"))
      .delete();
    await transaction("people")
      .whereIn("id", await membersOf(transaction, id, "participant"))
      .update({ state: "done" });
  }
  const ended = next.isOver ? { ended_at: now.toISOString(), code: null } : {};
  await transaction("workshops")
    .where({ id })
    .update({ position: next.position, shown: JSON.stringify(next.shown), ...ended });
}

const membersOf = (connection: Database, id: string, kind: "participant" | "moderator"): Promise<string[]> =>
  connection("workshop_people")
    .join("people", "people.id", "workshop_people.person_id")
    .where({ workshop_id: id, kind })
    .orderBy("people.number")
    .pluck<string[]>("people.id");

async function countsOf(connection: Database, workshop: StoredWorkshop): Promise<{ joined: number; voted: number }> {
  const stage = stageOf(workshop);
  const joined = (await membersOf(connection, workshop.id, "participant")).length;
  if (stage.name !== "voting") return { joined, voted: 0 };
  const voted = await connection("workshop_votes").where({ workshop_id: workshop.id, item_id: stage.item }).pluck<string[]>("person_id");
  return { joined, voted: voted.length };
}

async function insertMember(
  transaction: Database,
  { id, assessmentId }: { id: string; assessmentId: string },
  member: { kind: "participant" | "moderator"; name: string; items: string[]; keyHash: string },
  now: Date,
): Promise<string> {
  const numbers = await transaction("people").where({ assessment_id: assessmentId }).pluck<number[]>("number");
  const personId = newId();
  const person = { ...member, id: personId, number: Math.max(0, ...numbers) + 1, until: null, state: "answering" as const, ask: "" };
  await insertPerson(transaction, assessmentId, person, now);
  await transaction("workshop_people").insert({ person_id: personId, workshop_id: id });
  return personId;
}

const newJoinCode = (): string =>
  Array.from({ length: joinCodeLength }, () => joinCodeAlphabet[randomInt(joinCodeAlphabet.length)] ?? "").join("");
