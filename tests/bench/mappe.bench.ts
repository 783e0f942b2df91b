import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readContent } from "../../app/content/read-content";
import { nothingAdded } from "../../app/core/assessment/whole-assessment";
import { openStores } from "../../db";
import { openDatabase } from "../../db/connection";
import { readDemo } from "../../seeds/demo";
import { expectStatus, openClient, percentile, timed, type Client } from "./load/client";
import { fill } from "./load/fill";
import { buildBare, product, startTarget, type Target } from "./load/targets";
import { report } from "./report-line";

/**
 * A Mappe with 1,000 organisations of five closed rounds each: its overview beside a bare page that reads a row, while nothing else is
 * kept and while 100,000 assessments are; and a batch of documents for 200 of them (BATCH), with the memory of each quarter.
 */
const organisations = 1_000;
const count = Number(process.env.BATCH ?? 200);
const folder = mkdtempSync(join(tmpdir(), "ki-pegel-bench-"));
const url = `file:${folder}/ki-pegel.sqlite`;
const settings = { DATA_DIR: folder };
const content = readContent(process.cwd());
const demo = readDemo(process.cwd(), content.models).find(({ name }) => name === "musterstadt");
if (!demo) throw new Error("There is no demo assessment of that name.");
const { assessment } = demo;

const bareProgram = [await buildBare()];
const client = (target: Target) => openClient(target.urls[0] ?? "");

/** @returns the id of the Mappe and somebody who opens it. */
async function begin(target: Target): Promise<{ id: string; owner: Client }> {
  const owner = client(target);
  await owner.get("/mappen");
  const { location } = await owner.post("/mappen", "name=Kreis");
  return { id: location.split("/").at(-1) ?? "", owner };
}

/** Copies of a whole assessment into the Mappe, and of a small one beside it. */
async function keep(mappe: string): Promise<void> {
  const stores = await openStores(url);
  const now = new Date("2026-11-26T12:00:00Z");
  const { plan, authorText, weights, team, previous } = nothingAdded;
  const state = { ...assessment, plan, authorText, weights, team, previous };
  const closed = [1, 2, 3, 4, 5].map((year) => ({
    ...{ closedOn: `202${year}-06-30`, samePeople: true, contentVersion: content.version, targets: {}, state },
  }));
  const rounds = { closed, begunOn: "2026-06-30", targets: {} };
  await stores.assessments.create({ ...nothingAdded, ...assessment, rounds }, { edit: "whole", read: "whole r" }, now, "whole");
  const few = Object.fromEntries(Object.entries(assessment.answers).slice(0, 9));
  await stores.assessments.create({ ...assessment, answers: few }, { edit: "small", read: "small r" }, now, "small");
  await stores.close();
  await fill(url, "whole", 1, organisations);
  const database = await openDatabase(url);
  await database.raw(
    `insert into mappe_assessments (mappe_id, assessment_id, sharing, added_at, consented_at)
     select ?, id, 'edit', created_at, created_at from assessments where id like 'filled%'`,
    [mappe],
  );
  await database.destroy();
}

/** Milliseconds, p50 of so many. */
async function pageTime(of: Client, path: string, times = 25): Promise<number> {
  const all: number[] = [];
  for (let index = 0; index < times; index += 1) all.push(await timed(async () => expectStatus(await of.get(path), 200)));
  return percentile(all, 0.5);
}

let ours = await startTarget("ours", product, url, { settings });
const { id, owner } = await begin(ours);
await keep(id);
const bare = await startTarget("bare", bareProgram, `file:${folder}/bare.sqlite`);
const stranger = client(bare);
report(
  `overview of ${organisations} × 5 rounds, first look`,
  await timed(async () => expectStatus(await owner.get(`/mappen/${id}`), 200)),
  "ms",
);
for (const kept of [organisations, 100_000]) {
  if (kept > organisations) {
    await fill(url, "small", organisations + 1, kept);
    await ours.stop();
    ours = await startTarget("ours", product, url, { settings });
  }
  const again = kept > organisations ? await reopened(ours) : owner;
  const [page, bareTime] = [await pageTime(again, `/mappen/${id}`), await pageTime(stranger, "/page")];
  report(`overview, with ${kept} assessments kept, p50`, page, "ms");
  report(`the same against a bare page (${bareTime.toFixed(1)} ms)`, page / bareTime, "×");
}

/** The same browser at a server that has started anew. */
async function reopened(target: Target): Promise<Client> {
  const { origin } = new URL(target.urls[0] ?? "");
  const moved = openClient(origin, undefined, owner.cookie());
  expectStatus(await moved.get(`/mappen/${id}`), 200);
  return moved;
}

const asks = await reopened(ours);
const begun = performance.now();
const { location } = await asks.post(`/mappen/${id}/documents`, "kind=pdf&language=de&which=all&part=1");
const stores = await openStores(url);
const highest = [0, 0, 0, 0];
let highestMain = 0;
for (;;) {
  const [batch] = await stores.batches.list(id);
  if (!batch) throw new Error(`No batch was begun: ${location}`);
  const quarter = Math.min(3, Math.floor((4 * batch.made) / count));
  highest[quarter] = Math.max(highest[quarter] ?? 0, ours.megabytesInAll());
  highestMain = Math.max(highestMain, ours.megabytes());
  if (batch.finishedAt !== null || batch.made >= count) break;
  await pause(500);
}
report("batch of a Mappe: time a document", (performance.now() - begun) / count, "ms");
highest.forEach((most, quarter) => report(`batch of a Mappe: highest memory of all processes, quarter ${quarter + 1}`, most, "MB"));
report("batch of a Mappe: highest memory of the server itself", highestMain, "MB");
const before = ours.megabytes();
if (count >= 200) {
  const { text } = await asks.get(`${location}/documents.zip`.replace(/^\/en/, ""));
  report("batch of a Mappe: the archive", text.length / 1e6, "MB");
  report("batch of a Mappe: what the server grew by while it was fetched", ours.megabytes() - before, "MB");
}
await stores.close();
for (const one of [owner, asks, stranger]) one.close();
await Promise.all([ours.stop(), bare.stop()]);
rmSync(folder, { recursive: true });
