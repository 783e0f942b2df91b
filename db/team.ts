import { z } from "zod";
import { agreedAnswers } from "../app/core/agreement/agreed-answers";
import { noTeam, personSchema, personStates, recordedSchema, type Person, type PersonKind, type Team } from "../app/core/agreement/team";
import { answerSchema, type Answer, type Answers } from "../app/core/assessment/answer";
import { idSchema } from "../app/core/vocabulary";
import { readAnswers } from "./answers";
import type { Database } from "./connection";
import { jsonColumn, parsed } from "./json-column";
import { newId } from "./new-id";
import { parsedBy, rowsOf, source } from "./rows-of";

/** Somebody who answers a part, as they are kept. Times are ISO 8601 in UTC. */
export type StoredPerson = Person & { id: string; number: number; hasLink: boolean; updatedAt: string };
export type StoredTeam = Omit<Team, "people"> & { people: StoredPerson[] };

const rowSchema = z
  .object({
    ...{
      id: z.string(),
      number: z.number(),
      kind: z.enum(["colleague", "participant"]),
      name: z.string(),
      ask: z.string(),
      key_hash: z.string().nullable(),
    },
    ...{ items: jsonColumn(z.array(idSchema)), until: z.string().nullable(), state: z.enum(personStates), updated_at: z.string() },
  })
  .transform(({ key_hash, updated_at, kind, ...same }) => ({
    ...(kind === "participant" && { kind }),
    ...{ ...same, hasLink: key_hash !== null, updatedAt: updated_at },
  }));

type AnswerRow = { person_id: string; assessment_id: string; item_id: string; answer: string };

/** Everybody who was asked to answer a part of these assessments, in the order in which they were asked, by assessment. */
async function readPeopleOf(database: Database, assessmentIds: string[]): Promise<Map<string, StoredPerson[]>> {
  const rows = await database<{ assessment_id: string }>("people")
    .whereIn("assessment_id", assessmentIds)
    // Who moderates a workshop answers nothing.
    .whereNot("kind", "moderator")
    .orderBy("number")
    .select("*");
  const people = new Map<string, StoredPerson[]>();
  if (rows.length === 0) return people;
  const given = new Map<string, [string, Answer][]>();
  const answers = await database<AnswerRow>("person_answers").whereIn("assessment_id", assessmentIds).orderBy("item_id").select("*");
  for (const { person_id, item_id, answer } of answers)
    given.set(person_id, [...(given.get(person_id) ?? []), [item_id, parsed(answerSchema, answer)]]);
  for (const row of rows) {
    const person = rowSchema.parse(row);
    const own = { ...person, answers: Object.fromEntries(given.get(person.id) ?? []) };
    people.set(row.assessment_id, [...(people.get(row.assessment_id) ?? []), own]);
  }
  return people;
}

/** The teams of those assessments that have one. */
async function readTeamsOf(database: Database, assessmentIds: string[]): Promise<Map<string, StoredTeam>> {
  const people = await readPeopleOf(database, assessmentIds);
  const recorded = await database<{ assessment_id: string; item_id: string; recorded: string }>("recorded_answers")
    .whereIn("assessment_id", assessmentIds)
    .orderBy("item_id")
    .select("*");
  const teams = new Map<string, StoredTeam>();
  const teamOf = (id: string) => {
    const team = teams.get(id) ?? { people: people.get(id) ?? [], recorded: {}, showNames: false };
    teams.set(id, team);
    return team;
  };
  for (const id of people.keys()) teamOf(id);
  for (const row of recorded) teamOf(row.assessment_id).recorded[row.item_id] = parsed(recordedSchema, row.recorded);
  return teams;
}

const columns = source("assessments of teams", ["show_names"], "assessments where id = ?");
const anybody = source("people", ["id"], "people where assessment_id = ? and kind <> 'moderator'");
const recordedAnswers = source("recorded_answers", ["item_id", "recorded"], "recorded_answers where assessment_id = ?");

