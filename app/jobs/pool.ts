import { fork, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Answer, Question } from "./serve";
import { openWaitingLine } from "./waiting-line";

/** There is more to do than can be done in reasonable time. Nothing of the job has been begun. */
export class TooBusyError extends Error {
  override name = "TooBusyError";
}

/** A job was ended because it took more time or memory than any job may. */
export class JobLimitError extends Error {
  override name = "JobLimitError";
}

/** What can be asked of a worker script: kind of job → what it takes and what it gives. Both are sent as structured clones. */
export type JobKinds = Record<string, { request: unknown; result: unknown }>;

/**
 * Child processes that each take one job after another. A process, not a thread: what a job's libraries keep of memory
 * goes back when its process is replaced, and a job that nobody wants any more can be ended wherever it is.
 */
export type Pool<Kinds extends JobKinds> = {
  /**
   * @param signal ends the job: one that waits is forgotten, one under way is killed with its process.
   * @throws TooBusyError where too many wait; JobLimitError; the signal's reason; Error where the job failed or its process died.
   */
  run<Kind extends keyof Kinds & string>(kind: Kind, request: Kinds[Kind]["request"], signal?: AbortSignal): Promise<Kinds[Kind]["result"]>;
  /** Ends all processes; what was under way or waiting is rejected. */
  close(): void;
};

export type PoolLimits = {
  /** Processes at once. */
  processes: number;
  /** Jobs that may wait. */
  waiting: number;
  /** Memory in MB after which a process is replaced, once its job is done; at twice as much it is ended in its job. */
  megabytes: number;
  /** Longest that a job may take, in milliseconds, from when a process begins with it. */
  milliseconds: number;
  /** Largest JavaScript heap of a process, in MB. */
  heapMegabytes: number;
  /** How long a process without work stays, in milliseconds. */
  idleMilliseconds: number;
};

/** What to run in a process: the script, options for Node, and arguments. */
export type Program = { script: string; execArgv?: string[]; args?: string[] };

type Job = Question & { resolve: (result: unknown) => void; reject: (error: Error) => void; signal: AbortSignal | undefined };
type Worker = { child: ChildProcess; idle: NodeJS.Timeout | null };

const memoryCheckMilliseconds = 250;

/** Processes start with the first jobs, and anew after one has died, been ended or been replaced. */
export function openPool<Kinds extends JobKinds>({ script, execArgv = [], args = [] }: Program, limits: PoolLimits): Pool<Kinds> {
  const waiting = openWaitingLine<Job>(limits.waiting);
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let closed = false;

  return {
    run: (kind, request, signal) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(closedError());
        if (signal?.aborted) return reject(reasonOf(signal));
        const job: Job = { kind, request, resolve, reject, signal };
        if (!waiting.push(job)) return reject(new TooBusyError("Too many jobs are waiting."));
        signal?.addEventListener("abort", () => waiting.remove(job) && reject(reasonOf(signal)), { once: true });
        next();
      }),
    close() {
      closed = true;
      for (let job = waiting.shift(); job; job = waiting.shift()) job.reject(closedError());
      for (const { child } of all) child.kill("SIGKILL");
    },
  };

  function next(): void {
    if (waiting.size() === 0 || closed) return;
    const worker = idle.pop() ?? (all.size < limits.processes ? start() : null);
    const job = worker && waiting.shift();
    if (job) work(worker, job);
  }

  function start(): Worker {
    const child = fork(script, args, {
      execArgv: [...execArgv, `--max-old-space-size=${limits.heapMegabytes}`],
      // Structured clones, so that bytes and maps arrive as such.
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const worker: Worker = { child, idle: null };
    all.add(worker);
    // A process that has just died cannot be written to (EPIPE); its exit says all there is to say.
    child.on("error", () => leave(worker));
    child.once("exit", () => leave(worker));
    return worker;
  }

  /** The process is gone, or as good as gone. */
  function leave(worker: Worker): void {
    if (!all.delete(worker)) return;
    worker.child.kill("SIGKILL");
    forgetIdle(worker);
    next();
  }

  function rest(worker: Worker): void {
    worker.idle = setTimeout(() => leave(worker), limits.idleMilliseconds).unref();
    idle.push(worker);
  }

  function forgetIdle(worker: Worker): void {
    if (worker.idle) clearTimeout(worker.idle);
    worker.idle = null;
    const position = idle.indexOf(worker);
    if (position >= 0) idle.splice(position, 1);
  }

  function work(worker: Worker, { kind, request, resolve, reject, signal }: Job): void {
    const { child } = worker;
    forgetIdle(worker);
    const stop = (error: Error) => {
      finish();
      reject(error);
      leave(worker);
    };
    const abort = () => stop(reasonOf(signal));
    const died = () => stop(new Error(`The process of a ${kind} job ended.`));
    const answered = (answer: Answer) => {
      finish();
      if (answer.megabytes < limits.megabytes) rest(worker);
      else leave(worker);
      if ("error" in answer) reject(new Error(answer.error));
      else resolve(answer.result);
      next();
    };
    const late = setTimeout(
      () => stop(new JobLimitError(`A ${kind} job took longer than ${limits.milliseconds} ms.`)),
      limits.milliseconds,
    );
    const watch = setInterval(() => {
      if (memoryOf(child.pid) > 2 * limits.megabytes) stop(new JobLimitError(`A ${kind} job needed more than ${2 * limits.megabytes} MB.`));
    }, memoryCheckMilliseconds);
    function finish(): void {
      clearTimeout(late);
      clearInterval(watch);
      child.off("message", answered).off("exit", died).off("error", died);
      signal?.removeEventListener("abort", abort);
    }
    child.on("message", answered).once("exit", died).once("error", died);
    signal?.addEventListener("abort", abort, { once: true });
    child.send({ kind, request } satisfies Question, (error) => error && died());
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

const closedError = () => new Error("The pool was closed.");
const reasonOf = (signal: AbortSignal | undefined): Error =>
  signal?.reason instanceof Error ? signal.reason : new Error("The job is not wanted any more.");
