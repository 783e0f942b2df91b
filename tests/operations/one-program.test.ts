import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { publicPages } from "../support/pages";
import { startServer } from "../http/server-process";
import { sharedApp } from "../support/shared-app";
import { newVisitor } from "../http/visitor";

const app = sharedApp();
const folder = mkdtempSync(join(tmpdir(), "ki-pegel-program-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Makes a process tell at its end which files of React it has loaded. */
const tellReact = `--import=data:text/javascript,${encodeURIComponent(
  `import { createRequire } from "node:module";
   const { cache } = createRequire(process.cwd() + "/");
   process.on("exit", () => console.error(Object.keys(cache).filter((file) => cache[file].loaded && /react-dom-server|react[.]/.test(file)).map((file) => "LOADED " + file).join("\\n")));`,
)}`;

const builtFiles = () =>
  ["", "chunks"]
    .flatMap((part) => readdirSync(join("build/server", part)).map((file) => join(part, file)))
    .filter((name) => name.endsWith(".js"))
    .map((name) => ({ name, text: readFileSync(join("build/server", name), "utf8") }));

describe("the program as it is delivered", () => {
  it("runs React's production build, whatever NODE_ENV is not set to", async () => {
    const server = await startServer(folder, { NODE_ENV: "", NODE_OPTIONS: tellReact, LOG_LEVEL: "silent" });
    expect((await fetch(server.url)).status).toBe(200);
    await server.end("SIGTERM");
    const loaded = server.said().match(/LOADED .+/g) ?? [];
    expect(loaded.some((file) => file.includes("react-dom-server"))).toBe(true);
    expect(loaded.filter((file) => /development/.test(file))).toEqual([]);
  });

  it("says where it is reached in its last line, and little else", async () => {
    const server = await startServer(folder, { LOG_LEVEL: "silent" });
    await server.end("SIGTERM");
    const lines = server.said().trimEnd().split("\n");
    expect(lines.at(-1)).toBe(`KI-Pegel is ready at ${server.url}/`);
    expect(lines.length).toBeLessThan(4);
  });

  it("holds each module once: no file of the build defines a class that another one defines, too", () => {
    const owners = new Map<string, string[]>();
    for (const { name, text } of builtFiles()) {
      for (const [, type = ""] of text.matchAll(/^class (\w+) extends \w+/gm)) owners.set(type, [...(owners.get(type) ?? []), name]);
    }
    expect(owners.has("TooBusyError")).toBe(true);
    expect([...owners].filter(([, files]) => files.length > 1)).toEqual([]);
  });

  it("needs no TypeScript loader and no Vite", () => {
    const imported =
      /^(?:import|export) (?:[^"]* from )?"((?:@[^/"]+\/)?[^./"][^/"]*)[^"]*";$|import\("((?:@[^/"]+\/)?[^./"][^/"]*)[^"]*"\)/gm;
    const packages = new Set(builtFiles().flatMap(({ text }) => [...text.matchAll(imported)].map(([, one, other]) => one ?? other ?? "")));
    expect(packages.size).toBeGreaterThan(10);
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    const foreign = [...packages].filter((name) => !name.startsWith("node:") && !(name in dependencies));
    expect(foreign).toEqual([]);
  });

  it("names a command that it does not know, and those that it does", () => {
    expect(() => execFileSync(process.execPath, ["build/server/ki-pegel.js", "__proto__"], { stdio: "pipe" })).toThrow(
      'There is no command "__proto__". There are: serve, demo, assess, content-check, barrier-reports, api-keys, db-copy, backup, restore, renew-links, unlock, status.',
    );
  });
});

it("every asset of the build is asked for by a page, or by an asset that a page asks for", async () => {
  const visitor = newVisitor(app.url);
  const id = await visitor.begin();
  const pages = ["/", `/assessments/${id}/strategy`, `/assessments/${id}/report`, ...publicPages(app.services.content).slice(0, 5)];
  const asked = new Set<string>();
  const follow = (text: string) => {
    for (const [, name = ""] of text.matchAll(/(?:\/assets\/|["'(]\.?\/?)([\w.-]+\.(?:js|css|woff2))\b/g)) {
      if (asked.has(name) || !files.includes(name)) continue;
      asked.add(name);
      if (!name.endsWith(".woff2")) follow(readFileSync(join("build/client/assets", name), "utf8"));
    }
  };
  const files = readdirSync("build/client/assets");
  for (const page of pages) follow(await visitor.text(page));
  expect(files.filter((name) => !asked.has(name))).toEqual([]);
});

it("serves the source as it is while somebody develops", { timeout: 90_000 }, async () => {
  const child = spawn(process.execPath, ["tools/dev.js"], {
    env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: join(folder, "dev"), LOG_LEVEL: "silent" } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (said: string) => {
      const ready = /KI-Pegel is ready at (\S+)\/\n/.exec(said)?.[1];
      if (ready) resolve(ready);
    });
    child.once("exit", (code) => reject(new Error(`It ended with ${code}`)));
  });
  const visitor = newVisitor(url);
  const id = await visitor.begin();
  const html = await visitor.text(`/assessments/${id}/strategy`);
  const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, address = ""]) => address);
  expect(scripts).toHaveLength(3);
  for (const script of [...scripts, "/app/styles/base.scss"]) expect((await visitor.get(script)).status, script).toBe(200);
  expect((await visitor.get(`/assessments/${id}/report`)).status).toBe(200);
  expect((await visitor.get(`/assessments/${id}/document?kind=csv`)).status).toBe(200);
});
