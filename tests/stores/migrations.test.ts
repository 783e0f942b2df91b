import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "../../db/connection";
import { migrations } from "../../db/migrations";
import { engines, type TestDatabase } from "./engines";

const migrationSource = migrations;
const tables = ["assessments", "answers", "barrier_reports", "api_keys", "api_assessments", "api_creations"];

describe.each(engines)("the migrations on $name", ({ create }) => {
  let place: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    place = await create();
    database = await openDatabase(place.url);
  });
  afterEach(async () => {
    await database.destroy();
    place.remove();
  });

  const columns = () => Promise.all(tables.map((table) => database(table).columnInfo()));
  const existing = async () => {
    const found = await Promise.all(tables.map((table) => database.schema.hasTable(table)));
    return tables.filter((_table, index) => found[index]);
  };

  it("go up, down and up again to the same tables", async () => {
    const before = await columns();
    expect(await existing()).toEqual(tables);
    expect(Object.keys(before[1] ?? {})).toEqual(["assessment_id", "item_id", "answer", "updated_at"]);

    await database.migrate.rollback({ migrationSource }, true);
    expect(await existing()).toEqual([]);

    await database.migrate.latest({ migrationSource });
    expect(await columns()).toEqual(before);
  });

  it("go down and up one by one", async () => {
    const all = await migrations.getMigrations([]);
    for (const _step of all) await database.migrate.down({ migrationSource });
    expect(await existing()).toEqual([]);
    for (const _step of all) await database.migrate.up({ migrationSource });
    expect(await existing()).toEqual(tables);
  });

  it("leave a database alone that is up to date", async () => {
    await database("barrier_reports").insert({ id: "a", message: "m", created_at: "2026-11-21T12:00:00.000Z" });
    await database.destroy();
    database = await openDatabase(place.url);
    expect(await database("barrier_reports").select("id", "message", "contact")).toEqual([{ id: "a", message: "m", contact: null }]);
  });

  it("give no migration that is not listed", async () => {
    await expect(migrations.getMigration("0000-nothing")).rejects.toThrow('There is no migration "0000-nothing"');
  });
});
