import { execFileSync } from "node:child_process";

/** The workers that a process of the built application has started. */
export const workersOf = (parent: number | undefined): number[] =>
  execFileSync("ps", ["-e", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, above, ...args]) => Number(above) === parent && args.some((arg) => arg.endsWith("build/server/worker.js")))
    .map(([pid]) => Number(pid));
