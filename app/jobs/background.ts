import { Worker } from "node:worker_threads";

/** Work that must not hold up requests: one worker thread that takes one request after another. */
export type Background<Request, Result> = {
  /** @throws Error where the worker died over it, or this was closed. */
  run(request: Request): Promise<Result>;
  /** Ends the worker; what was still under way or waiting is rejected. */
  close(): Promise<void>;
};

type Job<Request, Result> = { request: Request; resolve: (result: Result) => void; reject: (error: Error) => void };

/**
 * The worker starts with the first request, and anew after it has died.
 * @param name for messages.
 * @param script a TypeScript file that answers each message with one message.
 */
export function openBackground<Request, Result>(name: string, script: URL): Background<Request, Result> {
  const waiting: Job<Request, Result>[] = [];
  let running: Job<Request, Result> | null = null;
  let worker: Worker | null = null;
  let closed = false;
  const closedError = () => new Error(`The ${name} was closed.`);

  return {
    run(request) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(closedError());
        waiting.push({ request, resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      const ending = worker;
      for (const job of waiting.splice(0)) job.reject(closedError());
      fail(closedError());
      await ending?.terminate();
    },
  };

  function next(): void {
    if (running) return;
    running = waiting.shift() ?? null;
    if (!running) return;
    worker ??= start();
    worker.postMessage(running.request);
  }

  function start(): Worker {
    const started = new Worker(new URL("./start-worker.mjs", import.meta.url), { execArgv: [], workerData: { script: script.href } });
    started.on("message", (result: Result) => {
      running?.resolve(result);
      running = null;
      next();
    });
    // An error is followed by the exit, by when another worker may be at work.
    started.on("error", (error: Error) => started === worker && fail(error));
    started.on("exit", (code) => started === worker && fail(new Error(`The ${name} worker ended with code ${code}.`)));
    return started;
  }

  /** The worker is gone, and with it what it was working on. */
  function fail(error: Error): void {
    worker = null;
    running?.reject(error);
    running = null;
    next();
  }
}
