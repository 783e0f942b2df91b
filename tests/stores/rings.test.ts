import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RingSetting } from "../../app/core/ring/ring";
import { openStores, type Stores } from "../../db";
import { createDatabase, type SqliteDatabase, type TestDatabase } from "../support/engine";

const now = new Date("2026-11-21T12:00:00Z");
const setting: RingSetting = { rule: "anonymous", track: "municipality", modelVersion: "2.0.0" };
const agreed = () => true;

let place: TestDatabase;
let stores: Stores;
let count = 0;
let mappe: string;
let ids: string[];
beforeAll(async () => {
  place = await createDatabase();
  stores = await openStores(place.url);
});
afterAll(async () => {
  await stores.close();
  await place.remove();
});
beforeEach(async () => {
  mappe = `ring${(count += 1)}`;
  await stores.mappen.create(mappe, "Kreis", { hash: `owner ${mappe}`, sealedSecret: "sealed" }, now);
  const made = Array.from({ length: 3 }, (_, index) => ({
    id: `${mappe} town ${index}`,
    assessment: {
      ...({ track: "municipality", depth: "full", aiUse: "unknown", modelVersion: "2.0.0" } as const),
      organisation: { name: `Stadt ${index}` },
      answers: {},
    },
    keys: { edit: `edit ${mappe} ${index}`, read: `read ${mappe} ${index}` },
  }));
  await stores.mappen.make(mappe, made, now);
  ids = made.map(({ id }) => id);
  await stores.rings.set(mappe, setting);
});
const everythingKept = async () =>
  "bytes" in place ? (place as SqliteDatabase).bytes() : JSON.stringify(await stores.rings.members(mappe));
const stateOf = async (id: string) => (await stores.rings.members(mappe)).find((one) => one.id === id)?.state ?? null;
const publish = () =>
  stores.rings.publishIf(mappe, () => ({ figures: { overall: null, topics: {} }, values: new Map(), on: "2026-11-21" }));

describe("a ring takes in", () => {
  it("nobody without an invitation, whoever asks", async () => {
    const [first = "", second = ""] = ids;
    await stores.rings.invite(mappe, [first], 30, now);
    expect(await stores.rings.join(mappe, second, agreed, now)).toBe(false);
    expect(await stores.rings.join("no ring", first, agreed, now)).toBe(false);
    expect(await stores.rings.join(mappe, first, () => false, now)).toBe(false);
    expect([await stateOf(first), await stateOf(second)]).toEqual(["invited", null]);
    expect(await stores.rings.join(mappe, first, agreed, now)).toBe(true);
    expect(await stateOf(first)).toBe("joined");
  });

  it("nobody again who has left, until they are invited again", async () => {
    const [first = ""] = ids;
    await stores.rings.invite(mappe, [first], 30, now);
    await stores.rings.join(mappe, first, agreed, now);
    // Whoever was there at a publication is remembered until the next one.
    await publish();
    await stores.rings.leave(mappe, first, now);
    expect(await stores.rings.join(mappe, first, agreed, now)).toBe(false);
    expect(await stateOf(first)).toBe("left");
    await stores.rings.invite(mappe, [first], 30, now);
    expect(await stores.rings.join(mappe, first, agreed, now)).toBe(true);
  });

  it("nobody any more whom the Mappe has lost", async () => {
    const [first = ""] = ids;
    await stores.rings.invite(mappe, [first], 30, now);
    await stores.mappen.takeOut(mappe, first, now);
    expect(await stores.rings.join(mappe, first, agreed, now)).toBe(false);
  });

  it("no more than it may hold, counting who is invited, and not who has left", async () => {
    const [first = "", second = "", third = ""] = ids;
    expect(await stores.rings.invite(mappe, [first, second, third], 2, now)).toBe(false);
    expect(await stores.rings.members(mappe)).toEqual([]);
    expect(await stores.rings.invite(mappe, [first, second], 2, now)).toBe(true);
    expect(await stores.rings.invite(mappe, [third], 2, now)).toBe(false);
    await stores.rings.leave(mappe, second, now);
    expect(await stores.rings.invite(mappe, [third], 2, now)).toBe(true);
  });
});

it("has a rule that stands once somebody has joined, even where they have left since", async () => {
  const [first = ""] = ids;
  await stores.rings.invite(mappe, [first], 30, now);
  expect(await stores.rings.set(mappe, { ...setting, rule: "open" })).toBe(true);
  await stores.rings.join(mappe, first, agreed, now);
  await publish();
  expect(await stores.rings.set(mappe, setting)).toBe(false);
  await stores.rings.leave(mappe, first, now);
  expect(await stores.rings.set(mappe, setting)).toBe(false);
  expect((await stores.rings.find(mappe))?.setting.rule).toBe("open");
});

it.each(["leave", "takeOut"] as const)("keeps nothing of what a member has brought, in its files either, after %s", async (way) => {
  const [first = ""] = ids;
  await stores.rings.invite(mappe, [first], 30, now);
  await stores.rings.join(mappe, first, agreed, now);
  const brought = new Map([[first, { overall: 61, topics: { skills: 1_234_567 + count } }]]);
  await stores.rings.publishIf(mappe, () => ({ figures: { overall: null, topics: {} }, values: brought, on: "2026-11-21" }));
  expect(await everythingKept()).toContain(String(1_234_567 + count));
  await (way === "leave" ? stores.rings.leave(mappe, first, now) : stores.mappen.takeOut(mappe, first, now));
  expect(await everythingKept()).not.toContain(String(1_234_567 + count));
});
