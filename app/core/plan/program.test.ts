import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyInput, anyTightInput, limitsOf, tryAll, type Tried } from "../../../tests/support/exhaustive-plan";
import { highs, laidAt, planInput, step, type Setting } from "../../../tests/support/plans";
import { isReady } from "./levels";
import type { Place } from "./option";
import type { PlanInput } from "./plan";
import { planProblem, unlimited, type PlanProblem } from "./problem";
import { daysIn, delayOf, onlyNeeded, programOf, programText, standstills, type Aim, type Row } from "./program";
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

describe("those that wait for each other", () => {
  const problemOf = (setting: Setting) => {
    const input = planInput(setting);
    return planProblem(input, limitsOf(input));
  };
  const [a, b] = [
    step("a", { lifts: { "strategy-1": 4 }, stages: { skills: 1 } }),
    step("b", { lifts: { "skills-1": 4 }, stages: { strategy: 1 } }),
  ];
  const third = step("third", { lifts: { "skills-2": 1, "strategy-2": 1 } });

  it("need one more of those that could help, each of them", () => {
    const problem = problemOf({ initiatives: [a, b, third] });
    const learnt = (...ids: string[]) =>
      standstills(
        programOf(problem, "whole", []),
        problem.candidates.filter(({ id }) => ids.includes(id)),
      );
    const row = (stuck: string, ...helpers: string[]) => ({
      terms: [[1, stuck], ...helpers.map((helper) => [-1, helper])],
      ...{ relation: "<=", bound: 0 },
    });
    expect(learnt("a", "b")).toEqual([row("x0_0", "x2_0"), row("x1_0", "x2_0")]);
    expect(learnt("a")).toEqual([row("x0_0", "x1_0", "x2_0")]);
    expect(learnt("a", "b", "third")).toEqual([]);
  });
  it("or for what takes too long, too", () => {
    const base = step("base", { lifts: { "strategy-1": 3 }, durationMonths: [9, 9] });
    const quick = step("quick", { lifts: { "strategy-1": 2 } });
    const upper = step("upper", { lifts: { "skills-1": 1 }, needs: { "strategy-1": 2 }, durationMonths: [6, 6] });
    const problem = problemOf({ initiatives: [base, quick, upper], limits: { quarters: 4 } });
    const rows = standstills(
      programOf(problem, "whole", []),
      problem.candidates.filter(({ id }) => id !== "quick"),
    );
    const terms = [
      [1, "x2_0"],
      [-1, "x1_0"],
    ];
    expect(rows).toEqual([{ terms, relation: "<=", bound: 0 }]);
  });
});

it("is made small by what holds a group and what could help that, and nothing else", () => {
  const input = planInput({
    initiatives: [
      step("base", { lifts: { "strategy-1": 1 } }),
      step("duty", { lifts: { "strategy-2": 1 }, after: ["base"] }),
      step("other", { lifts: { "skills-1": 4 } }),
      step("upper", { lifts: { "skills-2": 1 }, stages: { skills: 1 } }),
    ],
  });
  const problem = planProblem(input, limitsOf(input));
  const idsFor = (...groups: string[][]) => onlyNeeded(problem, groups).candidates.map(({ id }) => id);
  expect([idsFor(["duty"]), idsFor(["upper"], ["base"]), idsFor()]).toEqual([["base", "duty"], ["base", "other", "upper"], []]);
});

