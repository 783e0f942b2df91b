import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { versionTag, type Answer } from "../../app/core/assessment/answer";
import type { Assessment } from "../../app/core/assessment/assessment";
import { hashOf, newEditKey, readKeyOf } from "../../app/http/keys";
import { openStores, type Stores } from "../../db";
import { newAssessmentId, type AnswerChange } from "../../db/assessments";
import { openDatabase, type Database } from "../../db/connection";
import { engines, type TestDatabase } from "./engines";

const atNoon = new Date("2026-11-21T12:00:00Z");
const later = new Date("2026-11-21T13:00:00Z");
const nobody = versionTag(null);
const hostile = `'); DROP TABLE answers; -- "\\ %00 \${x} <script>alert(1)</script> ÄÖÜ ß 😀`;

const assessment = (overrides: Partial<Assessment> = {}): Assessment => ({
  track: "sme",
  depth: "full",
  modelVersion: "1.2.3",
  organisation: { name: "Musterbau GmbH", land: "NW", sizeClass: "employees-10-49" },
  answers: {},
  ...overrides,
});
/** A change by somebody who saw `from`. */
const change = (item: string, from: Answer | null, next: Answer | null): AnswerChange => ({ item, seen: versionTag(from), next });

describe.each(engines)("assessments on $name", ({ create }) => {
  let place: TestDatabase;
  let stores: Stores;
  /** A look at the tables behind the store's back. */
  let tables: Database;
  let store: Stores["assessments"];
  beforeEach(async () => {
    place = await create();
    stores = await openStores(place.url);
    tables = await openDatabase(place.url);
    store = stores.assessments;
  });
  afterEach(async () => {
    await tables.destroy();
    await stores.close();
    place.remove();
  });

  let made = 0;
  function keep(overrides: Partial<Assessment> = {}, now = atNoon): Promise<string> {
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
      expect(await store.find(id)).toEqual({ ...whole, id, readKeyVersion: 1, createdAt: time, updatedAt: time });
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
      for (const id of ["", "unknown", "' OR 1=1 --", newAssessmentId()]) expect(await store.find(id)).toBeNull();
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
      expect(place.bytes()).toContain(hashOf(edit));
      expect(place.bytes()).toContain(hashOf(read));
      expect(place.bytes()).not.toContain(edit);
      expect(place.bytes()).not.toContain(read);
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

  describe("saveAnswers", () => {
    it("writes, changes and withdraws in one go, and touches nothing else", async () => {
      const id = await keep({ answers: { a: { level: 1 }, b: { level: 2 }, c: { level: 3 } } });
      const changes = [
        change("a", { level: 1 }, { level: 4, note: hostile }),
        change("b", { level: 2 }, null),
        change("d", null, { answer: "dk" }),
      ];
      expect(await store.saveAnswers(id, changes, later)).toEqual([]);
      expect(await store.find(id)).toMatchObject({ createdAt: atNoon.toISOString(), updatedAt: later.toISOString() });
      expect(await answersOf(id)).toEqual({ a: { level: 4, note: hostile }, c: { level: 3 }, d: { answer: "dk" } });
    });

    it("leaves an answer that somebody else has changed since, and says so", async () => {
      const id = await keep({ answers: { a: { level: 2 } } });
      expect(await store.saveAnswers(id, [change("a", { level: 1 }, { level: 4 })], later)).toEqual([{ item: "a", stored: { level: 2 } }]);
      expect(await answersOf(id)).toEqual({ a: { level: 2 } });
      expect(await store.find(id)).toMatchObject({ updatedAt: atNoon.toISOString() });
    });

    it.each<[string, Answer | null, Answer | null, Answer | null]>([
      ["changes what somebody has withdrawn", { level: 1 }, null, { level: 4 }],
      ["withdraws what somebody has changed", { level: 1 }, { level: 2 }, null],
      ["answers what somebody has answered", null, { level: 2 }, { level: 4 }],
      ["changes only the note where somebody has changed the level", { level: 1 }, { level: 2 }, { level: 1, note: "x" }],
    ])("reports a conflict to whoever %s", async (_who, seen, stored, next) => {
      const id = await keep({ answers: stored ? { a: stored } : {} });
      expect(await store.saveAnswers(id, [change("a", seen, next)], later)).toEqual([{ item: "a", stored }]);
      expect(await answersOf(id)).toEqual(stored ? { a: stored } : {});
    });

    it.each<[string, Answer | null, Answer | null, Answer | null]>([
      ["has changed nothing", { level: 1 }, { level: 2 }, { level: 1 }],
      ["has seen no answer and gives none", null, { level: 2 }, null],
      ["wants what is stored already", { level: 1 }, { level: 2 }, { level: 2 }],
      ["withdraws what is withdrawn already", { level: 1 }, null, null],
    ])("lets the newer answer stand without a word to whoever %s", async (_who, seen, stored, next) => {
      const id = await keep({ answers: stored ? { a: stored } : {} });
      expect(await store.saveAnswers(id, [change("a", seen, next)], later)).toEqual([]);
      expect(await answersOf(id)).toEqual(stored ? { a: stored } : {});
      expect(await store.find(id)).toMatchObject({ updatedAt: atNoon.toISOString() });
    });

    it("saves the rest of a page beside a conflict", async () => {
      const id = await keep({ answers: { b: { level: 2 } } });
      const changes = [change("a", null, { level: 1 }), change("b", null, { level: 1 }), change("c", null, { level: 1 })];
      expect(await store.saveAnswers(id, changes, later)).toEqual([{ item: "b", stored: { level: 2 } }]);
      expect(await answersOf(id)).toEqual({ a: { level: 1 }, b: { level: 2 }, c: { level: 1 } });
    });

    it("saves all or none where the changes belong together", async () => {
      const id = await keep({ answers: { a: { level: 2 }, b: { level: 2 } } });
      const changes = [change("a", { level: 2 }, { level: 3 }), change("b", { level: 1 }, { level: 4 })];
      expect(await store.saveAnswers(id, changes, later, true)).toEqual([{ item: "b", stored: { level: 2 } }]);
      expect(await store.find(id)).toMatchObject({ answers: { a: { level: 2 }, b: { level: 2 } }, updatedAt: atNoon.toISOString() });
      expect(await store.saveAnswers(id, changes.slice(0, 1), later, true)).toEqual([]);
      expect(await answersOf(id)).toEqual({ a: { level: 3 }, b: { level: 2 } });
    });

    it("writes over whatever stands there where nothing was seen", async () => {
      const id = await keep({ answers: { a: { level: 2 } } });
      const changes = [
        { item: "a", seen: null, next: { level: 4 } },
        { item: "b", seen: null, next: null },
      ] as const;
      expect(await store.saveAnswers(id, [...changes], later)).toEqual([]);
      expect(await answersOf(id)).toEqual({ a: { level: 4 } });
    });

    it("saves all of a page or, where it fails, nothing", async () => {
      const id = await keep({ answers: { b: { level: 2 } } });
      await tables("answers").where({ item_id: "b" }).update({ answer: "no JSON" });
      await expect(store.saveAnswers(id, [change("a", null, { level: 1 }), change("b", null, { level: 1 })], later)).rejects.toThrow();
      expect(await tables("answers").where({ assessment_id: id }).select("item_id")).toEqual([{ item_id: "b" }]);
    });

    it("lets one of many win who save at the same time from the same start", async () => {
      const id = await keep();
      const notes = Array.from({ length: 20 }, (_, index) => ({ note: `writer ${index}` }));
      const results = await Promise.all(notes.map((next) => store.saveAnswers(id, [{ item: "a", seen: nobody, next }], later)));
      const winners = notes.filter((_, index) => results[index]?.length === 0);
      expect(winners).toHaveLength(1);
      expect(await answersOf(id)).toEqual({ a: winners[0] });
      expect(results.flat().filter((conflict) => versionTag(conflict?.stored ?? null) !== versionTag(winners[0] ?? null))).toEqual([]);
    });

    it("takes an item called like a part of every object for an item", async () => {
      const id = await keep();
      await store.saveAnswers(id, [change("constructor", null, { level: 1 })], later);
      expect(await answersOf(id)).toEqual({ constructor: { level: 1 } });
    });

    it("says that an assessment is gone", async () => {
      const id = await keep();
      await store.remove(id);
      for (const gone of [id, "unknown"]) expect(await store.saveAnswers(gone, [change("a", null, { level: 1 })], later)).toBeNull();
      expect(await tables("answers").select()).toEqual([]);
    });

    it("holds, after any sequence of changes, the last answer to each question", async () => {
      const answers = fc.constantFrom<Answer | null>(
        null,
        { level: 0 },
        { level: 4, note: hostile },
        { answer: "dk" },
        { answer: "na", reason: "r" },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), answers), { maxLength: 12 }), async (steps) => {
          const id = await keep();
          const expected = new Map<string, Answer>();
          for (const [item, next] of steps) {
            expect(await store.saveAnswers(id, [change(item, expected.get(item) ?? null, next)], later)).toEqual([]);
            if (next) expected.set(item, next);
            else expected.delete(item);
          }
          expect(await answersOf(id)).toEqual(Object.fromEntries(expected));
        }),
        { numRuns: 20 },
      );
    });
  });

  it("updateProfile changes depth and organisation, and nothing else", async () => {
    const answers = { a: { level: 1 } } as const;
    const [id, other] = [await keep({ answers }), await keep()];
    const profile = { depth: "quick", organisation: { name: hostile, sizeClass: "employees-50-249" } } as const;
    await store.updateProfile(id, profile, later);
    const rest = {
      track: "sme",
      modelVersion: "1.2.3",
      answers,
      readKeyVersion: 1,
      createdAt: atNoon.toISOString(),
      updatedAt: later.toISOString(),
    };
    expect(await store.find(id)).toEqual({ id, ...profile, ...rest });
    expect(await store.find(other)).toMatchObject({ depth: "full", updatedAt: atNoon.toISOString() });
  });

  describe("remove", () => {
    it("removes the answers too, and nobody else's", async () => {
      const [id, other] = [await keep({ answers: { a: { level: 1 } } }), await keep({ answers: { a: { level: 2 } } })];
      await store.remove(id);
      expect(await store.find(id)).toBeNull();
      expect(await tables("answers").select("assessment_id")).toEqual([{ assessment_id: other }]);
    });

    it("leaves nothing of it in any file", async () => {
      const id = await keep({ organisation: { name: "Spurlos GmbH" }, answers: { a: { level: 1, note: "vertrauliche Notiz" } } });
      expect(place.bytes()).toMatch(/Spurlos GmbH[^]*vertrauliche Notiz|vertrauliche Notiz[^]*Spurlos GmbH/);
      await store.remove(id);
      for (const trace of ["Spurlos", "vertrauliche", id]) expect(place.bytes()).not.toContain(trace);
    });

    it("does nothing where there is nothing", async () => {
      await keep();
      await store.remove("unknown");
      expect(await tables("assessments").select("track")).toHaveLength(1);
    });
  });

  it("removeUntouchedSince removes what was last changed before, with its answers, and counts it", async () => {
    const at = (time: string) => new Date(`2026-11-21T${time}Z`);
    const old = await keep({ answers: { a: { level: 1, note: "veraltete Notiz" } } }, at("11:59:59.999"));
    const onTheDot = await keep({}, at("12:00:00.000"));
    const answered = await keep({}, at("10:00:00.000"));
    await store.saveAnswers(answered, [change("a", null, { level: 1 })], at("12:30:00.000"));
    const renamed = await keep({}, at("10:00:00.000"));
    await store.updateProfile(renamed, { depth: "full", organisation: {} }, at("12:30:00.000"));

    expect(await store.removeUntouchedSince(atNoon)).toBe(1);
    expect(await store.find(old)).toBeNull();
    expect(place.bytes()).not.toContain("veraltete Notiz");
    for (const id of [onTheDot, answered, renamed]) expect(await store.find(id)).not.toBeNull();
    expect(await store.removeUntouchedSince(atNoon)).toBe(0);
  });
});

it("ids are 128 random bits, fit for an address", () => {
  const ids = Array.from({ length: 1000 }, newAssessmentId);
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
});
