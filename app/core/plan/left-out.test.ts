import { describe, expect, it } from "vitest";
import { laidAt, step, type Setting, type Short } from "../../../tests/support/plans";
import { leftOut } from "./left-out";

/** Why each is left out beside those that are chosen. */
function reasons(setting: Setting, chosen: string[] = []) {
  const { problem } = laidAt(setting, {});
  return Object.fromEntries(leftOut(problem, chosen).map(({ id, reason }) => [id, reason]));
}
const lifting = (id: string, item: string, level: number, more: Partial<Short> = {}) => step(id, { lifts: { [item]: level }, ...more });

it("everything that is not chosen is left out, by id, and nothing else", () => {
  const initiatives = [lifting("z", "strategy-2", 1), lifting("b", "skills-1", 1), lifting("a", "skills-2", 1)];
  const { problem } = laidAt({ initiatives, limits: { excluded: ["a"] } }, {});
  expect(leftOut(problem, []).map(({ id }) => id)).toEqual(["a", "b", "z"]);
  expect(leftOut(problem, ["b"]).map(({ id }) => id)).toEqual(["a", "z"]);
  // A kept plan may hold what is taken out today.
  expect(leftOut(problem, ["a"]).map(({ id }) => id)).toEqual(["b", "z"]);
});

describe("the first thing that keeps it out", () => {
  const chosen = lifting("chosen", "strategy-1", 2);

  it("is that it adds nothing to what is chosen, or that a stage is not reached by that", () => {
    const initiatives = [chosen, lifting("low", "strategy-1", 2), lifting("high", "strategy-1", 3)];
    expect(reasons({ initiatives }, ["chosen"])).toEqual({ low: "not-worth-it", high: "no-room" });
    const upper = lifting("upper", "skills-1", 1, { stages: { strategy: 1 } });
    expect(reasons({ initiatives: [chosen, upper] }, ["chosen"])).toEqual({ upper: "no-room" });
    expect(reasons({ initiatives: [chosen, upper] })).toEqual({ chosen: "no-room", upper: "stage-missing" });
  });
  it("is a stage that it would reach only itself, or that one is missing of what it needs", () => {
    const own = lifting("own", "strategy-1", 4, { stages: { strategy: 1 } });
    const needy = lifting("needy", "skills-1", 1, { after: ["own"] });
    expect(reasons({ initiatives: [own, needy, lifting("other", "strategy-2", 4)] })).toMatchObject({
      own: "stage-missing",
      needy: "stage-missing",
    });
  });
  it("is money, to the last euro, with what must come along and what is chosen", () => {
    const initiatives = [
      chosen,
      lifting("base", "strategy-2", 1, { cost: 30 }),
      lifting("upper", "skills-1", 1, { cost: 20, after: ["base"] }),
    ];
    const at = (budgetEuro: number) => reasons({ initiatives, limits: { budgetEuro } }, ["chosen"]);
    expect(at(149)).toEqual({ base: "no-room", upper: "over-budget" });
    expect(at(150)).toEqual({ base: "no-room", upper: "no-room" });
  });
  it("is time, to the last person-day of all quarters, with what must come along and what is chosen", () => {
    const initiatives = [
      chosen,
      lifting("base", "strategy-2", 1, { days: 8 }),
      lifting("upper", "skills-1", 1, { days: 2, after: ["base"] }),
    ];
    const at = (personDaysPerQuarter: number) => reasons({ initiatives, limits: { personDaysPerQuarter, quarters: 2 } }, ["chosen"]);
    expect(at(10)).toEqual({ base: "no-room", upper: "no-room" });
    expect(reasons({ initiatives, limits: { personDaysPerQuarter: 9.75, quarters: 3 } }, ["chosen"])).toMatchObject({ upper: "no-room" });
    const longer = [chosen, lifting("base", "strategy-2", 1, { days: 8 }), lifting("upper", "skills-1", 1, { days: 3, after: ["base"] })];
    expect(reasons({ initiatives: longer, limits: { personDaysPerQuarter: 10, quarters: 2 } }, ["chosen"])).toEqual({
      base: "no-room",
      upper: "over-capacity",
    });
  });
  it("is money before time", () => {
    const initiatives = [chosen, lifting("both", "skills-1", 1)];
    const limits = { budgetEuro: 150, personDaysPerQuarter: 15, quarters: 1 };
    expect(reasons({ initiatives, limits }, ["chosen"])).toEqual({ both: "over-budget" });
    expect(reasons({ initiatives, limits: { ...limits, budgetEuro: 200 } }, ["chosen"])).toEqual({ both: "over-capacity" });
  });
});
