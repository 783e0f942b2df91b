import { describe, expect, it } from "vitest";
import type { Initiative } from "./initiative";
import { effortOf, middleFor, middleOf, rangeFor, upperQuarterOf } from "./middle";

const amounts: Initiative["costEuro"] = {
  "employees-1-9": { once: [0, 2], yearly: [10, 20] },
  "employees-10-49": { once: [1, 5], yearly: [30, 60] },
  "employees-50-249": { once: [2, 8], yearly: [20, 70] },
  "inhabitants-under-20000": { once: [100, 300], yearly: [0, 0] },
};

describe("the range", () => {
  it("is that of the own size class, once or every year", () => {
    expect(rangeFor(amounts, "once", "sme", "employees-10-49")).toEqual([1, 5]);
    expect(rangeFor(amounts, "yearly", "sme", "employees-1-9")).toEqual([10, 20]);
  });
  it("is the mean of the track's size classes where the own one is not known", () => {
    expect(rangeFor(amounts, "once", "sme", null)).toEqual([1, 5]);
    expect(rangeFor(amounts, "yearly", "sme", null)).toEqual([20, 50]);
    expect(rangeFor(amounts, "once", "municipality", null)).toEqual([100, 300]);
    expect(rangeFor(amounts, "once", "municipality", "inhabitants-100000-plus")).toEqual([100, 300]);
  });
  it("is planned with by its middle", () => {
    expect(middleOf([1, 4])).toBe(2.5);
    expect(middleFor(amounts, "once", "sme", "employees-50-249")).toBe(5);
    expect(middleFor(amounts, "yearly", "sme", null)).toBe(35);
  });
  it("is planned with cautiously three quarters of the way up", () => {
    expect(upperQuarterOf([100, 300])).toBe(250);
    expect(upperQuarterOf([4, 4])).toBe(4);
  });
});

it("no step takes less than two hours", () => {
  const effort = (low: number, high: number) =>
    ({ effortPersonDays: { "employees-1-9": { once: [low, high], yearly: [9, 9] } } }) as Pick<Initiative, "effortPersonDays">;
  expect(effortOf(effort(0, 0.2), "sme", "employees-1-9")).toBe(0.25);
  expect(effortOf(effort(0, 1), "sme", "employees-1-9")).toBe(0.5);
  expect(effortOf({ effortPersonDays: amounts }, "sme", null)).toBe(3);
});
