import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nothingAdded } from "../../app/core/assessment/whole-assessment";
import { assessmentStore } from "../../db/assessments";
import { answerStore, readAnswers } from "../../db/answers";
import { completionWatch } from "../../db/completion";
import { openDatabase, type Database } from "../../db/connection";
import { readPlan } from "../../db/plans";
import { readRounds } from "../../db/rounds";
import { rowsOf, source } from "../../db/rows-of";
import { readTeam } from "../../db/team";
import { createDatabase, engine, type TestDatabase } from "../support/engine";

const now = new Date("2026-11-26T12:00:00Z");
const answers = { "strategy-goals": { level: 2, note: "a ? b" }, "data-people": { level: 0 } } as const;
const rounds = { ...nothingAdded.rounds, begunOn: "2026-11-20" };
const team = { ...nothingAdded.team, showNames: true };
const assessment = { track: "sme", depth: "full", aiUse: "trial", modelVersion: "2.0.0", organisation: {} } as const;

const ofAnswers = source("answers", ["item_id", "answer"], "answers where assessment_id = ?");
const ofAssessment = source("assessments", ["show_names"], "assessments where id = ?");

describe(`rows of an assessment on ${engine}`, () => {
  let place: TestDatabase;
  let database: Database;
  let ids: string[];
  let asked: string[];
  beforeEach(async () => {
    place = await createDatabase();
    database = await openDatabase(place.url);
    const store = assessmentStore(database);
    ids = [
      await store.create({ ...assessment, answers, rounds, team }, { edit: "edit", read: "read" }, now),
      await store.create({ ...assessment, answers: {} }, { edit: "edit 2", read: "read 2" }, now),
    ];
    asked = [];
    database.on("query", ({ sql }: { sql: string }) => asked.push(sql));
  });
  afterEach(async () => {
    await database.destroy();
    await place.remove();
  });

  it("what is asked for in one breath is read with one statement, and each gets its own", async () => {
    const [id = ""] = ids;
    const [found, [row], plan, ofRounds, people] = await Promise.all([
      rowsOf(database, id, ofAnswers),
      rowsOf(database, id, ofAssessment),
      readPlan(database, id),
      readRounds(database, id),
      readTeam(database, id),
    ]);
    expect(asked).toHaveLength(1);
    expect(found.map(({ item_id }) => item_id).sort()).toEqual(["data-people", "strategy-goals"]);
    expect(found.find(({ item_id }) => item_id === "strategy-goals")?.answer).toBe(JSON.stringify(answers["strategy-goals"]));
    expect(row).toEqual({ show_names: "1" });
    expect([plan, ofRounds, people]).toEqual([nothingAdded.plan, rounds, team]);
  });

  it("another assessment, another transaction and a later breath are asked for by themselves", async () => {
    const [id = "", other = ""] = ids;
    const [of, ofOther] = await Promise.all([rowsOf(database, id, ofAnswers), rowsOf(database, other, ofAnswers)]);
    expect([of.length, ofOther.length]).toEqual([2, 0]);
    await rowsOf(database, id, ofAnswers);
    expect(asked).toHaveLength(3);
    await database.transaction(async (transaction) => {
      await transaction("answers").where({ assessment_id: id }).delete();
      expect(await rowsOf(transaction, id, ofAnswers)).toEqual([]);
    });
  });

  it("a fault reaches everybody who has asked", async () => {
    const [id = ""] = ids;
    const wrong = source("wrong", ["nothing"], "no_such_table where id = ?");
    const outcomes = await Promise.allSettled([rowsOf(database, id, ofAnswers), rowsOf(database, id, wrong)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await rowsOf(database, id, ofAnswers)).toHaveLength(2);
  });

  it("a save looks at all that it needs with one statement", async () => {
    const [id = ""] = ids;
    const change = { item: "strategy-goals", seen: null, next: { level: 3 } } as const;
    await answerStore(
      database,
      completionWatch(() => false),
    ).save(id, [change], { now, today: "2026-11-26" });
    expect(asked.filter((sql) => sql.startsWith("select"))).toHaveLength(1);
    expect(await readAnswers(database, id)).toMatchObject({ "strategy-goals": { level: 3 } });
  });
});
