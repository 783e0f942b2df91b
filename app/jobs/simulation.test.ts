import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { allAnswered, modelVersion, soundContent } from "../../tests/support/builders";
import type { Answers } from "../core/assessment/answer";
import type { Assessment } from "../core/assessment/assessment";
import { compileModel } from "../core/certainty/model";
import { sensitivity } from "../core/certainty/sensitivity";
import { simulate } from "../core/certainty/simulate";
import { openSimulation, type Simulation } from "./simulation";

const content = soundContent();
const assessmentOf = (answers: Answers): Assessment => ({ track: "municipality", depth: "full", modelVersion, organisation: {}, answers });
const assessment = assessmentOf({ ...allAnswered(2), "skills-key": { answer: "dk" } });
const model = compileModel(assessment, content);

// Starting a thread with its own compiler takes a moment on a busy machine.
const timeout = 30_000;
const opened: Simulation[] = [];
const open = (script?: URL): Simulation => {
  const simulation = openSimulation(script);
  opened.push(simulation);
  return simulation;
};
/** A worker that does `body` with each message it gets. */
const workerThat = (body: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; parentPort.on("message", (request) => { ${body} });`)}`,
  );
afterEach(async () => {
  for (const simulation of opened.splice(0)) await simulation.close();
});

describe("in a worker", { timeout }, () => {
  it("gives what the core gives", async () => {
    const simulation = open();
    expect(await simulation.simulate(assessment, content, 300)).toEqual(simulate(model, 300));
    expect(await simulation.sobol(assessment, content, 100)).toEqual(sensitivity(model, 100));
  });

  it("takes changed weights, and many requests at once, each with its own result", async () => {
    const simulation = open();
    const weights = [1, 2, 3, 4, 5].map((weight) => new Map([["skills", weight] as const]));
    const results = await Promise.all(weights.map((own) => simulation.simulate(assessment, content, 50, own)));
    expect(results).toEqual(weights.map((own) => simulate(compileModel(assessment, content, own), 50)));
  });

  it("has no overall value to explain where nothing is applicable", async () => {
    const nothing = Object.keys(allAnswered(0)).map((id) => [id, { answer: "na", reason: "gibt es hier nicht" }] as const);
    expect(await open().sobol(assessmentOf(Object.fromEntries(nothing)), content, 10)).toBeNull();
  });

  it("leaves the request's thread free", async () => {
    const simulation = open();
    await simulation.simulate(assessment, content, 1);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await simulation.simulate(assessment, content, 100_000);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });
});

describe("what has been computed", { timeout }, () => {
  it("is not computed again for the same question, whatever the order of the answers", async () => {
    const simulation = open();
    const result = await simulation.simulate(assessment, content, 40);
    const backwards = assessmentOf(Object.fromEntries(Object.entries(assessment.answers).reverse()));
    expect(await simulation.simulate(backwards, structuredClone(content), 40)).toBe(result);
    expect(await simulation.sobol(assessment, content, 40)).toBe(await simulation.sobol(backwards, content, 40));
  });

  it("is computed again for other draws, answers, weights, sizes or content", async () => {
    const simulation = open();
    const result = await simulation.simulate(assessment, content, 40);
    const other = soundContent();
    for (const { effortPersonDays } of other.initiatives) effortPersonDays["inhabitants-under-20000"] = [9, 9];
    const others = await Promise.all([
      simulation.simulate(assessment, content, 41),
      simulation.simulate(assessmentOf(allAnswered(2)), content, 40),
      simulation.simulate(assessment, content, 40, new Map([["skills", 2]])),
      simulation.simulate({ ...assessment, organisation: { sizeClass: "inhabitants-under-20000" } }, other, 40),
      simulation.simulate(assessment, other, 40),
    ]);
    expect(new Set([result, ...others]).size).toBe(6);
  });
});

describe("a worker that dies", { timeout }, () => {
  it("of a request fails that request with the reason, and the next one gets another worker", async () => {
    const simulation = open();
    const [refused, waiting] = [simulation.simulate(assessment, content, -1), simulation.simulate(assessment, content, 30)];
    await expect(refused).rejects.toThrow("-1 draws");
    expect(await waiting).toEqual(simulate(model, 30));
    await expect(simulation.simulate(assessment, content, -1)).rejects.toThrow(RangeError);
    expect(await simulation.simulate(assessment, content, 31)).toEqual(simulate(model, 31));
  });

  it("without a word fails its request with the exit code", async () => {
    const simulation = open(workerThat("if (request.count === 1) process.exit(3); parentPort.postMessage(request.count);"));
    const [first, second] = [simulation.simulate(assessment, content, 1), simulation.simulate(assessment, content, 2)];
    await expect(first).rejects.toThrow("code 3");
    expect(await second).toBe(2);
  });

  it("between two requests is replaced", async () => {
    const simulation = open(workerThat("parentPort.postMessage(request.count); setTimeout(() => process.exit(0), 10);"));
    expect(await simulation.simulate(assessment, content, 1)).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    // On a busy machine a request may still meet the old one.
    expect(await vi.waitFor(() => simulation.simulate(assessment, content, 2), 10_000)).toBe(2);
  });

  it("because it cannot start fails every request, and does not hang", async () => {
    const simulation = open(new URL("./no-such-worker.ts", import.meta.url));
    const requests = [1, 2].map((draws) => simulation.simulate(assessment, content, draws));
    for (const { status } of await Promise.allSettled(requests)) expect(status).toBe("rejected");
  });
});

describe("closing", { timeout }, () => {
  it("rejects what is under way, what waits and what comes later", async () => {
    const simulation = open(workerThat("/* never answers */"));
    const requests = [1, 2].map((draws) => simulation.simulate(assessment, content, draws));
    const settled = Promise.allSettled(requests);
    // A turn of the loop, so that the requests have reached the worker.
    await new Promise((resolve) => setTimeout(resolve, 1));
    await simulation.close();
    for (const result of await settled)
      expect(result).toMatchObject({ status: "rejected", reason: { message: "The simulation was closed." } });
    await expect(simulation.simulate(assessment, content, 3)).rejects.toThrow("closed");
    await simulation.close();
  });

  it("needs no worker to have been started", async () => {
    await expect(openSimulation().close()).resolves.toBeUndefined();
  });

  // As the server is run: the process ends by itself only if the worker has ended.
  it.each([
    ["node --import tsx", ["--import", "tsx"]],
    ["tsx", [createRequire(import.meta.url).resolve("tsx/cli")]],
  ])("lets the process end, which runs under %s", (_name, options) => {
    const program = `
      import { openSimulation } from ${JSON.stringify(new URL("./simulation.ts", import.meta.url).href)};
      import { soundContent } from ${JSON.stringify(pathToFileURL("tests/support/builders.ts").href)};
      const simulation = openSimulation();
      const { overall } = await simulation.simulate(${JSON.stringify(assessment)}, soundContent(), 100);
      await simulation.close();
      console.log(JSON.stringify(overall));`;
    const output = execFileSync(process.execPath, [...options, "--input-type=module", "--eval", program], { encoding: "utf8" });
    expect(JSON.parse(output)).toEqual(simulate(model, 100).overall);
  });
});