describe("written out", () => {
  const initiatives = [
    step("base", { lifts: { "strategy-1": 2 }, duties: ["literacy"], days: 4 }),
    step("top", { lifts: { "strategy-1": 4 }, cost: 50.5, days: 12, stages: { strategy: 1 }, durationMonths: [6, 6] }),
    step("upper", { lifts: { "skills-1": 1 }, needs: { "strategy-1": 2 }, cost: 0 }),
  ];
  const limits = { budgetEuro: 200, personDaysPerQuarter: 10, quarters: 3, forceDuties: true };
  const { problem } = laidAt({ initiatives, due: ["literacy"], limits }, {});
  /** One line for each row. */
  const written = (time: "whole" | "by-quarter", aim: Aim, more: Row[] = []) =>
    programText(programOf(problem, time, problem.wanted), aim, more)
      .replaceAll("\n  ", " ")
      .split("\n");
  const shares = ["s0", "s1", "s2", "s3", "s4"].map((share) => ` 0 <= ${share} <= 1`);

  it("as a whole, each once, within the money and all person-days, with what it needs and stands on", () => {
    expect(written("whole", "gain", [{ terms: [[-2, "x0_0"]], relation: ">=", bound: -2 }])).toEqual([
      "Maximize",
      // Base and top both lift strategy-1 by two levels, top by two more; upper lifts skills-1 by one.
      " aim: + 12.5 s0 + 12.5 s1 + 6.25 s2",
      "Subject To",
      // Each at most once; whatever answers the duty.
      ...[" r0: + 1 x0_0 <= 1", " r1: + 1 x1_0 <= 1", " r2: + 1 x2_0 <= 1", " r3: + 1 x0_0 >= 1"],
      // Money, and person-days.
      ...[" r4: + 100 x0_0 + 50.5 x1_0 <= 200", " r5: + 4 x0_0 + 12 x1_0 + 10 x2_0 <= 30"],
      // Upper needs one of the others; top stands on 12.5 points of its dimension.
      ...[" r6: + 1 x2_0 - 1 x0_0 - 1 x1_0 <= 0", " r7: + 25 s3 + 25 s4 - 12.5 x1_0 >= 0"],
      // No share without what lifts so far.
      ...[" r8: + 1 s0 - 1 x0_0 - 1 x1_0 <= 0", " r9: + 1 s1 - 1 x1_0 <= 0", " r10: + 1 s2 - 1 x2_0 <= 0"],
      ...[" r11: + 1 s3 - 1 x0_0 - 1 x1_0 <= 0", " r12: + 1 s4 - 1 x1_0 <= 0", " r13: - 2 x0_0 >= -2"],
      ...["Bounds", ...shares, "Binaries", " x0_0", " x1_0", " x2_0", "End", ""],
    ]);
  });
  it("by quarter, within the person-days of each, after what is finished before, and with the quarters that a duty waits", () => {
    expect(written("by-quarter", "delay")).toEqual([
      ...["Minimize", " aim: + 1 d0_0 + 1 d0_1", "Subject To"],
      ...[" r0: + 1 x0_0 + 1 x0_1 + 1 x0_2 <= 1", " r1: + 1 x1_1 <= 1", " r2: + 1 x2_1 + 1 x2_2 <= 1"],
      ...[" r3: + 1 x0_0 + 1 x0_1 + 1 x0_2 >= 1", " r4: + 100 x0_0 + 100 x0_1 + 100 x0_2 + 50.5 x1_1 <= 200"],
      // Top runs in both of the last quarters.
      ...[" r5: + 4 x0_0 <= 10", " r6: + 4 x0_1 + 6 x1_1 + 10 x2_1 <= 10", " r7: + 4 x0_2 + 6 x1_1 + 10 x2_2 <= 10"],
      // Upper by the second quarter only after a base of the first, by the third after one of the first two.
      ...[" r8: + 1 x2_1 - 1 x0_0 <= 0", " r9: + 1 x2_1 + 1 x2_2 - 1 x0_0 - 1 x0_1 <= 0", " r10: + 25 s3 + 25 s4 - 12.5 x1_1 >= 0"],
      ...[" r11: + 1 d0_0 + 1 x0_0 >= 1", " r12: + 1 d0_1 + 1 x0_0 + 1 x0_1 >= 1"],
      ...[" r13: + 1 s0 - 1 x0_0 - 1 x0_1 - 1 x0_2 - 1 x1_1 <= 0", " r14: + 1 s1 - 1 x1_1 <= 0", " r15: + 1 s2 - 1 x2_1 - 1 x2_2 <= 0"],
      // Nothing but a base of the first quarter is finished before top begins.
      ...[" r16: + 1 s3 - 1 x0_0 <= 0", " r17: + 1 s4 <= 0"],
      ...["Bounds", ...shares, " 0 <= d0_0 <= 1", " 0 <= d0_1 <= 1"],
      ...["Binaries", ...["x0_0", "x0_1", "x0_2", "x1_1", "x2_1", "x2_2"].map((variable) => ` ${variable}`), "End", ""],
    ]);
  });
  it("under other aims, with a term even where there is nothing to add up, and without limits that limit nothing", () => {
    const aims = (time: "whole" | "by-quarter") => Object.fromEntries(planAims.map((aim) => [aim, written(time, aim)[1]]));
    expect(aims("whole")).toEqual({
      ...{ delay: " aim: 0 nothing", gain: " aim: + 12.5 s0 + 12.5 s1 + 6.25 s2", cost: " aim: + 100 x0_0 + 50.5 x1_0" },
      ...{ effort: " aim: + 4 x0_0 + 12 x1_0 + 10 x2_0", rank: " aim: + 1 x0_0 + 2 x1_0 + 3 x2_0" },
    });
    expect(aims("by-quarter").rank).toBe(" aim: + 1 x0_0 + 1 x0_1 + 1 x0_2 + 2 x1_1 + 3 x2_1 + 3 x2_2");
    const bounds = programOf({ ...problem, limits: { ...problem.limits, ...unlimited, quarters: 3 } }, "whole", []).rows.map(
      ({ bound }) => bound,
    );
    expect(bounds.every(Number.isFinite)).toBe(true);
    expect(bounds).toHaveLength(10);
  });
});

