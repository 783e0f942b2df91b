import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../tests/support/cases";
import { anyInput, delayOf, isSound, soundLayouts, type Laid } from "../../../tests/support/exhaustive-plan";
import { highs, laidAt, plan, planInput, smallModel, startsOf, step, wide, type Short } from "../../../tests/support/plans";
import { entryOf } from "../entry-of";
import type { Initiative, InitiativeKind } from "../initiatives/initiative";
import { planFor, type PlanInput, type PlannedStep } from "./plan";
import { planProblem } from "./problem";
import { layOut } from "./schedule";
import { settle } from "./settle";

const one = { personDaysPerQuarter: 10 };

describe("of layouts that are as good, the one is taken in which", () => {
  const [protect, enable, use] = [
    step("c-protect", { lifts: { "strategy-1": 1 }, kind: "protect" }),
    step("b-enable", { lifts: { "strategy-2": 2 }, kind: "enable" }),
    step("a-use", { lifts: { "skills-1": 3 }, kind: "use" }),
  ];

  it("what protects begins before what enables, and that before what uses, whatever the list says", () => {
    expect(startsOf(plan({ initiatives: [protect, enable, use], limits: one }))).toEqual({ "c-protect": 0, "b-enable": 1, "a-use": 2 });
  });
  it("equals begin in the order of the list", () => {
    const initiatives = [step("a", { lifts: { "strategy-1": 1 } }), step("b", { lifts: { "strategy-2": 2 } })];
    expect(startsOf(plan({ initiatives, limits: one }))).toEqual({ b: 0, a: 1 });
  });
  it("duties and who is responsible come first all the same, and what has begun goes on", () => {
    const duty = step("z-duty", { lifts: { "skills-2": 1 }, duties: ["literacy"] });
    expect(startsOf(plan({ initiatives: [protect, duty], due: ["literacy"], limits: one }))).toEqual({ "z-duty": 0, "c-protect": 1 });
    const named = step("y-named", { lifts: { "strategy-responsibility": 2 } });
    expect(startsOf(plan({ initiatives: [protect, named], limits: { ...one, pinned: ["y-named"] } }))).toEqual({
      "y-named": 0,
      "c-protect": 1,
    });
    expect(startsOf(plan({ initiatives: [protect, enable], begun: ["b-enable"], limits: one }))).toEqual({ "b-enable": 0, "c-protect": 1 });
  });
  it("who is responsible is named first in a quarter", () => {
    const initiatives = [step("a", { lifts: { "strategy-1": 4 } }), step("named", { lifts: { "strategy-responsibility": 2 } })];
    expect(plan({ initiatives, limits: { pinned: ["named"] } }).steps.map(({ id }) => id)).toEqual(["named", "a"]);
  });
  it("two duties are so ordered that nothing is used while what protects still waits", () => {
    const initiatives = [
      step("access", { lifts: { "strategy-1": 4 }, kind: "protect", days: 6, duties: ["contract"] }),
      step("check", { lifts: { "strategy-2": 1 }, kind: "protect", days: 8, duties: ["record"] }),
      step("minutes", { lifts: { "skills-1": 3 }, kind: "use", days: 4 }),
    ];
    const asked = { initiatives, due: ["contract", "record"], limits: { ...one, quarters: 2, forceDuties: true } };
    expect(startsOf(plan(asked))).toEqual({ check: 0, access: 1, minutes: 1 });
  });
});

