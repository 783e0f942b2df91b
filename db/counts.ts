import { isSqlite, type Database } from "./connection";
import { countRows } from "./count-rows";
import { tablesOf } from "./tables";

/** What is told of a database, of nobody in it. */
export type DatabaseState = {
  /** "SQLite 3.46.0" or "PostgreSQL 15.14". */
  engine: string;
  bytes: number;
  /** Name of the last migration. */
  schema: string;
  /** Rows by table. */
  rows: Record<string, number>;
  /** Assessments that retention has removed and not deleted yet. */
  removed: number;
  /** Assessments changed since the given moment. */
  changed: number;
};

/** @param since see `changed`. */
export async function describeDatabase(database: Database, since: Date): Promise<DatabaseState> {
  const rows: Record<string, number> = {};
  for (const table of await tablesOf(database)) rows[table] = await countRows(database(table));
  const last = await database<{ id: number; name: string }>("knex_migrations").orderBy("id", "desc").first("name");
  return {
    ...(await describeEngine(database)),
    schema: last?.name ?? "none",
    rows,
    removed: await countRows(database("assessments").whereNotNull("removed_at")),
    changed: await countRows(database("assessments").whereNull("removed_at").where("updated_at", ">=", since.toISOString())),
  };
}

async function describeEngine(database: Database): Promise<Pick<DatabaseState, "engine" | "bytes">> {
  if (isSqlite(database)) {
    const [row] = await database.raw<{ version: string; bytes: number }[]>(
      "select sqlite_version() as version, page_count * page_size as bytes from pragma_page_count(), pragma_page_size()",
    );
    return { engine: `SQLite ${row?.version}`, bytes: row?.bytes ?? 0 };
  }
  const { rows } = await database.raw<{ rows: { version: string; bytes: string }[] }>(
    "select current_setting('server_version') as version, pg_database_size(current_database()) as bytes",
  );
  return { engine: `PostgreSQL ${rows[0]?.version}`, bytes: Number(rows[0]?.bytes ?? 0) };
}