it("a stage counts what each item weighs in its dimension, from where it stands, by what is finished before", () => {
  const initiatives = [
    step("base", { lifts: { "strategy-1": 3, "skills-1": 1 } }),
    step("late", { lifts: { "strategy-2": 1 }, durationMonths: [9, 9] }),
    step("upper", { lifts: { "skills-2": 1 }, stages: { strategy: 2 } }),
    step("other", { lifts: { "skills-2": 2 }, stages: { skills: 1 } }),
  ];
  const { problem } = laidAt({ initiatives, levels: { "strategy-1": 1, "strategy-2": null } }, {});
  // The first item of strategy weighs three times as much as the second.
  const items = problem.items.map((item) => (item.id === "strategy-1" ? { ...item, weight: 3 * item.weight } : item));
  const { slots, rows } = programOf({ ...problem, items }, "by-quarter", []);
  const variablesOf = (id: string) => slots.filter(({ candidate }) => candidate.id === id).map(({ variable }) => variable);
  const stands = (id: string) =>
    rows.filter(({ relation, terms }) => relation === ">=" && terms.some(([, variable]) => variablesOf(id).includes(variable)));
  const factors = stands("upper").map(({ terms }) => terms.map(([factor]) => factor));
  // Today 18.75 points of 37.5: two levels of the first bring 37.5 together, one of the second 6.25.
  expect(factors).toEqual([1, 2, 3].map((started) => [37.5, 6.25, ...Array<number>(started).fill(18.75 - 37.5)]));
  expect(stands("other").map(({ terms }) => terms.map(([factor]) => factor))).toEqual(
    [1, 2, 3].map((started) => [12.5, 12.5, 12.5, ...Array<number>(started).fill(-12.5)]),
  );
});

it("the quarters that duties wait are counted together, to the end where nothing answers one", () => {
  const initiatives = [step("a", { lifts: { "strategy-1": 1 } }), step("b", { lifts: { "skills-1": 1 } })];
  const { problem, places } = laidAt({ initiatives }, { a: 2, b: 1 });
  const waits = (...duties: string[][]) => delayOf({ ...problem, duties }, places);
  expect([waits(), waits(["a"]), waits(["a", "b"]), waits(["a"], ["b"]), waits(["b"], ["c"])]).toEqual([0, 2, 1, 3, 1 + 4]);
});

it("by quarter finds for each aim what is best of everything that can be laid out; as a whole, nothing less", () => {
  const inputs = [...sample(anyInput(4, limits), 24), ...sample(anyTightInput, 6)];
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
      expect(exact.bound).toBe(exact.value);
      expect(exact.value, aim).toBeCloseTo(best, 6);
      if (aim === "gain") expect(whole.value).toBeGreaterThan(best - 1e-6);
      else expect(whole.value).toBeLessThan(best + 1e-6);
      expectSound(problem, exact.places);
    }
  }
  expect(possible).toBeGreaterThan(60);
}, 60_000);
