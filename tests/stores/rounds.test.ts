import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nothingAdded, type WholeAssessment } from "../../app/core/assessment/whole-assessment";
import { openStores, type Stores } from "../../db";
import { openDatabase, type Database } from "../../db/connection";
import { createDatabase, engine, everythingIn, type TestDatabase } from "../support/engine";

const now = new Date("2026-11-26T12:00:00Z");
const moment = { now, today: "2026-11-26" };
const kept = { closedOn: "2026-11-26", samePeople: false, contentVersion: "abcd1234" };
const begun = () => ({ modelVersion: "2.0.0", answers: {}, previous: {} });
const assessment: WholeAssessment = {
  ...{ track: "sme", depth: "full", aiUse: "trial", modelVersion: "2.0.0", organisation: { name: "Musterbau GmbH" } },
  ...{ answers: { "strategy-goals": { level: 2, note: "in der Runde gesagt" } }, ...nothingAdded },
};

describe(`rounds on ${engine}`, () => {
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
  const save = (level: 0 | 4) => stores.answers.save(id, [{ item: "strategy-goals", seen: null, next: { level } }], moment);

  it("a closed round keeps the assessment as it stood, and nothing changes it afterwards", async () => {
    expect(await stores.rounds.close(id, 1, { ...kept, samePeople: true }, now)).toBe("done");
    const { rounds: _rounds, history: _history, brand: _brand, ...state } = assessment;
    const before = await stores.rounds.find(id);
    expect(before).toEqual({ closed: [{ ...kept, samePeople: true, targets: {}, state }], begunOn: null, targets: {} });
    await save(4);
    await stores.assessments.saveProfile(id, [{ field: "name", seen: null, next: "Anders GmbH" }], now);
    await stores.assessments.saveWeights(id, [{ field: "strategy", seen: null, next: 3 }], now);
    await stores.rounds.saveTargets(id, [{ field: "strategy", seen: null, next: { value: 60, by: "2027-12-31" } }], now);
    expect((await stores.rounds.find(id)).closed).toEqual(before.closed);
  });

  it("the next one begins with the answers it is given, and under their questionnaire", async () => {
    await stores.rounds.close(id, 1, kept, now);
    const previous = { "strategy-goals": { modelVersion: "2.0.0", item: "strategy-goals", answer: { level: 2 } } } as const;
    const begin = (whole: WholeAssessment) => {
      expect(whole.answers).toEqual(assessment.answers);
      return { modelVersion: "2.1.0", answers: {}, previous };
    };
    expect(await stores.rounds.begin(id, 2, begin, moment)).toBe("done");
    expect(await stores.assessments.find(id)).toMatchObject({ modelVersion: "2.1.0", answers: {}, previous });
    expect((await stores.rounds.find(id)).begunOn).toBe("2026-11-26");
    await save(4);
    expect(await stores.rounds.close(id, 2, kept, now)).toBe("done");
    const { closed, begunOn } = await stores.rounds.find(id);
    expect([closed.length, begunOn, closed[1]?.state.answers["strategy-goals"]]).toEqual([2, null, { level: 4, date: "2026-11-26" }]);
  });

  it("what is not so is neither closed nor begun", async () => {
    expect(await stores.rounds.begin(id, 2, begun, moment), "the first is still open").toBe("not-so");
    expect(await stores.rounds.close(id, 2, kept, now), "another one is under way").toBe("not-so");
    await stores.rounds.close(id, 1, kept, now);
    expect(await stores.rounds.close(id, 2, kept, now), "none is under way").toBe("not-so");
    expect(await stores.rounds.begin(id, 3, begun, moment), "another one would be next").toBe("not-so");
    expect(await stores.rounds.close("no-such", 1, kept, now)).toBeNull();
    expect((await stores.rounds.find(id)).closed).toHaveLength(1);
  });

  it("of many who press at once, one closes it and one begins the next", async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => stores.rounds.close(id, 1, kept, now)));
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    const beginnings = await Promise.all(Array.from({ length: 8 }, () => stores.rounds.begin(id, 2, begun, moment)));
    expect(beginnings.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect((await stores.rounds.find(id)).closed).toHaveLength(1);
  });

  it("an answer that arrives while a round is closed is in it or in the assessment, never lost", async () => {
    await Promise.all([save(4), stores.rounds.close(id, 1, kept, now)]);
    expect((await stores.assessments.find(id))?.answers["strategy-goals"]).toMatchObject({ level: 4 });
    const [round] = (await stores.rounds.find(id)).closed;
    expect([2, 4]).toContain((round?.state.answers["strategy-goals"] as { level: number } | undefined)?.level);
  });

  it("an answer to the round before meets the next one as a conflict", async () => {
    const seen = "the tag of an answer that is not there any more";
    await stores.rounds.close(id, 1, kept, now);
    await stores.rounds.begin(id, 2, begun, moment);
    const conflicts = await stores.answers.save(id, [{ item: "strategy-goals", seen, next: { level: 1 } }], moment);
    expect(conflicts).toEqual([{ item: "strategy-goals", stored: null }]);
  });

  it("forty are kept, not more", async () => {
    const { rounds: _rounds, history: _history, brand: _brand, ...state } = assessment;
    const closed = Array.from({ length: 40 }, () => ({ ...kept, targets: {}, state }));
    const rounds = { closed, begunOn: "2026-11-01", targets: {} };
    const full = await stores.assessments.create({ ...assessment, rounds }, { edit: "e", read: "r" }, now);
    expect(await stores.rounds.close(full, 41, kept, now)).toBe("too-many");
    expect((await stores.rounds.find(full)).closed).toHaveLength(40);
  });

  it("targets are kept topic by topic, and a newer one of somebody else is told", async () => {
    const target = (value: number) => ({ value, by: "2027-12-31" });
    expect(await stores.rounds.saveTargets(id, [{ field: "skills", seen: null, next: target(60) }], now)).toEqual([]);
    await stores.rounds.saveTargets(id, [{ field: "funding", seen: null, next: target(50) }], now);
    const conflicts = await stores.rounds.saveTargets(id, [{ field: "skills", seen: "another", next: target(70) }], now);
    expect(conflicts).toEqual([{ field: "skills", stored: target(60) }]);
    await stores.rounds.saveTargets(id, [{ field: "funding", seen: null, next: undefined }], now);
    expect((await stores.rounds.find(id)).targets).toEqual({ skills: target(60) });
  });

  it("go with the assessment", async () => {
    await stores.rounds.close(id, 1, kept, now);
    await stores.assessments.remove(id);
    const tables: Database = await openDatabase(place.url);
    expect(await everythingIn(tables)).not.toContain("in der Runde gesagt");
    await tables.destroy();
  });
});
