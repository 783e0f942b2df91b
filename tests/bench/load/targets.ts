import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as vite from "vite";
import { unlimitedVisitors } from "../../support/app";
import { processorMilliseconds } from "../processor-time";
import { openClient } from "./client";

/** Processes that serve the same, as behind a proxy that takes each in its turn. */
export type Target = {
  name: string;
  urls: string[];
  /** Until the first of them was ready, in milliseconds. */
  startMilliseconds: number;
  /** Of the one that holds most, without its children, in MB. */
  megabytes: () => number;
  /** Of all of them with their children. */
  megabytesInAll: () => number;
  /** What all of them have taken of the processors so far, without their children. */
  processorMilliseconds: () => number;
  stop: () => Promise<void>;
};

/** The bare application, bundled like ours, so that its start is one. */
export async function buildBare(): Promise<string> {
  await vite.build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    // What runs us may be developing; what is measured is not.
    esbuild: { jsxDev: false },
    build: { ssr: "tests/bench/load/bare-server.tsx", outDir: "build/bench", target: "es2022" },
  });
  return join("build/bench", "bare-server.js");
}

export const product = ["build/server/ki-pegel.js", "serve"];

export async function startTarget(
  name: string,
  program: string[],
  databaseUrl: string,
  { processes = 1, settings = {} }: { processes?: number; settings?: Record<string, string> } = {},
): Promise<Target> {
  const started: Awaited<ReturnType<typeof startProcess>>[] = [];
  // One after the other: the first brings the tables up to date.
  for (let index = 0; index < processes; index += 1) started.push(await startProcess(program, databaseUrl, settings));
  return {
    name,
    urls: started.map(({ url }) => url),
    startMilliseconds: started[0]?.milliseconds ?? NaN,
    megabytes: () => Math.max(...started.map(({ pid }) => residentMegabytes(pid))),
    megabytesInAll: () => withChildren(started.map(({ pid }) => pid)),
    processorMilliseconds: () => started.reduce((sum, { pid }) => sum + processorMilliseconds(pid), 0),
    stop: async () => void (await Promise.all(started.map((one) => one.stop()))),
  };
}

async function startProcess(program: string[], databaseUrl: string, settings: Record<string, string>) {
  const begun = performance.now();
  const child = spawn(process.execPath, program, {
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: "production", PORT: "0", LOG_LEVEL: "warn", DATABASE_URL: databaseUrl, TRUST_PROXY: "1" },
      ...unlimitedVisitors,
      ...settings,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  // Also where a measurement fails: nothing is left running.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  void ended.then(() => process.off("exit", kill));
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
      const ready = /is ready at (http:\/\/\S+?)\/?\n/.exec(said)?.[1];
      if (ready) resolve(ready);
    });
    child.once("exit", (code) => reject(new Error(`${program.join(" ")} ended with ${code}`)));
  });
  const milliseconds = performance.now() - begun;
  return {
    url,
    pid: child.pid ?? 0,
    milliseconds,
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 12_000);
      await ended;
      clearTimeout(late);
    },
  };
}

function withChildren(pids: number[]): number {
  const lines = execFileSync("ps", ["-e", "-o", "pid=,ppid=,rss="], { encoding: "utf8" }).trim().split("\n");
  const own = lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([pid = 0, parent = 0]) => pids.includes(pid) || pids.includes(parent));
  return own.reduce((sum, [, , kilobytes = 0]) => sum + kilobytes, 0) / 1024;
}

function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? NaN) / 1024;
}

/** A client for each lane, on the target's processes in turn. */
export const clientsOf = ({ urls }: Target, count: number) =>
  Array.from({ length: count }, (_none, index) => openClient(urls[index % urls.length] ?? ""));
