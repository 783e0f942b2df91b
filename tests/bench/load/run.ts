import { cpus, tmpdir } from "node:os";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readContent } from "../../../app/content/read-content";
import { dimensionIds } from "../../../app/core/vocabulary";
import { administer, startPostgres } from "../../support/postgres";
import { expectStatus, openClient, percentile, perSecond, timed } from "./client";
import { otherWeights, visit } from "./demo-visitor";
import { fill } from "./fill";
import { bareJourney, beginAssessment, journey, saveAnswer, type Questions } from "./journey";
import { measureOverload } from "./overload";
import { buildBare, clientsOf, product, startTarget, type Target } from "./targets";

/**
 * Whole journeys of many people, beside a bare Remix application that reads and inserts a row, in the same run and by turns, so that
 * whatever else the machine does slows down both. Needs a build; takes about five minutes (BENCH_SECONDS for each measurement, 4).
 * With names of parts after it, only those: journeys, growth, attack, overload.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const parts = process.argv.slice(2);
const takes = (part: string) => parts.length === 0 || parts.includes(part);
const rounds = 2;
const beside = 8;
const folder = mkdtempSync(join(tmpdir(), "ki-pegel-load-"));
const questions: Questions = Object.fromEntries(
  readContent(process.cwd()).questionnaires.sme.dimensions.map(({ id, items }) => [id, items[0]?.id ?? ""]),
);

const missed: string[] = [];
/** @param goal from below ("at least") or above ("at most"), where there is one. */
function say(what: string, value: number, unit: string, goal?: { least?: number; most?: number }): void {
  const isMissed = value < (goal?.least ?? -Infinity) || value > (goal?.most ?? Infinity);
  const wanted = goal
    ? ` (goal: at ${goal.least === undefined ? `most ${goal.most}` : `least ${goal.least}`}${isMissed ? ", missed" : ""})`
    : "";
  if (isMissed) missed.push(what);
  console.log(`${what.padEnd(84)} ${value.toFixed(value < 10 ? 2 : 0).padStart(8)} ${unit}${wanted}`);
}
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How often a second, and what each time costs: milliseconds that the target takes of the processors, whatever else they do. */
type Pace = { often: number; cost: number };

async function paceOf(target: Target, forSeconds: number, work: (lane: number) => Promise<unknown>): Promise<Pace> {
  const before = target.processorMilliseconds();
  let count = 0;
  const often = await perSecond(forSeconds, beside, async (lane) => {
    await work(lane);
    count += 1;
  });
  return { often, cost: (target.processorMilliseconds() - before) / count };
}

/** Both by turns, so that none has the better half of the run. */
async function byTurns(ours: () => Promise<Pace>, bare: () => Promise<Pace>): Promise<{ ours: Pace; bare: Pace }> {
  const results: { ours: Pace[]; bare: Pace[] } = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    results.ours.push(await ours());
    results.bare.push(await bare());
  }
  const whole = (paces: Pace[]) => ({ often: mean(paces.map(({ often }) => often)), cost: mean(paces.map(({ cost }) => cost)) });
  return { ours: whole(results.ours), bare: whole(results.bare) };
}

/** Both ways of comparing: what visitors get, and what it costs, which says the same on a machine that does nothing else. */
function sayPace(what: string, { ours, bare }: { ours: Pace; bare: Pace }, goal: { least: number }): void {
  say(`${what} (${bare.often.toFixed(0)} a second)`, ours.often / bare.often, "×", goal);
  say(`${what}, by processor time (${ours.cost.toFixed(2)} ms against ${bare.cost.toFixed(2)})`, bare.cost / ours.cost, "×", goal);
}

