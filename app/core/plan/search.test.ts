import fc from "fast-check";
import { expect, it } from "vitest";
import { anyInput, anyTightInput, limitsOf } from "../../../tests/support/exhaustive-plan";
import { highs, planInput, smallModel, step, type Setting } from "../../../tests/support/plans";
import type { DimensionId } from "../vocabulary";
import { choose } from "./choose";
import { compare, meritsOf } from "./climb";
import { frontierOf } from "./frontier";
import { planFor, type PlanInput } from "./plan";
import { planFrontier } from "./plan-frontier";
import { planProblem } from "./problem";
import { same } from "./same";
import { planAims, valueOf, type Effort, type Solver } from "./solve";

const limits = fc.record({
  budgetEuro: fc.integer({ min: 4, max: 14 }).map((hundreds) => hundreds * 100),
  quarters: fc.integer({ min: 2, max: 5 }),
  personDaysPerQuarter: fc.integer({ min: 3, max: 9 }),
  forceDuties: fc.boolean(),
});

const dimensions: DimensionId[] = ["strategy", "funding", "skills", "foundations", "data-protection"];
const items = dimensions.flatMap((id) => [`${id}-1`, `${id}-2`]);

/** Ten initiatives on ten items that would go together but for the quarters: which of them fit is a puzzle. */
const anyPackedInput: fc.Arbitrary<PlanInput> = fc
  .record({
    all: fc.array(
      fc.record({
        level: fc.integer({ min: 1, max: 4 }),
        days: fc.integer({ min: 3, max: 8 }),
        cost: fc.integer({ min: 1, max: 9 }),
        months: fc.constantFrom(3, 6),
        isDuty: fc.boolean(),
      }),
      { minLength: items.length, maxLength: items.length },
    ),
    quarters: fc.integer({ min: 2, max: 4 }),
    personDaysPerQuarter: fc.integer({ min: 7, max: 10 }),
  })
  .map(({ all, ...time }) =>
    planInput({
      questionnaire: smallModel(dimensions),
      due: ["literacy"],
      limits: { budgetEuro: 30, forceDuties: true, ...time },
      initiatives: all.map(({ level, days, cost, months, isDuty }, index) =>
        step(`i${index}`, {
          lifts: { [items[index] ?? ""]: level },
          ...{ days, cost, durationMonths: [months, months] as [number, number], kind: index === 0 ? "use" : "enable" },
          duties: isDuty && index > 6 ? ["literacy"] : [],
          after: index % 4 === 3 ? [`i${index - 1}`] : [],
        }),
      ),
    }),
  );

const sample = (inputs: fc.Arbitrary<PlanInput>, numRuns: number) => fc.sample(inputs, { seed: 20261126, numRuns });
const packed = sample(anyPackedInput, 12);
const problems = [...sample(anyInput(9, limits), 16), ...sample(anyTightInput, 8), ...packed].map((input) =>
  planProblem(input, limitsOf(input)),
);
const plentiful = 20_000;

/** Counts in `total` how often the solver is asked. */
function countingSolver(total: { runs: number }): Solver {
  const withModel: Solver["withModel"] = (...given: unknown[]) => {
    total.runs += 1;
    return Reflect.apply(highs.withModel, highs, given) as never;
  };
  return { constants: highs.constants, withModel };
}

/** @param isLate whether the time is up, and there is only the cheapest plan to start from. */
function searchAll(work: number, isLate = false) {
  const total = { runs: 0, spent: 0, points: 0, gap: 0, cost: 0, delay: 0, none: 0 };
  const solver = countingSolver(total);
  const found = problems.map((problem) => {
    const cheapest = () => choose(problem, ["delay", "cost"], highs, { work: plentiful, secondsLeft: () => 10 }).places;
    const known = isLate ? cheapest() : null;
    const effort: Effort = { work, secondsLeft: () => (isLate ? 0 : 10) };
    const { places, gap } = choose(problem, planAims, solver, effort, known);
    const of = (aim: "gain" | "cost" | "delay") => (places ? valueOf(problem, aim, places) : 0);
    total.spent += work - effort.work;
    total.points += of("gain");
    total.cost += of("cost");
    total.delay += of("delay");
    total.gap += gap;
    total.none += Number(!places);
    return { problem, known, places, points: of("gain"), most: of("gain") + gap };
  });
  return { found, total };
}
/** Work is counted in parts of nodes. */
const whole = <Total extends { spent: number }>(total: Total) => ({ ...total, spent: Math.round(total.spent) });

