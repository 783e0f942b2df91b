import { fork, type ChildProcess } from "node:child_process";

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
  /** Jobs after which a process is replaced. */
  jobsPerProcess: number;
  /** Longest that a job may take, in milliseconds. */
  milliseconds: number;
  /** Largest JavaScript heap of a process, in MB. */
  heapMegabytes: number;
};

/** What a child answers: the result, or why there is none. */
export type Answer<Result> = { result: Result } | { error: string };

type Job<Request, Result> = {
  request: Request;
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
  signal: AbortSignal | undefined;
};

type Child = { process: ChildProcess; jobs: number };

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
  const idle: Child[] = [];
  const all = new Set<Child>();
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
      for (const child of all) child.process.kill("SIGKILL");
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

  function start(): Child {
    const process = fork(script, {
      execArgv: ["--import", "tsx", `--max-old-space-size=${limits.heapMegabytes}`],
      // Structured clones, so that bytes and maps arrive as such.
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const child = { process, jobs: 0 };
    all.add(child);
    process.once("exit", () => {
      all.delete(child);
      const at = idle.indexOf(child);
      if (at >= 0) idle.splice(at, 1);
      next();
    });
    process.send(setup);
    return child;
  }

  function work(child: Child, { request, resolve, reject, signal }: Job<Request, Result>): void {
    const { process } = child;
    const stop = (error: Error) => {
      finish();
      reject(error);
      process.kill("SIGKILL");
    };
    const abort = () => stop(reasonOf(signal));
    const late = setTimeout(() => stop(new Error(`A document took longer than ${limits.milliseconds} ms.`)), limits.milliseconds);
    const died = () => stop(new Error("A document's process ended."));
    const answered = (answer: Answer<Result>) => {
      finish();
      child.jobs += 1;
      if (child.jobs < limits.jobsPerProcess) idle.push(child);
      else process.kill();
      if ("error" in answer) reject(new Error(answer.error));
      else resolve(answer.result);
      next();
    };
    function finish(): void {
      clearTimeout(late);
      process.off("message", answered);
      process.off("exit", died);
      signal?.removeEventListener("abort", abort);
    }
    process.on("message", answered);
    process.once("exit", died);
    signal?.addEventListener("abort", abort, { once: true });
    process.send(request);
  }
}

const reasonOf = (signal: AbortSignal | undefined): Error =>
  signal?.reason instanceof Error ? signal.reason : new Error("The document is not wanted any more.");
