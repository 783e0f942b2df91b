import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { startServer } from "../http/server-process";
import { newVisitor } from "../http/visitor";

const run = promisify(execFile);
const folder = "tests/node-versions";
/** The packages there are of Linux on x64. Elsewhere the suite itself has to be run on each version. */
const isHere = process.platform === "linux" && process.arch === "x64";
const { packages } = JSON.parse(readFileSync(`${folder}/package-lock.json`, "utf8")) as { packages: Record<string, { version: string }> };
const versions = Object.entries(packages).flatMap(([place, { version }]) => (place === "" ? [] : [{ place, version }]));
const major = (version: string) => version.replace("v", "").split(".")[0];

/** What is compiled for a machine and could be bound to a version of Node. */
const native = ["sqlite3", "sharp", "@resvg/resvg-js", "@myriaddreamin/typst-ts-node-compiler"];

beforeAll(async () => {
  if (isHere && !versions.every(({ place }) => existsSync(join(folder, place, "bin/node"))))
    await run("npm", ["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"]);
}, 240_000);

it("the container and whoever develops run on a version that is tried here", () => {
  const inContainer = /FROM node:([\d.]+)/.exec(readFileSync("deploy/Dockerfile", "utf8"))?.[1] ?? "";
  expect(versions.map(({ version }) => version)).toContain(inContainer);
  expect(readFileSync(".nvmrc", "utf8").trim()).toBe(major(inContainer));
  expect(versions.map(({ version }) => major(version))).toEqual(["20", "22", "24"]);
});

/** All other tests are run by the version that runs this one. */
const others = versions.filter(({ version }) => major(version) !== major(process.version));

describe.runIf(isHere).each(others)("on Node $version", ({ place, version }) => {
  const node = resolve(folder, place, "bin/node");

  it("is that version, and native modules load", async () => {
    const load = `await Promise.all(${JSON.stringify(native)}.map((name) => import(name))); console.log(process.version)`;
    expect((await run(node, ["--input-type=module", "--eval", load])).stdout).toBe(`v${version}\n`);
  });

  it("the built app starts, keeps answers, shows a report and makes a PDF", async () => {
    const data = mkdtempSync(join(tmpdir(), "ki-pegel-node-"));
    const server = await startServer(data, { LOG_LEVEL: "error" }, node);
    const visitor = newVisitor(server.url);
    const id = await visitor.begin({ name: "Musterbau GmbH" });
    expect((await visitor.saveAnswer(id, "strategy-goals", { choice: "3" })).status).toBe(200);
    expect((await visitor.get(`/assessments/${id}/report`)).status).toBe(200);
    const pdf = await visitor.get(`/assessments/${id}/document?kind=pdf`);
    expect([pdf.status, (await pdf.text()).slice(0, 5)]).toEqual([200, "%PDF-"]);
    expect(await server.end("SIGTERM")).toBe(0);
    expect(server.said()).not.toMatch(/"level":[56]0|DeprecationWarning/);
    rmSync(data, { recursive: true });
  });
});
