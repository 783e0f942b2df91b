import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../tests/support/cases";
import { anyInput, limitsOf } from "../../../tests/support/exhaustive-plan";
import { laidAt, planInput, step, type Setting, type Short } from "../../../tests/support/plans";
import { climb, compare, meritsOf } from "./climb";
import { planProblem } from "./problem";
import { isReady } from "./levels";
import { daysIn } from "./program";
import { endOf, holds } from "./schedule";
import { candidatesIn } from "./solve";

it("never becomes worse, and keeps every limit and order", () => {
  const limits = fc.record({
    budgetEuro: fc.integer({ min: 0, max: 1500 }),
    quarters: fc.integer({ min: 2, max: 6 }),
    personDaysPerQuarter: fc.nat(12),
  });
  fc.assert(
    fc.property(anyInput(9, limits), (input) => {
      const given = { ...limitsOf(input), pinned: [] };
      const problem = planProblem(input, given);
      const start = climb(problem, [], [], 0);
      const places = climb(problem, [], start, 30);
      expect(compare(meritsOf(problem, places), meritsOf(problem, start))).toBeLessThanOrEqual(0);
      expect(places.reduce((sum, { candidate }) => sum + candidate.costEuro, 0)).toBeLessThanOrEqual(given.budgetEuro + 1e-5);
      for (let quarter = 0; quarter < given.quarters; quarter += 1)
        expect(places.reduce((sum, place) => sum + daysIn(place, quarter), 0)).toBeLessThanOrEqual(given.personDaysPerQuarter + 1e-6);
      for (const place of places) {
        expect(endOf(place)).toBeLessThanOrEqual(given.quarters);
        expect(isReady(place.candidate, problem.items, candidatesIn(places.filter((other) => endOf(other) <= place.start)))).toBe(true);
      }
    }),
    cases(100),
  );
});

describe("what fills the room that is left", () => {
  /** By start, then by id. */
  const filled = (setting: Setting, given: string[] = []) => {
    const input = planInput(setting);
    const problem = planProblem(input, limitsOf(input));
    const places = problem.candidates.filter(({ id }) => given.includes(id)).map((candidate) => ({ candidate, start: 0 }));
    return climb(problem, [], places, 0)
      .map(({ candidate, start }) => `${start} ${candidate.id}`)
      .sort();
  };
  const lifting = (id: string, item: string, level: number, more: Partial<Short> = {}) => step(id, { lifts: { [item]: level }, ...more });

  it("is what gains most for the money, to the last euro", () => {
    const initiatives = [
      lifting("large", "strategy-1", 4, { cost: 100 }),
      lifting("middle", "skills-1", 3, { cost: 40 }),
      lifting("small", "skills-2", 2, { cost: 60 }),
    ];
    expect(filled({ initiatives, limits: { budgetEuro: 100 } })).toEqual(["0 middle", "0 small"]);
    expect(filled({ initiatives, limits: { budgetEuro: 99 } })).toEqual(["0 middle"]);
    expect(filled({ initiatives, limits: { budgetEuro: 100 } }, ["large"])).toEqual(["0 large"]);
  });
  it("is what gains most for the time, to the last person-day", () => {
    const initiatives = [
      lifting("large", "strategy-1", 4, { days: 20 }),
      lifting("middle", "skills-1", 3, { days: 8 }),
      lifting("small", "skills-2", 2, { days: 12 }),
    ];
    const within = (personDaysPerQuarter: number) => filled({ initiatives, limits: { quarters: 1, personDaysPerQuarter } });
    expect([within(20), within(19.9)]).toEqual([["0 middle", "0 small"], ["0 middle"]]);
  });
  it("weighs money and time by how much of them is left", () => {
    const initiatives = [lifting("dear", "strategy-1", 2, { cost: 300, days: 1 }), lifting("slow", "skills-1", 2, { cost: 1, days: 30 })];
    const within = (budgetEuro: number, personDaysPerQuarter: number) =>
      filled({ initiatives, limits: { budgetEuro, personDaysPerQuarter, quarters: 1 } });
    expect([within(1000, 30), within(300, 100)]).toEqual([["0 dear"], ["0 slow"]]);
  });
  it("does not count what others take already", () => {
    const initiatives = [
      lifting("given", "skills-1", 1, { cost: 0, days: 60 }),
      lifting("dear", "strategy-1", 2, { cost: 300, days: 1 }),
      lifting("slow", "strategy-1", 2, { cost: 1, days: 30 }),
    ];
    const limits = { budgetEuro: 1000, personDaysPerQuarter: 100, quarters: 1 };
    expect(filled({ initiatives, limits }, ["given"])).toEqual(["0 dear", "0 given"]);
  });
  it("counts what has to come with it, and puts that before", () => {
    const initiatives = [
      lifting("alone", "strategy-1", 2, { cost: 100 }),
      lifting("base", "strategy-2", 1, { cost: 150, days: 4 }),
      lifting("upper", "skills-1", 4, { cost: 50, after: ["base"] }),
    ];
    expect(filled({ initiatives, limits: { budgetEuro: 200 } })).toEqual(["0 base", "1 upper"]);
    expect(filled({ initiatives, limits: { budgetEuro: 199 } })).toEqual(["0 alone"]);
    expect(filled({ initiatives, limits: { budgetEuro: 50, personDaysPerQuarter: 10 } })).toEqual([]);
    expect(filled({ initiatives, limits: { budgetEuro: 300 } }, ["base"])).toEqual(["0 alone", "0 base", "1 upper"]);
  });
  it("is first of all what costs nothing", () => {
    const initiatives = [lifting("dear", "strategy-1", 2), lifting("free", "strategy-1", 2, { cost: 0, days: 0 })];
    expect(filled({ initiatives })).toEqual(["0 free"]);
  });
  it("counts only what is not reached yet, and nothing that gains nothing", () => {
    const initiatives = [
      lifting("high", "strategy-1", 4, { cost: 100 }),
      lifting("low", "strategy-1", 3, { cost: 1 }),
      lifting("other", "skills-1", 1, { cost: 60 }),
    ];
    expect(filled({ initiatives, limits: { budgetEuro: 161 } }, ["high"])).toEqual(["0 high", "0 other"]);
  });
  it("is the next one where the best finds no place, and of equals the first", () => {
    const initiatives = [
      lifting("given", "strategy-1", 1, { days: 6 }),
      lifting("long", "skills-1", 4, { days: 10, durationMonths: [6, 6] }),
      lifting("short", "skills-2", 1, { days: 4 }),
      lifting("twin", "strategy-2", 1, { days: 4 }),
    ];
    const limits = { quarters: 2, personDaysPerQuarter: 10, budgetEuro: 200 };
    expect(filled({ initiatives, limits: { ...limits, budgetEuro: 1000, personDaysPerQuarter: 9 } }, ["given"])).toEqual([
      "0 given",
      "1 short",
      "1 twin",
    ]);
    expect(filled({ initiatives: initiatives.filter(({ id }) => id !== "long"), limits }, ["given"])).toEqual(["0 given", "0 short"]);
  });
});

