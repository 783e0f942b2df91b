import { afterEach, beforeEach, expect, it } from "vitest";
import { allAnswered, modelVersion } from "../../tests/support/builders";
import { openStores, type Stores } from "../../db";
import type { DemoAssessment } from "../../seeds/demo";
import { accessGrantOf } from "../http/access/access";
import { readBrowser } from "../http/access/device-cookie";
import { isKey } from "../http/access/keys";
import { retentionLimit } from "../core/assessment/retention";
import { demoAccess, describeDemo, fillDemo } from "./fill-demo";

const now = new Date("2026-11-22T09:00:00.000Z");
const examples: DemoAssessment[] = ["musterstadt", "tischlerei-muster"].map((name) => ({
  name,
  assessment: {
    track: "municipality",
    depth: "full",
    aiUse: "unknown",
    modelVersion,
    organisation: { name: name.toUpperCase() },
    answers: allAnswered(1),
  },
}));

let stores: Stores;
beforeEach(async () => void (stores = await openStores("file::memory:")));
afterEach(() => stores.close());

/** What somebody who follows the link may do. */
const open = (key: string) => accessGrantOf(readBrowser(undefined, { secure: false }), stores, { now, today: "2026-11-22" }).accept(key);

it("keeps each example so that its link opens it for editing", async () => {
  const entries = await fillDemo(stores.assessments, examples, now);
  expect(entries.map(({ name, state }) => [name, state])).toEqual([
    ["musterstadt", "new"],
    ["tischlerei-muster", "new"],
  ]);
  for (const { name, key, assessment } of entries) {
    const opened = await open(key);
    expect(opened).toMatchObject({ id: demoAccess(name).id, may: "edit" });
    expect(await stores.assessments.find(opened?.id ?? "")).toMatchObject({ ...assessment, createdAt: now.toISOString() });
  }
});

it("run again, adds nothing and leaves what people have changed", async () => {
  const [first] = await fillDemo(stores.assessments, examples, now);
  const { id, key } = demoAccess("musterstadt");
  const profile = { depth: "quick" as const, organisation: { name: "Umbenannt" } };
  const changes = [
    { field: "depth", seen: null, next: "quick" },
    { field: "name", seen: null, next: "Umbenannt" },
  ];
  await stores.assessments.saveProfile(id, changes, now);

  const again = await fillDemo(stores.assessments, examples, new Date("2026-12-01"));
  expect(again.map(({ state }) => state)).toEqual(["kept", "kept"]);
  expect(again[0]?.key).toBe(first?.key);
  expect(await stores.assessments.find(id)).toMatchObject({ ...profile, createdAt: now.toISOString() });
  expect(await open(key)).toMatchObject({ id, may: "edit" });
});

it("brings back an example that was deleted", async () => {
  await fillDemo(stores.assessments, examples, now);
  await stores.assessments.remove(demoAccess("musterstadt").id);
  expect((await fillDemo(stores.assessments, examples, now)).map(({ state }) => state)).toEqual(["new", "kept"]);
});

it("keeps examples that retention does not take away at once", async () => {
  await fillDemo(stores.assessments, examples, now);
  expect(await stores.assessments.removeUntouchedSince(retentionLimit(now, 1), now)).toBe(0);
});

it("gives every name an id and a key of its own, always the same", () => {
  const [one, other] = [demoAccess("musterstadt"), demoAccess("kleinhausen")];
  expect(demoAccess("musterstadt")).toEqual(one);
  expect(new Set([one.id, one.key, other.id, other.key]).size).toBe(4);
  expect(isKey(one.key)).toBe(true);
  expect(one.id).toMatch(/^[A-Za-z0-9_-]{22}$/);
});

it("prints a table of links and says that everybody can know them", async () => {
  const text = describeDemo(await fillDemo(stores.assessments, examples, now), "http://127.0.0.1:3000");
  expect(text.split("\n").slice(0, 3)).toEqual([
    "Organisation       Track         Depth  State  Link for editing",
    `MUSTERSTADT        municipality  full   new    http://127.0.0.1:3000/open/${demoAccess("musterstadt").key}`,
    `TISCHLEREI-MUSTER  municipality  full   new    http://127.0.0.1:3000/open/${demoAccess("tischlerei-muster").key}`,
  ]);
  expect(text).toContain("anybody can know them");
});
