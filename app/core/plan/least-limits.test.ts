import { expect, it } from "vitest";
import { highs, planInput, step, wide } from "../../../tests/support/plans";
import { leastLimits } from "./least-limits";

it("rounds up to whole steps, none of them below what is given", () => {
  const initiatives = [step("a", { lifts: { "strategy-1": 1 }, days: 9, cost: 120 }), step("b", { lifts: { "skills-1": 1 }, days: 4 })];
  const least = (given: { budgetEuro: number; personDaysPerQuarter: number; quarters: number }) => {
    const floor = { ...wide, pinned: ["a", "b"], ...given };
    const effort = { work: 20_000, secondsLeft: () => 10 };
    const { limits, places } = leastLimits(planInput({ initiatives }), floor, { euro: 50, days: 5 }, ({ wanted }) => wanted, highs, effort);
    const starts = Object.fromEntries(places.map(({ candidate, start }) => [candidate.id, start]));
    return [limits.budgetEuro, limits.personDaysPerQuarter, starts];
  };
  expect(least({ budgetEuro: 0, personDaysPerQuarter: 0, quarters: 2 })).toEqual([250, 10, { b: 0, a: 1 }]);
  expect(least({ budgetEuro: 230, personDaysPerQuarter: 7, quarters: 1 })).toEqual([250, 15, { a: 0, b: 0 }]);
  expect(least({ budgetEuro: 230, personDaysPerQuarter: 13, quarters: 1 })).toEqual([250, 13, { a: 0, b: 0 }]);
  expect(least({ budgetEuro: 320, personDaysPerQuarter: 30, quarters: 1 })).toEqual([320, 30, { a: 0, b: 0 }]);
});
