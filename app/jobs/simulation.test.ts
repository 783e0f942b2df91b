import { afterAll, describe, expect, it, vi } from "vitest";
import { allAnswered, modelVersion, soundContent } from "../../tests/support/builders";
import type { Answers } from "../core/assessment/answer";
import type { Assessment } from "../core/assessment/assessment";
import { compileModel } from "../core/certainty/model";
import { sensitivity } from "../core/certainty/sensitivity";
import { simulate } from "../core/certainty/simulate";
import { openPool } from "./pool";
import { openSimulation } from "./simulation";
import { workerProgram } from "./worker-program";
import type { Jobs } from "./worker";

const content = soundContent();
const assessmentOf = (answers: Answers): Assessment => ({ track: "municipality", depth: "full", modelVersion, organisation: {}, answers });
const assessment = assessmentOf({ ...allAnswered(2), "skills-key": { answer: "dk" } });
const model = compileModel(assessment, content);

const limits = { processes: 1, waiting: 50, megabytes: 500, milliseconds: 60_000, heapMegabytes: 256, idleMilliseconds: 60_000 };
const pool = openPool<Jobs>(workerProgram(process.cwd(), content.version), limits);
afterAll(() => pool.close());

describe("in a process of its own", { timeout: 30_000 }, () => {
  it("gives what the core gives", async () => {
    const simulation = openSimulation(pool);
    expect(await simulation.simulate(assessment, content, 300)).toEqual(simulate(model, 300));
    expect(await simulation.sobol(assessment, content, 100)).toEqual(sensitivity(model, 100));
  });

  it("takes changed weights, and many requests at once, each with its own result", async () => {
    const simulation = openSimulation(pool);
    const weights = [1, 2, 3, 4, 5].map((weight) => new Map([["skills", weight] as const]));
    const results = await Promise.all(weights.map((own) => simulation.simulate(assessment, content, 50, own)));
    expect(results).toEqual(weights.map((own) => simulate(compileModel(assessment, content, own), 50)));
  });

  it("has no overall value to explain where nothing is applicable", async () => {
    const nothing = Object.keys(allAnswered(0)).map((id) => [id, { answer: "na", reason: "gibt es hier nicht" }] as const);
    expect(await openSimulation(pool).sobol(assessmentOf(Object.fromEntries(nothing)), content, 10)).toBeNull();
  });

  it("fails with the reason where the core refuses, and goes on", async () => {
    const simulation = openSimulation(pool);
    const [refused, waiting] = [simulation.simulate(assessment, content, -1), simulation.simulate(assessment, content, 30)];
    await expect(refused).rejects.toThrow("-1 draws");
    expect(await waiting).toEqual(simulate(model, 30));
  });
});

describe("what has been computed", () => {
  /** Answers at once, each time with another object. */
  const counting = () => ({ run: vi.fn(() => Promise.resolve({} as never)) });

  it("is not computed again for the same question, whatever the order of the answers", async () => {
    const here = counting();
    const simulation = openSimulation(here);
    const result = await simulation.simulate(assessment, content, 40);
    const backwards = assessmentOf(Object.fromEntries(Object.entries(assessment.answers).reverse()));
    expect(await simulation.simulate(backwards, structuredClone(content), 40)).toBe(result);
    expect(await simulation.sobol(assessment, content, 40)).toBe(await simulation.sobol(backwards, content, 40));
    expect(here.run).toHaveBeenCalledTimes(2);
  });

  it("is computed again for other draws, answers, weights, sizes or content", async () => {
    const here = counting();
    const simulation = openSimulation(here);
    await simulation.simulate(assessment, content, 40);
    const other = soundContent();
    for (const { effortPersonDays } of other.initiatives) effortPersonDays["inhabitants-under-20000"] = [9, 9];
    await Promise.all([
      simulation.simulate(assessment, content, 41),
      simulation.simulate(assessmentOf(allAnswered(2)), content, 40),
      simulation.simulate(assessment, content, 40, new Map([["skills", 2]])),
      simulation.simulate({ ...assessment, organisation: { sizeClass: "inhabitants-under-20000" } }, other, 40),
      simulation.simulate(assessment, other, 40),
    ]);
    expect(here.run).toHaveBeenCalledTimes(6);
  });
});
