import { parentPort } from "node:worker_threads";
import type { UncertaintyModel } from "../core/certainty/model";
import { sensitivity } from "../core/certainty/sensitivity";
import { simulate } from "../core/certainty/simulate";

/** What the worker is asked; `count` is the number of draws or of samples. */
export type SimulationRequest = { kind: "simulate" | "sobol"; model: UncertaintyModel; count: number };

// Whatever is thrown here ends the worker: the request then fails with that error, and the next one starts another.
parentPort?.on("message", ({ kind, model, count }: SimulationRequest) => {
  parentPort?.postMessage(kind === "simulate" ? simulate(model, count) : sensitivity(model, count));
});
