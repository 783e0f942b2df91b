import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

/** Runs every benchmark by itself, one after another, so that none disturbs another, and as it is delivered: React is slower for developers. Needs a build. */
const folder = import.meta.dirname;
const wanted = process.argv.slice(2);
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}`,
);
for (const name of readdirSync(folder).filter((file) => file.endsWith(".bench.ts"))) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
  const env = { ...process.env, NODE_ENV: "production" as const };
  for (const line of execFileSync(process.execPath, ["tools/run-source.js", join(folder, name)], { encoding: "utf8", env }).split("\n")) {
    if (!line.startsWith("{")) continue;
    const { name: what, value, unit } = JSON.parse(line) as { name: string; value: number; unit: string };
    console.log(`${what.padEnd(72)} ${String(value).padStart(12)} ${unit}`);
  }
}
