// @ts-check
/**
 * Writes the list of materials of what is handed on (CycloneDX, JSON) to standard output, from the lock file alone.
 *
 *   npm run --silent sbom > bom.json
 *
 * npm makes the list. Its own `--omit dev` is of no use: npm 11 leaves out, too, what a tool and the program both need, Express
 * among it, and does so unasked where NODE_ENV is "production". So it lists all, and the tools are taken out here.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
/** @type {{ name: string, packages: Record<string, { version: string, dev?: boolean }> }} */
const lock = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8"));
const handedOn = new Set(
  Object.entries(lock.packages)
    .filter(([place, { dev }]) => place !== "" && !dev)
    .map(([place, { version }]) => `${place.split("node_modules/").at(-1)}@${version}`),
);

const { status, stdout, stderr } = spawnSync(
  "npm",
  ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only", "--include", "dev"],
  { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 ** 2 },
);
if (status === 0) {
  /** @type {{ metadata: { component: { name: string, "bom-ref": string } }, components: { name: string, version: string, "bom-ref": string }[], dependencies: { ref: string, dependsOn?: string[] }[] }} */
  const list = JSON.parse(stdout);
  // npm calls the program after its folder.
  list.metadata.component.name = lock.name;
  list.components = list.components.filter(({ name, version }) => handedOn.has(`${name}@${version}`));
  const kept = new Set([list.metadata.component["bom-ref"], ...list.components.map((component) => component["bom-ref"])]);
  list.dependencies = list.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
  process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
} else {
  process.stderr.write(stderr);
  process.exitCode = 1;
}
