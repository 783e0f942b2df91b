import { readFileSync, readdirSync } from "node:fs";

/** Of all threads of a process that live, in milliseconds, as the scheduler of Linux counts it. */
export function processorMilliseconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const nanoseconds = threads.map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]));
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
}

/** Of this process and those that it has started. */
export function allProcessorMilliseconds(): number {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
  return [process.pid, ...children].map(processorMilliseconds).reduce((sum, one) => sum + one, 0);
}
