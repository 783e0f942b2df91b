import { describe, expect, it } from "vitest";
import { laidAt, step, wide } from "../../../tests/support/plans";
import { causesOf, keepPlan, type PlanBasis } from "./kept-plan";
import type { PlanLimits } from "./settings";
import { stepsOf } from "./steps";

const basis: PlanBasis = { aiUse: "trial", depth: "full", organisation: { name: "Musterstadt" }, answers: {}, due: new Set() };
const limits: PlanLimits = { ...wide, pinned: ["rules", "training"], excluded: ["a", "b"] };
const rules = step("rules", { lifts: { "strategy-1": 2 }, cost: [100, 300], days: [4, 8], yearlyCost: 20, yearlyDays: 1 });
const { problem, places } = laidAt({ initiatives: [rules] }, { rules: 1 });
const solved = { limits, score: { before: 0, after: 12.5 }, gap: 1, steps: stepsOf(problem.items, places) };
const keptOf = (of: Partial<PlanBasis>) => keepPlan(solved, { ...basis, ...of }, "2026-11-12");

it("a plan is kept as it was solved, with the ranges of its steps", () => {
  const { from: _from, ...kept } = keptOf({});
  const amounts = { costEuro: [100, 300], personDays: [4, 8], yearlyEuro: 20, yearlyPersonDays: 1 };
  expect(kept).toEqual({
    ...{ on: "2026-11-12", limits, score: solved.score, gap: 1 },
    steps: [{ id: "rules", start: 1, quarters: 1, ...amounts }],
  });
});

describe("what counts as changed", () => {
  const causes = (now: Partial<PlanBasis>, then: Partial<PlanBasis> = {}) => causesOf(keptOf(then), { ...basis, ...now }, limits);

  it.each<[string, Partial<PlanBasis>, string[]]>([
    ["another name", { organisation: { name: "Neustadt" } }, []],
    ["a note, a doubt", { answers: { a: { note: "n" }, b: { answer: "dk" } } }, []],
    ["a level", { answers: { a: { level: 0 } } }, ["answers"]],
    ["that something does not apply", { answers: { a: { answer: "na", reason: "r" } } }, ["answers"]],
    ["the size", { organisation: { sizeClass: "inhabitants-under-20000" } }, ["profile"]],
    ["how AI is used", { aiUse: "operation" }, ["profile"]],
    ["how deep it goes", { depth: "quick" }, ["profile"]],
    ["a duty that has begun", { due: new Set(["literacy"]) }, ["duties"]],
    ["an answer, and with it a duty", { answers: { a: { level: 1 } }, due: new Set(["literacy"]) }, ["answers"]],
    ["the size, and with it a duty", { aiUse: "none", due: new Set(["literacy"]) }, ["profile"]],
    ["an answer and the size", { answers: { a: { level: 1 } }, aiUse: "none" }, ["answers", "profile"]],
  ])("%s", (_what, now, expected) => {
    expect(causes(now)).toEqual(expected);
    expect(causes({}, now)).toEqual(expected);
  });

  it("not the order of answers, and of duties", () => {
    const [a, b] = [{ level: 1 as const }, { level: 2 as const }];
    expect(causes({ answers: { a, b }, due: new Set(["c", "d"]) }, { answers: { b, a }, due: new Set(["d", "c"]) })).toEqual([]);
  });

  it.each<[string, Partial<PlanLimits>, string[]]>([
    ["not the order of what is pinned", { pinned: ["training", "rules"] }, []],
    ["not the order of what is taken out", { excluded: ["b", "a"] }, []],
    ["what is pinned", { pinned: ["rules"] }, ["limits"]],
    ["what is taken out", { excluded: ["a", "b", "c"] }, ["limits"]],
    ["the money", { budgetEuro: 1 }, ["limits"]],
    ["that it is planned cautiously", { cautious: true }, ["limits"]],
    ["not that somebody says it is not planned cautiously", { cautious: false }, []],
  ])("%s", (_what, now, expected) => {
    expect(causesOf(keptOf({}), basis, { ...limits, ...now })).toEqual(expected);
  });
});
