import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { openDatabase } from "../../db/connection";
import { rawStatus } from "./raw-request";
import { databaseIn } from "../support/engine";
import { startServer, type ServerProcess } from "./server-process";
import { newVisitor } from "./visitor";

const lineSchema = z.record(z.string(), z.unknown());

let folder: string;
let server: ServerProcess;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ki-pegel-log-"));
  server = await startServer(folder, { LOG_LEVEL: "debug", TRUST_PROXY: "1" });
});
afterEach(async () => {
  await server.end("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** Whatever would tell who has used the application, or what they wrote. */
const personal = ["Mustermann", "Geheimnotiz", "erika@", "203.0.113.9", "127.0.0.1:", "Mozilla"];

function linesOf(text: string) {
  const lines = text.split("\n").filter(Boolean);
  return lines
    .filter((line) => !line.startsWith("KI-Pegel is ready") && !line.startsWith("For a few example"))
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

it("the log tells what happened and nothing of who did it", async () => {
  const visitor = newVisitor(server.url);
  const headers = { "X-Forwarded-For": "203.0.113.9", "User-Agent": "Mozilla/5.0" };
  const id = await visitor.begin({ name: "Erika Mustermann" });
  const { edit, read } = await visitor.links(id);
  const key = edit.replace("/open/", "");
  const paths = [
    "/",
    `/assessments/${id}?name=Mustermann`,
    `/en/assessments/${id}/report`,
    `/assessments/${id}/answers.data`,
    edit,
    `/en${read}`,
    `/opn/${key}`,
    `/open/${key}%`,
    `/${key}`,
    `/?_data=${key}`,
  ];
  for (const path of paths) await (await visitor.send(path, { headers })).arrayBuffer();
  await visitor.saveAnswer(id, "strategy-goals", { choice: "1", note: "Geheimnotiz" });
  await visitor.post("/accessibility", { message: "Geheimnotiz", contact: "erika@example.org" });
  await visitor.load("{ Geheimnotiz");
  await rawStatus(server.url, `GET /open/${key} HTTP/1.1`, { Host: "[" });
  expect(await server.end("SIGTERM")).toBe(0);

  const said = server.said().replace(/KI-Pegel is ready.*\n/, "");
  for (const trace of [id, key, read.replace("/open/", ""), ...personal]) expect(said).not.toContain(trace);
  const requests = linesOf(said).filter(({ msg }) => msg === "request");
  expect(requests.length).toBeGreaterThanOrEqual(paths.length);
  for (const line of requests)
    expect(Object.keys(line).sort()).toEqual(["level", "method", "milliseconds", "msg", "path", "status", "time"]);
  const seen = requests.map(({ method, path, status }) => `${String(method)} ${String(path)} ${String(status)}`);
  for (const line of [
    "GET / 200",
    "GET /assessments/:id 200",
    "GET /open/:id 302",
    "GET /open/:id 400",
    "POST /assessments/:id/save/answers 200",
    "POST /load 422",
  ])
    expect(seen).toContain(line);
});

it("a failure is logged with its stack, told to nobody, and says nothing of what was typed", async () => {
  const visitor = newVisitor(server.url);
  const id = await visitor.begin();
  const database = await openDatabase(await databaseIn(folder));
  await database.schema.renameTable("answers", "elsewhere");
  await database.schema.dropTable("barrier_reports");
  await database.destroy();

  const responses = [
    await visitor.saveAnswer(id, "strategy-goals", { choice: "1", note: "Geheimnotiz" }),
    await visitor.get(`/assessments/${id}`),
    await visitor.post("/accessibility", { message: "Geheimnotiz", contact: "erika@example.org" }),
  ];
  for (const response of responses) {
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/SQLITE|relation|node_modules|select|insert/);
  }
  expect(await server.end("SIGTERM")).toBe(0);
  const said = server.said().replace(/KI-Pegel is ready.*\n/, "");
  const failures = linesOf(said).filter(({ msg }) => msg === "request failed");
  expect(failures.map(({ path }) => path)).toEqual(["/assessments/:id/save/answers", "/assessments/:id", "/accessibility"]);
  for (const { stack } of failures) expect(stack).toMatch(/SQLITE_ERROR|relation ".+" does not exist/);
  for (const trace of [id, "Geheimnotiz", "erika@"]) expect(said).not.toContain(trace);
});

it("a wrong setting ends the start with a message, not with a stack", async () => {
  const start = startServer(folder, { PORT: "http", LOG_LEVEL: "loud" });
  await expect(start).rejects.toThrow(/^The server ended with 1:\nThe environment is not right:\n {2}PORT: .+\n {2}LOG_LEVEL: .+\n$/);
});
