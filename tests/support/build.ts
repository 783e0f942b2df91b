import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { installChromiumIfMissing } from "./chromium";
import { installLibreOfficeIfMissing } from "./libreoffice";

const result = "build/server/index.js";
const sources = ["app", "public", "vite.config.ts", "remix.config.js", "package-lock.json"];

/** The tests open the application as it is delivered, so it is built before them, unless nothing has changed since. */
export default function build(): void {
  installChromiumIfMissing();
  installLibreOfficeIfMissing();
  if (existsSync(result) && statSync(result).mtimeMs > Math.max(...sources.map(newestChange))) return;
  const env = { ...process.env, VITEST: undefined, NODE_ENV: "production" as const };
  execFileSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", "ignore", "inherit"], env });
}

function newestChange(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(
    mtimeMs,
    ...readdirSync(path)
      .filter((name) => !name.includes(".test."))
      .map((name) => newestChange(join(path, name))),
  );
}
