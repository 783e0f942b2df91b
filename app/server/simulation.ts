import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { Assessment } from "../core/answers/assessment";
import type { Content } from "../core/content";
import { compileModel, type UncertaintyModel } from "../core/uncertainty/model";
import type { Sensitivity } from "../core/uncertainty/sensitivity";
import type { SimulationResult } from "../core/uncertainty/simulate";
import type { DimensionId } from "../core/vocabulary";
import { rememberLatest } from "./remember-latest";
import type { SimulationRequest } from "./simulation.worker";

type SimulatedContent = Pick<Content, "questionnaires" | "initiatives">;
type Weights = Map<DimensionId, number>;

/** Runs `core/uncertainty` off the request's thread. Results are shared between callers: read them only. */
export type Simulation = {
  /**
   * @param weights of dimensions the user has changed, by id.
   * @throws RangeError where `draws` is not a positive whole number; Error where the worker died or this was closed.
   */
  simulate(assessment: Assessment, content: SimulatedContent, draws: number, weights?: Weights): Promise<SimulationResult>;
  /** As `simulate`; null where there is no overall value. */
  sobol(assessment: Assessment, content: SimulatedContent, samples: number, weights?: Weights): Promise<Sensitivity | null>;
  /** Ends the worker; what was still under way or waiting is rejected. */
  close(): Promise<void>;
};

type Job = { request: SimulationRequest; resolve: (result: unknown) => void; reject: (error: Error) => void };

const remembered = 300;

/**
 * One worker, which takes one request at a time. It starts with the first request, and anew after it has died.
 * @param script of the worker; another one in tests.
 */
export function openSimulation(script = new URL("./simulation.worker.ts", import.meta.url)): Simulation {
  const waiting: Job[] = [];
  let running: Job | null = null;
  let worker: Worker | null = null;
  let closed = false;

  const simulate = rememberLatest<SimulationResult>(remembered);
  const sobol = rememberLatest<Sensitivity | null>(remembered);
  return {
    async simulate(assessment, content, draws, weights) {
      const model = compileModel(assessment, content, weights);
      return simulate(keyOf(model, draws), () => run({ kind: "simulate", model, count: draws }) as Promise<SimulationResult>);
    },
    async sobol(assessment, content, samples, weights) {
      const model = compileModel(assessment, content, weights);
      return sobol(keyOf(model, samples), () => run({ kind: "sobol", model, count: samples }) as Promise<Sensitivity | null>);
    },
    async close() {
      closed = true;
      const ending = worker;
      for (const job of waiting.splice(0)) job.reject(closedError());
      fail(closedError());
      await ending?.terminate();
    },
  };

  function run(request: SimulationRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (closed) return reject(closedError());
      waiting.push({ request, resolve, reject });
      next();
    });
  }

  function next(): void {
    if (running) return;
    running = waiting.shift() ?? null;
    if (!running) return;
    worker ??= start();
    worker.postMessage(running.request);
  }

  function start(): Worker {
    const started = new Worker(new URL("./start-worker.mjs", import.meta.url), { execArgv: [], workerData: { script: script.href } });
    started.on("message", (result) => {
      running?.resolve(result);
      running = null;
      next();
    });
    // An error is followed by the exit, by when another worker may be at work.
    started.on("error", (error) => started === worker && fail(error));
    started.on("exit", (code) => started === worker && fail(new Error(`The simulation worker ended with code ${code}.`)));
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

const closedError = () => new Error("The simulation was closed.");

/** The model is all that a result depends on, content and seed included, so equal keys mean equal results. */
function keyOf(model: UncertaintyModel, count: number): string {
  return createHash("sha256")
    .update(JSON.stringify([count, model]))
    .digest("hex");
}
