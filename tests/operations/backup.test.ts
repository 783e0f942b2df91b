import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStores } from "../../db";
import { verifyBackup } from "../../db/backup";
import { databaseIn, engine } from "../support/engine";
import { startServer } from "../http/server-process";
import { newVisitor } from "../http/visitor";
import { runCommand } from "./command";

let folder: string;
let settings: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ki-pegel-backup-"));
  settings = { DATA_DIR: folder, DATABASE_URL: await databaseIn(folder) };
});
afterEach(() => rmSync(folder, { recursive: true }));

it(`a drill on ${engine}: saved while people write, lost, brought back, and every link opens what it opened`, async () => {
  const server = await startServer(folder, { LOG_LEVEL: "silent" });
  const owner = newVisitor(server.url);
  const id = await owner.begin({ name: "Gerettete GmbH" });
  await owner.saveAnswer(id, "strategy-goals", { choice: "3", note: "vor der Sicherung" });
  const proof = new FormData();
  proof.set("intent", "add");
  proof.set("file", new Blob(["%PDF-1.7\nBeschluss\n%%EOF"]), "Beschluss.pdf");
  expect((await owner.post(`/assessments/${id}/evidence/strategy-goals`, proof)).status).toBe(303);
  const { edit, read } = await owner.links(id);

  let isWriting = true;
  const writer = newVisitor(server.url);
  const writing = (async () => {
    while (isWriting) await writer.begin({ name: "Nebenbei" });
  })();
  const made = await runCommand(["backup", join(folder, "backups")], settings);
  isWriting = false;
  await writing;
  await server.end("SIGTERM");
  expect([made.code, made.stderr]).toEqual([0, ""]);
  expect(made.stdout).toContain("read through, all sound");

  const [files = "", name = "", ...others] = readdirSync(join(folder, "backups")).sort();
  expect(others).toEqual([]);
  const file = join(folder, "backups", name);
  expect(statSync(file).mode & 0o777).toBe(0o600);

  // The installation is gone; a new one starts from the backup.
  rmSync(join(folder, "evidence"), { recursive: true });
  cpSync(join(folder, "backups", files), join(folder, "evidence"), { recursive: true });
  const restored = await startServer(folder, { LOG_LEVEL: "silent", DATABASE_URL: `file:${file}` });
  const [again, reader] = [newVisitor(restored.url), newVisitor(restored.url)];
  await again.get(edit);
  expect(await again.text(`/assessments/${id}/strategy`)).toContain("vor der Sicherung");
  expect((await again.saveAnswer(id, "strategy-backing", { choice: "2" })).status).toBe(200);
  const [, link = ""] = /href="([^"]+\/files\/[0-9a-f]{64})"/.exec(await again.text(`/assessments/${id}/strategy`)) ?? [];
  expect(await again.text(link)).toContain("Beschluss");
  await reader.get(read);
  expect((await reader.get(`/assessments/${id}/report`)).status).toBe(200);
  await restored.end("SIGTERM");
});

it("a file that is there already is left as it is, and one that is not sound is told", async () => {
  const file = join(folder, "x.sqlite");
  writeFileSync(file, "no database".repeat(1_000));
  await expect(verifyBackup(file)).rejects.toThrow("damaged, or is no database");
  expect((await runCommand(["backup"], settings)).code).toBe(2);
});

it("what retention has removed is listed and brought back by a command", async () => {
  const stores = await openStores(settings.DATABASE_URL ?? "");
  const assessment = { track: "sme", depth: "full", aiUse: "none", modelVersion: "2.0.0", organisation: {}, answers: {} } as const;
  const id = await stores.assessments.create(assessment, { edit: "e", read: "r" }, new Date("2020-01-01"));
  await stores.assessments.removeUntouchedSince(new Date("2020-01-02"), new Date("2026-11-26"));
  expect((await runCommand(["restore", "--list"], settings)).stdout).toMatch(new RegExp(`^${id}  removed 2026-11-26`));
  expect((await runCommand(["restore", "another"], settings)).code).toBe(1);
  expect(await stores.assessments.find(id)).toBeNull();
  expect((await runCommand(["restore", id], settings)).stdout).toBe("1 assessment is back.\n");
  expect(await stores.assessments.find(id)).not.toBeNull();
  expect((await runCommand(["restore"], settings)).code).toBe(2);
  await stores.close();
});