describe("by quarter", () => {
  type More = Partial<Short> & { duty?: string };
  /** So many quarters long, with so many of the ten person-days in each. */
  const lasting = (
    id: string,
    kind: InitiativeKind,
    [item, level]: [string, number],
    quarters: number,
    perQuarter: number,
    more: More = {},
  ) => {
    const { duty, ...rest } = more;
    const time = { days: quarters * perQuarter, durationMonths: [3 * quarters, 3 * quarters] as [number, number] };
    return step(id, { kind, lifts: { [item]: level }, duties: duty ? [duty] : [], ...time, ...rest });
  };
  const settled = (quarters: number, ...initiatives: Initiative[]) => settledIn(undefined, quarters, ...initiatives);
  const settledIn = (tries: number | undefined, quarters: number, ...initiatives: Initiative[]) => {
    const limits = { ...wide, ...one, quarters, forceDuties: true };
    const problem = planProblem(planInput({ initiatives, due: ["literacy", "protection"], limits }), limits);
    const { places, missing } = layOut(problem, problem.candidates);
    expect(missing).toEqual([]);
    return Object.fromEntries(settle(problem, places, tries).map(({ candidate, start }) => [candidate.id, start]));
  };

  it("as few duties wait as can be, rather than as few of what answers them", () => {
    const [a, b] = ["a", "b"].map((id) => lasting(id, "enable", ["strategy-1", id === "a" ? 4 : 1], 1, 10, { duty: "literacy" }));
    const long = lasting("long", "enable", ["skills-1", 1], 2, 10, { duty: "protection" });
    // One after the other the three would begin in the quarters 0, 1 and 2, but protection would wait two of them.
    if (a && b) expect(settled(4, a, b, long)).toEqual({ a: 0, long: 1, b: 3 });
  });
  it("what protects begins as early as all of it can, and nothing is used before it where that can be", () => {
    const short = lasting("b", "protect", ["skills-1", 1], 1, 10);
    expect(settled(5, lasting("a", "protect", ["skills-1", 4], 3, 4), short)).toEqual({ b: 0, a: 1 });
    expect(
      settled(
        4,
        lasting("a", "protect", ["skills-1", 4], 1, 8),
        lasting("b", "protect", ["strategy-2", 1], 1, 3),
        lasting("c", "use", ["strategy-2", 2], 2, 1),
      ),
    ).toEqual({ a: 0, b: 1, c: 0 });
  });
  it("what enables may come after what is used", () => {
    expect(
      settled(
        5,
        lasting("a", "enable", ["strategy-1", 3], 1, 5),
        lasting("b", "use", ["strategy-2", 2], 1, 5),
        lasting("c", "enable", ["skills-1", 3], 1, 10),
      ),
    ).toEqual({ a: 0, b: 0, c: 1 });
  });
  it("nothing is looked into that cannot become better, so that a few tries do", () => {
    const [long, short] = [lasting("a", "protect", ["strategy-1", 4], 2, 4), lasting("b", "protect", ["skills-1", 3], 1, 8)];
    const three = [long, short, lasting("c", "enable", ["strategy-2", 1], 2, 3)];
    expect(settledIn(5, 3, ...three)).toEqual({ a: 1, b: 0, c: 1 });
    expect(settledIn(0, 3, ...three)).toEqual({ a: 0, b: 2, c: 0 });
    const four = [
      lasting("a", "use", ["strategy-1", 3], 1, 3),
      lasting("b", "protect", ["strategy-2", 2], 1, 4),
      lasting("c", "use", ["skills-1", 1], 1, 9),
      lasting("d", "protect", ["skills-2", 4], 1, 10),
    ];
    expect(settledIn(10, 3, ...four)).toEqual({ a: 1, b: 1, c: 2, d: 0 });
  });
  it("nothing is moved where nothing may be tried", () => {
    const { problem, places } = laidAt({ initiatives: [lasting("a", "use", ["skills-1", 1], 1, 1)] }, { a: 2 });
    expect(settle(problem, places, 0)).toEqual(places);
  });
  it("duties come in the order of the list, and what enables before what uses", () => {
    expect(
      settled(
        4,
        lasting("a", "enable", ["skills-2", 4], 2, 5),
        lasting("b", "enable", ["strategy-2", 2], 1, 8, { duty: "literacy" }),
        lasting("c", "enable", ["skills-1", 2], 1, 3, { duty: "protection" }),
      ),
    ).toEqual({ a: 2, b: 1, c: 0 });
    expect(settled(3, lasting("a", "enable", ["strategy-2", 4], 1, 9), lasting("b", "use", ["skills-2", 4], 1, 4))).toEqual({ a: 0, b: 1 });
    expect(
      settled(
        5,
        lasting("a", "enable", ["strategy-1", 2], 1, 9, { duty: "literacy" }),
        lasting("b", "use", ["skills-2", 4], 1, 9, { duty: "protection" }),
        lasting("c", "protect", ["strategy-1", 3], 1, 7),
      ),
    ).toEqual({ a: 0, b: 1, c: 2 });
  });
  it("each begins directly after what it needs, and never before", () => {
    const after = (id: string) => ({ after: [id] });
    expect(
      settled(
        5,
        lasting("a", "protect", ["strategy-1", 2], 2, 7, after("b")),
        lasting("b", "enable", ["strategy-1", 2], 1, 1),
        lasting("c", "enable", ["skills-2", 4], 2, 10),
      ),
    ).toEqual({ a: 1, b: 0, c: 3 });
    expect(
      settled(
        5,
        lasting("a", "protect", ["strategy-1", 3], 2, 1, after("b")),
        lasting("b", "enable", ["strategy-1", 2], 2, 2),
        lasting("c", "protect", ["strategy-1", 3], 1, 10),
      ),
    ).toEqual({ a: 3, b: 1, c: 0 });
    expect(
      settled(
        3,
        lasting("a", "enable", ["strategy-2", 1], 1, 8),
        lasting("b", "use", ["strategy-1", 2], 1, 4, after("c")),
        lasting("c", "use", ["strategy-2", 2], 1, 9),
      ),
    ).toEqual({ a: 0, b: 2, c: 1 });
    expect(
      settled(
        5,
        lasting("a", "protect", ["strategy-1", 1], 1, 5, { ...after("b"), stages: { strategy: 1 } }),
        lasting("b", "enable", ["strategy-2", 3], 3, 3),
        lasting("c", "protect", ["skills-1", 2], 1, 1),
        lasting("d", "protect", ["skills-2", 3], 1, 10),
      ),
    ).toEqual({ a: 4, b: 1, c: 1, d: 0 });
  });
});

