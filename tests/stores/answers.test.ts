import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { saidIn, versionTag, type Answer, type Answers } from "../../app/core/assessment/answer";
import type { Previous } from "../../app/core/assessment/model-versions";
import { openStores, type Stores } from "../../db";
import type { AnswerChange } from "../../db/answers";
import { openDatabase, type Database } from "../../db/connection";
import { createDatabase, engine, type TestDatabase } from "../support/engine";

const atNoon = new Date("2026-11-21T12:00:00Z");
const later = { now: new Date("2026-11-21T13:00:00Z"), today: "2026-11-22" };
const earlier = (item: string, answer: Answer) => ({ modelVersion: "1.0.0", item, answer });
const nobody = versionTag(null);
const hostile = `'); DROP TABLE answers; -- "\\ %00 \${x} <script>alert(1)</script> ÄÖÜ ß 😀`;

/** A change by somebody who saw `from`. */
const change = (item: string, from: Answer | null, next: Answer | null): AnswerChange => ({ item, seen: versionTag(from), next });

describe(`answers on ${engine}`, () => {
  let place: TestDatabase;
  let stores: Stores;
  /** A look at the tables behind the store's back. */
  let tables: Database;
  let store: Stores["answers"];
  beforeEach(async () => {
    place = await createDatabase();
    stores = await openStores(place.url);
    tables = await openDatabase(place.url);
    store = stores.answers;
  });
  afterEach(async () => {
    await tables.destroy();
    await stores.close();
    await place.remove();
  });

  let made = 0;
  function keep({ answers = {}, previous = {} }: { answers?: Answers; previous?: Previous } = {}): Promise<string> {
    made += 1;
    const assessment = {
      track: "sme",
      depth: "full",
      aiUse: "unknown",
      modelVersion: "1.2.3",
      organisation: {},
      answers,
      previous,
    } as const;
    return stores.assessments.create(assessment, { edit: `edit ${made}`, read: `read ${made}` }, atNoon);
  }
  const find = (id: string) => stores.assessments.find(id);
  /** What was answered, without the days. */
  const answersOf = async (id: string) => {
    const stored = await find(id);
    return stored && Object.fromEntries(Object.entries(stored.answers).map(([item, answer]) => [item, saidIn(answer)]));
  };

  it("writes, changes and withdraws in one go, and touches nothing else", async () => {
    const id = await keep({ answers: { a: { level: 1 }, b: { level: 2 }, c: { level: 3 } } });
    const changes = [
      change("a", { level: 1 }, { level: 4, note: hostile }),
      change("b", { level: 2 }, null),
      change("d", null, { answer: "dk" }),
    ];
    expect(await store.save(id, changes, later)).toEqual([]);
    expect(await find(id)).toMatchObject({ createdAt: atNoon.toISOString(), updatedAt: later.now.toISOString() });
    expect(await answersOf(id)).toEqual({ a: { level: 4, note: hostile }, c: { level: 3 }, d: { answer: "dk" } });
  });

  it("notes on which day an answer was given, where the operator is; saying the same again is no change", async () => {
    const id = await keep({ answers: { a: { level: 1, date: "2026-10-01", by: "Erika" }, b: { level: 2 } } });
    const changes = [change("a", { level: 1 }, { level: 1 }), change("b", { level: 2 }, { level: 3, date: "1999-01-01" })];
    expect(await store.save(id, changes, later)).toEqual([]);
    expect((await find(id))?.answers).toEqual({ a: { level: 1, date: "2026-10-01", by: "Erika" }, b: { level: 3, date: "2026-11-22" } });
  });

  it("takes an answer to an earlier question as settled once its item is answered, and not by a note alone", async () => {
    const id = await keep({
      previous: { a: earlier("a", { level: 1 }), b: earlier("b", { level: 2 }), c: earlier("x", { answer: "dk" }) },
    });
    await store.save(id, [change("a", null, { note: "?" }), change("b", null, { level: 3 })], later);
    expect((await find(id))?.previous).toEqual({ a: earlier("a", { level: 1 }), c: earlier("x", { answer: "dk" }) });
  });

  it("leaves an answer that somebody else has changed since, and says so", async () => {
    const id = await keep({ answers: { a: { level: 2 } } });
    expect(await store.save(id, [change("a", { level: 1 }, { level: 4 })], later)).toEqual([{ item: "a", stored: { level: 2 } }]);
    expect(await answersOf(id)).toEqual({ a: { level: 2 } });
    expect(await find(id)).toMatchObject({ updatedAt: atNoon.toISOString() });
  });

  it.each<[string, Answer | null, Answer | null, Answer | null]>([
    ["changes what somebody has withdrawn", { level: 1 }, null, { level: 4 }],
    ["withdraws what somebody has changed", { level: 1 }, { level: 2 }, null],
    ["answers what somebody has answered", null, { level: 2 }, { level: 4 }],
    ["changes only the note where somebody has changed the level", { level: 1 }, { level: 2 }, { level: 1, note: "x" }],
  ])("reports a conflict to whoever %s", async (_who, seen, stored, next) => {
    const id = await keep({ answers: stored ? { a: stored } : {} });
    expect(await store.save(id, [change("a", seen, next)], later)).toEqual([{ item: "a", stored }]);
    expect(await answersOf(id)).toEqual(stored ? { a: stored } : {});
  });

  it.each<[string, Answer | null, Answer | null, Answer | null]>([
    ["has changed nothing", { level: 1 }, { level: 2 }, { level: 1 }],
    ["has seen no answer and gives none", null, { level: 2 }, null],
    ["wants what is stored already", { level: 1 }, { level: 2 }, { level: 2 }],
    ["withdraws what is withdrawn already", { level: 1 }, null, null],
  ])("lets the newer answer stand without a word to whoever %s", async (_who, seen, stored, next) => {
    const id = await keep({ answers: stored ? { a: stored } : {} });
    expect(await store.save(id, [change("a", seen, next)], later)).toEqual([]);
    expect(await answersOf(id)).toEqual(stored ? { a: stored } : {});
    expect(await find(id)).toMatchObject({ updatedAt: atNoon.toISOString() });
  });

  it("saves the rest of a page beside a conflict", async () => {
    const id = await keep({ answers: { b: { level: 2 } } });
    const changes = [change("a", null, { level: 1 }), change("b", null, { level: 1 }), change("c", null, { level: 1 })];
    expect(await store.save(id, changes, later)).toEqual([{ item: "b", stored: { level: 2 } }]);
    expect(await answersOf(id)).toEqual({ a: { level: 1 }, b: { level: 2 }, c: { level: 1 } });
  });

  it("saves all or none where the changes belong together", async () => {
    const id = await keep({ answers: { a: { level: 2 }, b: { level: 2 } } });
    const changes = [change("a", { level: 2 }, { level: 3 }), change("b", { level: 1 }, { level: 4 })];
    expect(await store.save(id, changes, later, true)).toEqual([{ item: "b", stored: { level: 2 } }]);
    expect(await find(id)).toMatchObject({ answers: { a: { level: 2 }, b: { level: 2 } }, updatedAt: atNoon.toISOString() });
    expect(await store.save(id, changes.slice(0, 1), later, true)).toEqual([]);
    expect(await answersOf(id)).toEqual({ a: { level: 3 }, b: { level: 2 } });
  });

  it("writes over whatever stands there where nothing was seen", async () => {
    const id = await keep({ answers: { a: { level: 2 } } });
    const changes = [
      { item: "a", seen: null, next: { level: 4 } },
      { item: "b", seen: null, next: null },
    ] as const;
    expect(await store.save(id, [...changes], later)).toEqual([]);
    expect(await answersOf(id)).toEqual({ a: { level: 4 } });
  });

  it("saves all of a page or, where it fails, nothing", async () => {
    const id = await keep({ answers: { b: { level: 2 } } });
    await tables("answers").where({ item_id: "b" }).update({ answer: "no JSON" });
    await expect(store.save(id, [change("a", null, { level: 1 }), change("b", null, { level: 1 })], later)).rejects.toThrow();
    expect(await tables("answers").where({ assessment_id: id }).select("item_id")).toEqual([{ item_id: "b" }]);
  });

  it("lets one of many win who save at the same time from the same start", async () => {
    const id = await keep();
    const notes = Array.from({ length: 20 }, (_, index) => ({ note: `writer ${index}` }));
    const results = await Promise.all(notes.map((next) => store.save(id, [{ item: "a", seen: nobody, next }], later)));
    const winners = notes.filter((_, index) => results[index]?.length === 0);
    expect(winners).toHaveLength(1);
    expect(await answersOf(id)).toEqual({ a: winners[0] });
    expect(results.flat().filter((conflict) => versionTag(conflict?.stored ?? null) !== versionTag(winners[0] ?? null))).toEqual([]);
  });

  it("takes an item called like a part of every object for an item", async () => {
    const id = await keep();
    await store.save(id, [change("constructor", null, { level: 1 })], later);
    expect(await answersOf(id)).toEqual({ constructor: { level: 1 } });
  });

  it("says that an assessment is gone", async () => {
    const id = await keep();
    await stores.assessments.remove(id);
    for (const gone of [id, "unknown"]) expect(await store.save(gone, [change("a", null, { level: 1 })], later)).toBeNull();
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
          expect(await store.save(id, [change(item, expected.get(item) ?? null, next)], later)).toEqual([]);
          if (next) expected.set(item, next);
          else expected.delete(item);
        }
        expect(await answersOf(id)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 20 },
    );
  });
});
