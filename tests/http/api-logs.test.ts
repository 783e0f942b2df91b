import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { hashOf, newApiKey } from "../../app/http/access/keys";
import { openStores } from "../../db";
import { apiScopes } from "../../db/api-keys";
import { openDatabase } from "../../db/connection";
import { databaseIn, everythingIn } from "../support/engine";
import { newProgram } from "./program";
import { startServer } from "./server-process";

it("neither the log nor the database holds a key or what a link opens, and the log nothing of what was sent", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-api-log-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const key = newApiKey();
  const stores = await openStores(await databaseIn(folder));
  await stores.apiKeys.create({ name: "Test", scopes: [...apiScopes], expiresOn: null }, hashOf(key), new Date());
  await stores.close();
  const server = await startServer(folder, { LOG_LEVEL: "debug", TRUST_PROXY: "1" });
  onTestFinished(async () => void (await server.end("SIGKILL")));

  const program = newProgram(server.url, key);
  const headers = { "X-Forwarded-For": "203.0.113.9", "User-Agent": "Mozilla/5.0", "Idempotency-Key": "geheimes-Wort" };
  const organisation = { name: "Erika Mustermann" };
  const file = toSaveFile({
    track: "sme",
    depth: "full",
    aiUse: "unknown",
    modelVersion: "1.0.0",
    organisation,
    answers: { "strategy-goals": { level: 1, note: "Geheimnotiz" } },
  });
  const { body } = await program.post("/assessments", file, headers);
  await program.get(`/assessments/${body.id}?language=de`, headers);
  await program.get(`/assessments/${body.id}/${key}`, headers);
  await program.post("/scores", { ...file, Geheimnotiz: 1 }, headers);
  await newProgram(server.url, `${key}x`).get("/assessments", headers);
  await program.delete(`/assessments/${body.id}`);
  expect(await server.end("SIGTERM")).toBe(0);

  const keysOfLinks = [body.links.edit.de, body.links.read.de].map((link) => String(link).split("/open/")[1] ?? "");
  const said = server.said().replace(/KI-Pegel is ready.*\n/, "");
  for (const trace of [key, key.slice(3), ...keysOfLinks, body.id, "Mustermann", "Geheimnotiz", "geheimes-Wort", "203.0.113.9", "Mozilla"])
    expect(said).not.toContain(trace);
  for (const line of ['"POST","path":"/api/v1/assessments","status":201', '"path":"/api/v1/assessments/:id/:random","status":404'])
    expect(said).toContain(line);

  const database = await openDatabase(await databaseIn(folder));
  const kept = await everythingIn(database);
  await database.destroy();
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
  for (const trace of [key, key.slice(3), ...keysOfLinks, "Mustermann", "Geheimnotiz", "geheimes-Wort"])
    for (const text of [kept, ...files]) expect(text).not.toContain(trace);
});
