import { fork, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { setPriority } from "node:os";
import type { Answer, Question } from "./serve";
import { nobody, openWaitingLine, type Owner } from "./waiting-line";

/** There is more to do than can be done in reasonable time. Nothing of the job has been begun. */
export class TooBusyError extends Error {
  override name = "TooBusyError";
}

/** So much of one visitor waits already that nothing more of theirs is taken. Nothing of the job has been begun. */
export class OwnShareError extends Error {
  override name = "OwnShareError";
}

/** A job was ended because it took more time or memory than any job may. */
export class JobLimitError extends Error {
  override name = "JobLimitError";
}

/** What can be asked of a worker script: kind of job → what it takes and what it gives. Both are sent as structured clones. */
export type JobKinds = Record<string, { request: unknown; result: unknown }>;

/** Who asks for a job, and what ends it: one that waits is forgotten, one under way is killed with its process. */
export type Asking = { owner?: Owner | undefined; signal?: AbortSignal | undefined };

/**
 * Child processes that each take one job after another. A process, not a thread: what a job's libraries keep of memory
 * goes back when its process is replaced, and a job that nobody wants any more can be ended wherever it is.
 */
export type Pool<Kinds extends JobKinds> = {
  /**
   * @throws TooBusyError where too many wait; OwnShareError; JobLimitError; the signal's reason; Error where the job failed or its
   * process died.
   */
  run<Kind extends keyof Kinds & string>(kind: Kind, request: Kinds[Kind]["request"], asking?: Asking): Promise<Kinds[Kind]["result"]>;
  /** How many jobs wait and how many are under way. */
  load(): { waiting: number; running: number };
  /** Ends all processes; what was under way or waiting is rejected. */
  close(): void;
};

export type PoolLimits = {
  /** Processes at once. */
  processes: number;
  /** Jobs that may wait, and how many of them of one visitor. */
  waiting: number;
  waitingPerVisitor?: number;
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

type Job = Question & {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
  signal: AbortSignal | undefined;
  owner: Owner;
  /** Its process was ended from outside once, and it is tried a second time. */
  isRepeated: boolean;
};
type Worker = { child: ChildProcess; idle: NodeJS.Timeout | null };

const memoryCheckMilliseconds = 250;

/** Processes start with the first jobs, and anew after one has died, been ended or been replaced. */
export function openPool<Kinds extends JobKinds>({ script, execArgv = [], args = [] }: Program, limits: PoolLimits): Pool<Kinds> {
  const waiting = openWaitingLine<Job>({ capacity: limits.waiting, perVisitor: limits.waitingPerVisitor ?? limits.waiting });
  const running: Owner[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let closed = false;

  return {
    run: (kind, request, { signal, owner = nobody } = {}) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(closedError());
        if (signal?.aborted) return reject(reasonOf(signal));
        const job: Job = { kind, request, resolve, reject, signal, owner, isRepeated: false };
        const refused = line(job);
        if (refused) return reject(refused);
        signal?.addEventListener("abort", () => waiting.remove(job) && reject(reasonOf(signal)), { once: true });
        next();
      }),
    close() {
      closed = true;
      for (let next = waiting.shift(); next; next = waiting.shift()) next.job.reject(closedError());
      for (const { child } of all) child.kill("SIGKILL");
    },
    load: () => ({ waiting: waiting.size(), running: running.length }),
  };

  /** Lets a job wait. @returns why it may not. */
  function line(job: Job): Error | null {
    const pushed = waiting.push(job, job.owner);
    if (pushed.outcome === "full") return tooBusyError();
    if (pushed.outcome === "own-share-full") return new OwnShareError("Too many jobs of one visitor are waiting.");
    pushed.pushedOut?.reject(tooBusyError());
    return null;
  }

  /** Where there are several processes, one of them stays free for others than this one. */
  function mayGo(owner: Owner): boolean {
    if (owner === nobody || limits.processes === 1) return true;
    return running.filter(({ address }) => address === owner.address).length < limits.processes - 1;
  }

  function next(): void {
    if (waiting.size() === 0 || closed) return;
    if (idle.length === 0 && all.size >= limits.processes) return;
    const turn = waiting.shift(mayGo);
    if (turn) work(idle.pop() ?? start(), turn.job);
  }

  function start(): Worker {
    const child = fork(script, args, {
      execArgv: [...execArgv, `--max-old-space-size=${limits.heapMegabytes}`],
      // Structured clones, so that bytes and maps arrive as such.
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    lowerPriority(child.pid);
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

  function work(worker: Worker, job: Job): void {
    const { kind, request, resolve, reject, signal, owner } = job;
    const { child } = worker;
    const begun = performance.now();
    running.push(owner);
    forgetIdle(worker);
    const stop = (error: Error) => {
      finish();
      reject(error);
      leave(worker);
    };
    const abort = () => stop(reasonOf(signal));
    const died = () => stop(new Error(`The process of a ${kind} job ended.`));
    /** Whoever ends a process from outside, such as a system short of memory, means no job: it is done again, once. */
    const lost = () => {
      if (job.isRepeated || closed) return died();
      finish();
      leave(worker);
      job.isRepeated = true;
      const refused = line(job);
      if (refused) reject(refused);
      next();
    };
    // A job that ends its process itself would do so again.
    const exited = (_code: number | null, by: NodeJS.Signals | null) => (by === "SIGKILL" ? lost() : died());
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
      running.splice(running.indexOf(owner), 1);
      waiting.charge(owner, performance.now() - begun);
      clearTimeout(late);
      clearInterval(watch);
      child.off("message", answered).off("exit", exited).off("error", lost);
      signal?.removeEventListener("abort", abort);
    }
    child.on("message", answered).once("exit", exited).once("error", lost);
    signal?.addEventListener("abort", abort, { once: true });
    child.send({ kind, request } satisfies Question, (error) => error && lost());
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

/** Whoever reads or saves a page goes before whoever has something worked out. Where the system does not allow it, all go alike. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, aLittleLower);
  } catch {
    // The process has ended already, or may not be asked.
  }
}

/** Beside a process of usual priority it gets a quarter of a processor. */
const aLittleLower = 5;

const tooBusyError = () => new TooBusyError("Too many jobs are waiting.");
const closedError = () => new Error("The pool was closed.");
const reasonOf = (signal: AbortSignal | undefined): Error =>
  signal?.reason instanceof Error ? signal.reason : new Error("The job is not wanted any more.");
