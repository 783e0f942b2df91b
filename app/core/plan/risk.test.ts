import { expect, it } from "vitest";
import { laidAt, step, wide, type Short } from "../../../tests/support/plans";
import { cautiousEuro, riskOf } from "./risk";

const lasting = (short: Partial<Short>, limits = {}) => {
  const initiatives = [step("a", { lifts: { "strategy-1": 1 }, ...short })];
  return riskOf(laidAt({ initiatives }, { a: 0 }).places, { ...wide, ...limits });
};

it("is the share of draws within the budget, and within every quarter", () => {
  const short = { cost: [0, 1000], days: [0, 40] } satisfies Partial<Short>;
  const risk = lasting(short, { budgetEuro: 700, personDaysPerQuarter: 20 });
  expect(risk.budget).toBeCloseTo(0.7, 1.5);
  expect(risk.quarters).toBeCloseTo(0.5, 1.5);
  expect(lasting(short, { budgetEuro: 700, personDaysPerQuarter: 20 })).toEqual(risk);
  expect(lasting(short, { budgetEuro: 1000, personDaysPerQuarter: 40 })).toMatchObject({ budget: 1, quarters: 1 });
});

it("tells with how much nine of ten draws are kept, whatever the limits", () => {
  const short = { cost: [0, 1000], days: [0, 40] } satisfies Partial<Short>;
  const { safeEuro, safePersonDays } = lasting(short, { budgetEuro: 700, personDaysPerQuarter: 20 });
  expect(safeEuro / 900).toBeCloseTo(1, 1.5);
  expect(safePersonDays / 36).toBeCloseTo(1, 1.5);
  expect(lasting(short)).toMatchObject({ safeEuro, safePersonDays });
  expect(riskOf([], wide)).toEqual({ budget: 1, quarters: 1, safeEuro: 0, safePersonDays: 0 });
});

it("keeps what fits to the last euro and the last person-day, and nothing more", () => {
  const short = { cost: 300, days: 20 };
  expect(lasting(short, { budgetEuro: 300, personDaysPerQuarter: 20 })).toMatchObject({ budget: 1, quarters: 1 });
  expect(lasting(short, { budgetEuro: 299.99, personDaysPerQuarter: 19.99 })).toMatchObject({ budget: 0, quarters: 0 });
});

it("draws between the two ends of a range", () => {
  const risk = lasting({ cost: [600, 1000], days: [20, 40] }, { budgetEuro: 800, personDaysPerQuarter: 35 });
  expect([risk.budget, risk.quarters].map((share) => Math.round(20 * share))).toEqual([10, 15]);
  expect([risk.safeEuro / 960, risk.safePersonDays / 38].map((share) => Math.round(50 * share))).toEqual([50, 50]);
});

it("draws each initiative by itself, and spreads its effort over its quarters", () => {
  const initiatives = [
    step("a", { lifts: { "strategy-1": 1 }, cost: [0, 100], days: [0, 40], durationMonths: [6, 6] }),
    step("b", { lifts: { "skills-1": 1 }, cost: [0, 100], days: [0, 20] }),
  ];
  const within = (start: number) =>
    riskOf(laidAt({ initiatives }, { a: 0, b: start }).places, { ...wide, budgetEuro: 150, personDaysPerQuarter: 30 });
  // Two uniform draws: their sum stays below three quarters of the range in 7 of 8 cases.
  for (const start of [0, 1]) {
    expect(within(start).budget).toBeCloseTo(0.875, 1.5);
    expect(within(start).quarters).toBeCloseTo(0.875, 1.5);
  }
  expect(within(2).quarters).toBe(1);
});

it("is of the quarters that are told, each of them by itself", () => {
  const initiatives = [step("a", { lifts: { "strategy-1": 1 }, days: 20 }), step("b", { lifts: { "skills-1": 1 }, days: 20 })];
  const { places } = laidAt({ initiatives }, { a: 1, b: 3 });
  const at = (quarters: number) => riskOf(places, { ...wide, quarters }).safePersonDays;
  expect([at(1), at(2), at(4)]).toEqual([0, 20, 20]);
});

it("counts a cautious cost at three quarters of each range", () => {
  const initiatives = [
    step("a", { lifts: { "strategy-1": 1 }, cost: [100, 300] }),
    step("b", { lifts: { "skills-1": 1 }, cost: [0, 1000] }),
    step("c", { lifts: { "skills-2": 1 }, cost: 40 }),
  ];
  expect(cautiousEuro(laidAt({ initiatives }, { a: 0, b: 0, c: 0 }).places)).toBe(250 + 750 + 40);
});
