import type { Database, RunResult, Statement } from "sqlite3";

type Done = (this: Pick<RunResult, "lastID" | "changes"> | void, error: Error | null, rows?: unknown[]) => void;
/** Of a connection, what Knex asks of it. */
export type SqliteConnection = Pick<Database, "exec" | "prepare"> & {
  all(sql: string, bindings: unknown[], done: Done): unknown;
  run(sql: string, bindings: unknown[], done: Done): unknown;
  close(done: (error: Error | null) => void): void;
};

/** More than there are different statements; those with ever other numbers of values take turns. */
const most = 300;
/** What comes again and again. What changes tables or the database itself comes once. */
const comesAgain = /^(select|insert|update|delete|with|begin|commit|rollback)\b/i;

/**
 * Lets a connection keep its statements as they are prepared, the latest of them: the same few hundred come again and again, and
 * preparing one takes longer than most take to run. SQLite itself prepares one anew when the tables have changed. One that has
 * failed is let go of, with whatever it holds.
 */
export function keepStatements(connection: SqliteConnection): void {
  const all = connection.all.bind(connection);
  const run = connection.run.bind(connection);
  const close = connection.close.bind(connection);
  const kept = new Map<string, Statement>();

  function forget(sql: string, statement: Statement): void {
    if (kept.get(sql) === statement) kept.delete(sql);
    statement.finalize();
  }

  /** A map keeps the order in which keys were set, so the first one is the one used longest ago. */
  function forgetOldest(): void {
    const [oldest] = kept;
    if (oldest) forget(...oldest);
  }

  function statementOf(sql: string, failed: (error: Error) => void): Statement {
    const known = kept.get(sql);
    const statement =
      known ??
      connection.prepare(sql, (error: Error | null) => {
        if (!error) return;
        kept.delete(sql);
        failed(error);
      });
    kept.delete(sql);
    kept.set(sql, statement);
    if (kept.size > most) forgetOldest();
    return statement;
  }

  connection.all = (sql, bindings, done) => {
    if (!comesAgain.test(sql)) return all(sql, bindings, done);
    const statement = statementOf(sql, (error) => done.call(undefined, error));
    return statement.all(bindings, (error: Error | null, rows: unknown[]) => {
      if (error) forget(sql, statement);
      done.call(undefined, error, rows);
    });
  };
  connection.run = (sql, bindings, done) => {
    if (!comesAgain.test(sql)) return run(sql, bindings, done);
    const statement = statementOf(sql, (error) => done.call(undefined, error));
    return statement.run(bindings, function (this: RunResult, error: Error | null) {
      if (error) forget(sql, statement);
      // Of this run: the statement may be run again before somebody reads it.
      done.call({ lastID: this.lastID, changes: this.changes }, error);
    });
  };
  // A database with a statement left does not close.
  connection.close = (done) => {
    for (const [sql, statement] of kept) forget(sql, statement);
    close(done);
  };
}
