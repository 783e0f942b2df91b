import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mostChanges, type Change } from "../../app/core/changes/change";
import { openStores, type Stores } from "../../db";
import { openDatabase, type Database } from "../../db/connection";
import { createDatabase, engine, type TestDatabase } from "../support/engine";

const now = new Date("2026-11-26T12:00:00Z");
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const momentAfter = (minutes: number) => ({ now: after(minutes), today: "2026-11-26" });
const limits = { budgetEuro: 0, personDaysPerQuarter: 1, quarters: 4, pinned: [], excluded: [], forceDuties: true };

describe(`the history of an assessment on ${engine}`, () => {
  let place: TestDatabase;
  let stores: Stores;
  let tables: Database;
  let id: string;
  beforeEach(async () => {
    place = await createDatabase();
    stores = await openStores(place.url);
    tables = await openDatabase(place.url);
    const assessment = { track: "sme", depth: "full", aiUse: "unknown", modelVersion: "2.0.0", organisation: {}, answers: {} } as const;
    id = await stores.assessments.create(assessment, { edit: "e", read: "r" }, now);
  });
  afterEach(async () => {
    await tables.destroy();
    await stores.close();
    await place.remove();
  });
  const history = () => stores.changes.list(id, { of: null, offset: 0, limit: 100 });
  const said = async () => (await history()).reverse().map(({ by, what, of, from, to }) => [by, what, of, from, to]);

  it("says of every kind of change what it was and by whom, in the order in which it happened", async () => {
    const anew = () => ({ modelVersion: "2.1.0", answers: {}, previous: {} });
    await stores.answers.save(id, [{ item: "a", seen: null, next: { level: 3, note: "n" } }], momentAfter(1), false, "api");
    await stores.assessments.saveProfile(id, [{ field: "land", seen: null, next: "BY" }], after(2));
    await stores.assessments.saveWeights(id, [{ field: "strategy", seen: null, next: 2 }], after(3));
    await stores.plans.saveSteps(id, [{ field: "x.owner", seen: null, next: "Erika" }], after(4));
    await stores.authorTexts.save(id, [{ field: "summary", seen: null, next: "Fazit" }], "de", after(5));
    await stores.rounds.saveTargets(id, [{ field: "skills", seen: null, next: { value: 60, by: "2027-12-31" } }], after(6));
    await stores.rounds.close(id, 1, { closedOn: "2026-11-26", samePeople: false, contentVersion: "abcd" }, after(7));
    await stores.rounds.begin(id, 2, anew, momentAfter(8));
    await stores.assessments.convert(id, anew, after(9));
    await stores.assessments.keepOn(id, after(10));
    expect(await said()).toEqual([
      ["edit-link", "begun", "", null, null],
      ["api", "answer", "a", null, "3"],
      ["api", "note", "a", null, "…"],
      ["edit-link", "profile", "land", null, "BY"],
      ["edit-link", "weight", "strategy", null, "2"],
      ["edit-link", "step", "x.owner", null, "…"],
      ["edit-link", "text", "summary", null, "…"],
      ["edit-link", "target", "skills", null, "60 2027-12-31"],
      ["edit-link", "round-closed", "", null, "1"],
      ["edit-link", "round-begun", "", null, "2"],
      ["edit-link", "model", "", "2.1.0", "2.1.0"],
      ["edit-link", "kept", "", null, null],
    ]);
  });

  it("says nothing of what was refused or was so already", async () => {
    await stores.answers.save(id, [{ item: "a", seen: null, next: { level: 1 } }], momentAfter(1));
    const before = await said();
    await stores.answers.save(id, [{ item: "a", seen: "another", next: { level: 2 } }], momentAfter(2));
    await stores.answers.save(id, [{ item: "a", seen: null, next: { level: 1 } }], momentAfter(3));
    await stores.assessments.saveProfile(id, [{ field: "depth", seen: null, next: "full" }], after(4));
    await expect(stores.assessments.saveProfile(id, [{ field: "land", seen: null, next: "XX" }], after(5))).rejects.toThrow();
    expect(await said()).toEqual(before);
  });

  it("counts what somebody goes on writing once, and again after a while or by another way", async () => {
    const write = (note: string, minutes: number, by?: "api") =>
      stores.answers.save(id, [{ item: "a", seen: null, next: { note } }], momentAfter(minutes), false, by);
    await write("e", 0);
    await write("ei", 1);
    await write("ein", 9);
    expect(await stores.changes.count(id, "a")).toBe(1);
    await write("eins", 11);
    await write("eins!", 12, "api");
    expect((await history()).map(({ by, at }) => [by, at])).toEqual([
      ["api", after(12).toISOString()],
      ["edit-link", after(11).toISOString()],
      ["edit-link", now.toISOString()],
      ["edit-link", now.toISOString()],
    ]);
  });

  it("tells of each question when it was changed last, and nothing of fields that are called the same", async () => {
    await stores.answers.save(id, [{ item: "a", seen: null, next: { level: 1 } }, { item: "strategy", seen: null, next: { level: 2 } }], momentAfter(1)); // prettier-ignore
    await stores.assessments.saveWeights(id, [{ field: "strategy", seen: null, next: 2 }], after(2));
    await stores.answers.save(id, [{ item: "a", seen: null, next: { level: 2 } }], momentAfter(3), false, "api");
    expect(await stores.changes.lastByItem(id)).toEqual(
      new Map([
        ["a", { at: after(3).toISOString(), by: "api" }],
        ["strategy", { at: after(1).toISOString(), by: "edit-link" }],
      ]),
    );
    expect((await stores.changes.list(id, { of: "strategy", offset: 0, limit: 9 })).map(({ what }) => what)).toEqual(["answer"]);
    expect((await stores.changes.list(id, { of: null, offset: 1, limit: 1 })).map(({ of, to }) => [of, to])).toEqual([["strategy", "2"]]);
  });

  it("ends where it is full, says so, and lets people go on working", async () => {
    const filler: Change = { at: now.toISOString(), by: "file", what: "answer", of: "a", from: "1", to: "2" };
    const full = { track: "sme", depth: "full", aiUse: "unknown", modelVersion: "2.0.0", organisation: {}, answers: {} } as const;
    const given = { ...full, history: Array.from({ length: mostChanges - 2 }, () => filler) };
    id = await stores.assessments.create(given, { edit: "e2", read: "r2" }, now, undefined, "file");
    for (const level of [1, 2, 3] as const) await stores.answers.save(id, [{ item: "a", seen: null, next: { level } }], momentAfter(level));
    expect(await stores.changes.count(id, null)).toBe(mostChanges);
    expect((await history()).slice(0, 2).map(({ what, at }) => [what, at])).toEqual([
      ["full", after(1).toISOString()],
      ["begun", now.toISOString()],
    ]);
    expect((await stores.assessments.find(id))?.answers).toMatchObject({ a: { level: 3 } });
  });

  it("keeps each change once where many come at the same time", async () => {
    const items = Array.from({ length: 8 }, (_, index) => `item-${index}`);
    await Promise.all(items.map((item) => stores.answers.save(id, [{ item, seen: null, next: { level: 1 } }], momentAfter(1))));
    expect(new Set((await history()).map(({ of }) => of))).toEqual(new Set(["", ...items]));
  });

  it("goes with its assessment, and only so", async () => {
    await stores.plans.saveLimits(id, [{ field: "quarters", seen: null, next: 2 }], limits, momentAfter(1));
    expect(await tables("changes").where({ assessment_id: id })).not.toEqual([]);
    await stores.assessments.remove(id);
    expect(await tables("changes")).toEqual([]);
  });
});
