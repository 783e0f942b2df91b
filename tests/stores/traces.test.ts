import { afterEach, beforeEach, expect, it } from "vitest";
import { openStores, type Stores } from "../../db";
import { createSqlite, type SqliteDatabase } from "../support/engine";

/** Only SQLite promises this; PostgreSQL keeps what was deleted until it needs the place. */

const now = new Date("2026-11-21T12:00:00Z");
let place: SqliteDatabase;
let stores: Stores;
beforeEach(async () => {
  place = await createSqlite();
  stores = await openStores(place.url);
});
afterEach(async () => {
  await stores.close();
  await place.remove();
});

const keep = (day = now) =>
  stores.assessments.create(
    {
      ...{ track: "sme", depth: "full", aiUse: "unknown", modelVersion: "1.0.0", organisation: { name: "Spurlos GmbH" } },
      answers: { a: { level: 1, note: "vertrauliche Notiz" } },
    },
    { edit: "e", read: "r" },
    day,
  );

it("what is deleted leaves nothing in any file", async () => {
  const id = await keep();
  expect(place.bytes()).toMatch(/Spurlos GmbH[^]*vertrauliche Notiz|vertrauliche Notiz[^]*Spurlos GmbH/);
  await stores.assessments.remove(id);
  for (const trace of ["Spurlos", "vertrauliche", id]) expect(place.bytes()).not.toContain(trace);
});

it("nor does what retention takes away", async () => {
  await keep(new Date("2024-01-01"));
  expect(await stores.assessments.removeUntouchedSince(now, now)).toBe(1);
  expect(await stores.assessments.deleteRemovedBefore(new Date(now.getTime() + 1))).toBe(1);
  for (const trace of ["Spurlos", "vertrauliche"]) expect(place.bytes()).not.toContain(trace);
});

it("nor does an author's text, taken back alone or with its assessment", async () => {
  const id = await keep();
  const write = (next: unknown) => stores.authorTexts.save(id, [{ field: "author", seen: null, next }], "de", now);
  await write("Beratung Beispiel");
  await write(undefined);
  expect(place.bytes()).not.toContain("Beratung Beispiel");
  await write("Beratung Beispiel");
  await stores.assessments.remove(id);
  expect(place.bytes()).not.toContain("Beratung Beispiel");
});
