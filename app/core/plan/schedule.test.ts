import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Level } from "../assessment/answer";
import type { DimensionId } from "../vocabulary";
import type { InitiativeOption, RoadmapItem } from "./option";
import type { PlanProblem } from "./problem";
import { isReady } from "./levels";
import { candidatesIn, endOf, layOut, compactSchedule, type Layout } from "./schedule";

const item = (id: string, dimension: DimensionId): RoadmapItem => ({
  id,
  dimension,
  level: 0,
  open: false,
  pointsPerLevel: 12.5,
  share: 25,
});
const items = [item("strategy-1", "strategy"), item("skills-1", "skills")];
const candidate = (id: string, overrides: Partial<InitiativeOption> = {}): InitiativeOption => ({
  id,
  costEuro: 0,
  personDays: 10,
  quarters: 1,
  duty: false,
  lifts: [{ item: "strategy-1", level: 1 }],
  requires: [],
  stages: [],
  ...overrides,
});
const problem = (overrides: Partial<PlanProblem> = {}): PlanProblem => ({
  items,
  candidates: [],
  budgetEuro: 0,
  personDaysPerQuarter: 10,
  quarters: 4,
  pinned: [],
  unavailable: new Map(),
  ...overrides,
});
const startsOf = ({ places }: Layout) => Object.fromEntries(places.map((place) => [place.candidate.id, place.start]));

describe("the order", () => {
  const great = candidate("great", { lifts: [{ item: "skills-1", level: 4 }] });

  it("puts pinned initiatives and what they require first, then duties, then what pays most for a person-day", () => {
    const duty = candidate("duty", { duty: true });
    const base = candidate("base");
    const pinned = candidate("pinned", { requires: ["base"] });
    const chosen = [great, duty, base, pinned];
    expect(startsOf(layOut(problem({ pinned: ["pinned"] }), chosen))).toEqual({ base: 0, pinned: 1, duty: 2, great: 3 });
    expect(startsOf(layOut(problem(), [great, duty, candidate("other")]))).toEqual({ duty: 0, great: 1, other: 2 });
  });

  it("is tried anew, beginning with what others wait for, where that leaves something without a place", () => {
    const base = candidate("base");
    const upper = candidate("upper", { requires: ["base"], quarters: 3, personDays: 15 });
    const layout = layOut(problem({ personDaysPerQuarter: 15 }), [great, base, upper]);
    expect(layout.missing).toEqual([]);
    expect(startsOf(layout)).toEqual({ base: 0, upper: 1, great: 1 });
  });
});

it("places what stands on a stage after those that reach it", () => {
  const stages = [{ dimension: "skills" as const, points: 37.5 }];
  const [one, two] = [
    candidate("one", { lifts: [{ item: "skills-1", level: 1 }] }),
    candidate("two", { lifts: [{ item: "skills-1", level: 2 }] }),
  ];
  const layout = layOut(problem(), [candidate("above", { stages, duty: true }), one, two]);
  expect(startsOf(layout)).toEqual({ two: 0, above: 1, one: 2 });
});

it("takes the layout that gains most where none holds everything", () => {
  const small = candidate("small", { duty: true, quarters: 4, personDays: 40 });
  const great = candidate("great", { lifts: [{ item: "skills-1", level: 4 }], quarters: 1, personDays: 40 });
  const layout = layOut(problem({ quarters: 4, personDaysPerQuarter: 40 }), [small, great]);
  expect(layout.missing.map(({ id }) => id)).toEqual(["great"]);
});

describe("tidying up", () => {
  it("starts everything as early as there is room, and keeps the order", () => {
    const [base, upper] = [candidate("base"), candidate("upper", { requires: ["base"], lifts: [{ item: "skills-1", level: 1 }] })];
    const places = compactSchedule(problem(), [{ candidate: upper, start: 3 }, { candidate: base, start: 1 }]); // prettier-ignore
    expect(startsOf({ places, missing: [] })).toEqual({ base: 0, upper: 1 });
  });
  it("leaves out what neither gains nor is needed nor pinned", () => {
    const unasked = { lifts: [] };
    const all = [
      candidate("a", unasked),
      candidate("needed", unasked),
      candidate("c", { requires: ["needed"] }),
      candidate("pinned", unasked),
    ];
    const places = all.map((one, start) => ({ candidate: one, start }));
    expect(startsOf({ places: compactSchedule(problem({ pinned: ["pinned"] }), places), missing: [] })).toEqual({
      needed: 0,
      c: 1,
      pinned: 2,
    });
  });
});

it("whatever is to be laid out: what has a place keeps capacity, horizon, requirements and stages; tidying keeps that too", () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g"];
  const any = fc.record({
    personDays: fc.nat(30),
    quarters: fc.integer({ min: 1, max: 3 }),
    duty: fc.boolean(),
    lifts: fc.array(fc.record({ item: fc.constantFrom("strategy-1", "skills-1"), level: fc.constantFrom<Level>(1, 2, 3, 4) }), {
      maxLength: 2,
    }),
    requires: fc.array(fc.nat(ids.length), { maxLength: 2 }),
    stages: fc.array(fc.record({ dimension: fc.constantFrom<DimensionId>("strategy", "skills"), points: fc.constantFrom(12.5, 37.5) }), {
      maxLength: 1,
    }),
  });
  const chosen = fc
    .array(any, { minLength: 1, maxLength: ids.length })
    .map((all) =>
      all.map(({ requires, ...one }, index) =>
        candidate(ids[index] ?? "", { ...one, requires: ids.filter((_, other) => other < index && requires.includes(other)) }),
      ),
    );
  const horizon = fc.record({ quarters: fc.integer({ min: 1, max: 6 }), personDaysPerQuarter: fc.integer({ min: 0, max: 30 }) });
  fc.assert(
    fc.property(chosen, horizon, (all, limits) => {
      const own = problem(limits);
      const layout = layOut(own, all);
      expect([...candidatesIn(layout.places), ...layout.missing].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id));
      for (const places of [layout.places, compactSchedule(own, layout.places)]) {
        for (let quarter = 0; quarter < own.quarters; quarter += 1) {
          const running = places.filter((place) => place.start <= quarter && quarter < endOf(place));
          const days = running.reduce((sum, place) => sum + place.candidate.personDays / place.candidate.quarters, 0);
          expect(days).toBeLessThanOrEqual(own.personDaysPerQuarter + 1e-6);
        }
        for (const place of places) {
          expect(endOf(place)).toBeLessThanOrEqual(own.quarters);
          const finished = candidatesIn(places.filter((other) => endOf(other) <= place.start));
          expect(isReady(place.candidate, items, finished)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});
