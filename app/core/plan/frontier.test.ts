import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../tests/support/cases";
import { anyInput, bestOf, limitsOf, tryAll, valuesAfter } from "../../../tests/support/exhaustive-plan";
import { curve, highs, planInput, step, wide, type Setting } from "../../../tests/support/plans";
import { choose } from "./choose";
import { frontierOf } from "./frontier";
import type { Place } from "./option";
import { planFor } from "./plan";
import { planFrontier } from "./plan-frontier";
import { planProblem } from "./problem";
import { planAims } from "./solve";

const paid = (id: string, item: string, level: number, cost: number) => step(id, { lifts: { [item]: level }, cost });

describe("what a budget can buy", () => {
  it("rises from nothing to where more money brings nothing, in whole euros", () => {
    const { points, binds } = curve({
      initiatives: [paid("a", "strategy-1", 2, 300), paid("b", "skills-1", 2, 450)],
      limits: { budgetEuro: 5 },
    });
    expect(points).toHaveLength(12);
    expect(points[0]).toEqual({ budgetEuro: 0, score: 0 });
    expect(points.filter(({ score }) => score === 12.5).map(({ budgetEuro }) => budgetEuro)).toEqual([341, 410, 478, 546, 614, 682]);
    expect(points.at(-1)).toEqual({ budgetEuro: 750, score: 25 });
    expect(binds).toBe("nothing");
  });
  it("is one point where everything is free", () => {
    expect(curve({ initiatives: [paid("a", "strategy-1", 2, 0)] }).points).toEqual([{ budgetEuro: 0, score: 12.5 }]);
  });
  it("is one point where nothing is to be done", () => {
    const done = curve({ limits: null, initiatives: [step("a", { lifts: { "skills-1": 1 } })], levels: { "skills-1": 1 } });
    expect(done).toEqual({ points: [{ budgetEuro: 0, score: 6.25 }], binds: "nothing" });
  });
  it("does not spend money on what raises nothing more", () => {
    const { points } = curve({ initiatives: [paid("a", "strategy-1", 2, 300), paid("b", "strategy-1", 1, 5)] });
    expect(points.at(-1)).toEqual({ budgetEuro: 300, score: 12.5 });
  });
  it("is nothing where it does not pay for what must be in", () => {
    const { points } = curve({ initiatives: [paid("a", "strategy-1", 2, 300), paid("b", "skills-1", 1, 300)], limits: { pinned: ["a"] } });
    expect(points.map(({ score }) => score)).toEqual([...Array<null>(6).fill(null), ...Array<number>(5).fill(12.5), 18.75]);
  });
  it("has few points where few euros lie between", () => {
    expect(curve({ initiatives: [paid("a", "strategy-1", 2, 2)] }).points.map(({ budgetEuro }) => budgetEuro)).toEqual([0, 1, 2]);
  });
});

it("is not below the plan at hand where that lets a duty wait for the sake of more", () => {
  const initiatives = [
    step("a", { lifts: { "strategy-1": 1 }, days: 4 }),
    step("b", { lifts: { "strategy-2": 2 }, days: 10, after: ["a"] }),
    step("c", { lifts: { "skills-1": 4 }, days: 3, after: ["b"], cost: 0 }),
    step("duty", { lifts: { "skills-2": 1 }, days: 7, duties: ["literacy"] }),
  ];
  const limits = { ...wide, personDaysPerQuarter: 10, quarters: 3, forceDuties: true };
  const input = planInput({ initiatives, due: ["literacy"], limits });
  const effort = () => ({ work: 20_000, secondsLeft: () => 10 });
  const { places } = choose(planProblem(input, { ...limits, forceDuties: false }), planAims, highs, effort());
  const curve = (plan: Place[]) => frontierOf(input, limits, plan, highs, { end: effort(), points: effort() }).points;
  expect(curve([]).at(-1)).toEqual({ budgetEuro: 300, score: 25 });
  expect(curve(places ?? []).slice(-2)).toEqual([
    { budgetEuro: 273, score: 12.5 },
    { budgetEuro: 300, score: 50 },
  ]);
});

