// @ts-check
/**
 * Builds the application into `build/`: Vite's client and server build, then what a start would otherwise have to do each
 * time: assets compressed, what authors write read and checked.
 *
 *   node tools/build.js
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const code = ["app", "db", "public", "seeds", "tools", "package-lock.json", "vite.config.ts", "remix.config.js"];

/** Builds only what is made from sources that are others than last time. */
export async function buildIfChanged() {
  /** @type {{ mark: string, hash: string, make: () => void | Promise<void> }[]} */
  const parts = [
    { mark: "build/code.sha256", hash: hashOf(code), make: buildCode },
    { mark: "build/authored.sha256", hash: hashOf([...code, "content"]), make: keepAuthored },
  ];
  for (const { mark, hash, make } of parts) {
    const path = join(root, mark);
    if (existsSync(path) && readFileSync(path, "utf8") === hash) continue;
    await make();
    writeFileSync(path, hash);
  }
}

/** @param {string} path @returns {string[]} every file below it, in a fixed order. */
function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** Of all files below these, but for tests. @param {string[]} names */
function hashOf(names) {
  const hash = createHash("sha256").update(process.version);
  for (const file of names.flatMap((name) => filesBelow(join(root, name)))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function buildCode() {
  console.error("Building …");
  const remix = createRequire(import.meta.url).resolve("@remix-run/dev/dist/cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [remix, "vite:build", "--logLevel", "warn"], {
    cwd: root,
    env: { ...process.env, VITEST: undefined, NODE_ENV: "production" },
    encoding: "utf8",
  });
  if (status !== 0) {
    process.stderr.write(stdout + stderr);
    process.exit(status ?? 1);
  }
  removeManifest();
  compressAssets();
}

/** Remix writes a list of its routes for pages that fetch routes; ours fetch none. */
function removeManifest() {
  const assets = join(root, "build/client/assets");
  for (const name of readdirSync(assets)) if (name.startsWith("manifest-")) rmSync(join(assets, name));
}

/** Each file that gains from it as `.br` and as `.gz`, with the best there is: no request waits for it. */
function compressAssets() {
  const folder = join(root, "build/compressed");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const file of filesBelow(join(root, "build/client/assets"))) {
    if (![".js", ".css"].includes(extname(file))) continue;
    const bytes = readFileSync(file);
    const compressed = join(folder, basename(file));
    writeFileSync(`${compressed}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
    writeFileSync(`${compressed}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Reads and checks what authors write, for a start that need not (`app/content/authored.ts`). */
async function keepAuthored() {
  const { keepAuthored } = await import(pathToFileURL(join(root, "build/server/authored.js")).href);
  try {
    keepAuthored(root);
  } catch {
    // The start says what is wrong with it.
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfChanged();
