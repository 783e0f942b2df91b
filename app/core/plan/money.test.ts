import { describe, expect, it } from "vitest";
import { plan, step } from "../../../tests/support/plans";
import { budgetedYears } from "./yearly";

const one = (short: Parameters<typeof step>[1]) => [step("a", short)];

describe("the cost by calendar year", () => {
  it("is spread over the time it takes, and runs from then on to the end of the horizon", () => {
    const initiatives = one({ lifts: { "strategy-1": 1 }, cost: 300, yearlyCost: 120, durationMonths: [9, 9] });
    expect(plan({ initiatives, firstDay: "2027-07-01", limits: { quarters: 8 } }).yearly).toEqual([
      { year: 2027, onceEuro: 200, runningEuro: 0 },
      { year: 2028, onceEuro: 100, runningEuro: 90 },
      { year: 2029, onceEuro: 0, runningEuro: 60 },
    ]);
  });
  it("is rounded for a budget: years add up to the whole, and running costs are never short", () => {
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
  it("costs nothing before it starts", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 1 }, cost: 0, durationMonths: [12, 12] }),
      step("b", { lifts: { "skills-1": 1 }, cost: 300, after: ["a"] }),
    ];
    expect(plan({ initiatives, limits: { quarters: 8 } }).yearly.map(({ onceEuro }) => onceEuro)).toEqual([0, 300]);
  });
  it("tells every year of the horizon, also one that costs nothing", () => {
    expect(plan({ initiatives: [], firstDay: "2027-10-01" }).yearly).toEqual([
      { year: 2027, onceEuro: 0, runningEuro: 0 },
      { year: 2028, onceEuro: 0, runningEuro: 0 },
    ]);
  });
});

describe("the risk", () => {
  it("is the share of draws within the budget, and within every quarter", () => {
    const initiatives = one({ lifts: { "strategy-1": 1 }, cost: [0, 1000], days: [0, 40] });
    const { risk } = plan({ initiatives, limits: { budgetEuro: 700, personDaysPerQuarter: 20 } });
    expect(risk.budget).toBeCloseTo(0.7, 1.5);
    expect(risk.quarters).toBeCloseTo(0.5, 1.5);
    expect(plan({ initiatives, limits: { budgetEuro: 1000, personDaysPerQuarter: 40 } }).risk).toMatchObject({ budget: 1, quarters: 1 });
    expect(plan({ initiatives, limits: { budgetEuro: 700, personDaysPerQuarter: 20 } }).risk).toEqual(risk);
  });
  it("tells with how much nine of ten draws are kept, whatever the limits", () => {
    const initiatives = one({ lifts: { "strategy-1": 1 }, cost: [0, 1000], days: [0, 40] });
    const { risk } = plan({ initiatives, limits: { budgetEuro: 700, personDaysPerQuarter: 20 } });
    expect(risk.safeEuro / 900).toBeCloseTo(1, 1.5);
    expect(risk.safePersonDays / 36).toBeCloseTo(1, 1.5);
    const wide = plan({ initiatives, limits: { budgetEuro: 1000, personDaysPerQuarter: 40 } }).risk;
    expect([wide.safeEuro, wide.safePersonDays]).toEqual([risk.safeEuro, risk.safePersonDays]);
    expect(plan({ initiatives: [] }).risk).toMatchObject({ safeEuro: 0, safePersonDays: 0 });
  });
  it("keeps what fits to the last euro and the last person-day", () => {
    const initiatives = one({ lifts: { "strategy-1": 1 }, cost: 300, days: 20 });
    expect(plan({ initiatives, limits: { budgetEuro: 300, personDaysPerQuarter: 20 } }).risk).toMatchObject({ budget: 1, quarters: 1 });
  });
  it("draws between the two ends of a range, and counts what is left free as kept", () => {
    const initiatives = one({ lifts: { "strategy-1": 1 }, cost: [600, 1000], days: [20, 40] });
    const { risk } = plan({ initiatives, limits: { budgetEuro: 800, personDaysPerQuarter: 35 } });
    expect([risk.budget, risk.quarters].map((share) => Math.round(20 * share))).toEqual([10, 15]);
    expect([risk.safeEuro / 960, risk.safePersonDays / 38].map((share) => Math.round(50 * share))).toEqual([50, 50]);
  });
  it("draws each initiative by itself, and spreads its effort over its quarters", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 1 }, cost: [0, 100], days: [0, 40], durationMonths: [6, 6] }),
      step("b", { lifts: { "skills-1": 1 }, cost: [0, 100], days: [0, 20] }),
    ];
    const { risk } = plan({ initiatives, limits: { budgetEuro: 150, personDaysPerQuarter: 30 } });
    // Two uniform draws: their sum stays below three quarters of the range in 7 of 8 cases.
    expect(risk.budget).toBeCloseTo(0.875, 1.5);
    expect(risk.quarters).toBeCloseTo(0.875, 1.5);
  });
});
