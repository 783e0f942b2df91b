import fc from "fast-check";
import { expect, it } from "vitest";
import { cases } from "../../../tests/support/cases";
import { anyInput, limitsOf } from "../../../tests/support/exhaustive-plan";
import { planInput, step } from "../../../tests/support/plans";
import { climb, compare, meritsOf } from "./climb";
import { planProblem } from "./problem";
import { isReady } from "./levels";
import { daysIn } from "./program";
import { endOf } from "./schedule";
import { candidatesIn } from "./solve";

it("never becomes worse, and keeps every limit and order", () => {
  const limits = fc.record({
    budgetEuro: fc.integer({ min: 0, max: 1500 }),
    quarters: fc.integer({ min: 2, max: 6 }),
    personDaysPerQuarter: fc.nat(12),
  });
  fc.assert(
    fc.property(anyInput(9, limits), (input) => {
      const given = { ...limitsOf(input), pinned: [] };
      const problem = planProblem(input, given);
      const start = climb(problem, [], [], 0);
      const places = climb(problem, [], start, 30);
      expect(compare(meritsOf(problem, places), meritsOf(problem, start))).toBeLessThanOrEqual(0);
      expect(places.reduce((sum, { candidate }) => sum + candidate.costEuro, 0)).toBeLessThanOrEqual(given.budgetEuro + 1e-5);
      for (let quarter = 0; quarter < given.quarters; quarter += 1)
        expect(places.reduce((sum, place) => sum + daysIn(place, quarter), 0)).toBeLessThanOrEqual(given.personDaysPerQuarter + 1e-6);
      for (const place of places) {
        expect(endOf(place)).toBeLessThanOrEqual(given.quarters);
        expect(isReady(place.candidate, problem.items, candidatesIn(places.filter((other) => endOf(other) <= place.start)))).toBe(true);
      }
    }),
    cases(100),
  );
});

it("gives up what stands in the way of something better, but for what must be in", () => {
  const initiatives = [step("small", { lifts: { "strategy-1": 1 }, cost: 10 }), step("large", { lifts: { "skills-1": 4 }, cost: 95 })];
  const input = planInput({ initiatives, limits: { budgetEuro: 100 } });
  const problem = planProblem(input, limitsOf(input));
  const after = (groups: string[][]) => {
    const places = problem.candidates.filter(({ id }) => id === "small").map((candidate) => ({ candidate, start: 0 }));
    return candidatesIn(climb(problem, groups, places, 30)).map(({ id }) => id);
  };
  expect(after([])).toEqual(["large"]);
  expect(after([["small"]])).toEqual(["small"]);
});
