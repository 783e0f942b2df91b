import { chmodSync, existsSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { evidenceFileStore } from "./evidence-files";
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

/**
 * Copies the files that prove answers beside a backup, each read through on both sides.
 * @param from folder of the installation. @param to a folder that is not there yet.
 * @returns how many, and those whose bytes are not what their name says; they are not copied.
 */
export async function backUpFiles(from: string, to: string): Promise<{ files: number; broken: string[] }> {
  const [source, target] = [evidenceFileStore(from), evidenceFileStore(to)];
  let files = 0;
  const broken: string[] = [];
  for (const owner of await source.owners())
    for (const sha256 of await source.list(owner)) {
      const bytes = await source.read(owner, sha256);
      if (bytes && (await target.put(owner, bytes)) === sha256 && (await target.read(owner, sha256))) files += 1;
      else broken.push(`${owner}/${sha256}`);
    }
  return { files, broken };
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
