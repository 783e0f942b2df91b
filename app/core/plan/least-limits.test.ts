import { describe, expect, it } from "vitest";
import { highs, planInput, step, wide, type Setting, type Short } from "../../../tests/support/plans";
import { leastLimits } from "./least-limits";

type Floor = { budgetEuro: number; personDaysPerQuarter: number; quarters: number };
type More = { groups?: string[][]; steps?: { euro: number; days: number }; seconds?: number };
const nothing: Floor = { budgetEuro: 0, personDaysPerQuarter: 0, quarters: 1 };

/** The limits that hold all initiatives, or one of each group, and in which quarter what is held begins. */
function least(setting: Setting, given: Partial<Floor>, { groups, steps = { euro: 50, days: 5 }, seconds = 10 }: More = {}) {
  const floor = { ...wide, ...nothing, ...given };
  const all = setting.initiatives.map(({ id }) => [id]);
  const { limits, places } = leastLimits(planInput(setting), floor, steps, () => groups ?? all, highs, {
    work: 20_000,
    secondsLeft: () => seconds,
  });
  const starts = Object.fromEntries(places.map(({ candidate, start }) => [candidate.id, start]));
  return [limits.budgetEuro, limits.personDaysPerQuarter, limits.quarters, starts];
}
const lifting = (id: string, item: string, more: Partial<Short> = {}) => step(id, { lifts: { [item]: 1 }, ...more });

it("rounds up to whole steps, none of them below what is given", () => {
  const initiatives = [lifting("a", "strategy-1", { days: 9, cost: 120 }), lifting("b", "skills-1", { days: 4 })];
  expect(least({ initiatives }, { quarters: 2 })).toEqual([250, 10, 2, { b: 0, a: 1 }]);
  expect(least({ initiatives }, { budgetEuro: 230, personDaysPerQuarter: 7 })).toEqual([250, 15, 1, { a: 0, b: 0 }]);
  expect(least({ initiatives }, { budgetEuro: 230, personDaysPerQuarter: 13 })).toEqual([250, 13, 1, { a: 0, b: 0 }]);
  expect(least({ initiatives }, { budgetEuro: 320, personDaysPerQuarter: 30 })).toEqual([320, 30, 1, { a: 0, b: 0 }]);
});

it("asks for no more than a whole number of steps where just that is needed", () => {
  const initiatives = [lifting("a", "strategy-1", { days: 10, cost: 100 })];
  expect(least({ initiatives }, {})).toEqual([100, 10, 1, { a: 0 }]);
  expect(least({ initiatives: [lifting("a", "strategy-1", { days: 3.3, cost: 0.3 })] }, {}, { steps: { euro: 0.1, days: 1.1 } })).toEqual([
    0.1 * 3,
    1.1 * 3,
    1,
    { a: 0 },
  ]);
});

it("finds the fewest person-days a quarter among many", () => {
  const days = [1, 2, 3, 4, 5, 6, 7, 8];
  const items = ["strategy-1", "strategy-2", "skills-1", "skills-2"];
  const initiatives = days.map((own) => step(`i${own}`, { lifts: { [items[own % 4] ?? ""]: own > 4 ? 4 : 1 }, days: own, cost: 0 }));
  const steps = { euro: 1, days: 1 };
  expect([1, 2, 3, 4].map((quarters) => least({ initiatives }, { quarters }, { steps })[1])).toEqual([36, 18, 12, 9]);
});

describe("the horizon", () => {
  it("is longer only where what must be in takes longer, one after the other", () => {
    const base = lifting("base", "strategy-1");
    const upper = lifting("upper", "skills-1", { after: ["base"], durationMonths: [9, 9] });
    expect(least({ initiatives: [base, upper] }, {})).toEqual([200, 10, 4, { base: 0, upper: 1 }]);
    expect(least({ initiatives: [base, upper] }, { quarters: 6 })[2]).toBe(6);
  });
  it("is not left for the sake of money", () => {
    const initiatives = [lifting("quick", "strategy-1", { cost: 200 }), lifting("slow", "strategy-1", { durationMonths: [6, 6] })];
    const groups = [["quick", "slow"]];
    expect(least({ initiatives }, {}, { groups })).toEqual([200, 10, 1, { quick: 0 }]);
    expect(least({ initiatives }, { quarters: 2 }, { groups })).toEqual([100, 5, 2, { slow: 0 }]);
  });
});

describe("what is held", () => {
  const groups = [["a", "b", "c"]];
  const of = (...short: Partial<Short>[]) => ({ initiatives: ["a", "b", "c"].map((id, index) => lifting(id, "strategy-1", short[index])) });

  it("costs the least whole steps of money, then takes the least effort, then costs the least, then comes first by id", () => {
    const held = (setting: Setting, euro: number, budgetEuro = 0) =>
      Object.keys(least(setting, { budgetEuro }, { groups, steps: { euro, days: 5 } })[3] ?? {});
    const setting = of({ cost: 100, days: 10 }, { cost: 180, days: 5 }, { cost: 130, days: 5 });
    expect([held(setting, 50), held(setting, 200), held(setting, 50, 150), held(setting, 50, 129)]).toEqual([["a"], ["c"], ["c"], ["a"]]);
    expect(held(of({ days: 6 }, { days: 5 }, { days: 5 }), 50)).toEqual(["b"]);
  });

  describe("where no time is left to search", () => {
    const seconds = 0;
    it("leaves out what costs most, and of equal costs what takes most, as long as the rest holds every group", () => {
      const at = (...short: Partial<Short>[]) => least(of(...short), {}, { groups, seconds });
      expect(at({ cost: 300 }, { cost: 100 }, { cost: 200 })).toEqual([100, 10, 1, { b: 0 }]);
      expect(at({ cost: 100 }, { cost: 200 }, { cost: 300 })).toEqual([100, 10, 1, { a: 0 }]);
      expect(at({ days: 30 }, { days: 10 }, { days: 20 })).toEqual([100, 10, 1, { b: 0 }]);
      expect(at({ days: 10 }, { days: 20 }, { days: 30 })).toEqual([100, 10, 1, { a: 0 }]);
      expect(at({ days: 5, cost: 200 }, { days: 10 }, { days: 20, cost: 150 })).toEqual([100, 10, 1, { b: 0 }]);
    });
    it("keeps what is needed, and nothing that could not begin any more", () => {
      const initiatives = [
        lifting("base", "strategy-1", { cost: 500 }),
        lifting("upper", "strategy-2", { after: ["base"] }),
        lifting("dear", "skills-1", { cost: 400 }),
        lifting("stranded", "skills-2", { cost: 50, after: ["dear"] }),
      ];
      expect(least({ initiatives }, {}, { groups: [["upper"]], seconds })).toEqual([600, 10, 2, { base: 0, upper: 1 }]);
      expect(least({ initiatives }, {}, { groups: [["upper"], ["dear", "stranded"]], seconds })).toEqual([
        1000,
        20,
        2,
        { base: 0, dear: 0, upper: 1 },
      ]);
    });
  });
});
