import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { systemProgram } from "../../tools/system-programs.js";

type Wanted = { bytes: Uint8Array; from: "docx" | "odt" | "xlsx" | "ods"; to: string };
type Waiting = Wanted & { resolve: (converted: Uint8Array) => void; reject: (error: unknown) => void };

let waiting: Waiting[] = [];
let isAtWork = false;

/**
 * A file as LibreOffice converts it. To start it takes longer than most files: what is asked for while it is at work goes with one start.
 * @param to the ending of the wanted format, or that with options of its filter.
 * @throws where there is no LibreOffice, saying what to install.
 */
export function convert(bytes: Uint8Array, from: Wanted["from"], to: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    waiting.push({ bytes, from, to, resolve, reject });
    if (!isAtWork) void convertWaiting();
  });
}

async function convertWaiting(): Promise<void> {
  isAtWork = true;
  for (let first = waiting[0]; first; first = waiting[0]) {
    // Whoever asks in this moment, too, comes along.
    await new Promise((resolve) => setImmediate(resolve));
    const { to } = first;
    const together = waiting.filter((one) => one.to === to);
    waiting = waiting.filter((one) => one.to !== to);
    const converted = await convertAll(together, to).catch((error: unknown) => {
      for (const { reject } of together) reject(error);
      return [];
    });
    for (const [place, bytes] of converted.entries()) together[place]?.resolve(bytes);
  }
  isAtWork = false;
}

/** @param to the same for all of them: it can be said once only. @returns in the order of the files. */
async function convertAll(files: Wanted[], to: string): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), "ki-pegel-office-"));
  try {
    const given = files.map(({ from }, place) => join(folder, `${place}.${from}`));
    await Promise.all(files.map(({ bytes }, place) => writeFile(given[place] ?? "", bytes)));
    // A profile of its own: two programs cannot share one.
    const args = [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", to, "--outdir", join(folder, "out")];
    await promisify(execFile)(systemProgram("office"), [...args, ...given], { timeout: 120_000 });
    return await Promise.all(
      files.map(async (_file, place) => new Uint8Array(await readFile(join(folder, "out", `${place}.${to.split(":")[0]}`)))),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
