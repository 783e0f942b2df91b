import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Content } from "../core/content";
import { readContent } from "./read-content";
import { readPages, type Pages } from "./read-pages";

/** All that people write for the program: data and pages. */
export type Authored = { content: Content; pages: Pages };

/** What the build has read and checked, and the hash of the files that it was read from. */
type Kept = Authored & { files: string };

/** Beside the program that checked it, so that a new build of that begins without. */
const keptFile = (root: string) => join(root, "build/server/authored.json");

/**
 * Reads and checks `content/` and `seeds/` below `root`, or takes what the build has kept where no file has changed since: a
 * tenth of the work. Run from its source the program always reads, for its schemas may be others than those of the last build.
 * @throws ContentError, or Error for a page, where something is wrong.
 */
export function readAuthored(root: string): Authored {
  return (import.meta.env.PROD && keptAuthored(root)) || { content: readContent(root), pages: readPages(join(root, "content/pages")) };
}

function keptAuthored(root: string): Authored | null {
  if (!existsSync(keptFile(root))) return null;
  const kept = JSON.parse(readFileSync(keptFile(root), "utf8")) as Kept;
  return kept.files === hashOfFiles(root) ? kept : null;
}

/** The end of a build. @throws as `readAuthored` does. */
export function keepAuthored(root: string): void {
  const kept: Kept = { ...readAuthored(root), files: hashOfFiles(root) };
  writeFileSync(keptFile(root), JSON.stringify(kept));
}

function hashOfFiles(root: string): string {
  const hash = createHash("sha256");
  for (const folder of ["content", "seeds"])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).sort())
      if (name.endsWith(".yaml")) hash.update(`${folder}/${name}\0`).update(readFileSync(join(root, folder, name)));
  return hash.digest("base64url");
}
