import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** With all folders above it, one by one: below /proc, Node's own way of making them all never ends. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(path)) throw error;
  }
}
