import { dirname } from "node:path";
import knex, { type Knex } from "knex";
import { explainFault } from "./explain-fault";
import { keepStatements, type SqliteConnection } from "./kept-statements";
import { makeFolder } from "./make-folder";
import { migrations } from "./migrations";

export type Database = Knex;

const inMemory = "file::memory:";

const longestWaitSeconds = 60;
/** Any number, always the same. */
const migrationLock = 7_353_735;

/** What somebody typed must not get into an error's message, and with it into the log. */
const quietErrors = { compileSqlOnError: false, log: { warn: ignore, error: ignore, debug: ignore, deprecate: ignore } };
function ignore(): void {
  // What Knex would print is thrown as well.
}

/**
 * Opens the database that `url` names and brings its schema up to date.
 * @param url `file:` and a path, `file::memory:`, or `postgres://…`.
 * @throws an error whose message is for the operator.
 */
export async function openDatabase(url: string): Promise<Database> {
  let database: Database | null = null;
  try {
    database = connect(url);
    await migrate(database, url);
    return database;
  } catch (error) {
    await database?.destroy();
    throw explainFault(error, url);
  }
}

/** Lets go of a lock that a start has left behind which was ended while it changed the tables. Nobody else may be starting. */
export async function unlockMigrations(url: string): Promise<void> {
  const database = connect(url);
  try {
    await database.migrate.forceFreeMigrationsLock({ migrationSource: migrations });
  } catch (error) {
    throw explainFault(error, url);
  } finally {
    await database.destroy();
  }
}

const connect = (url: string): Database => (url.startsWith("file:") ? openSqlite(url.slice("file:".length)) : openPostgres(url));

/** Of several processes that start at once, one brings the schema up to date while the others wait. */
function migrate(database: Database, url: string): Promise<void> {
  const latest = async () => void (await database.migrate.latest({ migrationSource: migrations }));
  if (isSqlite(database)) return url === inMemory ? latest() : alone(url.slice("file:".length), latest);
  return database.transaction(async (transaction) => {
    // Let go of with the end of the transaction, also where the process dies.
    await transaction.raw("select pg_advisory_xact_lock(?)", [migrationLock]);
    await latest();
  });
}

/** Works while no other process does: SQLite's lock on a file beside the database, which a process that dies lets go of. */
async function alone(filename: string, work: () => Promise<void>): Promise<void> {
  const lock = knex({ client: "sqlite3", connection: { filename: `${filename}.lock` }, useNullAsDefault: true, pool: { min: 1, max: 1 } });
  try {
    for (let waited = 0; !(await isTaken(lock)); waited += 1) {
      if (waited >= longestWaitSeconds * 10) throw new Error("Another process has been changing the database's tables for a minute.");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await work();
  } finally {
    await lock.destroy();
  }
}

const isTaken = (lock: Database): Promise<boolean> =>
  lock.raw("begin exclusive").then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && error.message.includes("SQLITE_BUSY")) return false;
      throw error;
    },
  );

function openSqlite(filename: string): Database {
  if (filename !== ":memory:") makeFolder(dirname(filename));
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
      afterCreate(connection: SqliteConnection, done: (error: Error | null) => void) {
        keepStatements(connection);
        // FULL, not NORMAL: an answer is acknowledged only once a power cut can no longer take it away. Another process that writes, such as a command, is waited for.
        connection.exec(
          "PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;",
          done,
        );
      },
    },
  });
}

function openPostgres(connection: string): Database {
  return knex({ client: "pg", connection, ...quietErrors, pool: { min: 0, max: 10 } });
}

export const isSqlite = (database: Database): boolean => (database.client as Knex.Client).config.client === "sqlite3";

/** Takes deleted rows out of SQLite's write-ahead log too, where they would stand until they are written over. */
export async function truncateWal(database: Database): Promise<void> {
  if (isSqlite(database)) await database.raw("PRAGMA wal_checkpoint(TRUNCATE)");
}