export async function readStoredTeam(database: Database, assessmentId: string): Promise<StoredTeam> {
  const [[row], somebody, recorded] = await Promise.all([
    rowsOf(database, assessmentId, columns),
    rowsOf(database, assessmentId, anybody),
    rowsOf(database, assessmentId, recordedAnswers),
  ]);
  const people = somebody.length > 0 ? ((await readPeopleOf(database, [assessmentId])).get(assessmentId) ?? []) : [];
  return { people, recorded: parsedBy(recordedSchema, recorded, "item_id", "recorded"), showNames: row?.show_names === "1" };
}

/** The same as it stands in a file. */
export async function readTeam(database: Database, assessmentId: string): Promise<Team> {
  const { people, recorded, showNames } = await readStoredTeam(database, assessmentId);
  const plain = people.map(({ kind, name, items, until, state, ask, answers }) => ({
    ...(kind && { kind }),
    ...{ name, items, until, state, ask, answers },
  }));
  return { people: plain, recorded, showNames };
}

/** The answers that count of one assessment, and of several by id, see `agreedAnswers`. */
export async function readAgreedAnswers(database: Database, assessmentId: string): Promise<Answers> {
  const [answers, team] = await Promise.all([readAnswers(database, assessmentId), readTeam(database, assessmentId)]);
  return agreedAnswers(answers, team);
}
export async function agreedAnswersOf(database: Database, own: Map<string, Answers>): Promise<Map<string, Answers>> {
  const teams = await readTeamsOf(database, [...own.keys()]);
  return new Map([...own].map(([id, answers]) => [id, agreedAnswers(answers, teams.get(id) ?? noTeam)]));
}

/** Writes the team of a new assessment, which has its row already. Nobody has a link to it. */
export async function insertTeam(transaction: Database, assessmentId: string, team: Team, now: Date): Promise<void> {
  if (team.showNames) await transaction("assessments").where({ id: assessmentId }).update({ show_names: 1 });
  for (const [index, person] of team.people.entries()) {
    const id = newId();
    await insertPerson(transaction, assessmentId, { ...person, id, number: index + 1, keyHash: null }, now);
    for (const [item, answer] of Object.entries(person.answers)) await writeAnswer(transaction, { assessmentId, id }, item, answer, now);
  }
  for (const [item, recorded] of Object.entries(team.recorded))
    await transaction("recorded_answers").insert({ assessment_id: assessmentId, item_id: item, recorded: JSON.stringify(recorded) });
}

type NewPerson = Omit<Person, "answers" | "kind"> & {
  id: string;
  number: number;
  keyHash: string | null;
  kind?: PersonKind | undefined;
};

/** @param person parsed first, so that equal people are equal rows. */
export async function insertPerson(
  transaction: Database,
  assessmentId: string,
  { id, number, keyHash, kind = "colleague", ...person }: NewPerson,
  now: Date,
): Promise<void> {
  const { name, items, until, state, ask } = personSchema.parse({ ...person, answers: {} });
  const time = now.toISOString();
  await transaction("people").insert({
    ...{ id, assessment_id: assessmentId, number, kind, name, items: JSON.stringify(items), until, state, ask },
    ...{ key_hash: keyHash, created_at: time, updated_at: time },
  });
}

export async function writeAnswer(
  transaction: Database,
  { assessmentId, id }: { assessmentId: string; id: string },
  item: string,
  answer: Answer,
  now: Date,
): Promise<void> {
  const row = { person_id: id, assessment_id: assessmentId, item_id: item, answer: JSON.stringify(answer), updated_at: now.toISOString() };
  await transaction("person_answers").insert(row).onConflict(["person_id", "item_id"]).merge();
}

/** Everybody's answers have become those of the assessment: colleagues keep their link and begin anew, see `begunAnew`. */
export async function beginTeamAnew(transaction: Database, assessmentId: string): Promise<void> {
  const ofAssessment = { assessment_id: assessmentId };
  await transaction("workshops").where(ofAssessment).delete();
  await transaction("people").where(ofAssessment).whereNot({ kind: "colleague" }).delete();
  for (const table of ["person_answers", "recorded_answers"]) await transaction(table).where(ofAssessment).delete();
  await transaction("people").where(ofAssessment).update({ ask: "" });
  await transaction("people").where(ofAssessment).whereNot({ state: "revoked" }).update({ state: "invited" });
}
