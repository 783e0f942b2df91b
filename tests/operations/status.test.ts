import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startServer, type ServerProcess } from "../http/server-process";
import { newVisitor } from "../http/visitor";
import { databaseIn, engine } from "../support/engine";
import { runCommand } from "./command";

let folder: string;
let server: ServerProcess;
let settings: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ki-pegel-status-"));
  settings = { DATA_DIR: folder, DATABASE_URL: await databaseIn(folder), METRICS_TOKEN: "a-long-random-word" };
  server = await startServer(folder, { LOG_LEVEL: "silent", METRICS_TOKEN: settings.METRICS_TOKEN ?? "" });
});
afterEach(async () => {
  await server.end("SIGKILL");
  rmSync(folder, { recursive: true });
});

it(`the command tells of a running installation on ${engine}, and names nobody`, async () => {
  const visitor = newVisitor(server.url);
  const id = await visitor.begin({ name: "Erika Mustermann GmbH" });
  await visitor.saveAnswer(id, "strategy-goals", { choice: "3" });
  await visitor.get(`/open/${"A".repeat(43)}`);

  expect((await runCommand(["backup", join(folder, "backups")], settings)).code).toBe(0);
  const { code, stdout, stderr } = await runCommand(["status", server.url], settings);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^KI-Pegel \d+\.\d+\.\d+, content \S+, Node v\d/);
  expect(stdout).toContain(`Database: ${engine} `);
  expect(stdout).toMatch(/ 1 assessments, 1 of them changed in the last 30 days; 0 removed/);
  expect(stdout).toMatch(/ 1 answers, 0 closed rounds/);
  expect(stdout).toMatch(/last backup \d{4}-\d\d-\d\d \d\d:\d\d \(\d+ s ago\)/);
  expect(stdout).toMatch(/refused: 1 links, 0 API keys/);
  expect(stdout).toMatch(/waiting: pages 0, calculations 0, documents 0, intake 0/);
  for (const trace of [id, "Erika"]) expect(stdout).not.toContain(trace);

  await server.end("SIGTERM");
  const gone = await runCommand(["status", server.url], settings);
  expect([gone.code, gone.stdout]).toEqual([1, expect.stringContaining(`! ${server.url} does not answer.`)]);
});
