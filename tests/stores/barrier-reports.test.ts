import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStores, type Stores } from "../../db";
import { createDatabase, engine, type TestDatabase } from "../support/engine";

describe(`barrier reports on ${engine}`, () => {
  let place: TestDatabase;
  let stores: Stores;
  beforeEach(async () => {
    place = await createDatabase();
    stores = await openStores(place.url);
  });
  afterEach(async () => {
    await stores.close();
    await place.remove();
  });

  it("are kept as they were told, the oldest first, with their time in UTC", async () => {
    const { barrierReports } = stores;
    await barrierReports.add({ message: "Später", contact: null }, new Date("2026-11-22T00:15:00+01:00"));
    await barrierReports.add(
      { message: "'); DROP TABLE barrier_reports; --\n<b>Früher</b>", contact: "erika@example.org" },
      new Date("2026-11-21T12:00:00Z"),
    );
    expect(await barrierReports.list()).toEqual([
      {
        message: "'); DROP TABLE barrier_reports; --\n<b>Früher</b>",
        contact: "erika@example.org",
        created_at: "2026-11-21T12:00:00.000Z",
      },
      { message: "Später", contact: null, created_at: "2026-11-21T23:15:00.000Z" },
    ]);
  });

  it("may be alike", async () => {
    const { barrierReports } = stores;
    const now = new Date();
    for (let times = 0; times < 3; times += 1) await barrierReports.add({ message: "Kontrast", contact: null }, now);
    expect(await barrierReports.list()).toHaveLength(3);
  });
});