async function compare(engine: string, ours: Target, bare: Target): Promise<void> {
  const [people, strangers] = [clientsOf(ours, beside), clientsOf(bare, beside)];
  const lane = <Entry>(list: Entry[], index: number) => list[index % list.length] as Entry;
  const pages = (clients: typeof people, target: Target, path: (client: number) => string) =>
    paceOf(target, seconds, async (index) => expectStatus(await lane(clients, index).get(path(index)), 200));
  const sayPages = async (name: string, path: (client: number) => string, least: number) => {
    const pace = await byTurns(
      () => pages(people, ours, path),
      () => pages(strangers, bare, () => "/page"),
    );
    sayPace(`${engine}: ${name} against a bare page`, pace, { least });
  };
  await sayPages("/", () => "/", 0.9);
  await sayPages("/start?track=sme", () => "/start?track=sme", 0.9);
  const journeys = await byTurns(
    () => paceOf(ours, 2 * seconds, (index) => journey(lane(people, index), questions)),
    () => paceOf(bare, 2 * seconds, (index) => bareJourney(lane(strangers, index))),
  );
  say(`${engine}: journeys of 11 pages and 9 writes`, journeys.ours.often, "a second");
  sayPace(`${engine}: journeys against as many bare pages and inserts`, journeys, { least: 0.6 });
  const answered: string[] = [];
  for (const client of people) answered.push(await journey(client, questions));
  await sayPages("a page of questions", (client) => `${lane(answered, client)}/strategy`, 0.6);
  await sayPages("the Überblick", (client) => `${lane(answered, client)}/report`, 0.3);

  const saves = await saveTimes(ours, seconds);
  const inserts: number[] = [];
  const [one] = strangers;
  for (const end = performance.now() + seconds * 1000; one && performance.now() < end;)
    inserts.push(await timed(async () => expectStatus(await one.post("/save", "note=x"), 200)));
  say(`${engine}: a save, p50`, percentile(saves, 0.5), "ms");
  say(`${engine}: a save, p99`, percentile(saves, 0.99), "ms");
  say(`${engine}: saves one after the other against bare inserts`, mean(inserts) / mean(saves), "×", { least: 0.6 });
  say(`${engine}: p99 of a save against that of a bare insert`, percentile(saves, 0.99) / percentile(inserts, 0.99), "×", { most: 1.5 });
  for (const client of [...people, ...strangers]) client.close();
  // It collects when nobody has asked for some seconds, and V8 keeps what that sets free for some more.
  await pause(30_000);
  say(`${engine}: memory settled, main process`, ours.megabytes(), "MB", { most: 200 });
  say(`${engine}: memory settled, bare application`, bare.megabytes(), "MB");
  say(`${engine}: start until ready`, ours.startMilliseconds / 1000, "s", { most: 1 });
  say(`${engine}: start, against the bare application`, ours.startMilliseconds / bare.startMilliseconds, "×");
}

/** One change after the other of one assessment. @returns what each took, in milliseconds. */
async function saveTimes(target: Target, forSeconds: number, address?: string): Promise<number[]> {
  const client = openClient(target.urls[0] ?? "", address);
  const path = await beginAssessment(client);
  const times: number[] = [];
  const item = questions[dimensionIds[0]] ?? "";
  for (const end = performance.now() + forSeconds * 1000; performance.now() < end;) {
    const level = times.length % 5;
    times.push(await timed(() => saveAnswer(client, path, item, level, times.length === 0 ? null : (level + 4) % 5)));
  }
  client.close();
  return times;
}

/** What pages and saves take while little is kept, and while much is. */
async function grow(engine: string, url: string, open: () => Promise<Target>): Promise<void> {
  const results: { save: number; page: number; start: number }[] = [];
  for (const count of [100, 100_000]) {
    let target = await open();
    const client = openClient(target.urls[0] ?? "");
    const path = await beginAssessment(client);
    for (const dimension of dimensionIds) await saveAnswer(client, path, questions[dimension] ?? "", 2, null);
    await fill(url, path.split("/").at(-1) ?? "", count === 100 ? 1 : 101, count);
    await target.stop();
    target = await open();
    await pause(1_000);
    const again = openClient(target.urls[0] ?? "");
    const mine = await beginAssessment(again);
    const times: number[] = [];
    for (let index = 0; index < 150; index += 1) times.push(await timed(() => again.get(`${mine}/strategy`)));
    results.push({
      save: percentile(await saveTimes(target, seconds), 0.5),
      page: percentile(times, 0.5),
      start: target.startMilliseconds,
    });
    for (const one of [client, again]) one.close();
    await target.stop();
  }
  const [few, many] = results;
  if (!few || !many) return;
  for (const [name, value] of [
    ["a save, p50", many.save / few.save],
    ["a question page, p50", many.page / few.page],
    ["the start", many.start / few.start],
  ] as const)
    say(`${engine}: ${name}, with 100,000 assessments against 100`, value, "×", { most: 1.2 });
}

