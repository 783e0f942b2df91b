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

describe("a rule", () => {
  const open = { ...setting, rule: "open" } as const;
  const all = (those: { state: string; agreesToRule: boolean }[]) =>
    those.every(({ state, agreesToRule }) => state !== "joined" || agreesToRule);
  const enact = () => stores.rings.enactIf(mappe, all, act.now);
  const joined = async (...those: string[]) => {
    await stores.rings.invite(mappe, those, 30, act);
    for (const id of those) expect(await stores.rings.join(mappe, id, agreed, act)).toBe(true);
  };

  it("is set until somebody has joined, then proposed, and set again where all have left", async () => {
    const [first = ""] = ids;
    await stores.rings.invite(mappe, [first], 30, act);
    expect(await stores.rings.set(mappe, open, act)).toBe(true);
    expect(await stores.rings.find(mappe)).toMatchObject({ setting: open, proposal: null });
    await stores.rings.join(mappe, first, agreed, act);
    await publish();
    expect(await stores.rings.set(mappe, setting, act)).toBe(true);
    expect(await stores.rings.find(mappe)).toMatchObject({ setting: open, proposal: setting });
    expect(await stores.rings.set(mappe, { ...setting, track: "sme" }, act)).toBe(false);
    await stores.rings.leave(mappe, first, act);
    expect(await stores.rings.set(mappe, { ...setting, track: "sme" }, act)).toBe(true);
    expect(await stores.rings.find(mappe)).toMatchObject({ setting: { track: "sme" }, proposal: null, figures: null });
  });

  it("that is proposed is agreed to by members who have seen it, and holds from the last consent on", async () => {
    const [first = "", second = "", third = ""] = ids;
    await joined(first, second);
    await stores.rings.invite(mappe, [third], 30, act);
    const agree = (id: string, seen = true) => stores.rings.agreeToRule(mappe, id, () => seen, act);
    expect(await agree(first)).toBe(false);
    await stores.rings.set(mappe, open, act);
    expect([await agree(first, false), await agree(third), await agree("nobody"), await agree(first)]).toEqual([false, false, false, true]);
    expect(await enact()).toMatchObject({ setting, proposal: open });
    await agree(second);
    await stores.rings.withdrawRule(mappe, second, act);
    expect(await enact()).toMatchObject({ setting, proposal: open });
    await agree(second);
    expect(await enact()).toMatchObject({ setting: open, proposal: null });
    expect((await stores.rings.members(mappe)).map(({ state, agreesToRule }) => [state, agreesToRule])).toEqual([
      ["joined", false],
      ["joined", false],
      ["invited", false],
    ]);
    expect(await agree(first)).toBe(false);
  });

  it("for a newer version of the questionnaire takes the figures of the older one along, and no memory of who was in them", async () => {
    const [first = ""] = ids;
    await joined(first);
    await publish();
    await stores.rings.set(mappe, open, act);
    await stores.rings.agreeToRule(mappe, first, agreed, act);
    expect(await enact()).toMatchObject({ publishedOn: "2026-11-21" });
    await stores.rings.set(mappe, { ...open, modelVersion: "2.1.0" }, act);
    await stores.rings.agreeToRule(mappe, first, agreed, act);
    expect(await enact()).toMatchObject({ setting: { modelVersion: "2.1.0" }, figures: null, publishedOn: null, publishedCount: 1 });
    expect(await stores.rings.members(mappe)).toMatchObject([{ published: { values: null } }]);
  });

  it("invites anew whom it came to hold without, and keeps nothing of what they have brought", async () => {
    const [first = "", second = ""] = ids;
    await joined(first, second);
    const brought = new Map([[second, { overall: 61, topics: {} }]]);
    await stores.rings.publishIf(mappe, () => ({ figures: { overall: null, topics: {} }, values: brought, on: "2026-11-21" }));
    await stores.rings.set(mappe, open, act);
    await stores.rings.agreeToRule(mappe, first, agreed, act);
    await stores.rings.enactIf(mappe, () => true, act.now);
    expect(await stores.rings.members(mappe)).toMatchObject([
      { id: first, state: "joined" },
      { id: second, state: "invited", published: { values: null } },
    ]);
  });
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
