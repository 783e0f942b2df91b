import { expect, it } from "vitest";
import { laidAt, planInput, step, wide } from "../../../tests/support/plans";
import { withShorterWait } from "./shorter-wait";

type Days = { given: number; large: number; small: number; forced?: boolean; smallStart?: number };

/** The person-days a quarter under which a large step and a small one for two duties are held; the small one waits at first, unless told. */
function daysFor({ given, large, small, forced = true, smallStart = 1 }: Days) {
  const initiatives = [
    step("large", { lifts: { "strategy-1": 1 }, duties: ["a"], days: large }),
    step("small", { lifts: { "skills-1": 1 }, duties: ["b"], days: small }),
  ];
  const setting = { initiatives, due: ["a", "b"] };
  const limits = { ...wide, personDaysPerQuarter: given, forceDuties: forced };
  const { places } = laidAt({ ...setting, limits }, { large: 0, small: smallStart });
  const held = withShorterWait(planInput(setting), { limits, places }, { days: 5 }) ?? { limits, places };
  return [held.limits.personDaysPerQuarter, Object.fromEntries(held.places.map(({ candidate, start }) => [candidate.id, start]))];
}

it("grows by as few steps as it takes for both duties to begin at once", () => {
  expect(daysFor({ given: 20, large: 20, small: 5 })).toEqual([25, { large: 0, small: 0 }]);
  expect(daysFor({ given: 100, large: 100, small: 12 })).toEqual([115, { large: 0, small: 0 }]);
  expect(daysFor({ given: 100, large: 100, small: 5 })[0]).toBe(105);
  expect(daysFor({ given: 100, large: 100, small: 25 })[0]).toBe(125);
});

it("stays where a quarter more does not shorten the wait", () => {
  expect(daysFor({ given: 20, large: 20, small: 6 })).toEqual([20, { large: 0, small: 1 }]);
  expect(daysFor({ given: 100, large: 100, small: 26 })[0]).toBe(100);
});

it("rounds that quarter up to whole steps, as long as it is no more than half as much again", () => {
  expect(daysFor({ given: 35, large: 35, small: 10 })[0]).toBe(45);
  expect(daysFor({ given: 35, large: 35, small: 11 })[0]).toBe(35);
  expect(daysFor({ given: 10, large: 10, small: 5 })[0]).toBe(15);
  expect(daysFor({ given: 10, large: 10, small: 6 })[0]).toBe(10);
  expect(daysFor({ given: 9, large: 9, small: 5 })[0]).toBe(9);
  expect(daysFor({ given: 5, large: 5, small: 5 })[0]).toBe(5);
});

it("stays where nothing waits that must not", () => {
  expect(daysFor({ given: 25, large: 20, small: 5, smallStart: 0 })).toEqual([25, { large: 0, small: 0 }]);
  expect(daysFor({ given: 20, large: 20, small: 5, forced: false })).toEqual([20, { large: 0, small: 1 }]);
});
