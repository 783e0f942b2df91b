import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openStores } from "../../db";
import { openDatabase } from "../../db/connection";
import { createBareDatabase } from "../support/engine";

/** A path in a folder that does not exist yet. */
function sqlitePath(): string {
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-connection-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "one/two/test.sqlite");
}

it("opens SQLite so that nothing acknowledged is lost and nothing deleted is left", async () => {
  const file = sqlitePath();
  const database = await openDatabase(`file:${file}`);
  onTestFinished(() => database.destroy());
  const pragma = async (name: string): Promise<unknown> => {
    const [row] = (await database.raw<Record<string, unknown>[]>(`PRAGMA ${name}`)) ?? [];
    return Object.values(row ?? {})[0];
  };
  expect(existsSync(file)).toBe(true);
  expect(await pragma("journal_mode")).toBe("wal");
  expect(await pragma("synchronous"), "FULL").toBe(2);
  expect(await pragma("busy_timeout"), "another process is waited for").toBe(10_000);
  expect(await pragma("foreign_keys")).toBe(1);
  expect(await pragma("secure_delete")).toBe(1);
});

it("tells nothing of what was to be stored when the database fails", async () => {
  const file = `file:${sqlitePath()}`;
  const stores = await openStores(file);
  onTestFinished(() => stores.close());
  const database = await openDatabase(file);
  await database.schema.dropTable("barrier_reports");
  await database.destroy();
  const adding = stores.barrierReports.add({ message: "Erika Mustermann", contact: "erika@example.org" }, new Date());
  const stack = await adding.then(
    () => "",
    (error: unknown) => (error instanceof Error ? error.stack : ""),
  );
  expect(stack).toContain("barrier_reports");
  expect(stack).not.toMatch(/erika/i);
});

it("notices a database that does not answer", async () => {
  const stores = await openStores("file::memory:");
  await expect(stores.check()).resolves.toBeUndefined();
  await stores.close();
  await expect(stores.check()).rejects.toThrow();
});

it("processes that start at once wait for the one that makes the tables", { timeout: 60_000 }, async () => {
  const place = await createBareDatabase();
  const databases = await Promise.all(Array.from({ length: 5 }, () => openDatabase(place.url)));
  for (const database of databases) expect(await database("assessments").select()).toEqual([]);
  await Promise.all(databases.map((database) => database.destroy()));
  await place.remove();
});

it("goes on after a statement that failed, and where a table has changed since", async () => {
  const place = await createBareDatabase();
  onTestFinished(() => place.remove());
  const database = await openDatabase(place.url);
  onTestFinished(() => database.destroy());
  const insert = (id: string) => database("kept").insert({ id });
  const list = () => database("kept").orderBy("id");
  await database.schema.createTable("kept", (table) => table.text("id").primary());
  await insert("a");
  for (const attempt of ["a", "a"]) await expect(insert(attempt), "is there already").rejects.toThrow();
  await insert("b");
  expect(await list()).toEqual([{ id: "a" }, { id: "b" }]);
  await database.schema.alterTable("kept", (table) => table.text("more"));
  expect(await list()).toEqual([
    { id: "a", more: null },
    { id: "b", more: null },
  ]);
  expect(await Promise.all(["a", "c"].map((id) => database("kept").where({ id }).delete()))).toEqual([1, 0]);
  await database.schema.dropTable("kept");
  await expect(list(), "is gone").rejects.toThrow();
});
