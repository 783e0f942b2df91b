import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyInput, anyTightInput, limitsOf, tryAll, type Tried } from "../../../tests/support/exhaustive-plan";
import { highs, planInput, step, type Setting } from "../../../tests/support/plans";
import { isReady } from "./levels";
import type { Place } from "./option";
import type { PlanInput } from "./plan";
import { planProblem, type PlanProblem } from "./problem";
import { daysIn, onlyNeeded, programOf, standstills, type Aim } from "./program";
import { endOf } from "./schedule";
import { candidatesIn, planAims, solve } from "./solve";

const limits = fc.record({
  budgetEuro: fc.integer({ min: 2, max: 14 }).map((hundreds) => hundreds * 100),
  quarters: fc.integer({ min: 1, max: 3 }),
  personDaysPerQuarter: fc.integer({ min: 3, max: 9 }),
  forceDuties: fc.constant(true),
});
/** None of kind `use`, of which one would have to be in. */
const withoutUse = (input: PlanInput): PlanInput => ({
  ...input,
  initiatives: input.initiatives.map((one) => ({ ...one, kind: "enable" as const })),
});
const sample = (inputs: fc.Arbitrary<PlanInput>, numRuns: number) => fc.sample(inputs, { seed: 20261127, numRuns }).map(withoutUse);
const inputs = [...sample(anyInput(4, limits), 24), ...sample(anyTightInput, 6)];

const run = (problem: PlanProblem, time: "whole" | "by-quarter", aim: Aim) =>
  solve(programOf(problem, time, problem.wanted), aim, [], highs, { work: 100_000, secondsLeft: () => 10 });

const bestUnder: Record<Aim, (all: Tried[]) => number> = {
  delay: (all) => Math.min(...all.map(({ delay }) => delay)),
  gain: (all) => Math.max(...all.map(({ gain }) => gain)),
  cost: (all) => Math.min(...all.map(({ costEuro }) => costEuro)),
  effort: (all) => Math.min(...all.map(({ personDays }) => personDays)),
  rank: () => NaN,
};

function expectSound({ items, limits: { budgetEuro, personDaysPerQuarter, quarters } }: PlanProblem, places: Place[]): void {
  expect(candidatesIn(places).reduce((sum, { costEuro }) => sum + costEuro, 0)).toBeLessThanOrEqual(budgetEuro + 1e-6);
  for (let quarter = 0; quarter < quarters; quarter += 1)
    expect(places.reduce((sum, place) => sum + daysIn(place, quarter), 0)).toBeLessThanOrEqual(personDaysPerQuarter + 1e-6);
  for (const place of places) {
    expect(endOf(place)).toBeLessThanOrEqual(quarters);
    const finished = candidatesIn(places.filter((other) => endOf(other) <= place.start));
    expect(isReady(place.candidate, items, finished), place.candidate.id).toBe(true);
  }
}

it("by quarter finds for each aim what is best of everything that can be laid out; as a whole, nothing less", () => {
  let possible = 0;
  for (const input of inputs) {
    const problem = planProblem(input, limitsOf(input));
    const all = tryAll(input);
    for (const aim of planAims.filter((one) => one !== "rank")) {
      const [exact, whole] = [run(problem, "by-quarter", aim), run(problem, "whole", aim)];
      if (all.length === 0) {
        expect(exact.status).toBe("infeasible");
        continue;
      }
      if (exact.status !== "chosen" || whole.status !== "chosen") throw new Error("there is one");
      possible += 1;
      const best = bestUnder[aim](all);
      expect(exact).toMatchObject({ proven: true, bound: exact.value });
      expect(exact.value, aim).toBeCloseTo(best, 6);
      if (aim === "gain") expect(whole.value).toBeGreaterThan(best - 1e-6);
      else expect(whole.value).toBeLessThan(best + 1e-6);
      expectSound(problem, exact.places);
    }
  }
  expect(possible).toBeGreaterThan(60);
}, 60_000);

describe("those that wait for each other", () => {
  const problemOf = (setting: Setting) => {
    const input = planInput(setting);
    return planProblem(input, limitsOf(input));
  };
  const [a, b] = [
    step("a", { lifts: { "strategy-1": 4 }, stages: { skills: 1 } }),
    step("b", { lifts: { "skills-1": 4 }, stages: { strategy: 1 } }),
  ];
  const third = step("third", { lifts: { "skills-2": 1, "strategy-2": 1 } });

  it("need one more of those that could help, each of them", () => {
    const problem = problemOf({ initiatives: [a, b, third] });
    const learnt = (...ids: string[]) =>
      standstills(
        programOf(problem, "whole", []),
        problem.candidates.filter(({ id }) => ids.includes(id)),
      );
    const row = (stuck: string, ...helpers: string[]) => ({
      terms: [[1, stuck], ...helpers.map((helper) => [-1, helper])],
      ...{ relation: "<=", bound: 0 },
    });
    expect(learnt("a", "b")).toEqual([row("x0_0", "x2_0"), row("x1_0", "x2_0")]);
    expect(learnt("a")).toEqual([row("x0_0", "x1_0", "x2_0")]);
    expect(learnt("a", "b", "third")).toEqual([]);
  });
  it("or for what takes too long, too", () => {
    const base = step("base", { lifts: { "strategy-1": 3 }, durationMonths: [9, 9] });
    const quick = step("quick", { lifts: { "strategy-1": 2 } });
    const upper = step("upper", { lifts: { "skills-1": 1 }, needs: { "strategy-1": 2 }, durationMonths: [6, 6] });
    const problem = problemOf({ initiatives: [base, quick, upper], limits: { quarters: 4 } });
    const rows = standstills(
      programOf(problem, "whole", []),
      problem.candidates.filter(({ id }) => id !== "quick"),
    );
    const terms = [
      [1, "x2_0"],
      [-1, "x1_0"],
    ];
    expect(rows).toEqual([{ terms, relation: "<=", bound: 0 }]);
  });
});

it("is made small by what holds a group and what could help that, and nothing else", () => {
  const input = planInput({
    initiatives: [
      step("base", { lifts: { "strategy-1": 1 } }),
      step("duty", { lifts: { "strategy-2": 1 }, after: ["base"] }),
      step("other", { lifts: { "skills-1": 4 } }),
      step("upper", { lifts: { "skills-2": 1 }, stages: { skills: 1 } }),
    ],
  });
  const problem = planProblem(input, limitsOf(input));
  const idsFor = (...groups: string[][]) => onlyNeeded(problem, groups).candidates.map(({ id }) => id);
  expect([idsFor(["duty"]), idsFor(["upper"], ["base"]), idsFor()]).toEqual([["base", "duty"], ["base", "other", "upper"], []]);
});
