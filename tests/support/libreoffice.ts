import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const places = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/lib/libreoffice/program/soffice", "/snap/bin/libreoffice"];

/** The office program for the tests: what SOFFICE_PATH names, or one installed in a usual place. */
function findLibreOffice(): string | undefined {
  return [process.env.SOFFICE_PATH, ...places].find((place) => place !== undefined && existsSync(place));
}

/**
 * A file as LibreOffice converts it.
 * @param to the ending of the wanted format, or that with options of its filter.
 * @throws where there is no LibreOffice, saying what to install.
 */
export async function convert(bytes: Uint8Array, from: "docx" | "odt" | "xlsx" | "ods", to: string): Promise<Uint8Array> {
  const program = findLibreOffice();
  if (!program)
    throw new Error(
      "The document tests need LibreOffice. Install it (Debian, Ubuntu: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui) or set SOFFICE_PATH to its program.",
    );
  const folder = await mkdtemp(join(tmpdir(), "ki-pegel-office-"));
  try {
    await writeFile(join(folder, `in.${from}`), bytes);
    // A profile of its own: two programs cannot share one.
    const args = [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", to, "--outdir", folder];
    await promisify(execFile)(program, [...args, join(folder, `in.${from}`)], { timeout: 120_000 });
    return new Uint8Array(await readFile(join(folder, `in.${to.split(":")[0]}`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Installs LibreOffice's writer and calc where they are missing and this machine lets us: as root, with apt-get. */
export function installLibreOfficeIfMissing(): void {
  if (findLibreOffice() || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log("Installing LibreOffice for the document tests …");
  const options = {
    stdio: ["ignore", "ignore", "inherit"] as ("ignore" | "inherit")[],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  execFileSync("apt-get", ["update", "-qq"], options);
  execFileSync(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", "libreoffice-writer-nogui", "libreoffice-calc-nogui"],
    options,
  );
}
