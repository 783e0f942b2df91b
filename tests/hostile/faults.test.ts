import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { versionTag } from "../../app/core/assessment/answer";
import { localeOf } from "../../app/i18n";
import { openStores } from "../../db";
import { runCommand } from "../operations/command";
import { startServer, type ServerProcess } from "../http/server-process";
import { newVisitor, type Visitor } from "../http/visitor";
import { answerNumber, keepAnswering, noProgress } from "../support/answer-stream";
import { openFaultyDisk, type DiskState, type FaultyDisk } from "./disk";
import { isThorough } from "./runs";
import { expectNothingOfInside } from "./world";
import { content } from "../support/content";

let disk: FaultyDisk;
let server: ServerProcess;
let visitor: Visitor;
let id: string;
beforeEach(() => {
  disk = openFaultyDisk();
});
afterEach(async () => {
  await server.end("SIGKILL");
  disk.remove();
});
const start = async (more: Record<string, string> = {}) => {
  server = await startServer(disk.data, { ...disk.variables, ...more });
  visitor = newVisitor(server.url);
  id = await visitor.begin({ name: "Musterbau GmbH" });
};
const items = content.questionnaires.sme.dimensions.flatMap((dimension) => dimension.items.map((item) => item.id)).slice(0, 6);
const [first = "", second = "", third = ""] = items;
const { messages } = localeOf("de");
const seenOf = (choice: number | null) => versionTag(choice === null ? null : { level: choice as 1 });

describe.each<DiskState>(["full", "broken", "unsynced"])("a disk that is %s", (state) => {
  it("is told in one clear sentence, loses nothing that was acknowledged, and is forgotten once it works again", async () => {
    await start();
    expect((await visitor.saveAnswer(id, first, { choice: "1" })).status).toBe(200);
    disk.set(state);
    const refused = await visitor.saveAnswer(id, second, { choice: "2" });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "60"]);
    const page = await visitor.post(`/assessments/${id}/strategy`, { [`${second}.choice`]: "3", [`${second}.seen`]: seenOf(null) });
    expect(page.status).toBe(503);
    const html = await page.text();
    expect(html).toContain(`<h1>${messages.errors.noStorageTitle}</h1>`);
    expect(html).toContain(messages.errors.noStorage);
    expectNothingOfInside(html, "the page");
    expect((await fetch(`${server.url}/healthz`)).status, "alive all the same").toBe(200);
    expect((await visitor.get("/imprint")).status, "what needs no database goes on").toBe(200);

    disk.set("works");
    await expect.poll(async () => (await visitor.saveAnswer(id, third, { choice: "4" })).status, { timeout: 10_000 }).toBe(200);
    const kept = async () => ((await (await visitor.get(`/assessments/${id}/ki-pegel.json`)).json()) as { answers: object }).answers;
    const answers = await kept();
    expect(answers).toMatchObject({ [first]: { level: 1 }, [third]: { level: 4 } });
    expect(answers).not.toHaveProperty(second);
    expect(server.said()).toMatch(/"event":"storage".*"reason":"SQLITE_(FULL|IOERR)"/);
    expect(server.said()).not.toContain('"level":50');

    await server.end("SIGKILL");
    server = await startServer(disk.data, { LOG_LEVEL: "silent" });
    visitor = Object.assign(newVisitor(server.url), { cookies: visitor.cookies });
    const reopened = await openStores(`file:${join(disk.data, "ki-pegel.sqlite")}`);
    const stored = (await reopened.assessments.find(id))?.answers;
    await reopened.close();
    expect(stored).toMatchObject({ [first]: { level: 1 }, [third]: { level: 4 } });
  });
});

/** Answers stream in until the power is cut at some moment. @returns what was lost of what had been acknowledged, by question. */
async function cutPower(milliseconds: number): Promise<string[]> {
  const questions = new Map(items.map((item) => [item, noProgress()]));
  const streams = Promise.all(Array.from(questions, ([item, progress]) => keepAnswering(visitor, id, item, progress)));
  await expect.poll(() => [...questions.values()].every(({ acknowledged }) => acknowledged !== null), { timeout: 30_000 }).toBe(true);
  await pause(milliseconds);
  await server.end("SIGKILL");
  await streams;
  // What had reached the disk for certain, and nothing else.
  const left = mkdtempSync(join(tmpdir(), "ki-pegel-power-"));
  cpSync(disk.shadow, left, { recursive: true });
  const stores = await openStores(`file:${join(left, "ki-pegel.sqlite")}`);
  const answers = (await stores.assessments.find(id))?.answers ?? {};
  await stores.close();
  rmSync(left, { recursive: true });
  const isKept = ([item, { acknowledged, sent }]: [string, ReturnType<typeof noProgress>]) =>
    // The very last one may be on disk without word of it.
    [acknowledged ?? 0, sent].some((number) => {
      const { level, note } = answerNumber(number);
      const answer = answers[item];
      return answer !== undefined && "level" in answer && answer.level === level && answer.note === note;
    });
  return [...questions].filter((entry) => !isKept(entry)).map(([item]) => item);
}

describe("a power cut", () => {
  it.each(isThorough ? [15, 40, 80, 150, 300, 600, 900, 1_500] : [40, 400])(
    "after %s ms of saving takes nothing away that was acknowledged",
    async (moment) => {
      await start({ LOG_LEVEL: "silent" });
      expect(await cutPower(moment)).toEqual([]);
    },
  );

  it("does, where SQLite does not wait for the disk: this test would notice", async () => {
    await start({ LOG_LEVEL: "silent", NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, "sync-normal.js")).href}` });
    expect(await cutPower(300)).toEqual(items);
  });
});

it("a database that cannot be written is told at the start, in one sentence", async () => {
  await start({ LOG_LEVEL: "silent" });
  await server.end("SIGTERM");
  disk.set("read-only");
  const begun = performance.now();
  const { code, stderr } = await runCommand(["serve"], { ...disk.variables, DATA_DIR: disk.data });
  expect([code, stderr.trimEnd().split("\n").length]).toEqual([1, 1]);
  expect(stderr).toMatch(/^The database can(not be opened| be read but not written): /);
  expect(performance.now() - begun).toBeLessThan(15_000);
});
