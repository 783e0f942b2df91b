import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A file of a batch: what it was made from, and whose it is. */
type Entry = { tag: string; owner: string | null };

const logName = ".ki-pegel-batch";

/** The folder of a batch, made where it is missing, and which of its files batches have made: a line each, written once the file is whole. */
export async function openBatchFolder(folder: string) {
  await mkdir(folder, { recursive: true });
  const log = join(folder, logName);
  const text = await readFile(log, "utf8").catch(() => "");
  const entries = new Map(text.split("\n").filter(Boolean).map(readLine));
  const count = { made: 0, kept: 0 };
  return {
    /** Files made, and files that an earlier run had made already. */
    count,

    /** Whether the file is there, made from the same. */
    has: (file: string, tag: string) => entries.get(file)?.tag === tag && existsSync(join(folder, file)),

    /** Whether the file is there, made for somebody else. */
    isOfOther(file: string, owner: string): boolean {
      const entry = entries.get(file);
      return Boolean(entry?.owner) && entry?.owner !== owner && existsSync(join(folder, file));
    },

    /** Never leaves half a file under its name. @param owner empty: it is about all. */
    async keep(file: string, tag: string, owner: string, bytes: Uint8Array): Promise<void> {
      const path = join(folder, file);
      await writeFile(`${path}.part`, bytes);
      await rename(`${path}.part`, path);
      entries.set(file, { tag, owner });
      await writeFile(log, `${[file, tag, owner].join("\t")}\n`, { flag: "a" });
      count.made += 1;
    },
  };
}

function readLine(line: string): [file: string, entry: Entry] {
  const [file = "", tag = "", owner = null] = line.split("\t");
  return [file, { tag, owner }];
}
