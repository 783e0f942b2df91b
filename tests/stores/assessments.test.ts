import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../app/core/assessment/answer";
import type { Assessment } from "../../app/core/assessment/assessment";
import type { Answered } from "../../app/core/assessment/model-versions";
import { fieldTag } from "../../app/core/assessment/merge-fields";
import type { PlanLimits } from "../../app/core/plan/settings";
import { hashOf, newEditKey, readKeyOf } from "../../app/http/access/keys";
import { openStores, type Stores } from "../../db";
import type { NewAssessment } from "../../db/stored-assessment";
import { openDatabase, type Database } from "../../db/connection";
import { createDatabase, engine, everythingIn, type TestDatabase } from "../support/engine";
import { newId } from "../../db/new-id";

const atNoon = new Date("2026-11-21T12:00:00Z");
const later = new Date("2026-11-21T13:00:00Z");
const hostile = `'); DROP TABLE answers; -- "\\ %00 \${x} <script>alert(1)</script> ÄÖÜ ß 😀`;

const earlier = (item: string, answer: Answer) => ({ modelVersion: "1.2.3", item, answer });
const limits: PlanLimits = { budgetEuro: 0, personDaysPerQuarter: 0, quarters: 4, pinned: [], excluded: [], forceDuties: true };

const assessment = (overrides: Partial<NewAssessment> = {}): NewAssessment => ({
  track: "sme",
  depth: "full",
  aiUse: "unknown",
  modelVersion: "1.2.3",
  organisation: { name: "Musterbau GmbH", land: "NW", sizeClass: "employees-10-49" },
  answers: {},
  ...overrides,
});

