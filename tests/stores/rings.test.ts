import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { byOwner } from "../../app/core/mappe/audit";
import type { RingSetting } from "../../app/core/ring/ring";
import { openStores, type Stores } from "../../db";
import { createDatabase, type SqliteDatabase, type TestDatabase } from "../support/engine";

const act = { now: new Date("2026-11-21T12:00:00Z"), by: byOwner };
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
  await stores.mappen.create(mappe, "Kreis", { hash: `owner ${mappe}`, sealedSecret: "sealed" }, act);
  const made = Array.from({ length: 3 }, (_, index) => ({
    id: `${mappe} town ${index}`,
    assessment: {
      ...({ track: "municipality", depth: "full", aiUse: "unknown", modelVersion: "2.0.0" } as const),
      organisation: { name: `Stadt ${index}` },
      answers: {},
    },
    keys: { edit: `edit ${mappe} ${index}`, read: `read ${mappe} ${index}` },
  }));
  await stores.mappen.make(mappe, made, act);
  ids = made.map(({ id }) => id);
  await stores.rings.set(mappe, setting, act);
});
const everythingKept = async () =>
  "bytes" in place ? (place as SqliteDatabase).bytes() : JSON.stringify(await stores.rings.members(mappe));
const stateOf = async (id: string) => (await stores.rings.members(mappe)).find((one) => one.id === id)?.state ?? null;
const publish = () =>
  stores.rings.publishIf(mappe, () => ({ figures: { overall: null, topics: {} }, values: new Map(), on: "2026-11-21" }));

describe("a ring takes in", () => {
  it("nobody without an invitation, whoever asks", async () => {
    const [first = "", second = ""] = ids;
    await stores.rings.invite(mappe, [first], 30, act);
    expect(await stores.rings.join(mappe, second, agreed, act)).toBe(false);
    expect(await stores.rings.join("no ring", first, agreed, act)).toBe(false);
    expect(await stores.rings.join(mappe, first, () => false, act)).toBe(false);
    expect([await stateOf(first), await stateOf(second)]).toEqual(["invited", null]);
    expect(await stores.rings.join(mappe, first, agreed, act)).toBe(true);
    expect(await stateOf(first)).toBe("joined");
  });

  it("nobody again who has left, until they are invited again", async () => {
    const [first = ""] = ids;
    await stores.rings.invite(mappe, [first], 30, act);
    await stores.rings.join(mappe, first, agreed, act);
    // Whoever was there at a publication is remembered until the next one.
    await publish();
    await stores.rings.leave(mappe, first, act);
    expect(await stores.rings.join(mappe, first, agreed, act)).toBe(false);
    expect(await stateOf(first)).toBe("left");
    await stores.rings.invite(mappe, [first], 30, act);
    expect(await stores.rings.join(mappe, first, agreed, act)).toBe(true);
  });

  it("nobody any more whom the Mappe has lost", async () => {
    const [first = ""] = ids;
    await stores.rings.invite(mappe, [first], 30, act);
    await stores.mappen.takeOut(mappe, first, act);
    expect(await stores.rings.join(mappe, first, agreed, act)).toBe(false);
  });

  it("no more than it may hold, counting who is invited, and not who has left", async () => {
    const [first = "", second = "", third = ""] = ids;
    expect(await stores.rings.invite(mappe, [first, second, third], 2, act)).toBe(false);
    expect(await stores.rings.members(mappe)).toEqual([]);
    expect(await stores.rings.invite(mappe, [first, second], 2, act)).toBe(true);
    expect(await stores.rings.invite(mappe, [third], 2, act)).toBe(false);
    await stores.rings.leave(mappe, second, act);
    expect(await stores.rings.invite(mappe, [third], 2, act)).toBe(true);
  });
});

it("has a rule that stands once somebody has joined, even where they have left since", async () => {
  const [first = ""] = ids;
  await stores.rings.invite(mappe, [first], 30, act);
  expect(await stores.rings.set(mappe, { ...setting, rule: "open" }, act)).toBe(true);
  await stores.rings.join(mappe, first, agreed, act);
  await publish();
  expect(await stores.rings.set(mappe, setting, act)).toBe(false);
  await stores.rings.leave(mappe, first, act);
  expect(await stores.rings.set(mappe, setting, act)).toBe(false);
  expect((await stores.rings.find(mappe))?.setting.rule).toBe("open");
});

it.each(["leave", "takeOut"] as const)("keeps nothing of what a member has brought, in its files either, after %s", async (way) => {
  const [first = ""] = ids;
  await stores.rings.invite(mappe, [first], 30, act);
  await stores.rings.join(mappe, first, agreed, act);
  const brought = new Map([[first, { overall: 61, topics: { skills: 1_234_567 + count } }]]);
  await stores.rings.publishIf(mappe, () => ({ figures: { overall: null, topics: {} }, values: brought, on: "2026-11-21" }));
  expect(await everythingKept()).toContain(String(1_234_567 + count));
  await (way === "leave" ? stores.rings.leave(mappe, first, act) : stores.mappen.takeOut(mappe, first, act));
  expect(await everythingKept()).not.toContain(String(1_234_567 + count));
});
