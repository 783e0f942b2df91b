import { expect, it } from "vitest";
import { storageFaultOf } from "../../db/explain-fault";

const failed = (message: string, code?: string) => Object.assign(new Error(message), { code });

it.each<[error: unknown, reason: string | null]>([
  [failed("COMMIT; - SQLITE_FULL: database or disk is full", "SQLITE_FULL"), "SQLITE_FULL"],
  [failed("SQLITE_BUSY: database is locked"), "SQLITE_BUSY"],
  [failed("connect ECONNREFUSED 127.0.0.1:5432", "ECONNREFUSED"), "ECONNREFUSED"],
  [failed("could not extend file", "53100"), "53100"],
  [failed("terminating connection due to administrator command", "57P01"), "57P01"],
  [failed("cannot execute INSERT in a read-only transaction", "25006"), "25006"],
  [failed("Connection terminated unexpectedly"), "Connection terminated"],
  [failed("SQLITE_CONSTRAINT: UNIQUE constraint failed", "SQLITE_CONSTRAINT"), null],
  [failed("duplicate key value violates unique constraint", "23505"), null],
  [new TypeError("x is undefined"), null],
  ["SQLITE_FULL", null],
])("%s is a fault of the storage: %s", (error, reason) => {
  expect(storageFaultOf(error)).toBe(reason);
});
