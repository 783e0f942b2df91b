import { describe, expect, it } from "vitest";
import type { ScoredItem } from "../score/scored-items";
import type { PlannedStep } from "./steps";
import { waysOf } from "./ways";

const item = (id: string, level: ScoredItem["level"]): ScoredItem => ({
  ...{ id, level, dimension: "strategy", weight: 1, share: 0.5, evidence: false },
});
const items = [item("goals", 1), item("backing", null)];

function step(id: string, more: Partial<PlannedStep>): PlannedStep {
  return {
    ...{ id, kind: "protect", start: 0, quarters: 1, costEuro: 100, personDays: 2, yearlyEuro: 10, yearlyPersonDays: 0, rise: 0 },
    ...{ costRange: [100, 100], effortRange: [2, 2] },
    ...{ lifts: [], duties: [], prerequisiteFor: [], canBegin: true },
    ...more,
  };
}
const lift = (id: string, to: 1 | 2 | 3 | 4) => ({ item: id, from: 0 as const, to, open: false });
const steps = [
  step("base", { prerequisiteFor: ["rules"] }),
  step("rules", { prerequisiteFor: ["training"], lifts: [lift("goals", 2)] }),
  step("training", { duties: ["literacy"], lifts: [lift("goals", 3)], costEuro: 300, personDays: 5 }),
  step("chatbot", { lifts: [lift("backing", 4), lift("goals", 2)], yearlyEuro: 500 }),
];

describe("the ways to decide about a plan", () => {
  it("leave all as it is, with open items at level 0", () => {
    expect(waysOf(items, steps)[0]).toEqual({ id: "nothing", steps: 0, score: 12.5, costEuro: 0, yearlyEuro: 0, personDays: 0 });
  });
  it("do what a duty asks for, with what it needs and what that needs", () => {
    expect(waysOf(items, steps)[1]).toEqual({ id: "duties", steps: 3, score: 37.5, costEuro: 500, yearlyEuro: 30, personDays: 9 });
  });
  it("do all, each item at the highest level that any step lifts it to", () => {
    expect(waysOf(items, steps)[2]).toEqual({ id: "all", steps: 4, score: 87.5, costEuro: 600, yearlyEuro: 530, personDays: 11 });
  });
  it("are alike where there is no plan", () => {
    expect(waysOf(items, []).map(({ score, steps: count }) => [score, count])).toEqual([[12.5, 0], [12.5, 0], [12.5, 0]]); // prettier-ignore
  });
});