/**
 * How far the search comes, and what that takes, as it was when this was written: counted, not timed, so the same on every
 * machine. Whoever makes it better sets the figures anew; nobody makes it worse unseen.
 */
it("proves its plans with no more work than they took, and comes nearly as far where there is no more work or time", () => {
  const full = searchAll(plentiful);
  const least = searchAll(0);
  const late = searchAll(plentiful, true);
  expect(whole(full.total)).toEqual({ runs: 184, spent: 10_519, points: 1148.75, gap: 0, cost: 8263, delay: 2, none: 9 });
  expect(whole(least.total)).toEqual({ runs: 154, spent: 6928, points: 1148.75, gap: 87.5, cost: 8263, delay: 2, none: 9 });
  expect(whole(late.total)).toEqual({ runs: 0, spent: 0, points: 1148.75, gap: 540.8333333333334, cost: 8264, delay: 2, none: 9 });
  for (const { found } of [least, late])
    found.forEach(({ problem, known, places, most }, index) => {
      expect(most).toBeGreaterThan((full.found[index]?.points ?? NaN) - same);
      if (known && places) expect(compare(meritsOf(problem, places), meritsOf(problem, known))).toBeLessThanOrEqual(0);
    });
}, 60_000);

/** The curves of some of them. @param work for the points between nothing and the end. */
function curvesFor(work: number) {
  const total = { runs: 0, spent: 0, shown: 0, points: 0 };
  const solver = countingSolver(total);
  const secondsLeft = () => 10;
  const curves = packed.slice(4, 8).map((input) => {
    const effort = { end: { work: plentiful, secondsLeft }, points: { work, secondsLeft } };
    const { points } = frontierOf(input, limitsOf(input), [], solver, effort);
    total.spent += work - effort.points.work;
    total.shown += points.length;
    total.points += points.reduce((sum, { score }) => sum + (score ?? 0), 0);
    return points;
  });
  return { curves, total };
}

it("shows of a curve what is proven, and its ends, and shares the work among its points", () => {
  const full = curvesFor(plentiful);
  const least = curvesFor(0);
  expect(whole(full.total)).toEqual({ runs: 112, spent: 9301, shown: 48, points: 995 });
  expect(whole(curvesFor(9000).total)).toEqual({ runs: 110, spent: 8062, shown: 42, points: 805 });
  expect(whole(least.total)).toEqual({ runs: 106, spent: 6862, shown: 40, points: 745 });
  least.curves.forEach((points, index) => {
    const all = full.curves[index] ?? [];
    expect([points.at(0), points.at(-1)?.budgetEuro]).toEqual([all.at(0), all.at(-1)?.budgetEuro]);
    if (points.length < all.length) expect(all).toEqual(expect.arrayContaining(points.slice(0, -1)));
  });
}, 60_000);

/** The curve of an input where the solver may run so often, as text. */
const curveAfter = (input: PlanInput, runs: number) => {
  const secondsLeft = () => (runs-- > 0 ? 5 : 0);
  return planFrontier(input, planFor(input, highs, secondsLeft), highs, secondsLeft).points;
};
const fourOf = (limits: Setting["limits"], first: number) =>
  planInput({
    initiatives: ["strategy-1", "strategy-2", "skills-1", "skills-2"].map((item, index) =>
      step(`on-${item}`, { lifts: { [item]: 4 }, cost: index === 0 ? first : 100 + 37 * index }),
    ),
    limits,
  });

it("leaves out budgets at which the search had to stop, where enough others are left", () => {
  const input = fourOf({ budgetEuro: 50 }, 100);
  const points = (runs: number) => curveAfter(input, runs).map(({ budgetEuro, score }) => `${budgetEuro}: ${score?.toFixed(6)}`);
  const all = points(Infinity);
  const some = Array.from({ length: 20 }, (_, runs) => points(runs)).filter(({ length }) => length < all.length);
  expect(some.length).toBeGreaterThan(2);
  for (const few of some) {
    expect(few.length).toBeGreaterThanOrEqual(4);
    expect(all).toEqual(expect.arrayContaining(few));
  }
});

it("shows no fewer than four values for budgets that are too small for what must be in", () => {
  const input = fourOf({ budgetEuro: 500, pinned: ["on-strategy-1"] }, 400);
  for (let runs = 0; runs < 20; runs += 1) {
    const points = curveAfter(input, runs);
    expect(points.some(({ score }) => score === null)).toBe(true);
    expect(points.filter(({ score }) => score !== null).length).toBeGreaterThanOrEqual(4);
  }
});