describe("where the time is up", () => {
  const seconds = (runs: number) => ({ work: 20_000, secondsLeft: () => (runs-- > 0 ? 10 : 0) });
  const shown = (setting: Setting, given: string[], runs: { end: number; points: number }) => {
    const input = planInput(setting);
    const { candidates } = planProblem(input, limitsOf(input));
    const places = candidates.filter(({ id }) => given.includes(id)).map((candidate) => ({ candidate, start: 0 }));
    return frontierOf(input, limitsOf(input), places, highs, { end: seconds(runs.end), points: seconds(runs.points) }).points;
  };
  const three = [paid("a", "strategy-1", 2, 200), paid("b", "skills-1", 2, 200), paid("c", "skills-2", 1, 200)];

  it("the end is shown all the same, proven or not", () => {
    const large = step("large", { lifts: { "strategy-2": 1 }, days: 25, cost: 1 });
    const setting = { initiatives: [...three, large], limits: { quarters: 1, personDaysPerQuarter: 30 } };
    const points = shown(setting, ["a", "b", "c"], { end: 0, points: 100 });
    expect(points.at(-1)).toEqual({ budgetEuro: 600, score: 31.25 });
  });
  it("four values that are proven are enough", () => {
    expect(shown({ initiatives: three }, ["a", "b", "c"], { end: 100, points: 2 })).toEqual([
      { budgetEuro: 0, score: null },
      ...[437, 491, 546].map((budgetEuro) => ({ budgetEuro, score: 25 })),
      { budgetEuro: 600, score: 31.25 },
    ]);
  });
});

describe("what binds in the end", () => {
  const chain = [paid("a", "strategy-1", 2, 10), step("b", { lifts: { "skills-1": 2 }, after: ["a"] })];
  it("is the time people have", () => {
    expect(curve({ initiatives: chain, limits: { personDaysPerQuarter: 3 } }).binds).toBe("days");
  });
  it("is the horizon", () => {
    expect(curve({ initiatives: chain, limits: { quarters: 1 } }).binds).toBe("quarters");
    expect(curve({ initiatives: chain, limits: { quarters: 1, personDaysPerQuarter: 9 } }).binds).toBe("days");
  });
  it("is nothing", () => {
    expect(curve({ initiatives: chain, limits: { quarters: 2, personDaysPerQuarter: 10 } }).binds).toBe("nothing");
  });
});

it("is the best at each budget, never falls, and is never below a plan", () => {
  const limits = fc.record({
    budgetEuro: fc.integer({ min: 0, max: 20 }).map((hundreds) => hundreds * 100),
    quarters: fc.integer({ min: 1, max: 3 }),
    personDaysPerQuarter: fc.nat(9),
    forceDuties: fc.boolean(),
  });
  fc.assert(
    fc.property(anyInput(4, limits), (input) => {
      const result = planFor(input, highs);
      if (result.status !== "planned") return;
      const { points } = planFrontier(input, result, highs);
      const today = valuesAfter(input, []).overall;
      let best: number | null = null;
      for (const { budgetEuro, score } of points) {
        const all = tryAll({ ...input, limits: { ...limitsOf(input), budgetEuro } });
        const own = bestOf(all);
        if (own) best = Math.max(best ?? 0, today + own.gain);
        if (budgetEuro >= result.costEuro - 1e-6) best = Math.max(best ?? 0, result.score.after);
        if (best === null) expect(score).toBeNull();
        else expect(score).toBeCloseTo(best, 6);
        if (budgetEuro >= result.costEuro) expect(score ?? -1).toBeGreaterThanOrEqual(result.score.after - 1e-9);
      }
      const rich = bestOf(tryAll({ ...input, limits: { ...limitsOf(input), budgetEuro: 1e6 } }));
      expect(points.at(-1)?.score).toBeCloseTo(Math.max(best ?? 0, today + (rich?.gain ?? NaN)), 6);
    }),
    cases(60),
  );
}, 120_000);