describe(`assessments on ${engine}`, () => {
  let place: TestDatabase;
  let stores: Stores;
  /** A look at the tables behind the store's back. */
  let tables: Database;
  let store: Stores["assessments"];
  beforeEach(async () => {
    place = await createDatabase();
    stores = await openStores(place.url);
    tables = await openDatabase(place.url);
    store = stores.assessments;
  });
  afterEach(async () => {
    await tables.destroy();
    await stores.close();
    await place.remove();
  });

  let made = 0;
  function keep(overrides: Partial<NewAssessment> = {}, now = atNoon): Promise<string> {
    made += 1;
    return store.create(assessment(overrides), { edit: hashOf(`edit ${made}`), read: hashOf(`read ${made}`) }, now);
  }
  const answersOf = async (id: string) => (await store.find(id))?.answers;

  describe("create and find", () => {
    it("give back what was kept", async () => {
      const answers = {
        a: { level: 3, note: hostile },
        b: { answer: "na", reason: hostile },
        c: { answer: "dk" },
        d: { evidence: "e" },
      } as const;
      const whole = assessment({
        organisation: { name: hostile, land: "BY", sizeClass: "employees-1-9", sector: "crafts", ownership: "private" },
        answers,
      });
      const id = await keep(whole);
      const time = "2026-11-21T12:00:00.000Z";
      expect(await store.find(id)).toEqual({
        ...whole,
        previous: {},
        ...{ weights: {}, facts: {} },
        id,
        readKeyVersion: 1,
        checkKeyVersion: null,
        createdAt: time,
        updatedAt: time,
      });
    });

    it("take an assessment of which nothing is known yet", async () => {
      expect(await store.find(await keep({ organisation: {} }))).toMatchObject({ organisation: {}, answers: {} });
    });

    it("keep times in UTC", async () => {
      const id = await keep({}, new Date("2026-11-22T00:30:00+01:00"));
      expect(await store.find(id)).toMatchObject({ createdAt: "2026-11-21T23:30:00.000Z", updatedAt: "2026-11-21T23:30:00.000Z" });
    });

    it("keep assessments apart", async () => {
      const [one, other] = [await keep({ answers: { a: { level: 1 } } }), await keep({ answers: { a: { level: 4 } } })];
      expect(await answersOf(one)).toEqual({ a: { level: 1 } });
      expect(await answersOf(other)).toEqual({ a: { level: 4 } });
    });

    it("find nothing under an unknown id", async () => {
      await keep();
      for (const id of ["", "unknown", "' OR 1=1 --", newId()]) expect(await store.find(id)).toBeNull();
    });

    it("keep no half of an assessment whose keys are taken", async () => {
      const keys = { edit: hashOf("one"), read: hashOf("two") };
      await store.create(assessment({ answers: { a: { level: 1 } } }), keys, atNoon);
      await expect(store.create(assessment({ answers: { b: { level: 1 } } }), keys, atNoon)).rejects.toThrow();
      expect(await tables("answers").select("item_id")).toEqual([{ item_id: "a" }]);
    });

    it("refuse to pass on what is no assessment any more", async () => {
      const id = await keep();
      await tables("assessments").where({ id }).update({ organisation: '{"land":"XX"}' });
      await expect(store.find(id)).rejects.toThrow();
    });
  });

  describe("keys", () => {
    const edit = newEditKey();
    const read = readKeyOf(edit, 1);
    const create = () => store.create(assessment(), { edit: hashOf(edit), read: hashOf(read) }, atNoon);

    it("open what they belong to, as far as they go", async () => {
      const id = await create();
      await keep();
      expect(await store.findByKeyHash(hashOf(edit))).toEqual({ id, may: "edit" });
      expect(await store.findByKeyHash(hashOf(read))).toEqual({ id, may: "read" });
      for (const hash of ["", hashOf("another"), edit, hashOf(hashOf(edit))]) expect(await store.findByKeyHash(hash)).toBeNull();
    });

    it("stand in the file as hashes only", async () => {
      await create();
      const kept = await everythingIn(tables);
      for (const key of [edit, read]) {
        expect(kept).toContain(hashOf(key));
        expect(kept).not.toContain(key);
      }
    });

    it("for reading can be renewed, which kills the old one and is no change of the assessment", async () => {
      const id = await create();
      const renewed = hashOf(readKeyOf(edit, 2));
      await store.renewReadKey(id, renewed, 2);
      expect(await store.findByKeyHash(hashOf(read))).toBeNull();
      expect(await store.findByKeyHash(renewed)).toEqual({ id, may: "read" });
      expect(await store.findByKeyHash(hashOf(edit))).toEqual({ id, may: "edit" });
      expect(await store.find(id)).toMatchObject({ readKeyVersion: 2, updatedAt: atNoon.toISOString() });
    });
  });

  describe("a part that is saved field by field", () => {
    const fields: Record<string, unknown> = { depth: "full", ...assessment().organisation };
    /** A change by somebody who saw the fields of a new assessment. */
    const changed = (field: string, next: unknown) => ({ field, seen: fieldTag(fields[field]), next });

    it("is changed where it was changed, and nothing else", async () => {
      const answers = { a: { level: 1 } } as const;
      const [id, other] = [await keep({ answers }), await keep()];
      const changes = [changed("name", hostile), changed("aiUse", "trial"), changed("land", undefined)];
      expect(await store.saveProfile(id, changes, later)).toEqual([]);
      expect(await store.find(id)).toEqual({
        ...{ id, track: "sme", depth: "full", aiUse: "trial", organisation: { name: hostile, sizeClass: "employees-10-49" } },
        ...{ modelVersion: "1.2.3", answers, previous: {}, weights: {}, facts: {}, readKeyVersion: 1, checkKeyVersion: null },
        ...{ createdAt: atNoon.toISOString(), updatedAt: later.toISOString() },
      });
      expect(await store.find(other)).toMatchObject({ aiUse: "unknown", updatedAt: atNoon.toISOString() });
    });

    it("keeps what two people change in different fields, and tells the second of the same field", async () => {
      const id = await keep();
      expect(await store.saveProfile(id, [changed("name", "Eins"), changed("land", "BY")], later)).toEqual([]);
      const second = [changed("name", "Zwei"), changed("sizeClass", "employees-1-9"), changed("land", "BY")];
      expect(await store.saveProfile(id, second, later)).toEqual([{ field: "name", stored: "Eins" }]);
      expect(await store.find(id)).toMatchObject({ organisation: { name: "Eins", land: "BY", sizeClass: "employees-1-9" } });
    });

    it("of many who change the same at once, lets one win", async () => {
      const id = await keep();
      const names = Array.from({ length: 10 }, (_, index) => `Name ${index}`);
      const results = await Promise.all(names.map((name) => store.saveProfile(id, [changed("name", name)], later)));
      expect(results.filter((conflicts) => conflicts?.length === 0)).toHaveLength(1);
    });

    it("moves the time of the last change only where something has changed", async () => {
      const id = await keep();
      expect(await store.saveProfile(id, [changed("depth", "full")], later)).toEqual([]);
      expect(await store.saveWeights(id, [], later)).toEqual([]);
      expect(await store.find(id)).toMatchObject({ updatedAt: atNoon.toISOString() });
    });

    it("is not written where a field is not what it should be", async () => {
      const id = await keep();
      await expect(store.saveProfile(id, [changed("name", "Neu"), changed("land", "XX")], later)).rejects.toThrow();
      await expect(store.saveWeights(id, [{ field: "strategy", seen: null, next: -1 }], later)).rejects.toThrow();
      expect(await store.find(id)).toMatchObject({ organisation: { name: "Musterbau GmbH", land: "NW" }, weights: {} });
    });

    it("takes weights and gives them back", async () => {
      const id = await keep();
      const set = { field: "strategy", seen: fieldTag(undefined), next: 3 };
      expect(await store.saveWeights(id, [set, { field: "skills", seen: null, next: 0.5 }], later)).toEqual([]);
      expect(await store.saveWeights(id, [{ ...set, next: 2 }], later)).toEqual([{ field: "strategy", stored: 3 }]);
      expect(await store.saveWeights(id, [{ field: "skills", seen: null, next: undefined }], later)).toEqual([]);
      expect(await store.find(id)).toMatchObject({ weights: { strategy: 3 }, updatedAt: later.toISOString() });
    });

    it("takes what is told of duties and gives it back", async () => {
      const id = await keep();
      const told = { field: "buys-ai", seen: null, next: true };
      expect(await store.saveFacts(id, [told, { field: "scores-decide", seen: null, next: false }], later)).toEqual([]);
      expect(await store.saveFacts(id, [{ ...told, seen: fieldTag(undefined), next: false }], later)).toEqual([
        { field: "buys-ai", stored: true },
      ]);
      expect(await store.saveFacts(id, [{ field: "scores-decide", seen: null, next: undefined }], later)).toEqual([]);
      expect(await store.find(id)).toMatchObject({ facts: { "buys-ai": true }, updatedAt: later.toISOString() });
      await expect(store.saveFacts(id, [{ field: "buys-ai", seen: null, next: "yes" }], later)).rejects.toThrow();
    });

    it("is told to be gone where it is", async () => {
      expect(await store.saveProfile("unknown", [changed("name", "N")], later)).toBeNull();
      expect(await store.saveWeights("unknown", [], later)).toBeNull();
      expect(await store.convert("unknown", ({ answers }) => ({ modelVersion: "2.0.0", answers, previous: {} }), later)).toBe(false);
    });
  });

  it("goes over to another version of the questionnaire with the answers that there are by then", async () => {
    const id = await keep({
      answers: { a: { level: 1, date: "2026-01-01" }, b: { level: 2 } },
      previous: { x: earlier("x", { level: 0 }) },
    });
    const convert = ({ answers: { a, b } }: Assessment): Answered => ({
      ...{ modelVersion: "2.0.0", answers: a ? { a } : {} },
      previous: b ? { c: earlier("b", b) } : {},
    });
    expect(await store.convert(id, convert, later)).toBe(true);
    expect(await store.find(id)).toMatchObject({
      ...{ modelVersion: "2.0.0", answers: { a: { level: 1, date: "2026-01-01" } }, previous: { c: earlier("b", { level: 2 }) } },
      updatedAt: later.toISOString(),
    });
  });

  describe("remove", () => {
    it("removes the answers too, and nobody else's", async () => {
      const [id, other] = [await keep({ answers: { a: { level: 1 } } }), await keep({ answers: { a: { level: 2 } } })];
      await store.remove(id);
      expect(await store.find(id)).toBeNull();
      expect(await tables("answers").select("assessment_id")).toEqual([{ assessment_id: other }]);
    });

    it("does nothing where there is nothing", async () => {
      await keep();
      expect(await store.remove("unknown")).toBe(false);
      expect(await tables("assessments").select("track")).toHaveLength(1);
    });

    it("leaves what somebody has changed after the version that was seen", async () => {
      const id = await keep();
      const seen = (await store.find(id))?.updatedAt ?? "";
      await store.keepOn(id, later);
      expect(await store.remove(id, seen)).toBe(false);
      expect(await store.remove(id, later.toISOString())).toBe(true);
      expect(await store.find(id)).toBeNull();
    });
  });

  it("removeUntouchedSince removes that of which no part was changed since, and counts it", async () => {
    const at = (time: string) => new Date(`2026-11-21T${time}Z`);
    const after = { now: at("12:30:00.000"), today: "2026-11-21" };
    const old = await keep({ answers: { a: { level: 1, note: "veraltete Notiz" } } }, at("11:59:59.999"));
    const onTheDot = await keep({}, at("12:00:00.000"));
    const write: ((id: string) => Promise<unknown>)[] = [
      (id) => stores.answers.save(id, [{ item: "a", seen: null, next: { level: 1 } }], after),
      (id) => store.saveProfile(id, [{ field: "depth", seen: null, next: "quick" }], after.now),
      (id) => store.saveWeights(id, [{ field: "strategy", seen: null, next: 2 }], after.now),
      (id) => store.saveFacts(id, [{ field: "buys-ai", seen: null, next: true }], after.now),
      (id) => store.convert(id, ({ answers }) => ({ modelVersion: "2.0.0", answers, previous: {} }), after.now),
      (id) => stores.plans.saveLimits(id, [{ field: "quarters", seen: null, next: 2 }], limits, after),
      (id) => stores.plans.saveSteps(id, [{ field: "a.status", seen: null, next: "done" }], after.now),
      (id) => stores.authorTexts.save(id, [{ field: "summary", seen: null, next: "Fazit" }], "de", after.now),
      (id) => stores.brands.save(id, [{ field: "name", seen: null, next: "Kreis" }], after.now),
    ];
    const worked: string[] = [];
    for (const change of write) {
      const id = await keep({}, at("10:00:00.000"));
      await change(id);
      worked.push(id);
    }

    expect(await store.removeUntouchedSince(atNoon, later)).toBe(1);
    expect(await store.find(old)).toBeNull();
    for (const id of [onTheDot, ...worked]) expect(await store.find(id)).not.toBeNull();
    expect(await store.removeUntouchedSince(atNoon, later)).toBe(0);
  });

  describe("what retention has removed", () => {
    const answers = { a: { level: 1, note: "Notiz" } } as const;
    const keys = { edit: "edit of removed", read: "read of removed" };
    const removed = async () => {
      const id = await store.create({ track: "sme", depth: "full", aiUse: "none", modelVersion: "2.0.0", organisation: {}, answers }, keys, new Date("2020-01-01")); // prettier-ignore
      expect(await store.removeUntouchedSince(new Date("2020-01-02"), later)).toBe(1);
      return id;
    };

    it("is shown to nobody and takes no changes", async () => {
      const id = await removed();
      expect([await store.find(id), await store.findWhole(id), await store.findByKeyHash(keys.edit)]).toEqual([null, null, null]);
      expect(await store.findLines([id])).toEqual([]);
      expect(await store.keepOn(id, later)).toBe(false);
      expect(await stores.answers.save(id, [{ item: "a", seen: null, next: null }], { now: later, today: "2026-11-21" })).toBeNull();
    });

    it("can be brought back as it was, with its keys, and its time begins anew", async () => {
      const id = await removed();
      expect(await store.listRemoved()).toEqual([{ id, removedAt: later.toISOString(), updatedAt: "2020-01-01T00:00:00.000Z" }]);
      expect(await store.restore(["another"], later)).toBe(0);
      expect(await store.restore([id], later)).toBe(1);
      expect(await store.find(id)).toMatchObject({ answers, updatedAt: later.toISOString() });
      expect(await store.findByKeyHash(keys.read)).toEqual({ id, may: "read" });
      expect(await store.removeUntouchedSince(atNoon, later)).toBe(0);
    });

    it("is deleted for good once its time of grace is over", async () => {
      const id = await removed();
      expect(await store.deleteRemovedBefore(later)).toBe(0);
      expect(await store.deleteRemovedBefore(new Date(later.getTime() + 1))).toBe(1);
      expect([await store.listRemoved(), await store.restore(null, later), await store.find(id)]).toEqual([[], 0, null]);
    });

    it("goes in steps, however much it is", async () => {
      for (let count = 0; count < 1_100; count += 1)
        await store.create({ track: "sme", depth: "quick", aiUse: "none", modelVersion: "2.0.0", organisation: {}, answers: {} }, { edit: `e${count}`, read: `r${count}` }, new Date("2020-01-01")); // prettier-ignore
      expect(await store.removeUntouchedSince(new Date("2020-01-02"), later)).toBe(1_100);
      expect(await store.deleteRemovedBefore(new Date(later.getTime() + 1))).toBe(1_100);
    });
  });
});

it("ids are 128 random bits, fit for an address", () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
});