describe("what is left after something was given up", () => {
  const climbed = (setting: Setting, starts: Record<string, number>) => {
    const input = planInput(setting);
    const problem = planProblem(input, limitsOf(input));
    const places = problem.candidates.flatMap((candidate) => {
      const start = starts[candidate.id];
      return start === undefined ? [] : [{ candidate, start }];
    });
    return Object.fromEntries(climb(problem, [], places, 40).map(({ candidate, start }) => [candidate.id, start]));
  };
  it("does not stay without what it needs", () => {
    const initiatives = [
      step("base", { lifts: { "strategy-1": 1 } }),
      step("upper", { lifts: { "skills-1": 4 }, after: ["base"] }),
      step("other", { lifts: { "skills-2": 3 } }),
    ];
    expect(climbed({ initiatives, limits: { budgetEuro: 200 } }, { base: 0, upper: 1 })).toEqual({ base: 0, upper: 1 });
  });
  it("does not rest on what is finished only after it begins", () => {
    const initiatives = [
      step("quick", { lifts: { "strategy-1": 2 }, cost: 60 }),
      step("late", { lifts: { "strategy-1": 3 }, cost: 10, durationMonths: [9, 9] }),
      step("upper", { lifts: { "skills-1": 4 }, cost: 10, needs: { "strategy-1": 2 } }),
      step("other", { lifts: { "skills-2": 3 }, cost: 60 }),
    ];
    // Without the quick one there would be money for the other, but no quarter left for what comes after the late one.
    const starts = { quick: 0, late: 0, upper: 1 };
    expect(climbed({ initiatives, limits: { budgetEuro: 80, quarters: 3 } }, starts)).toEqual(starts);
  });
});