/** What others wait while 16 clients of one address ask for reports of ever other weights, against when all is quiet. */
async function underAttack(target: Target): Promise<void> {
  const url = target.urls[0] ?? "";
  const good = await visit(url, "198.51.100.1");
  const measure = async (count: number, address: string) => {
    const pages: number[] = [];
    for (let index = 0; index < count; index += 1) {
      pages.push(await timed(async () => expectStatus(await good.client.get("/start"), 200)));
      await pause(20);
    }
    const costly = async (path: string, times: number) => {
      const each: number[] = [];
      for (let index = 0; index < times; index += 1)
        each.push(
          await timed(async () =>
            expectStatus(await good.client.get(`${good.path}/${path}${path.includes("?") ? "&" : "?"}${otherWeights()}`), 200),
          ),
        );
      return percentile(each, 0.5);
    };
    return {
      "/start, p99": percentile(pages, 0.99),
      "a save, p99": percentile(await saveTimes(target, seconds, address), 0.99),
      "a plan": await costly("plan", 3),
      "a PDF": await costly("document?kind=pdf", 3),
    };
  };
  await measure(20, "198.51.100.2");
  const quiet = await measure(100, "198.51.100.3");
  const hostile = await Promise.all(Array.from({ length: 16 }, () => visit(url, "203.0.113.66")));
  let isOver = false;
  const attack = hostile.map(async ({ client, path }) => {
    while (!isOver) await client.get(`${path}/report?${otherWeights()}`).catch(() => undefined);
  });
  await pause(2_000);
  const attacked = await measure(100, "198.51.100.4");
  isOver = true;
  for (const { client } of hostile) client.close();
  await Promise.all(attack);
  good.client.close();
  for (const [what, value] of Object.entries(attacked)) {
    const before = quiet[what as keyof typeof quiet];
    say(`beside 16 hostile clients: ${what}, against when quiet (${before.toFixed(0)} ms)`, value / before, "×", { most: 3 });
  }
}

/** Ten times more than can be done: what is done takes at most twice as long, the rest is refused at once. */
async function overloaded(target: Target): Promise<void> {
  const found = await measureOverload(target.urls[0] ?? "", seconds);
  say("at saturation: reports", found.perSecond, "a second");
  say(`at saturation: a report, p99`, found.saturated, "ms");
  say("at 10 × overload: reports asked for", found.sentPerSecond, "a second");
  say("at 10 × overload: refused", 100 * found.refusedPart, "%");
  say("at 10 × overload: p99 of what is done, against saturation", found.accepted / found.saturated, "×", { most: 2 });
  say("at 10 × overload: p99 of a refusal", found.refused, "ms", { most: 100 });
}

console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}, npm run bench:load`,
);
const bareProgram = [await buildBare()];
// It waits for the disk, as an operator's does.
const postgres = await startPostgres(["fsync=on", "full_page_writes=on", "synchronous_commit=on"]);
const newDatabase = async (name: string) => {
  await administer(postgres.url, (database) => database.raw("create database ??", [name]));
  return `${postgres.url}/${name}`;
};
const sqlite = (name: string) => `file:${join(folder, `${name}.sqlite`)}`;
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
try {
  const both = async (engine: string, urls: [string, string], processes: number) => {
    const ours = await startTarget("ours", product, urls[0], { processes });
    const bare = await startTarget("bare", bareProgram, urls[1], { processes });
    await compare(engine, ours, bare);
    await Promise.all([ours.stop(), bare.stop()]);
  };
  if (takes("journeys")) {
    await both("SQLite", [sqlite("ours"), sqlite("bare")], 1);
    await both("PostgreSQL, two processes", [await newDatabase("ours"), await newDatabase("bare")], 2);
  }
  if (takes("growth")) {
    await grow("SQLite", sqlite("growing"), () => startTarget("growing", product, sqlite("growing")));
    const growing = await newDatabase("growing");
    await grow("PostgreSQL", growing, () => startTarget("growing", product, growing));
  }
  if (takes("attack")) {
    const door = await startTarget("attacked", product, sqlite("attacked"), { settings: { VISITOR_SHARE: "25" } });
    await underAttack(door);
    await door.stop();
  }
  if (takes("overload")) {
    const full = await startTarget("overloaded", product, sqlite("overloaded"));
    await overloaded(full);
    await full.stop();
  }
} catch (error) {
  console.error(error);
  await postgres.stop();
  process.exit(1);
}
await postgres.stop();
console.log(missed.length > 0 ? `Goals missed: ${missed.join("; ")}.` : "All goals are met.");
process.exit(0);
