import { describe, expect, it } from "vitest";
import { planInput, step, wide, type Setting, type Short } from "../../../tests/support/plans";
import type { Initiative } from "../initiatives/initiative";
import type { Option, Place } from "./option";
import { planProblem, type PlanProblem } from "./problem";
import { layOut, placeFor, tidy } from "./schedule";

function problemOf({ limits, ...setting }: Setting): PlanProblem {
  return planProblem(planInput({ ...setting, limits }), { ...wide, personDaysPerQuarter: 10, ...limits });
}

function laid(setting: Setting, wish?: Parameters<typeof layOut>[2]) {
  const problem = problemOf(setting);
  const { places, missing } = layOut(problem, problem.candidates, wish);
  const starts = Object.fromEntries(places.map(({ candidate, start }) => [candidate.id, start]));
  return { starts, missing: missing.map(({ id }) => id) };
}

const one = (problem: PlanProblem, id: string): Option => {
  const [found] = problem.candidates.filter((candidate) => candidate.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};

describe("where the wished order leaves something without a place", () => {
  it("puts first what others wait for longest", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 4 }, days: 5 }),
      step("b", { lifts: { "skills-1": 1 }, days: 6 }),
      step("c", { lifts: { "skills-2": 1 }, after: ["b"] }),
      step("d", { lifts: { "strategy-2": 1 }, days: 5, after: ["c"] }),
    ];
    expect(laid({ initiatives, limits: { quarters: 3 } })).toEqual({ starts: { b: 0, c: 1, d: 2, a: 2 }, missing: [] });
  });
  it("counts as waiting also what needs something else besides", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 4 }, days: 8 }),
      step("b", { lifts: { "skills-1": 1 }, days: 3 }),
      step("x", { lifts: { "strategy-2": 1 }, days: 0 }),
      step("c", { lifts: { "skills-2": 1 }, after: ["b", "x"] }),
      step("d", { lifts: { "strategy-2": 2 }, days: 2, after: ["c"] }),
    ];
    expect(laid({ initiatives, limits: { quarters: 3 } })).toEqual({ starts: { b: 0, x: 0, c: 1, d: 2, a: 2 }, missing: [] });
  });
  it("counts as waiting also what stands on a stage that something lifts", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 4 }, days: 5 }),
      step("b", { lifts: { "skills-1": 2 }, days: 6 }),
      step("c", { lifts: { "skills-2": 1 }, stages: { skills: 1 } }),
      step("d", { lifts: { "strategy-2": 1 }, days: 5, after: ["c"] }),
    ];
    expect(laid({ initiatives, limits: { quarters: 3 } })).toEqual({ starts: { b: 0, c: 1, d: 2, a: 2 }, missing: [] });
  });
  it("counts nothing as waiting for what lifts other dimensions, but what lifts several dimensions for each of them", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 4 }, days: 6 }),
      step("b", { lifts: { "skills-1": 2, "strategy-2": 1 }, days: 6 }),
      step("c", { lifts: { "skills-2": 1 }, stages: { skills: 1 } }),
      step("d", { lifts: { "strategy-2": 2 }, days: 4, after: ["c"] }),
    ];
    expect(laid({ initiatives, limits: { quarters: 3 } })).toEqual({ starts: { b: 0, c: 1, d: 2, a: 2 }, missing: [] });
  });
  it("puts first what is large", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 4 }, days: 3 }),
      step("b", { lifts: { "strategy-2": 4 }, days: 4 }),
      step("c", { lifts: { "skills-1": 3 }, days: 7 }),
      step("d", { lifts: { "skills-2": 2 }, days: 6 }),
    ];
    expect(laid({ initiatives, limits: { quarters: 2 } })).toEqual({ starts: { c: 0, d: 1, b: 1, a: 0 }, missing: [] });
  });
  it("draws orders where it may be thorough, so that a duty does not wait too long", () => {
    const initiatives = [
      step("long", { lifts: { "strategy-1": 4 }, days: 18, durationMonths: [6, 6], duties: ["literacy"] }),
      step("short", { lifts: { "skills-1": 1 }, days: 7, duties: ["protection"] }),
    ];
    const setting = { initiatives, due: ["literacy", "protection"], limits: { forceDuties: true } };
    expect(laid(setting).starts).toEqual({ long: 0, short: 2 });
    expect(laid(setting, { delay: 1 }).starts).toEqual({ long: 0, short: 2 });
    expect(laid(setting, { delay: 1, thorough: true }).starts).toEqual({ short: 0, long: 1 });
  });
  it("spreads effort over the quarters that something takes, beside what else runs", () => {
    const initiatives = [
      step("long", { lifts: { "strategy-1": 4 }, days: 12, durationMonths: [6, 6] }),
      step("short", { lifts: { "skills-1": 1 }, days: 4 }),
    ];
    expect(laid({ initiatives, limits: { quarters: 2 } })).toEqual({ starts: { long: 0, short: 0 }, missing: [] });
  });
  it("takes the first order that is best, not a later one", () => {
    const initiatives = [
      step("wide", { lifts: { "strategy-1": 4 }, days: 10 }),
      step("long", { lifts: { "skills-1": 1 }, days: 12, durationMonths: [6, 6] }),
    ];
    expect(laid({ initiatives, limits: { quarters: 2 } })).toEqual({ starts: { wide: 0 }, missing: ["long"] });
  });
  it("starts what could have been ready sooner sooner, once all have a place", () => {
    const initiatives = [
      step("late", { lifts: { "strategy-1": 3 }, days: 1, durationMonths: [9, 9] }),
      step("quick", { lifts: { "strategy-1": 2 }, days: 1 }),
      step("upper", { lifts: { "skills-1": 1 }, days: 1, needs: { "strategy-1": 2 } }),
    ];
    expect(laid({ initiatives }).starts).toEqual({ late: 0, quick: 0, upper: 1 });
  });
  it("puts before a duty only the first of those that each would do for what it needs", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 2 } }),
      step("b", { lifts: { "strategy-1": 2 } }),
      step("c", { lifts: { "skills-1": 4 } }),
      step("duty", { lifts: { "skills-2": 1 }, needs: { "strategy-1": 2 }, duties: ["literacy"] }),
    ];
    expect(laid({ initiatives, due: ["literacy"] }).starts).toEqual({ a: 0, duty: 1, c: 2, b: 3 });
  });
  it("puts before a duty what it needs also where the list would have taken something else for that", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 2 }, days: 1 }),
      step("b", { lifts: { "strategy-1": 2 } }),
      step("c", { lifts: { "skills-1": 4 } }),
      step("duty", { lifts: { "skills-2": 1 }, needs: { "strategy-1": 2 }, duties: ["literacy"] }),
    ];
    expect(laid({ initiatives, due: ["literacy"], limits: { excluded: ["a"] } }).starts).toEqual({ b: 0, duty: 1, c: 2 });
  });
  it("takes what gains most where nothing holds everything, duties or not", () => {
    const initiatives = [
      step("duty", { lifts: { "strategy-2": 1 }, days: 9, duties: ["literacy"] }),
      step("large", { lifts: { "strategy-1": 4 }, days: 10 }),
    ];
    for (const forceDuties of [false, true])
      expect(laid({ initiatives, due: ["literacy"], limits: { quarters: 1, forceDuties } })).toEqual({
        starts: { large: 0 },
        missing: ["duty"],
      });
    expect(laid({ initiatives, due: ["literacy"], limits: { quarters: 2 } })).toEqual({ starts: { duty: 0, large: 1 }, missing: [] });
  });
  it("takes of what holds what must be in what gains most, and only where nothing does, what gains most of all", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 1 } }),
      step("b", { lifts: { "strategy-2": 4 }, days: 18, durationMonths: [6, 6] }),
      step("c", { lifts: { "skills-1": 2 }, after: ["a"] }),
    ];
    const inWith = (...groups: string[][]) => laid({ initiatives, limits: { quarters: 2 } }, { groups }).starts;
    expect([inWith(), inWith(["a"]), inWith(["a"], ["b"])]).toEqual([{ b: 0 }, { a: 0, c: 1 }, { b: 0 }]);
  });
});

