import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty database of one engine. */
export type TestDatabase = {
  /** For `openDatabase`. */
  url: string;
  /** Every byte the engine keeps of it, its logs included. */
  bytes: () => string;
  remove: () => void;
};

type Engine = { name: string; create: () => Promise<TestDatabase> };

/** The engines the stores run on. Each suite of a store runs once for each. */
export const engines: Engine[] = [{ name: "SQLite", create: createSqlite }];

function createSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-store-"));
  return Promise.resolve({
    url: `file:${join(folder, "test.sqlite")}`,
    bytes: () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), "latin1"))
        .join("\n"),
    remove: () => rmSync(folder, { recursive: true }),
  });
}
