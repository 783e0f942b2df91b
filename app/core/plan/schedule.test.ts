import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../tests/support/cases";
import { anyInput, effortOf, lengthOf, limitsOf, mayStart } from "../../../tests/support/exhaustive-plan";
import { highs, plan, startsOf, step } from "../../../tests/support/plans";
import type { Initiative } from "../initiatives/initiative";
import { planFor } from "./plan";

describe("the quarters", () => {
  it("spread the effort evenly over the length, the middle of the months rounded up to quarters", () => {
    const long = step("long", { lifts: { "strategy-1": 4 }, durationMonths: [3, 6], days: [20, 40] });
    expect(plan({ initiatives: [long], limits: { quarters: 3 } }).quarters).toEqual([
      { initiatives: ["long"], personDays: 15 },
      { initiatives: ["long"], personDays: 15 },
      { initiatives: [], personDays: 0 },
    ]);
  });
  it("stretch what would take more people than there are", () => {
    const { steps } = plan({
      initiatives: [step("heavy", { lifts: { "strategy-1": 4 }, days: 25 })],
      limits: { personDaysPerQuarter: 10 },
    });
    expect(steps).toMatchObject([{ id: "heavy", start: 0, quarters: 3 }]);
  });
  it("never hold more than there are people for", () => {
    const initiatives = ["strategy-1", "strategy-2", "skills-1"].map((item) => step(`on-${item}`, { lifts: { [item]: 1 } }));
    expect(plan({ initiatives, limits: { personDaysPerQuarter: 20 } }).quarters.map(({ personDays }) => personDays)).toEqual([
      20, 10, 0, 0,
    ]);
  });
});

describe("who comes first", () => {
  const one = { personDaysPerQuarter: 10 };
  const duty = step("z-duty", { lifts: { "strategy-2": 1 }, duties: ["literacy"] });
  const responsible = step("y-responsible", { lifts: { "skills-2": 1 } });

  it("are duties with what they need, although other initiatives raise the value more", () => {
    const waiting = step("z-duty", { lifts: { "strategy-2": 1 }, duties: ["literacy"], after: ["x-base"] });
    const initiatives = [step("a", { lifts: { "strategy-1": 4 } }), step("x-base", { lifts: { "skills-1": 1 } }), waiting];
    expect(startsOf(plan({ initiatives, limits: one, due: ["literacy"] }))).toEqual({ "x-base": 0, "z-duty": 1, a: 2 });
    expect(startsOf(plan({ initiatives, limits: one }))).toEqual({ a: 0, "x-base": 1, "z-duty": 2 });
  });
  it("are duties that are forced, even at the expense of something that could only be had without them", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 1 }, days: 4 }),
      step("b", { lifts: { "strategy-2": 2 }, days: 10, after: ["a"] }),
      step("c", { lifts: { "skills-1": 4 }, days: 3, after: ["b"] }),
      step("duty", { lifts: { "skills-2": 1 }, days: 7, duties: ["literacy"] }),
    ];
    const asked = (forceDuties: boolean) => plan({ initiatives, due: ["literacy"], limits: { ...one, quarters: 3, forceDuties } });
    expect(startsOf(asked(true))).toEqual({ duty: 0, a: 1, b: 2 });
    expect(startsOf(asked(false))).toEqual({ a: 0, b: 1, c: 2, duty: 2 });
  });
  it("are as many duties as early as can be, whichever of what answers them that takes", () => {
    const initiatives = [
      step("large", { lifts: { "strategy-1": 4 }, days: 9, duties: ["literacy"] }),
      step("small", { lifts: { "strategy-1": 1 }, days: 3, duties: ["literacy"] }),
      step("other", { lifts: { "skills-1": 1 }, days: 7, duties: ["protection"] }),
    ];
    const asked = { initiatives, due: ["literacy", "protection"], limits: { ...one, quarters: 2, forceDuties: true } };
    expect(startsOf(plan(asked))).toEqual({ small: 0, other: 0, large: 1 });
    expect(startsOf(plan({ ...asked, limits: { ...asked.limits, budgetEuro: 200 } }))).toEqual({ small: 0, other: 0 });
  });
  it("is then who is responsible, then the order of the list", () => {
    const named = step("y-responsible", { lifts: { "strategy-responsibility": 2, "skills-2": 1 } });
    const initiatives = [step("a", { lifts: { "strategy-1": 2 } }), step("b", { lifts: { "skills-1": 4 } }), duty];
    const asked = { limits: one, due: ["literacy"] };
    expect(startsOf(plan({ ...asked, initiatives: [...initiatives, responsible] }))).toEqual({
      "z-duty": 0,
      b: 1,
      a: 2,
      "y-responsible": 3,
    });
    const questionnaire = withResponsibility();
    expect(startsOf(plan({ ...asked, questionnaire, initiatives: [...initiatives, named] }))).toEqual({
      "z-duty": 0,
      "y-responsible": 1,
      b: 2,
      a: 3,
    });
  });
  it("is what others wait for where the time would not do otherwise", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 4 }, days: 5 }),
      step("b", { lifts: { "skills-1": 1 }, days: 6 }),
      step("c", { lifts: { "skills-2": 1 }, after: ["b"] }),
      step("d", { lifts: { "strategy-2": 1 }, days: 5, after: ["c"] }),
    ];
    expect(startsOf(plan({ initiatives, limits: one }))).toEqual({ a: 0, b: 1, c: 2, d: 3 });
    expect(startsOf(plan({ initiatives, limits: { ...one, quarters: 3 } }))).toEqual({ b: 0, c: 1, a: 2, d: 2 });
  });
});

function withResponsibility() {
  const item = (id: string) => ({ id, weight: 1, key: false, allowsNotApplicable: true, presupposesUse: false });
  return {
    track: "municipality" as const,
    modelVersion: "1.2.3",
    contradictions: [],
    dimensions: [
      { id: "strategy" as const, gate: true, weight: 1, items: ["strategy-1", "strategy-2", "strategy-responsibility"].map(item) },
      { id: "skills" as const, gate: true, weight: 1, items: ["skills-1", "skills-2"].map(item) },
    ],
  };
}

it("nothing could start earlier while all else stays where it is", () => {
  const limits = fc.record({
    budgetEuro: fc.constant(3000),
    quarters: fc.integer({ min: 3, max: 6 }),
    personDaysPerQuarter: fc.integer({ min: 2, max: 10 }),
  });
  fc.assert(
    fc.property(anyInput(8, limits), (input) => {
      const result = planFor(input, highs);
      fc.pre(result.status === "planned");
      if (result.status !== "planned") return;
      const own = (id: string) => input.initiatives.find((one) => one.id === id) as Initiative;
      const load = (id: string) => effortOf(own(id)) / lengthOf(own(id), limitsOf(input));
      for (const { id, start, quarters: length } of result.steps) {
        const others = result.steps.filter((other) => other.id !== id);
        for (let earlier = 0; earlier < start; earlier += 1) {
          const fits = Array.from({ length }, (_, offset) => earlier + offset).every((quarter) => {
            const running = others.filter((other) => other.start <= quarter && quarter < other.start + other.quarters);
            return running.reduce((sum, other) => sum + load(other.id), load(id)) <= result.limits.personDaysPerQuarter + 1e-9;
          });
          const finished = others.filter((other) => other.start + other.quarters <= earlier).map((other) => own(other.id));
          expect(fits && mayStart(own(id), finished, input), `${id} at ${earlier}`).toBe(false);
        }
      }
    }),
    cases(60),
  );
}, 120_000);