describe("what is laid out where there is not room for everything as it is wished", () => {
  type More = Partial<Short> & { isDuty?: boolean };
  /** So many quarters long, with so many person-days in each; a duty of its own where it is one. */
  const lasting = (id: string, [item, level]: [string, number], quarters: number, daysPerQuarter: number, { isDuty, ...more }: More = {}) =>
    step(id, {
      lifts: { [item]: level },
      days: quarters * daysPerQuarter,
      durationMonths: [3 * quarters, 3 * quarters],
      duties: isDuty ? [id] : [],
      ...more,
    });
  const laidOut = (initiatives: Initiative[], quarters: number, wish?: Parameters<typeof layOut>[2]) => {
    const due = initiatives.map(({ id }) => id);
    const { starts, missing } = laid({ initiatives, due, limits: { quarters, forceDuties: true } }, wish);
    return { ...starts, ...Object.fromEntries(missing.map((id) => [id, null])) };
  };

  it("is everything in the first order in which duties do not wait too long, or else in that in which they wait least", () => {
    const duties = [lasting("a", ["strategy-2", 1], 1, 8, { isDuty: true }), lasting("b", ["skills-2", 2], 2, 6, { isDuty: true })];
    expect(laidOut(duties, 4, { delay: 2 })).toEqual({ a: 2, b: 0 });
    expect(laidOut(duties, 4, { delay: 1 })).toEqual({ a: 0, b: 1 });
    expect(laidOut(duties, 4, { delay: 0 })).toEqual({ a: 0, b: 1 });
    const late = lasting("c", ["skills-1", 4], 2, 1, { isDuty: true, after: ["a"] });
    const initiatives = [lasting("a", ["skills-1", 1], 1, 7), lasting("b", ["skills-2", 1], 2, 6), late];
    expect(laidOut(initiatives, 3, { delay: 0 })).toEqual({ a: 0, b: 1, c: 1 });
  });
  it("is what gains most, with the duties at the head, too", () => {
    const initiatives = [
      lasting("a", ["strategy-1", 2], 3, 10),
      lasting("b", ["skills-1", 3], 1, 6, { isDuty: true }),
      lasting("c", ["strategy-1", 1], 1, 10),
    ];
    expect(laidOut(initiatives, 4)).toEqual({ a: 1, b: 0, c: null });
  });
  it("is first what takes most days of a quarter, not in all; and of that what leads farthest", () => {
    const wide = [lasting("a", ["strategy-2", 2], 2, 9), lasting("b", ["skills-2", 1], 3, 4, { isDuty: true })];
    expect(laidOut(wide, 3)).toEqual({ a: 0, b: null });
    expect(laidOut([lasting("a", ["skills-2", 2], 1, 10), lasting("b", ["skills-1", 1], 2, 2)], 2)).toEqual({ a: 0, b: null });
    const even = [
      lasting("a", ["skills-2", 1], 1, 10),
      lasting("b", ["strategy-2", 3], 3, 7),
      lasting("c", ["skills-1", 2], 1, 7),
      lasting("d", ["strategy-1", 2], 1, 1, { after: ["a"] }),
    ];
    expect(laidOut(even, 4)).toEqual({ a: 0, b: 1, c: null, d: 1 });
  });
  it("is first what takes longest; and of that what takes most days of a quarter", () => {
    const long = [
      lasting("a", ["skills-1", 1], 1, 9),
      lasting("b", ["skills-2", 2], 3, 6),
      lasting("c", ["skills-1", 1], 2, 1, { after: ["a"] }),
    ];
    expect(laidOut(long, 3)).toEqual({ a: null, b: 0, c: null });
    const even = [
      lasting("a", ["strategy-2", 2], 1, 7, { isDuty: true }),
      lasting("b", ["skills-2", 2], 3, 6, { isDuty: true }),
      lasting("c", ["skills-1", 2], 3, 6, { isDuty: true, after: ["a"] }),
      lasting("d", ["skills-1", 4], 1, 9, { isDuty: true, after: ["b"] }),
    ];
    expect(laidOut(even, 4)).toEqual({ a: null, b: 0, c: null, d: 3 });
  });
  it("is first what leads farthest; and of that what takes most days of a quarter", () => {
    const far = [
      lasting("a", ["strategy-2", 2], 3, 10, { isDuty: true }),
      lasting("b", ["strategy-1", 1], 1, 1, { after: ["c"] }),
      lasting("c", ["strategy-2", 3], 3, 7),
    ];
    expect(laidOut(far, 5)).toEqual({ a: null, b: 3, c: 0 });
    const even = [
      lasting("a", ["skills-2", 3], 1, 7, { after: ["d"] }),
      lasting("b", ["strategy-2", 3], 2, 4),
      lasting("c", ["skills-1", 1], 2, 2, { isDuty: true }),
      lasting("d", ["skills-2", 2], 1, 6, { isDuty: true }),
    ];
    expect(laidOut(even, 2)).toEqual({ a: null, b: 0, c: null, d: 0 });
  });
  it("does not wait for itself, nor for ever where two could help each other", () => {
    const itself = [
      lasting("a", ["strategy-1", 3], 1, 4),
      lasting("b", ["skills-1", 1], 1, 2, { isDuty: true }),
      lasting("c", ["skills-1", 4], 1, 9, { isDuty: true, stages: { skills: 1 } }),
      lasting("d", ["strategy-2", 4], 2, 7, { isDuty: true, after: ["a"], stages: { strategy: 1 } }),
    ];
    expect(laidOut(itself, 5, { delay: 0, thorough: true })).toEqual({ a: 0, b: 0, c: 1, d: 2 });
    const byStage = [
      lasting("a", ["skills-2", 4], 1, 7, { isDuty: true }),
      lasting("b", ["skills-2", 4], 2, 4, { isDuty: true, after: ["c"] }),
      lasting("c", ["strategy-2", 1], 1, 5, { stages: { skills: 1 } }),
    ];
    expect(laidOut(byStage, 4, { delay: 0 })).toEqual({ a: 0, b: 2, c: 1 });
    const byNeed = [
      lasting("a", ["strategy-1", 1], 1, 1, { needs: { "skills-1": 2 } }),
      lasting("b", ["skills-1", 4], 1, 1, { isDuty: true, after: ["a"] }),
      lasting("c", ["skills-1", 2], 1, 1),
    ];
    expect(laidOut(byNeed, 4)).toEqual({ a: 1, b: 2, c: 0 });
  });
  it("has who is responsible before what the list has before that", () => {
    const initiatives = [lasting("a", ["skills-1", 4], 1, 10), lasting("named", ["strategy-responsibility", 2], 1, 10)];
    const problem = problemOf({ initiatives, limits: { pinned: ["named"] } });
    const { places } = layOut(problem, problem.candidates);
    expect(places.map(({ candidate, start }) => [candidate.id, start])).toEqual([
      ["named", 0],
      ["a", 1],
    ]);
  });
});

