import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../../tests/support/builders";
import { cases } from "../../../tests/support/cases";
import {
  anyInput,
  anyTightInput,
  bestOf,
  costOf,
  delayOf,
  effortOf,
  gains,
  groupsOf,
  lengthOf,
  mayStart,
  reachable,
  tryAll,
  valuesAfter,
} from "../../../tests/support/exhaustive-plan";
import { highs, idsOf, impossible, plan, planInput, planned, startsOf, step, type Setting } from "../../../tests/support/plans";
import { stageOf } from "../score/stage";
import { initiativeKinds, type Initiative } from "../initiatives/initiative";
import { planFor, type Plan, type PlanInput, type PlanResult } from "./plan";
import { planFrontier } from "./plan-frontier";

const patience = 240_000;
const own = (input: PlanInput, id: string): Initiative => {
  const found = input.initiatives.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const limits = fc.record({
  budgetEuro: fc.integer({ min: 0, max: 20 }).map((hundreds) => hundreds * 100),
  quarters: fc.integer({ min: 1, max: 4 }),
  personDaysPerQuarter: fc.nat(10),
  forceDuties: fc.boolean(),
});

/** Everything that a plan promises about its layout. */
function expectSound(input: PlanInput, { steps, quarters, costEuro, personDays, limits: given }: Plan): void {
  expect(costEuro).toBeLessThanOrEqual(given.budgetEuro + 1e-6);
  expect(quarters).toHaveLength(given.quarters);
  expect(costEuro).toBeCloseTo(
    steps.reduce((sum, { id }) => sum + costOf(own(input, id)), 0),
    9,
  );
  expect(personDays).toBeCloseTo(
    quarters.reduce((sum, quarter) => sum + quarter.personDays, 0),
    9,
  );
  quarters.forEach((quarter, index) => {
    const running = steps.filter(({ start, quarters: length }) => start <= index && index < start + length);
    expect(quarter.initiatives).toEqual(running.map(({ id }) => id));
    const days = running.reduce((sum, { id }) => sum + effortOf(own(input, id)) / lengthOf(own(input, id), given), 0);
    expect(quarter.personDays).toBeCloseTo(days, 9);
    expect(days).toBeLessThanOrEqual(given.personDaysPerQuarter + 1e-6);
  });
  for (const { id, start, quarters: length } of steps) {
    expect(length).toBe(lengthOf(own(input, id), given));
    expect(start + length).toBeLessThanOrEqual(given.quarters);
    const finished = steps.filter((other) => other.start + other.quarters <= start).map((other) => own(input, other.id));
    expect(mayStart(own(input, id), finished, input), `${id} at ${start}`).toBe(true);
  }
}

describe("within given limits", () => {
  it.each([
    ["whatever the catalogue", anyInput(5, limits), 100],
    ["where duties are in the way of more", anyTightInput, 50],
  ])(
    "is the best of all sets that can be laid out: duties first, then by rise, cost, effort and ids; or there is none; %s",
    (_name, anything, count) => {
      fc.assert(
        fc.property(anything, (input) => {
          const best = bestOf(tryAll(input));
          const result = planFor(input, highs);
          if (!best) {
            expect(result.status).toBe("impossible");
            return;
          }
          if (result.status !== "planned") throw new Error(`none found, but ${JSON.stringify(best)}`);
          expectSound(input, result);
          expect(result.gap).toBe(0);
          expect(delayOf(input, result.steps)).toBe(best.delay);
          expect(result.score.after - result.score.before).toBeCloseTo(best.gain, 6);
          expect(result.costEuro).toBeCloseTo(best.costEuro, 6);
          expect(result.personDays).toBeCloseTo(best.personDays, 6);
          const names = input.initiatives.map(({ id }) => id).sort();
          expect(result.steps.reduce((sum, { id }) => sum + names.indexOf(id) + 1, 0)).toBe(best.rank);
        }),
        cases(count),
      );
    },
    patience,
  );

  it(
    "names what is missing where there is none, and the nearest plan keeps all that",
    () => {
      const tight = limits.map((one) => ({ ...one, budgetEuro: one.budgetEuro / 4, forceDuties: true }));
      let seen = 0;
      fc.assert(
        fc.property(anyInput(5, tight), (input) => {
          const result = planFor(input, highs);
          if (result.status === "planned") return;
          seen += 1;
          const { missing, nearest, reasons, limits: given } = result;
          expect(given).toEqual(input.limits);
          const more = {
            budgetEuro: given.budgetEuro + missing.euro,
            personDaysPerQuarter: given.personDaysPerQuarter + missing.personDaysPerQuarter,
            quarters: given.quarters + missing.quarters,
            pinned: given.pinned.filter((id) => !reasons.some((one) => one.id === id)),
          };
          expect(nearest.limits).toEqual({ ...given, ...more });
          expectSound({ ...input, limits: nearest.limits }, nearest);
          for (const group of groupsOf({ ...input, limits: nearest.limits }))
            expect(group.some((id) => idsOf(nearest).includes(id))).toBe(true);
          const possible = reachable(input, given.excluded).map(({ id }) => id);
          expect(reasons.map(({ id }) => id).sort()).toEqual(
            given.pinned.filter((id) => !possible.includes(id) && !input.done.includes(id)).sort(),
          );
          expect(reasons.length > 0 || Object.values(missing).some((amount) => amount > 0)).toBe(true);
          for (const amount of Object.values(missing)) expect(amount).toBeGreaterThanOrEqual(0);
        }),
        cases(120),
      );
      expect(seen).toBeGreaterThan(cases(15).numRuns);
    },
    patience,
  );

  it(
    "counts every step once, is the same in whatever order all comes, and changes nothing it was given",
    () => {
      const shuffled = anyInput(6, limits).chain((input) =>
        fc.record({
          input: fc.constant(input),
          initiatives: fc.shuffledSubarray([...input.initiatives], { minLength: input.initiatives.length }),
          due: fc.shuffledSubarray([...input.due], { minLength: input.due.size }).map((ids) => new Set(ids)),
        }),
      );
      fc.assert(
        fc.property(shuffled, ({ input, ...order }) => {
          const result = planFor(deepFreeze(input), highs);
          expect(planFor(deepFreeze({ ...input, ...order }), highs)).toEqual(result);
          if (result.status !== "planned") return;
          const { steps, score, stage, securedStage, dimensions } = result;
          const [before, after] = [
            valuesAfter(input, []),
            valuesAfter(
              input,
              steps.map(({ id }) => own(input, id)),
            ),
          ];
          expect(score.before).toBeCloseTo(before.overall, 9);
          expect(score.after).toBeCloseTo(after.overall, 9);
          expect(stage).toEqual({ before: stageOf(before.overall), after: stageOf(after.overall) });
          expect(steps.reduce((sum, { rise }) => sum + rise, 0)).toBeCloseTo(after.overall - before.overall, 9);
          for (const one of dimensions) {
            expect(one.before).toBeCloseTo(before.dimension(one.id), 9);
            expect(one.after).toBeCloseTo(after.dimension(one.id), 9);
          }
          const lowest = Math.min(stage.after, ...dimensions.map((one) => stageOf(one.after)));
          expect(securedStage.after).toBe(lowest);
          const ids = [...steps, ...result.leftOut].map(({ id }) => id).sort();
          expect(ids).toEqual(
            input.initiatives
              .map(({ id }) => id)
              .filter((id) => !input.done.includes(id))
              .sort(),
          );
        }),
        cases(60),
      );
    },
    patience,
  );
});

it("is planned within limits that hold it, though no time was left to find it; and not where one thing is short", () => {
  const initiatives = [step("a", { lifts: { "skills-1": 1 }, cost: 300 }), step("b", { lifts: { "strategy-1": 1 }, after: ["a"] })];
  const within = (limits: Setting["limits"]) => planFor(planInput({ initiatives, limits: { pinned: ["b"], ...limits } }), highs, () => 0);
  const result = planned(within({ quarters: 2 }));
  expect(result).toMatchObject({ suggested: false, limits: { budgetEuro: 1000, quarters: 2, pinned: ["b"] } });
  expect(startsOf(result)).toEqual({ a: 0, b: 1 });
  const missing = (limits: Setting["limits"]) => Object.values(impossible(within(limits)).missing);
  expect([missing({ budgetEuro: 399 }), missing({ quarters: 1 })]).toEqual([
    [1, 0, 0],
    [0, 0, 1],
  ]);
});

it("goes on with what has begun, and says that it has; where there is no room for it, it does without", () => {
  const initiatives = [step("dear", { lifts: { "skills-1": 1 }, cost: 300 }), step("other", { lifts: { "strategy-1": 4 } })];
  const within = (budgetEuro: number) => plan({ initiatives, limits: { budgetEuro }, begun: ["dear"] });
  expect([within(300), within(299)].map((one) => [idsOf(one), one.begun])).toEqual([
    [["dear"], ["dear"]],
    [["other"], []],
  ]);
});

/** With ranges of which every amount is the upper quarter point. */
function widened({ initiatives, ...input }: PlanInput): PlanInput {
  const around = ([amount]: readonly [number, number]): [number, number] => [amount / 4, (5 * amount) / 4];
  const widen = (amounts: Initiative["costEuro"]) =>
    Object.fromEntries(Object.entries(amounts).map(([size, { once, yearly }]) => [size, { once: around(once), yearly }]));
  const wide = initiatives.map((one) => ({ ...one, costEuro: widen(one.costEuro), effortPersonDays: widen(one.effortPersonDays) }));
  return { ...input, initiatives: wide, limits: input.limits && { ...input.limits, cautious: true } };
}

it(
  "planned cautiously it is the plan of upper quarter points, told at the middles",
  () => {
    const told = (result: PlanResult) => {
      const { steps, limits: given, leftOut, score } = result.status === "planned" ? result : result.nearest;
      const { cautious: _cautious, ...rest } = given;
      return { status: result.status, laid: steps.map(({ id, start, quarters }) => [id, start, quarters]), rest, leftOut, score };
    };
    fc.assert(
      fc.property(anyInput(5, limits), (input) => {
        const [exact, cautious] = [planFor(input, highs), planFor(widened(input), highs)];
        expect(told(cautious)).toEqual(told(exact));
        expect(planFrontier(widened(input), cautious, highs)).toEqual(planFrontier(input, exact, highs));
        if (exact.status !== "planned" || cautious.status !== "planned") return;
        expect(cautious.cautiousEuro).toBeCloseTo(exact.costEuro, 9);
        expect(cautious.costEuro).toBeCloseTo(0.75 * exact.costEuro, 9);
        expect(cautious.personDays).toBeCloseTo(0.75 * exact.personDays, 9);
      }),
      cases(60),
    );
  },
  patience,
);

describe("a suggestion", () => {
  it(
    "holds the due duties and one of each kind, for every catalogue and set of answers",
    () => {
      fc.assert(
        fc.property(anyInput(7, fc.constant({})), (given) => {
          const input = { ...given, limits: null };
          const result = planFor(input, highs);
          if (result.status !== "planned") throw new Error("impossible");
          expect(result.suggested).toBe(true);
          expectSound(input, result);
          const forced = { ...input, limits: result.limits };
          for (const group of groupsOf(forced)) expect(group.some((id) => idsOf(result).includes(id))).toBe(true);
          const possible = reachable(input, []).filter((one) => gains(input, one));
          expect(result.steps.some(({ kind }) => kind === "use")).toBe(possible.some(({ kind }) => kind === "use"));
          const { budgetEuro, personDaysPerQuarter, quarters } = result.limits;
          expect([budgetEuro % 5000, personDaysPerQuarter % 5]).toEqual([0, 0]);
          expect(quarters).toBeGreaterThanOrEqual(4);
          for (const kind of initiativeKinds) {
            if (!possible.some((one) => one.kind === kind)) continue;
            const pins = possible
              .filter((one) => one.kind === kind)
              .map(({ id }) => planFor({ ...forced, limits: { ...result.limits, pinned: [id] } }, highs));
            expect(
              pins.some(({ status }) => status === "planned"),
              kind,
            ).toBe(true);
          }
        }),
        cases(60),
      );
    },
    patience,
  );

  it("is the least that holds them, in round numbers", () => {
    const setting: Setting = {
      limits: null,
      due: ["literacy"],
      initiatives: [
        step("cheap", { lifts: { "skills-1": 1 }, duties: ["literacy"], kind: "protect", cost: 4000, days: 30, after: ["base"] }),
        step("dear", { lifts: { "skills-1": 4 }, duties: ["literacy"], kind: "protect", cost: 9000, days: 1 }),
        step("base", { lifts: { "strategy-1": 1 }, kind: "enable", cost: 500, days: 2 }),
        step("tool", { lifts: { "skills-2": 2 }, kind: "use", cost: 400, days: 0, durationMonths: [6, 6] }),
        step("luxury", { lifts: { "strategy-2": 4 }, kind: "use", cost: 90_000, days: 200 }),
      ],
    };
    // 4,900 € and 32 person-days, of which the first quarter can use only two.
    expect(plan(setting)).toMatchObject({
      suggested: true,
      limits: { budgetEuro: 5000, personDaysPerQuarter: 10, quarters: 4, forceDuties: true },
    });
    expect(idsOf(plan(setting))).toEqual(["base", "cheap", "tool"]);
    expect(startsOf(plan(setting)).base).toBe(0);
  });
  it("takes less effort where that fits the same round sum, and more quarters where durations need them", () => {
    const initiatives = [
      step("a-slow", { lifts: { "skills-1": 1 }, cost: 100, days: 60 }),
      step("quick", { lifts: { "skills-1": 1 }, cost: 4000, days: 4 }),
      step("long", { lifts: { "strategy-1": 1 }, kind: "use", cost: 0, days: 0, durationMonths: [18, 18] }),
    ];
    expect(plan({ limits: null, initiatives }).limits).toMatchObject({ budgetEuro: 5000, personDaysPerQuarter: 5, quarters: 6 });
  });
  it("rather takes more money than more than four quarters", () => {
    const initiatives = [
      step("slow", { lifts: { "skills-1": 1 }, kind: "use", durationMonths: [18, 18] }),
      step("quick", { lifts: { "skills-1": 1 }, kind: "use", cost: 6000 }),
    ];
    expect(plan({ limits: null, initiatives }).limits).toMatchObject({ budgetEuro: 10_000, personDaysPerQuarter: 5, quarters: 4 });
  });
  it("holds even where no time is left to search", () => {
    const initiatives = [
      step("duty", { lifts: { "skills-1": 1 }, duties: ["literacy"], after: ["base"] }),
      step("base", { lifts: { "skills-2": 1 } }),
      step("dear", { lifts: { "strategy-1": 1 }, cost: 90_000 }),
    ];
    const result = planFor(planInput({ limits: null, initiatives, due: ["literacy"] }), highs, () => 0);
    if (result.status !== "planned") throw new Error("impossible");
    expect(startsOf(result)).toEqual({ base: 0, duty: 2 });
    expect(result.limits).toMatchObject({ budgetEuro: 5000, quarters: 4 });
    expect(result.gap).toBe(6.25);
  });
  it("is planned cautiously, and tells amounts at the middles", () => {
    const initiatives = [
      step("tool", { lifts: { "skills-1": 1 }, cost: [1000, 6000], days: [2, 6] }),
      step("more", { lifts: { "skills-2": 1 }, cost: [4000, 8000], days: [2, 6] }),
    ].map((one) => ({ ...one, kind: "use" as const }));
    // At the upper quarter points the tool takes 4,750 € and 5 person-days, and both would take more than 10,000 €.
    const suggestion = plan({ limits: null, initiatives });
    expect(suggestion).toMatchObject({ limits: { budgetEuro: 5000, personDaysPerQuarter: 5, cautious: true } });
    expect(suggestion).toMatchObject({ costEuro: 3500, personDays: 4, cautiousEuro: 4750, steps: [{ costEuro: 3500, personDays: 4 }] });
    expect(suggestion.quarters.map(({ personDays }) => personDays)).toEqual([4, 0, 0, 0]);
    expect(suggestion.leftOut).toEqual([{ id: "more", reason: "over-budget" }]);
  });
  it("then rests on what costs less, and of equal costs on what takes less effort", () => {
    const initiatives = [
      step("a-cheap", { lifts: { "skills-1": 1 }, duties: ["literacy"], cost: 4000, days: 30 }),
      step("b-dear", { lifts: { "skills-1": 1 }, duties: ["literacy"], cost: 9000 }),
      step("c-quick", { lifts: { "skills-2": 1 }, duties: ["register"], cost: 600, days: 2 }),
      step("d-slow", { lifts: { "skills-2": 1 }, duties: ["register"], cost: 600, days: 40 }),
    ].map((one) => ({ ...one, kind: "protect" as const }));
    const late = planFor(planInput({ limits: null, initiatives, due: ["literacy", "register"] }), highs, () => 0);
    expect(late).toMatchObject({ limits: { budgetEuro: 5000, personDaysPerQuarter: 10 }, costEuro: 4600, personDays: 32 });
  });
  it("is nothing where nothing is to be done", () => {
    const done = plan({ limits: null, initiatives: [step("a", { lifts: { "skills-1": 1 } })], levels: { "skills-1": 1 } });
    expect(done).toMatchObject({
      steps: [],
      costEuro: 0,
      gap: 0,
      limits: { budgetEuro: 0, personDaysPerQuarter: 0, quarters: 4 },
    });
  });
});
