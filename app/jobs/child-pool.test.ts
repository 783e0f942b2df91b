import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, expect, it } from "vitest";
import { openChildPool, TooBusyError, type ChildPool, type PoolLimits } from "./child-pool";

type Request = { say?: string; fail?: string; hang?: boolean; die?: boolean; grow?: boolean; megabytes?: number };
type Result = { said: string; pid: number };

const folder = mkdtempSync(join(tmpdir(), "ki-pegel-pool-"));
const script = join(folder, "child.mjs");
// Answers as it is told to; the first message is the set-up.
writeFileSync(
  script,
  `process.once("message", (setup) => process.on("message", ({ say, fail, hang, die, grow, megabytes = 0 }) => {
    if (grow) return void (globalThis.held = Buffer.alloc(400e6, 1));
    if (hang) return;
    if (die) process.exit(3);
    process.send(fail ? { error: fail, megabytes } : { result: { said: setup.word + say, pid: process.pid }, megabytes });
  }));`,
);
afterAll(() => rmSync(folder, { recursive: true }));

const pools: ChildPool<Request, Result>[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});
function open(limits: Partial<PoolLimits> = {}) {
  const all = { processes: 1, waiting: 10, megabytes: 100, milliseconds: 30_000, heapMegabytes: 64, ...limits };
  const pool = openChildPool<{ word: string }, Request, Result>(pathToFileURL(script), { word: "so " }, all);
  pools.push(pool);
  return pool;
}

it("gives every process the set-up and takes one job after another", async () => {
  const pool = open();
  const results = await Promise.all(["a", "b", "c"].map((say) => pool.run({ say })));
  expect(results.map(({ said }) => said)).toEqual(["so a", "so b", "so c"]);
  expect(new Set(results.map(({ pid }) => pid)).size).toBe(1);
});

it("replaces a process that holds too much memory", async () => {
  const pool = open();
  const first = await pool.run({ say: "a", megabytes: 100 });
  const second = await pool.run({ say: "b" });
  expect(second.pid).not.toBe(first.pid);
});

it("tells why a job failed, and goes on", async () => {
  const pool = open();
  await expect(pool.run({ fail: "no paper" })).rejects.toThrow("no paper");
  await expect(pool.run({ die: true })).rejects.toThrow("ended");
  await expect(pool.run({ say: "a" })).resolves.toMatchObject({ said: "so a" });
});

it("ends a job that takes too long, and the next one gets a fresh process", async () => {
  const pool = open({ milliseconds: 1_500 });
  await expect(pool.run({ hang: true })).rejects.toThrow("longer than 1500 ms");
  await expect(open().run({ say: "a" })).resolves.toMatchObject({ said: "so a" });
});

it("ends a job that grows without end, by its size or where that is not told by its time", async () => {
  await expect(open({ milliseconds: 5_000 }).run({ grow: true })).rejects.toThrow(/more than 200 MB|longer than 5000 ms/);
});

it("forgets a job that nobody wants any more, wherever it is", async () => {
  const pool = open();
  const [underWay, waiting] = [new AbortController(), new AbortController()];
  const first = pool.run({ hang: true }, underWay.signal);
  const second = pool.run({ say: "never" }, waiting.signal);
  const third = pool.run({ say: "c" });
  waiting.abort(new Error("left"));
  await expect(second).rejects.toThrow("left");
  underWay.abort(new Error("gone"));
  await expect(first).rejects.toThrow("gone");
  await expect(third).resolves.toMatchObject({ said: "so c" });
  await expect(pool.run({ say: "d" }, AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
});

it("refuses what would wait too long, and everything once it is closed", async () => {
  const pool = open({ waiting: 1 });
  const running = pool.run({ hang: true });
  const queued = pool.run({ say: "b" });
  await expect(pool.run({ say: "c" })).rejects.toThrow(TooBusyError);
  pool.close();
  await expect(queued).rejects.toThrow("closed");
  await expect(running).rejects.toThrow("ended");
  await expect(pool.run({ say: "d" })).rejects.toThrow("closed");
});
