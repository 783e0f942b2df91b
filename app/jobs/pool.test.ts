import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { JobLimitError, openPool, TooBusyError, type Pool, type PoolLimits } from "./pool";

type Said = { said: string; pid: number };
type Jobs = {
  say: { request: { word: string; megabytes?: number }; result: Said };
  fail: { request: string; result: never };
  hang: { request: null; result: never };
  /** Dies now, or so many milliseconds after its answer. */
  die: { request: number | null; result: Said };
  grow: { request: null; result: never };
};

const folder = mkdtempSync(join(tmpdir(), "ki-pegel-pool-"));
const script = join(folder, "worker.mjs");
// Answers as it is told to.
writeFileSync(
  script,
  `process.on("message", ({ kind, request }) => {
    const answer = (made, megabytes = 0) => process.send({ ...made, megabytes });
    if (kind === "say") answer({ result: { said: process.argv[2] + request.word, pid: process.pid } }, request.megabytes);
    if (kind === "fail") answer({ error: request });
    if (kind === "grow") globalThis.held = Buffer.alloc(400e6, 1);
    if (kind === "die" && request === null) process.exit(3);
    if (kind === "die") { answer({ result: { said: "", pid: process.pid } }); setTimeout(() => process.exit(0), request); }
  });
  process.once("disconnect", () => process.exit());`,
);
afterAll(() => rmSync(folder, { recursive: true }));

const pools: Pool<Jobs>[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});
function open(limits: Partial<PoolLimits> = {}) {
  const few = { processes: 1, waiting: 10, megabytes: 100, milliseconds: 30_000, heapMegabytes: 64, idleMilliseconds: 60_000 };
  const pool = openPool<Jobs>({ script, args: ["so "] }, { ...few, ...limits });
  pools.push(pool);
  return pool;
}
const say = (pool: Pool<Jobs>, word: string, megabytes?: number) => pool.run("say", { word, megabytes });

describe("a pool", () => {
  it("takes one job after another, in the order in which they came", async () => {
    const pool = open();
    const results = await Promise.all(["a", "b", "c"].map((word) => say(pool, word)));
    expect(results.map(({ said }) => said)).toEqual(["so a", "so b", "so c"]);
    expect(new Set(results.map(({ pid }) => pid)).size).toBe(1);
  });

  it("replaces a process that holds too much memory", async () => {
    const pool = open();
    const first = await say(pool, "a", 100);
    expect((await say(pool, "b")).pid).not.toBe(first.pid);
  });

  it("gives a process back that has had nothing to do for a while", async () => {
    const pool = open({ idleMilliseconds: 50 });
    const first = await say(pool, "a");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(() => process.kill(first.pid, 0)).toThrow("ESRCH");
    expect((await say(pool, "b")).said).toBe("so b");
  });

  it("tells why a job failed, and goes on", async () => {
    const pool = open();
    await expect(pool.run("fail", "no paper")).rejects.toThrow("no paper");
    await expect(pool.run("die", null)).rejects.toThrow("ended");
    expect((await say(pool, "a")).said).toBe("so a");
  });

  it("survives processes that die between two jobs", async () => {
    const pool = open();
    for (let turn = 0; turn < 20; turn += 1) {
      // A job may meet a dying process, but neither hangs nor brings this one down.
      const met = (error: Error) => expect(error.message).toContain("ended");
      await pool.run("die", turn % 4).catch(met);
      await new Promise((resolve) => setTimeout(resolve, turn % 5));
      await say(pool, "a").catch(met);
    }
    await vi.waitFor(async () => expect((await say(pool, "b")).said).toBe("so b"));
  });
});

describe("a job is ended", () => {
  it("when it takes too long, and the next one gets a fresh process", async () => {
    const pool = open({ milliseconds: 4_000 });
    await expect(pool.run("hang", null)).rejects.toThrow(new JobLimitError("A hang job took longer than 4000 ms."));
    expect((await say(pool, "a")).said).toBe("so a");
  });

  it("when it grows without end, by its size or where that is not told by its time", async () => {
    const ended = open({ milliseconds: 5_000 }).run("grow", null);
    await expect(ended).rejects.toThrow(JobLimitError);
    await expect(ended).rejects.toThrow(/more than 200 MB|longer than 5000 ms/);
  });

  it("when nobody wants it any more, wherever it is", async () => {
    const pool = open();
    const [underWay, waiting] = [new AbortController(), new AbortController()];
    const first = pool.run("hang", null, { signal: underWay.signal });
    const second = pool.run("say", { word: "never" }, { signal: waiting.signal });
    const third = say(pool, "c");
    waiting.abort(new Error("left"));
    await expect(second).rejects.toThrow("left");
    underWay.abort(new Error("gone"));
    await expect(first).rejects.toThrow("gone");
    expect((await third).said).toBe("so c");
    await expect(pool.run("say", { word: "d" }, { signal: AbortSignal.abort(new Error("before")) })).rejects.toThrow("before");
  });
});

it("refuses what would wait too long, and everything once it is closed", async () => {
  const pool = open({ waiting: 1 });
  const running = pool.run("hang", null);
  const queued = say(pool, "b");
  await expect(say(pool, "c")).rejects.toThrow(TooBusyError);
  pool.close();
  await expect(queued).rejects.toThrow("closed");
  await expect(running).rejects.toThrow("ended");
  await expect(say(pool, "d")).rejects.toThrow("closed");
});
