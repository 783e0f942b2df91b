import { fork, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/** There is more to do than can be done in reasonable time. */
export class TooBusyError extends Error {}

/**
 * Child processes that each take one job after another. A process, not a thread: what a job's libraries keep of memory
 * goes back when its process is replaced, and a job that nobody wants any more can be ended wherever it is.
 */
export type ChildPool<Request, Result> = {
  /**
   * @param signal ends the job: one that waits is forgotten, one under way is killed with its process.
   * @throws TooBusyError where too many wait; the signal's reason; Error where the job failed or took too long.
   */
  run(request: Request, signal?: AbortSignal): Promise<Result>;
  close(): void;
};

export type PoolLimits = {
  /** Processes at once. */
  processes: number;
  /** Jobs that may wait. */
  waiting: number;
  /** Memory in MB after which a process is replaced, once its job is done; at twice as much it is ended in its job. */
  megabytes: number;
  /** Longest that a job may take, in milliseconds. */
  milliseconds: number;
  /** Largest JavaScript heap of a process, in MB. */
  heapMegabytes: number;
};

/** What a child answers: the result, or why there is none; and how much memory it holds by now, in MB. */
export type Answer<Result> = ({ result: Result } | { error: string }) & { megabytes: number };

type Job<Request, Result> = {
  request: Request;
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
  signal: AbortSignal | undefined;
};

/**
 * @param script a TypeScript file that answers each message with one `Answer`, after a first message with the set-up.
 * @param setup what every process gets once.
 */
export function openChildPool<Setup extends object, Request extends object, Result>(
  script: URL,
  setup: Setup,
  limits: PoolLimits,
): ChildPool<Request, Result> {
  const waiting: Job<Request, Result>[] = [];
  const idle: ChildProcess[] = [];
  const all = new Set<ChildProcess>();
  let closed = false;

  return {
    run: (request, signal) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error("The documents were closed."));
        if (signal?.aborted) return reject(reasonOf(signal));
        if (waiting.length >= limits.waiting) return reject(new TooBusyError("Too many documents are waiting."));
        const job = { request, resolve, reject, signal };
        signal?.addEventListener("abort", () => forget(job), { once: true });
        waiting.push(job);
        next();
      }),
    close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new Error("The documents were closed."));
      for (const child of all) child.kill("SIGKILL");
    },
  };

  /** A job that waits and that nobody wants any more. One under way sees to itself. */
  function forget(job: Job<Request, Result>): void {
    const at = waiting.indexOf(job);
    if (at < 0) return;
    waiting.splice(at, 1);
    job.reject(reasonOf(job.signal));
  }

  function next(): void {
    if (waiting.length === 0 || closed) return;
    const child = idle.pop() ?? (all.size < limits.processes ? start() : null);
    const job = child && waiting.shift();
    if (job) work(child, job);
  }

  function start(): ChildProcess {
    const child = fork(script, {
      execArgv: ["--import", "tsx", `--max-old-space-size=${limits.heapMegabytes}`],
      // Structured clones, so that bytes and maps arrive as such.
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    all.add(child);
    child.once("exit", () => {
      all.delete(child);
      const at = idle.indexOf(child);
      if (at >= 0) idle.splice(at, 1);
      next();
    });
    child.send(setup);
    return child;
  }

  function work(child: ChildProcess, { request, resolve, reject, signal }: Job<Request, Result>): void {
    const stop = (error: Error) => {
      finish();
      reject(error);
      child.kill("SIGKILL");
    };
    const abort = () => stop(reasonOf(signal));
    const late = setTimeout(() => stop(new Error(`A document took longer than ${limits.milliseconds} ms.`)), limits.milliseconds);
    const died = () => stop(new Error("A document's process ended."));
    const answered = (answer: Answer<Result>) => {
      finish();
      if (answer.megabytes < limits.megabytes) idle.push(child);
      else child.kill();
      if ("error" in answer) reject(new Error(answer.error));
      else resolve(answer.result);
      next();
    };
    const watch = setInterval(() => {
      if (memoryOf(child.pid) > 2 * limits.megabytes) stop(new Error(`A document needed more than ${2 * limits.megabytes} MB.`));
    }, 250);
    function finish(): void {
      clearTimeout(late);
      clearInterval(watch);
      child.off("message", answered);
      child.off("exit", died);
      signal?.removeEventListener("abort", abort);
    }
    child.on("message", answered);
    child.once("exit", died);
    signal?.addEventListener("abort", abort, { once: true });
    child.send(request);
  }
}

/**
 * What a process holds, in MB. Only Linux tells it so cheaply; elsewhere, as for a process that is gone, it is 0, and
 * the time limit alone ends a job that grows without end.
 */
function memoryOf(pid: number | undefined): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * pageBytes) / 1024 ** 2;
  } catch {
    return 0;
  }
}
const pageBytes = 4096;

const reasonOf = (signal: AbortSignal | undefined): Error =>
  signal?.reason instanceof Error ? signal.reason : new Error("The document is not wanted any more.");
