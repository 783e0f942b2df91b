import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { openDatabase, type Database } from "../../db/connection";
import { tablesOf } from "../../db/tables";
import { administer } from "./postgres";

/** A database in which nothing is kept. */
export type TestDatabase = {
  /** For `openDatabase`. */
  url: string;
  /** Once nobody has it open any more. */
  remove: () => Promise<void>;
};

export type SqliteDatabase = TestDatabase & {
  /** Every byte that is kept of it, its logs included. */
  bytes: () => string;
};

/** The engine that these tests run on: the project "postgres" runs those of stores and HTTP a second time. */
export const engine = process.env.TEST_ENGINE === "postgres" ? "PostgreSQL" : "SQLite";

export const createDatabase = (): Promise<TestDatabase> => (engine === "PostgreSQL" ? createPostgres() : createSqliteWithTables());

/** One in which not even the tables are made. */
export const createBareDatabase = (): Promise<TestDatabase> => (engine === "PostgreSQL" ? createPostgres("template0") : createSqlite());

export function createSqlite(): Promise<SqliteDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-store-"));
  return Promise.resolve({
    url: `file:${join(folder, "test.sqlite")}`,
    bytes: () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), "latin1"))
        .join("\n"),
    remove: () => Promise.resolve(rmSync(folder, { recursive: true })),
  });
}

/** The tables are made once for all tests of a process: that takes longer than most that a test of a store does. */
async function createSqliteWithTables(): Promise<SqliteDatabase> {
  const made = (tables ??= makeTables());
  const database = await createSqlite();
  writeFileSync(database.url.slice("file:".length), await made);
  return database;
}
let tables: Promise<Buffer> | undefined;

/** A file of SQLite with nothing but its tables. */
async function makeTables(): Promise<Buffer> {
  const { url, remove } = await createSqlite();
  await (await openDatabase(url)).destroy();
  const bytes = readFileSync(url.slice("file:".length));
  await remove();
  return bytes;
}

async function createPostgres(copied?: string): Promise<TestDatabase> {
  const { url, template } = inject("postgres");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(url, (database) => database.raw("create database ?? template ??", [name, copied ?? template]));
  return {
    url: `${url}/${name}`,
    remove: () => administer(url, async (database) => void (await database.raw("drop database ?? with (force)", [name]))),
  };
}

/** The database of a server that keeps its data in this folder: always the same one. */
export async function databaseIn(folder: string): Promise<string> {
  if (engine === "SQLite") return `file:${join(folder, "ki-pegel.sqlite")}`;
  const known = databases.get(folder) ?? createPostgres().then(({ url }) => url);
  databases.set(folder, known);
  return known;
}
const databases = new Map<string, Promise<string>>();

/** Every value in every table, as text. */
export async function everythingIn(database: Database): Promise<string> {
  const tables = await tablesOf(database);
  const rows = await Promise.all(tables.map((table) => database(table).select<unknown[]>()));
  return JSON.stringify(rows);
}
