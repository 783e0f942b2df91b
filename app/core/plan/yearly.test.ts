import { describe, expect, it } from "vitest";
import { laidAt, step, type Short } from "../../../tests/support/plans";
import { budgetedYears, yearlyCosts } from "./yearly";

describe("the cost by calendar year", () => {
  const costs = (short: Partial<Short>, start: number, quarters: number, firstDay: string) => {
    const initiatives = [step("a", { lifts: { "strategy-1": 1 }, ...short })];
    return yearlyCosts(laidAt({ initiatives, limits: { quarters } }, { a: start }).places, quarters, firstDay);
  };

  it("is spread over the time it takes, and runs from then on to the end of the horizon", () => {
    expect(costs({ cost: 300, yearlyCost: 120, durationMonths: [9, 9] }, 0, 8, "2027-07-01")).toEqual([
      { year: 2027, onceEuro: 200, runningEuro: 0 },
      { year: 2028, onceEuro: 100, runningEuro: 90 },
      { year: 2029, onceEuro: 0, runningEuro: 60 },
    ]);
  });
  it("is nothing before it starts", () => {
    expect(costs({ cost: 300, yearlyCost: 120 }, 5, 8, "2027-01-01")).toEqual([
      { year: 2027, onceEuro: 0, runningEuro: 0 },
      { year: 2028, onceEuro: 300, runningEuro: 60 },
    ]);
  });
  it("adds up what falls into the same year", () => {
    const initiatives = [step("a", { lifts: { "strategy-1": 1 }, cost: 300 }), step("b", { lifts: { "skills-1": 1 }, cost: 50 })];
    expect(yearlyCosts(laidAt({ initiatives }, { a: 0, b: 2 }).places, 4, "2027-01-01")).toEqual([
      { year: 2027, onceEuro: 350, runningEuro: 0 },
    ]);
  });
  it("tells every year of the horizon, also one that costs nothing", () => {
    expect(yearlyCosts([], 4, "2027-10-01")).toEqual([
      { year: 2027, onceEuro: 0, runningEuro: 0 },
      { year: 2028, onceEuro: 0, runningEuro: 0 },
    ]);
  });
});

describe("a budget", () => {
  it("is rounded: years add up to the whole, and running costs are never short", () => {
    const years = [
      { year: 2027, onceEuro: 116.5, runningEuro: 188 },
      { year: 2028, onceEuro: 116.5, runningEuro: 300 },
      { year: 2029, onceEuro: 117, runningEuro: 0 },
    ];
    expect(budgetedYears(years)).toEqual([
      { year: 2027, onceEuro: 100, runningEuro: 200 },
      { year: 2028, onceEuro: 150, runningEuro: 300 },
      { year: 2029, onceEuro: 100, runningEuro: 0 },
    ]);
  });
  it("adds up to the whole also where that is no whole number of steps", () => {
    const years = [20, 15].map((onceEuro, index) => ({ year: 2027 + index, onceEuro, runningEuro: 0 }));
    expect(budgetedYears(years).map(({ onceEuro }) => onceEuro)).toEqual([0, 35]);
  });
  it("takes no further step for what sums of quarters are over", () => {
    const [running, over] = [7 * 50, 7 * 50 * (1 + 1e-15)];
    expect(over).toBeGreaterThan(running);
    expect(budgetedYears([{ year: 2027, onceEuro: 0, runningEuro: over }])).toEqual([{ year: 2027, onceEuro: 0, runningEuro: running }]);
  });
});
