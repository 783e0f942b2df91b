import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import knex, { type Knex } from "knex";
import { migrations } from "./migrations";

export type Database = Knex;

/** What somebody typed must not get into an error's message, and with it into the log. */
const quietErrors = { compileSqlOnError: false };

/**
 * Opens the database that `url` names and brings its schema up to date.
 * @param url `file:` and a path, `file::memory:`, or `postgres://…`.
 */
export async function openDatabase(url: string): Promise<Database> {
  const database = url.startsWith("file:") ? openSqlite(url.slice("file:".length)) : openPostgres(url);
  await database.migrate.latest({ migrationSource: migrations });
  return database;
}

function openSqlite(filename: string): Database {
  if (filename !== ":memory:") mkdirSync(dirname(filename), { recursive: true });
  return knex({
    client: "sqlite3",
    connection: { filename },
    ...quietErrors,
    useNullAsDefault: true,
    pool: {
      // One writer is all SQLite has; an in-memory database must not lose its only connection either.
      min: 1,
      max: 1,
      idleTimeoutMillis: 2 ** 31 - 1,
      afterCreate(connection: { exec(sql: string, done: (error: Error | null) => void): void }, done: (error: Error | null) => void) {
        // FULL, not NORMAL: an answer is acknowledged only once a power cut can no longer take it away.
        connection.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;", done);
      },
    },
  });
}

function openPostgres(connection: string): Database {
  return knex({ client: "pg", connection, ...quietErrors, pool: { min: 0, max: 10 } });
}

/** Takes deleted rows out of SQLite's write-ahead log too, where they would stand until they are written over. */
export async function truncateWal(database: Database): Promise<void> {
  if ((database.client as Knex.Client).config.client === "sqlite3") await database.raw("PRAGMA wal_checkpoint(TRUNCATE)");
}
