import { chmodSync, existsSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { isSqlite, openDatabase, type Database } from "./connection";
import { makeFolder } from "./make-folder";
import { copyDatabase } from "./copy-database";
import { tablesOf } from "./tables";

/** Rows of each table of a backup. */
export type BackupTables = Record<string, number>;

const batch = 500;

/**
 * Writes everything that is kept, as it is at one moment, into one new SQLite file, while others go on writing; then opens that
 * file as a start would and reads it through.
 * @throws Error where the file is there already, or is not sound; then there is no file afterwards.
 */
export async function backUp(database: Database, file: string): Promise<BackupTables> {
  if (existsSync(file)) throw new Error(`There is a file already: ${file}. Nothing was written.`);
  makeFolder(dirname(file));
  try {
    if (isSqlite(database)) await database.raw("vacuum into ?", [file]);
    else await copyAsOf(database, file);
    // Whoever can read it reads everything.
    chmodSync(file, 0o600);
    return await verifyBackup(file);
  } catch (error) {
    for (const left of ["", "-wal", "-shm", ".lock"]) rmSync(file + left, { force: true });
    throw error;
  }
}

/** In one transaction that sees the database as it was at its beginning. */
async function copyAsOf(database: Database, file: string): Promise<void> {
  const target = await openDatabase(`file:${file}`);
  try {
    await database.transaction((snapshot) => copyDatabase(snapshot, target, batch, () => undefined), { isolationLevel: "repeatable read", readOnly: true }); // prettier-ignore
  } finally {
    await target.destroy();
  }
}

/** @throws Error where the file is not sound or holds nothing. */
export async function verifyBackup(file: string): Promise<BackupTables> {
  const copy = await openDatabase(`file:${file}`);
  try {
    const [integrity] = await copy.raw<{ integrity_check: string }[]>("PRAGMA integrity_check");
    const broken = await copy.raw<unknown[]>("PRAGMA foreign_key_check");
    if (integrity?.integrity_check !== "ok" || broken.length > 0) throw new Error(`The backup is not sound: ${file}. Do not use it.`);
    const counts: BackupTables = {};
    for (const table of await tablesOf(copy)) counts[table] = (await copy(table).select<unknown[]>("*")).length;
    return counts;
  } finally {
    await copy.destroy();
    for (const left of ["-wal", "-shm", ".lock"]) rmSync(file + left, { force: true });
  }
}
