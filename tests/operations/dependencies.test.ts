import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { checkDependencies } from "../../tools/check-dependencies.js";

type Lock = Parameters<typeof checkDependencies>[0];
type Component = { name: string; version: string; hashes: { alg: string; content: string }[]; licenses: object[]; purl: string };

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const sound = { version: "1.0.0", integrity: "sha512-x", license: "MIT" };
const stored = {
  ...{ date: "2026-01-01", source: "" },
  advisories: { hole: [{ id: "GHSA-1", severity: "high", range: "<1.0.1", title: "a hole" }] },
  accepted: { hole: "Development only." },
};
const check = (packages: Lock["packages"]) => checkDependencies({ packages: { "": sound, ...packages } }, stored);

describe("the check of dependencies", () => {
  it("lets a sound lock file pass, and one that avoids what an advisory names", () => {
    const { faults, count } = check({ "node_modules/a": sound, "node_modules/b/node_modules/hole": { ...sound, version: "1.0.1" } });
    expect([faults, count]).toEqual([[], 2]);
  });

  it("finds a package without a hash, one with a foreign licence and one in an advisory, wherever they lie", () => {
    const { faults } = check({
      "node_modules/a": { version: "1.0.0", license: "MIT" },
      "node_modules/b": { ...sound, license: "GPL-3.0-only" },
      "node_modules/c": { ...sound, license: "(MIT OR GPL-3.0-only)" },
      "node_modules/d": { ...sound, license: "MIT AND GPL-3.0-only" },
      "node_modules/e": { version: "1.0.0", integrity: "sha512-x" },
      "node_modules/@x/f/node_modules/hole": sound,
    });
    expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["a", "b", "d", "e", "hole"]);
  });

  it("bears with an advisory about a tool where a reason stands, never with one about what is handed on", () => {
    expect(check({ "node_modules/hole": { ...sound, dev: true } })).toMatchObject({
      faults: [],
      accepted: [expect.stringContaining("GHSA-1")],
    });
    expect(check({ "node_modules/hole": sound }).faults).toHaveLength(1);
  });
});

it("the list of materials (CycloneDX) names each package that is handed on, with version, hash and licence", async () => {
  const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "sbom"], { maxBuffer: 16 * 1024 ** 2 });
  const list = JSON.parse(stdout) as { bomFormat: string; specVersion: string; components: Component[] };
  expect([list.bomFormat, list.specVersion]).toEqual(["CycloneDX", expect.stringMatching(/^1\.[5-9]$/)]);
  const listed = new Set(list.components.map(({ name, version }) => `${name}@${version}`));
  const handedOn = Object.entries(lock.packages).filter(([place, { dev }]) => place !== "" && !dev);
  expect(handedOn.length).toBeGreaterThan(100);
  expect(listed).toContain(`express@${lock.packages["node_modules/express"]?.version}`);
  expect(listed).not.toContain(`vitest@${lock.packages["node_modules/vitest"]?.version}`);
  for (const [place, { version }] of handedOn) expect(listed).toContain(`${place.split("node_modules/").at(-1)}@${version}`);
  for (const { name, version, hashes, licenses, purl } of list.components) {
    expect(purl).toBe(`pkg:npm/${name.replace("@", "%40")}@${version}`);
    expect(
      hashes.map(({ alg, content }) => [alg, content.length]),
      name,
    ).toContainEqual(["SHA-512", 128]);
    expect(licenses.length, name).toBeGreaterThan(0);
  }
});
