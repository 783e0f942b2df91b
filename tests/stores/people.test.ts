import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answersTagOf } from "../../app/core/agreement/agreed-answers";
import { saidIn, versionTag, type Answer } from "../../app/core/assessment/answer";
import { nothingAdded, type WholeAssessment } from "../../app/core/assessment/whole-assessment";
import { beginRound } from "../../app/core/rounds/begin-round";
import { openStores, type Stores } from "../../db";
import { openDatabase } from "../../db/connection";
import { createDatabase, engine, everythingIn, type TestDatabase } from "../support/engine";

const now = new Date("2026-11-26T12:00:00Z");
const later = new Date("2026-12-26T12:00:00Z");
const moment = { now, today: "2026-11-26" };
const item = "strategy-goals";
const assessment: WholeAssessment = {
  ...{ track: "sme", depth: "full", aiUse: "trial", modelVersion: "2.0.0", organisation: { name: "Musterbau GmbH" } },
  ...{ answers: { [item]: { level: 2 } }, ...nothingAdded },
};

describe(`people on ${engine}`, () => {
  let place: TestDatabase;
  let stores: Stores;
  let id: string;
  beforeEach(async () => {
    place = await createDatabase();
    stores = await openStores(place.url);
    id = await stores.assessments.create(assessment, { edit: "edit", read: "read" }, now);
  });
  afterEach(async () => {
    await stores.close();
    await place.remove();
  });
  const invite = async (name = "Erika Muster", key = "key") => {
    const invited = await stores.people.invite(id, { name, items: [item, "strategy-backing"], until: "2026-12-01" }, key, now);
    if (invited === null || invited === "too-many") throw new Error("nobody was asked");
    return invited.id;
  };
  const answer = (person: string, next: Answer | null, seen: string | null = null, of = item) =>
    stores.people.saveAnswers(id, person, [{ item: of, seen, next }], moment);
  const person = async (index = 0) => (await stores.people.find(id)).people[index];
  const everything = async () => {
    const database = await openDatabase(place.url);
    const all = await everythingIn(database);
    await database.destroy();
    return JSON.stringify(all);
  };

  it("are asked in their order, let in by their key alone, and no more than a hundred", async () => {
    const [first, second] = [await invite("A", "a"), await invite("B", "b")];
    expect((await stores.people.find(id)).people.map(({ name, number, state }) => [name, number, state])).toEqual([
      ["A", 1, "invited"],
      ["B", 2, "invited"],
    ]);
    expect(await stores.people.findByKeyHash("b")).toEqual({ id: second, assessmentId: id, kind: "colleague" });
    expect(await stores.people.findByKeyHash("c")).toBeNull();
    await stores.people.erase(id, first, now);
    for (let count = 0; count < 99; count += 1) await invite(`P${count}`, `p${count}`);
    expect(await stores.people.invite(id, { name: "X", items: [item], until: null }, "x", now)).toBe("too-many");
    expect((await person(0))?.number).toBe(2);
  });

  it("answer what they were given, over nothing that somebody has changed since, and nothing else", async () => {
    const asked = await invite();
    expect(await answer(asked, { level: 3, note: "n" })).toEqual([]);
    expect(await answer(asked, { level: 1 }, null, "not-theirs")).toEqual([]);
    expect(await person()).toMatchObject({ state: "answering", answers: { [item]: { level: 3, note: "n", date: "2026-11-26" } } });
    expect(Object.keys((await person())?.answers ?? {})).toEqual([item]);
    const [conflict] = (await answer(asked, { level: 0 }, versionTag(null))) ?? [];
    expect(conflict?.stored && saidIn(conflict.stored)).toEqual({ level: 3, note: "n" });
    expect(await answer(asked, null)).toEqual([]);
    expect((await person())?.answers).toEqual({});
    expect((await stores.assessments.find(id))?.answers, "the assessment's own answers stay").toEqual(assessment.answers);
  });

  it("are in the history without their names and without what they have said", async () => {
    const asked = await invite();
    await answer(asked, { level: 4, note: "nur von Erika" });
    await answer(asked, null);
    await stores.people.erase(id, asked, now, "colleague");
    const said = (await stores.changes.list(id, { of: null, offset: 0, limit: 100 })).map(({ by, what, of, from, to }) => [
      by,
      what,
      of,
      from,
      to,
    ]);
    expect(said.reverse().slice(1)).toEqual([
      ["edit-link", "person", "", null, "asked"],
      ["colleague", "part", item, null, "…"],
      ["colleague", "part", item, "…", null],
      ["colleague", "person", "", null, "erased"],
    ]);
  });

  it("hand their part back, and are answering again with the next change", async () => {
    const asked = await invite();
    await stores.people.handBack(id, asked, "asks", "Frau Y", now);
    expect(await person()).toMatchObject({ state: "asks", ask: "Frau Y" });
    await answer(asked, { level: 1 });
    expect((await person())?.state).toBe("answering");
  });

  it("have one link at a time; who is blocked opens nothing until there is a new one", async () => {
    const asked = await invite();
    expect(await stores.people.renew(id, asked, "new", now)).toBe(true);
    expect([await stores.people.findByKeyHash("key"), await stores.people.findByKeyHash("new")]).toEqual([null, expect.anything()]);
    await stores.people.revoke(id, asked, now);
    expect(await stores.people.findByKeyHash("new")).toBeNull();
    expect(await person()).toMatchObject({ state: "revoked", hasLink: false });
    await stores.people.renew(id, asked, "third", now);
    expect(await person()).toMatchObject({ state: "invited", hasLink: true });
    const other = await stores.assessments.create(assessment, { edit: "e2", read: "r2" }, now);
    expect(await stores.people.renew(other, asked, "stolen", now), "of another assessment").toBe(false);
    expect(await stores.people.erase(other, asked, now)).toBe(false);
  });

  it("open nothing of an assessment that was removed", async () => {
    const asked = await invite();
    await stores.assessments.removeUntouchedSince(later, later);
    expect(await stores.people.findByKeyHash("key")).toBeNull();
    expect(await answer(asked, { level: 1 })).toBeNull();
  });

  it("agree on what nobody has answered otherwise since, and what counts follows", async () => {
    const asked = await invite();
    await answer(asked, { level: 4 });
    const seen = answersTagOf(assessment.answers, await stores.people.find(id), item);
    const agreed = { answer: { level: 4 } as const, reason: "besprochen", seen };
    expect((await stores.assessments.findAnswers([id])).get(id)?.[item]).toMatchObject({ level: 2 });
    await answer(asked, { level: 3 });
    expect(await stores.people.record(id, item, agreed, moment), "somebody has answered otherwise").toBe(false);
    await answer(asked, { level: 4 });
    expect(await stores.people.record(id, item, agreed, moment)).toBe(true);
    expect((await stores.assessments.findAnswers([id])).get(id)?.[item]).toMatchObject({ level: 4, date: "2026-11-26" });
    expect(await stores.people.withdrawRecorded(id, item, now)).toBe(true);
    expect((await stores.assessments.findAnswers([id])).get(id)?.[item]).toMatchObject({ level: 2 });
  });

  it("are in a closed round without their names, and begin the next without answers", async () => {
    const asked = await invite();
    await answer(asked, { level: 0, by: "Erika Muster" });
    await stores.rounds.close(id, 1, { closedOn: "2026-11-26", samePeople: false, contentVersion: "abcd" }, now);
    const [round] = (await stores.rounds.find(id)).closed;
    expect(JSON.stringify(round)).not.toContain("Erika");
    expect(round?.state.team.people[0]?.answers).toEqual({ [item]: { level: 0, date: "2026-11-26" } });
    const begin = (whole: WholeAssessment) => {
      expect(whole.answers[item]).toMatchObject({ level: 0 });
      return { modelVersion: "2.0.0", answers: {}, previous: {} };
    };
    expect(await stores.rounds.begin(id, 2, begin, moment)).toBe("done");
    expect(await person()).toMatchObject({ name: "Erika Muster", state: "invited", hasLink: true, answers: {} });
  });

  it("are deleted with all they have said, by themselves and with the assessment", async () => {
    const asked = await invite();
    await stores.people.devices.keep("device", { id: asked, sealed: "sealed" }, now);
    await answer(asked, { level: 1, note: "nur von Erika" });
    await stores.people.erase(id, asked, now);
    expect(await everything()).not.toMatch(/Erika|sealed/);
    const again = await invite();
    await answer(again, { level: 1, note: "nur von Erika" });
    await stores.assessments.remove(id);
    expect(await everything()).not.toContain("Erika");
  });

  it("who have checked answers are forgotten in time wherever it stands, and what they have said stays", async () => {
    const check = { state: "confirmed" as const, by: "Revision", date: "2026-05-12" };
    const checked = await stores.assessments.create(
      { ...assessment, answers: { [item]: { level: 3, by: "Frau Kern", check } } },
      { edit: "edit 2", read: "read 2" },
      now,
    );
    await stores.rounds.close(checked, 1, { closedOn: "2026-06-01", samePeople: false, contentVersion: "abcd" }, now);
    await stores.rounds.begin(checked, 2, (whole) => beginRound(whole, "2.0.0", {}), moment);
    const before = (await stores.assessments.find(checked))?.updatedAt;
    expect(await stores.checks.forgetNamesBefore("2026-05-12")).toBe(0);
    // In the closed round, and beside the question of the new one.
    expect(await stores.checks.forgetNamesBefore("2026-05-13")).toBe(2);
    const all = await everything();
    expect([all.includes("Revision"), all.includes("Frau Kern")]).toEqual([false, true]);
    const [round] = (await stores.rounds.find(checked)).closed;
    expect(round?.state.answers[item]?.check).toEqual({ state: "confirmed", date: "2026-05-12" });
    expect((await stores.assessments.find(checked))?.updatedAt, "the assessment itself is not kept for longer").toBe(before);
  });

  it("of whom nothing was heard are forgotten, and what they have said stays", async () => {
    const asked = await invite();
    await stores.people.devices.keep("device", { id: asked, sealed: "sealed" }, now);
    await answer(asked, { level: 1, note: "nur von Erika", evidence: "Akte 7" });
    await answer(asked, { note: "nur von Erika" }, null, "strategy-backing");
    await stores.people.handBack(id, asked, "asks", "Erika fragen", now);
    const before = (await stores.assessments.find(id))?.updatedAt;
    expect(await stores.people.forgetUntouchedSince(now)).toBe(0);
    expect(await stores.people.forgetUntouchedSince(later)).toBe(1);
    expect(await stores.people.forgetUntouchedSince(later), "once").toBe(0);
    expect(await everything()).not.toMatch(/Erika|sealed/);
    expect((await person())?.answers).toEqual({ [item]: { level: 1, evidence: "Akte 7", date: "2026-11-26" } });
    expect((await stores.assessments.find(id))?.updatedAt, "the assessment itself is not kept for longer").toBe(before);
  });
});
