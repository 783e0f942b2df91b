import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A file of a batch: what it was made from, and whose it is. */
type Entry = { tag: string; owner: string | null };

const name = ".ki-pegel-batch";

/** Which files of a folder a batch has made: a line each, written once the file is whole. */
export async function openBatchLog(folder: string) {
  const path = join(folder, name);
  const text = await readFile(path, "utf8").catch(() => "");
  const entries = new Map(text.split("\n").filter(Boolean).map(readLine));
  return {
    has: (file: string, tag: string) => entries.get(file)?.tag === tag,
    /** Whether an earlier batch has made this file for somebody else. */
    isOfOther(file: string, owner: string): boolean {
      const entry = entries.get(file);
      return Boolean(entry?.owner) && entry?.owner !== owner;
    },
    async add(file: string, tag: string, owner: string): Promise<void> {
      entries.set(file, { tag, owner });
      await writeFile(path, `${[file, tag, owner].join("\t")}\n`, { flag: "a" });
    },
  };
}

function readLine(line: string): [file: string, entry: Entry] {
  const [file = "", tag = "", owner = null] = line.split("\t");
  return [file, { tag, owner }];
}