describe("what stands in the way of something better", () => {
  const one = { personDaysPerQuarter: 10 };
  /** What is in after so many tries, where some are in at first, from the first quarter on. */
  const after = (tries: number, setting: Setting, given: string[], groups: string[][] = []) => {
    const input = planInput(setting);
    const problem = planProblem(input, limitsOf(input));
    const places = problem.candidates.filter(({ id }) => given.includes(id)).map((candidate) => ({ candidate, start: 0 }));
    return candidatesIn(climb(problem, groups, places, tries))
      .map(({ id }) => id)
      .sort();
  };
  const lifting = (id: string, item: string, level: number, cost: number) => step(id, { lifts: { [item]: level }, cost });

  it("is given up, but for what must be in", () => {
    const setting = {
      initiatives: [lifting("small", "strategy-1", 1, 10), lifting("large", "skills-1", 4, 95)],
      limits: { budgetEuro: 100 },
    };
    expect(after(30, setting, ["small"])).toEqual(["large"]);
    expect(after(30, setting, ["small"], [["small"]])).toEqual(["small"]);
  });
  it("is given up alone, and all else stays", () => {
    // Whoever began anew would take the bait, and had no money left for what must be in.
    const must = [lifting("must", "strategy-1", 1, 60), lifting("bait", "strategy-2", 4, 50)];
    const others = [lifting("small", "skills-1", 1, 40), lifting("better", "skills-2", 2, 40)];
    const setting = { initiatives: [...must, ...others], limits: { budgetEuro: 100 } };
    expect(after(30, setting, ["must", "small"], [["must"]])).toEqual(["better", "must"]);
  });
  it("is given up together, where giving up a part of it would not do", () => {
    const items = ["strategy-1", "strategy-2", "skills-1"];
    const small = items.map((item) => lifting(`on-${item}`, item, 2, 33));
    const large = step("large", { lifts: Object.fromEntries(items.map((item) => [item, 3])), cost: 100 });
    const setting = { initiatives: [large, ...small], limits: { budgetEuro: 100 } };
    expect(
      after(
        60,
        setting,
        small.map(({ id }) => id),
      ),
    ).toEqual(["large"]);
  });
  it("is nothing that another layout does just as well", () => {
    const { problem, places } = laidAt(
      { initiatives: [lifting("a", "strategy-1", 1, 10), lifting("b", "skills-1", 1, 10)], limits: one },
      { a: 0, b: 1 },
    );
    expect(climb(problem, [], places, 30)).toEqual(places);
  });
  it("makes room in every try for what gains more than three times as much for the money", () => {
    const items = ["strategy-1", "strategy-2", "skills-1", "skills-2"];
    const much = items.map((item) => lifting(`z-${item}`, item, 4, 25));
    const little = items.map((item) => lifting(`a-${item}`, item, 1, 25));
    const setting = { initiatives: [...much, ...little, lifting("all", "strategy-1", 2, 100)], limits: { budgetEuro: 100 } };
    expect(after(0, setting, ["all"])).toEqual(["all"]);
    expect(after(1, setting, ["all"])).toEqual(much.map(({ id }) => id).sort());
  });
});

describe("of two layouts", () => {
  const initiatives = [
    step("a", { lifts: { "strategy-1": 2 }, cost: 70, days: 3 }),
    step("b", { lifts: { "skills-1": 1 }, cost: 50, days: 8 }),
  ];
  const of = (starts: Record<string, number>, duties: string[][] = []) => {
    const { problem, places } = laidAt({ initiatives }, starts);
    return meritsOf({ ...problem, duties }, places);
  };
  it("the one counts that lets duties wait less, then gains more, costs less, takes less, comes first by id", () => {
    expect(of({ a: 1, b: 0 }, [["a"]])).toEqual([1, -18.75, 120, 11, 3]);
    expect(of({})).toEqual([0, -0, 0, 0, 0]);
  });
  it("what differs first decides, and next to nothing is no difference", () => {
    const signs = [
      [[1, 9, 9], [2, 0, 0]],
      [[2, 0, 0], [1, 9, 9]],
      [[1, 2, 0], [1, 1, 9]],
      [[1, 2, 3], [1, 2, 3]],
      [[1 + 5e-7, 2, 3], [1, 3, 0]],
    ].map(([one = [], other = []]) => Math.sign(compare(one, other))); // prettier-ignore
    expect(signs).toEqual([-1, 1, 1, 0, -1]);
  });
  it("only the one holds all groups that has one of each in", () => {
    const { places } = laidAt({ initiatives }, { a: 0, b: 0 });
    const first = places.slice(0, 1);
    expect([[], [["a"]], [["a", "c"]], [["a"], ["b"]], [["a"], ["c"]]].map((groups) => holds(groups, places))).toEqual([
      ...[true, true, true, true, false],
    ]);
    expect([[], [["a"]], [["b", "a"]], [["a"], ["b"]]].map((groups) => holds(groups, first))).toEqual([true, true, true, false]);
  });
});
