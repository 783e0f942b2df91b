import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Assessment } from "../../app/core/assessment/assessment";
import { openStores, type Stores } from "../../db";
import type { Creation } from "../../db/api-assessments";
import { newId } from "../../db/new-id";
import { openDatabase, type Database } from "../../db/connection";
import { createDatabase, engine, type TestDatabase } from "../support/engine";

const atNoon = new Date("2026-11-21T12:00:00Z");
const hours = (count: number) => new Date(atNoon.getTime() + count * 60 * 60 * 1000);
const creation = (body = "body", word = "word"): Creation => ({ idempotencyHash: word, bodyHash: body });

describe(`assessments of API keys on ${engine}`, () => {
  let place: TestDatabase;
  let stores: Stores;
  let tables: Database;
  let mine: string;
  let theirs: string;
  beforeEach(async () => {
    place = await createDatabase();
    stores = await openStores(place.url);
    tables = await openDatabase(place.url);
    const wish = { name: "N", scopes: [], expiresOn: null };
    [mine, theirs] = [await stores.apiKeys.create(wish, "a", atNoon), await stores.apiKeys.create(wish, "b", atNoon)];
  });
  afterEach(async () => {
    await tables.destroy();
    await stores.close();
    await place.remove();
  });

  let made = 0;
  function create(of: string, mark: Creation | null = null, now = atNoon, name?: string) {
    made += 1;
    const assessment: Assessment = {
      track: "sme",
      depth: "full",
      aiUse: "unknown",
      modelVersion: "1.2.3",
      organisation: name === undefined ? {} : { name },
      answers: { a: { level: 1 } },
    };
    const keys = { edit: `edit ${made}`, read: `read ${made}` };
    return stores.apiAssessments.create(of, { id: newId(), assessment, keys, creation: mark }, now);
  }
  const count = async (table: string) => (await tables(table).select()).length;

  it("belong to the key that made them, and open for people by their own keys", async () => {
    const { id } = await create(mine);
    expect(await stores.apiAssessments.belongsTo(mine, id ?? "")).toBe(true);
    expect(await stores.apiAssessments.belongsTo(theirs, id ?? "")).toBe(false);
    expect(await stores.apiAssessments.belongsTo(mine, "' OR 1=1 --")).toBe(false);
    expect(await stores.assessments.find(id ?? "")).toMatchObject({ answers: { a: { level: 1 } }, createdAt: atNoon.toISOString() });
    expect(await stores.assessments.findByKeyHash(`edit ${made}`)).toEqual({ id, may: "edit" });
  });

  it("are listed by key, in order, from where a list left off", async () => {
    const ids: string[] = [];
    for (const hour of [2, 0, 1]) ids.push((await create(mine, null, hours(hour), `at ${hour}`)).id ?? "");
    await create(theirs);
    const list = await stores.apiAssessments.list(mine, null, 10);
    expect(list.map(({ name }) => name)).toEqual(["at 0", "at 1", "at 2"]);
    expect(list[0]).toEqual({ id: ids[1], name: "at 0", createdAt: hours(0).toISOString(), updatedAt: hours(0).toISOString() });
    expect(await stores.apiAssessments.list(mine, list[0] ?? null, 1)).toEqual([list[1]]);
    await stores.assessments.remove(list[1]?.id ?? "");
    expect(await stores.apiAssessments.list(mine, list[1] ?? null, 10)).toEqual([list[2]]);
  });

  it("made in the same moment are each listed once", async () => {
    for (let times = 0; times < 5; times += 1) await create(mine);
    const seen: string[] = [];
    let [next] = await stores.apiAssessments.list(mine, null, 1);
    for (; next; [next] = await stores.apiAssessments.list(mine, next, 1)) seen.push(next.id);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it("go with their rows, by hand and by retention", async () => {
    const { id } = await create(mine, creation());
    await create(mine);
    await stores.assessments.remove(id ?? "");
    expect(await count("api_assessments")).toBe(1);
    await stores.assessments.removeUntouchedSince(hours(1), hours(1));
    expect(await stores.apiAssessments.list(mine, null, 10)).toEqual([]);
    await stores.assessments.deleteRemovedBefore(hours(2));
    expect([await count("api_assessments"), await count("assessments"), await count("answers")]).toEqual([0, 0, 0]);
  });

  describe("with a mark", () => {
    it("are made once", async () => {
      const first = await create(mine, creation());
      expect(first.outcome).toBe("created");
      expect(await create(mine, creation())).toEqual({ outcome: "repeated", id: first.id });
      expect(await create(mine, creation("other"))).toEqual({ outcome: "other-body", id: null });
      expect(await count("assessments")).toBe(1);
    });

    it("are made once where many come at the same time", async () => {
      const results = await Promise.all(Array.from({ length: 8 }, () => create(mine, creation())));
      expect(results.filter(({ outcome }) => outcome === "created")).toHaveLength(1);
      expect(new Set(results.map(({ id }) => id)).size).toBe(1);
      expect(await count("assessments")).toBe(1);
    });

    it("of another key are others", async () => {
      const [one, other] = [await create(mine, creation()), await create(theirs, creation())];
      expect([one.outcome, other.outcome]).toEqual(["created", "created"]);
      expect(one.id).not.toBe(other.id);
    });

    it("are remembered for a day, also where the assessment is gone", async () => {
      const { id } = await create(mine, creation());
      await stores.assessments.remove(id ?? "");
      expect(await create(mine, creation(), hours(23))).toEqual({ outcome: "deleted", id: null });
      expect((await create(mine, creation(), hours(24))).outcome).toBe("created");
      expect(await count("api_creations")).toBe(1);
    });

    it("leave nothing of it where the assessment cannot be kept", async () => {
      await create(mine);
      // The same keys once more.
      made -= 1;
      await expect(create(mine, creation())).rejects.toThrow();
      expect([await count("api_creations"), await count("api_assessments"), await count("assessments")]).toEqual([0, 1, 1]);
    });
  });
});
