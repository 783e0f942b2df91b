import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import type { Database } from "../../db/connection";
import { tablesOf } from "../../db/tables";
import { administer } from "./postgres";

/** An empty database. */
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

export const createDatabase = (): Promise<TestDatabase> => (engine === "PostgreSQL" ? createPostgres() : createSqlite());

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
