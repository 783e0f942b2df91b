import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemProgram } from "../../tools/system-programs.js";

/** What the disk does: works, has no room left, writes nothing, syncs nothing, lets nothing be opened for writing. */
export type DiskState = "works" | "full" | "broken" | "unsynced" | "read-only";
const letters: Record<DiskState, string> = { works: "", full: "S", broken: "I", unsynced: "F", "read-only": "R" };

/** The library that stands before the disk, compiled once. @throws where there is no compiler, saying what to install. */
function faultLibrary(): string {
  const file = join(mkdtempSync(join(tmpdir(), "ki-pegel-disk-")), "disk-faults.so");
  execFileSync(systemProgram("compiler"), ["-shared", "-fPIC", "-O1", "-o", file, join(import.meta.dirname, "disk-faults.c"), "-ldl"]);
  return file;
}

export type FaultyDisk = ReturnType<typeof openFaultyDisk>;

/** A folder for data on a disk that fails when it is told to, with another that holds what a power cut would have left of it. */
export function openFaultyDisk() {
  const library = faultLibrary();
  const root = mkdtempSync(join(tmpdir(), "ki-pegel-faults-"));
  const [data, shadow, control] = [join(root, "data"), join(root, "shadow"), join(root, "control")];
  mkdirSync(data);
  mkdirSync(shadow);
  return {
    data,
    shadow,
    /** For the process whose disk it is. */
    variables: { LD_PRELOAD: library, FAULT_FOLDER: data, FAULT_CONTROL: control, FAULT_SHADOW: shadow },
    set: (state: DiskState) => writeFileSync(control, letters[state]),
    remove: () => rmSync(root, { recursive: true }),
  };
}
