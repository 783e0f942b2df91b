import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { systemProgram } from "../../tools/system-programs.js";

/**
 * A file as LibreOffice converts it.
 * @param to the ending of the wanted format, or that with options of its filter.
 * @throws where there is no LibreOffice, saying what to install.
 */
export async function convert(bytes: Uint8Array, from: "docx" | "odt" | "xlsx" | "ods", to: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "ki-pegel-office-"));
  try {
    await writeFile(join(folder, `in.${from}`), bytes);
    // A profile of its own: two programs cannot share one.
    const args = [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", to, "--outdir", folder];
    await promisify(execFile)(systemProgram("office"), [...args, join(folder, `in.${from}`)], { timeout: 120_000 });
    return new Uint8Array(await readFile(join(folder, `in.${to.split(":")[0]}`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
