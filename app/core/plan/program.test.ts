import fc from "fast-check";
import { expect, it } from "vitest";
import { anyInput, anyTightInput, limitsOf, tryAll, type Tried } from "../../../tests/support/exhaustive-plan";
import { highs } from "../../../tests/support/plans";
import { isReady } from "./levels";
import type { Place } from "./option";
import type { PlanInput } from "./plan";
import { planProblem, type PlanProblem } from "./problem";
import { daysIn, programOf, type Aim } from "./program";
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
const inputs = [...sample(anyInput(4, limits), 40), ...sample(anyTightInput, 10)];

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
  expect(possible).toBeGreaterThan(100);
}, 60_000);