it("never makes a layout worse where there are too many to look at all", () => {
  const dimensions = ["strategy", "skills", "funding", "foundations", "security", "use-cases"] as const;
  const items = dimensions.flatMap((id) => [`${id}-1`, `${id}-2`]);
  const initiatives = [...items, ...items, ...items].map((item, index) =>
    step(`i${index}`, { lifts: { [item]: 1 + (index % 4) }, days: 2 + (index % 5), kind: index % 2 === 0 ? "use" : "protect" }),
  );
  const limits = { ...wide, personDaysPerQuarter: 10, quarters: 16 };
  const problem = planProblem(planInput({ questionnaire: smallModel(dimensions), initiatives, limits }), limits);
  const { places, missing } = layOut(problem, problem.candidates);
  const settled = settle(problem, places);
  const starts = (kind: string, of: typeof places) =>
    of.reduce((sum, { candidate, start }) => sum + (candidate.kind === kind ? start : 0), 0);
  expect(missing).toEqual([]);
  expect(settled.map(({ candidate }) => candidate.id).sort()).toEqual(places.map(({ candidate }) => candidate.id).sort());
  expect(starts("protect", settled)).toBeLessThan(starts("protect", places));
});

/** The rule once more, over all layouts there are. */
function byTrying(input: PlanInput, steps: readonly PlannedStep[]): Record<string, number> {
  const duty = new Set(steps.filter(({ duties }) => duties.length > 0).map(({ id }) => id));
  const place = (id: string) => (input.order.includes(id) ? input.order.indexOf(id) : Infinity);
  const rank = ({ id, kind }: PlannedStep) => (duty.has(id) ? -1 : ["protect", "enable", "use"].indexOf(kind));
  const ranked = steps.toSorted(
    (a, b) => rank(a) - rank(b) || (place(a.id) === place(b.id) ? (a.id < b.id ? -1 : 1) : place(a.id) - place(b.id)),
  );
  const isSettled = (layout: Laid[]) =>
    layout.every((own) =>
      Array.from({ length: own.start }, (_, start) => ({ ...own, start, end: own.end - own.start + start })).every(
        (earlier) => !isSound([...layout.filter((other) => other !== own), earlier], input),
      ),
    );
  const wishes = (layout: Laid[]): number[] => {
    const sum = (of: (own: Laid) => boolean) => layout.filter(of).reduce((total, { start }) => total + start, 0);
    const kind = (name: string) => layout.filter((own) => own.one.kind === name);
    const ahead = kind("use").flatMap((use) => kind("protect").map((protect) => Math.max(0, protect.start - use.start)));
    return [
      delayOf(
        input,
        layout.map(({ one: { id }, start }) => ({ id, start })),
      ),
      sum((own) => duty.has(own.one.id)),
      sum((own) => own.one.kind === "protect"),
      ahead.reduce((total, quarters) => total + quarters, 0),
      ...ranked.map(({ id }) => layout.find((own) => own.one.id === id)?.start ?? 0),
    ];
  };
  const layouts = [
    ...soundLayouts(
      steps.map(({ id }) => entryOf(input.initiatives, id)),
      input,
    ),
  ].filter(isSettled);
  const [best] = layouts
    .map((layout) => ({ layout, values: wishes(layout) }))
    .sort((a, b) => a.values.map((value, index) => value - (b.values[index] ?? 0)).find((difference) => difference !== 0) ?? 0);
  return Object.fromEntries((best?.layout ?? []).map(({ one: { id }, start }) => [id, start]));
}

it("is what trying all layouts finds", () => {
  const limits = fc.record({
    budgetEuro: fc.constant(3000),
    quarters: fc.integer({ min: 2, max: 4 }),
    personDaysPerQuarter: fc.integer({ min: 4, max: 12 }),
    forceDuties: fc.boolean(),
  });
  fc.assert(
    fc.property(anyInput(6, limits), (input) => {
      const result = planFor(input, highs);
      fc.pre(result.status === "planned" && result.steps.length > 1);
      if (result.status === "planned") expect(startsOf(result)).toEqual(byTrying(input, result.steps));
    }),
    cases(80),
  );
}, 120_000);
