import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "../../db/connection";
import { migrations } from "../../db/migrations";
import { createDatabase, createSqlite, engine, type TestDatabase } from "../support/engine";

const migrationSource = migrations;
type Reference = { name: string; column: string };
const tables = [
  ...["assessments", "answers", "previous_answers", "plans", "plan_steps", "author_texts", "brands"],
  ...["barrier_reports", "api_keys", "api_assessments", "api_creations", "device_keys", "rate_limits", "times"],
  ...["mappen", "mappe_people", "mappe_assessments", "device_mappe_keys", "assessment_summaries", "rings", "ring_members"],
  ...["accounts", "account_sessions", "account_links", "account_devices", "account_recovery_codes", "account_identities"],
  "mappe_invitations",
  "mappe_brands",
  ...["batches", "batch_items"],
  ...["rounds", "people", "person_answers", "recorded_answers", "device_people"],
];

describe(`the migrations on ${engine}`, () => {
  let place: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    place = await createDatabase();
    database = await openDatabase(place.url);
  });
  afterEach(async () => {
    await database.destroy();
    await place.remove();
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

  const downTo = async (number: string) => {
    while ((await database.migrate.currentVersion({ migrationSource })).slice(0, 4) > number)
      await database.migrate.down({ migrationSource });
  };

  it("lose nothing that was kept on the way up, where a table or a column gets another name", async () => {
    const time = "2026-11-21T12:00:00.000Z";
    await downTo("0007");
    const keys = { edit_key_hash: "e", read_key_hash: "r", read_key_version: 1, created_at: time, updated_at: time };
    await database("assessments").insert({ id: "a", track: "sme", depth: "full", model_version: "1.0.0", organisation: "{}", ...keys });
    const part = { assessment_id: "a", updated_at: time };
    await database("answers").insert({ ...part, item_id: "i", answer: '{"level":1}' });
    await database("report_words").insert({ ...part, words: "words" });
    await database("roadmaps").insert({ ...part, settings: "settings" });
    await database("roadmap_steps").insert({ ...part, initiative_id: "i", step: "step" });

    await database.migrate.latest({ migrationSource });
    expect(await database("assessments").select("id", "ai_use", "weights")).toEqual([{ id: "a", ai_use: "unknown", weights: "{}" }]);
    expect(await database("author_texts").select("assessment_id", "text")).toEqual([{ assessment_id: "a", text: "words" }]);
    expect(await database("plans").select("limits", "since")).toEqual([{ limits: "settings", since: "2026-11-21" }]);
    expect(await database("plan_steps").select("initiative_id", "step")).toEqual([{ initiative_id: "i", step: "step" }]);

    await downTo("0007");
    expect(await database("answers").select("item_id", "answer")).toEqual([{ item_id: "i", answer: '{"level":1}' }]);
    expect(await database("report_words").select("words")).toEqual([{ words: "words" }]);
    expect(await database("roadmaps").select("settings")).toEqual([{ settings: "settings" }]);
    await database("assessments").delete();
    for (const table of ["answers", "report_words", "roadmaps", "roadmap_steps"]) expect(await database(table).select()).toEqual([]);
  });

  it("give an index to every column that refers to another table, so that a row that goes is not looked for in all of them", async () => {
    const pairs = (query: string) =>
      database
        .raw<{ rows: Reference[] } | Reference[]>(query)
        .then((result) => ("rows" in result ? result.rows : result).map((row) => `${row.name} ${row.column}`));
    const [references, indexed] =
      engine === "SQLite"
        ? [
            `select m.name, f."from" as "column" from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'`,
            `select m.name, i.name as "column" from sqlite_master m join pragma_index_list(m.name) l join pragma_index_info(l.name) i
             where m.type = 'table' and i.seqno = 0`,
          ]
        : [
            `select r.relname as name, a.attname as "column" from pg_constraint c join pg_class r on r.oid = c.conrelid
             join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f'`,
            `select r.relname as name, a.attname as "column" from pg_index i join pg_class r on r.oid = i.indrelid
             join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]`,
          ];
    const found = new Set(await pairs(indexed));
    const all = await pairs(references);
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((one) => !found.has(one))).toEqual([]);
  });

  it("let SQLite find whose key it is by an index, whatever its statistics say of keys that hardly anybody has", async () => {
    const own = await createSqlite();
    const sqlite = await openDatabase(own.url);
    const row = { track: "sme", depth: "full", model_version: "1.0.0", organisation: "{}", read_key_version: 1 };
    for (let index = 0; index < 50; index += 1)
      await sqlite("assessments").insert({
        ...{ ...row, id: `a${index}`, edit_key_hash: `e${index}`, read_key_hash: `r${index}` },
        ...{ created_at: "2026-11-21T12:00:00.000Z", updated_at: "2026-11-21T12:00:00.000Z" },
      });
    await sqlite.raw("analyze");
    const plan = await sqlite.raw<{ detail: string }[]>(
      "explain query plan select id from assessments where edit_key_hash = 'k' or read_key_hash = 'k' or check_key_hash = 'k'",
    );
    expect(plan.filter(({ detail }) => detail.startsWith("SCAN"))).toEqual([]);
    expect(plan.filter(({ detail }) => detail.startsWith("SEARCH")).length).toBe(3);
    await sqlite.destroy();
    await own.remove();
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