describe("a place", () => {
  const initiatives = [
    step("base", { lifts: { "strategy-1": 2 }, days: 4 }),
    step("next", { lifts: { "skills-1": 1 }, days: 12, durationMonths: [6, 6], after: ["base"] }),
    step("upper", { lifts: { "skills-2": 1 }, days: 2, stages: { strategy: 1 } }),
    step("free", { lifts: { "skills-1": 4 }, days: 6 }),
    step("early", { lifts: { "strategy-2": 2 }, days: 1 }),
  ];
  const problem = problemOf({ initiatives });
  const at = (id: string, start: number): Place => ({ candidate: one(problem, id), start });
  const startOf = (id: string, places: Place[], used: number[]) =>
    placeFor(problem, places, Float64Array.from(used), one(problem, id))?.start;

  it("is the first quarter with room for its whole length, to the last person-day", () => {
    expect(startOf("free", [], [4, 0, 0, 0])).toBe(0);
    expect(startOf("free", [], [4.5, 4.5, 4, 0])).toBe(2);
    expect(startOf("free", [], [5, 5, 5, 5])).toBeUndefined();
    expect(startOf("next", [at("base", 0)], [4, 5, 4, 4])).toBe(2);
    expect(startOf("next", [at("base", 0)], [4, 4, 5, 4])).toBeUndefined();
  });
  it("comes after what it needs and after its stage is reached, not before", () => {
    expect(startOf("next", [], [0, 0, 0, 0])).toBeUndefined();
    expect(startOf("next", [at("base", 1)], [0, 4, 0, 0])).toBe(2);
    expect(startOf("next", [at("base", 2)], [0, 0, 4, 0])).toBeUndefined();
    expect(startOf("upper", [at("free", 0), at("base", 1)], [6, 4, 0, 0])).toBe(2);
    expect(startOf("upper", [at("free", 0)], [6, 0, 0, 0])).toBeUndefined();
    expect(startOf("upper", [at("base", 2), at("early", 0)], [1, 0, 4, 0])).toBe(1);
  });
  it("is moved up again and again, those wished first first, until nothing could begin earlier", () => {
    const tidied = tidy(problem, [at("next", 2), at("base", 1), at("free", 3), at("upper", 3)]);
    const starts = Object.fromEntries(tidied.map(({ candidate, start }) => [candidate.id, start]));
    expect(starts).toEqual({ base: 0, free: 0, next: 1, upper: 1 });
  });
  it("is moved up once more where something else has made room by moving up", () => {
    const own = problemOf({
      initiatives: [
        step("x", { lifts: { "strategy-1": 4 }, days: 6 }),
        step("y", { lifts: { "skills-1": 1 }, days: 5 }),
        step("z", { lifts: { "skills-2": 1 }, days: 5 }),
      ],
    });
    const tidied = tidy(own, [
      { candidate: one(own, "z"), start: 0 },
      { candidate: one(own, "y"), start: 1 },
      { candidate: one(own, "x"), start: 2 },
    ]);
    expect(Object.fromEntries(tidied.map(({ candidate, start }) => [candidate.id, start]))).toEqual({ z: 0, y: 0, x: 1 });
  });
  it("is moved up for a duty before anything else", () => {
    const setting = {
      initiatives: [step("a", { lifts: { "strategy-1": 4 } }), step("duty", { lifts: { "skills-1": 1 }, duties: ["literacy"] })],
      due: ["literacy"],
    };
    const own = problemOf(setting);
    const tidied = tidy(own, [
      { candidate: one(own, "a"), start: 1 },
      { candidate: one(own, "duty"), start: 2 },
    ]);
    expect(Object.fromEntries(tidied.map(({ candidate, start }) => [candidate.id, start]))).toEqual({ duty: 0, a: 1 });
  });
});
