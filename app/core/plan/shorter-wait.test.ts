import { expect, it } from "vitest";
import { laidAt, planInput, step, wide, type Setting } from "../../../tests/support/plans";
import { withShorterWait } from "./shorter-wait";

const items = { a: "strategy-1", b: "strategy-2", c: "skills-1" };
const duty = (id: string, due: keyof typeof items, days: number) => step(id, { lifts: { [items[due]]: 1 }, duties: [due], days });

/** Under how many person-days a quarter what begins so begins when; null where nothing begins earlier. */
function waiting(setting: Setting, starts: Record<string, number>, personDaysPerQuarter: number, quarters = 4, forceDuties = true) {
  const limits = { ...wide, personDaysPerQuarter, quarters, forceDuties };
  const { places } = laidAt({ due: Object.keys(items), ...setting, limits }, starts);
  const held = withShorterWait(planInput({ due: Object.keys(items), ...setting }), { limits, places }, { days: 5 });
  return held && [held.limits.personDaysPerQuarter, Object.fromEntries(held.places.map(({ candidate, start }) => [candidate.id, start]))];
}

type Days = { given: number; large: number; small: number; smallStart?: number; forced?: boolean };

/** The same of a large step and a small one, which waits at first unless told. */
const twoWaiting = ({ given, large, small, smallStart = 1, forced = true }: Days) =>
  waiting({ initiatives: [duty("large", "a", large), duty("small", "b", small)] }, { large: 0, small: smallStart }, given, 4, forced);

it("grows by as few steps as it takes for both duties to begin at once", () => {
  expect(twoWaiting({ given: 20, large: 20, small: 5 })).toEqual([25, { large: 0, small: 0 }]);
  expect(twoWaiting({ given: 100, large: 100, small: 12 })).toEqual([115, { large: 0, small: 0 }]);
  expect(twoWaiting({ given: 100, large: 100, small: 5 })?.[0]).toBe(105);
  expect(twoWaiting({ given: 100, large: 100, small: 25 })?.[0]).toBe(125);
});

it("stays where a quarter more does not shorten the wait", () => {
  expect(twoWaiting({ given: 20, large: 20, small: 6 })).toBeNull();
  expect(twoWaiting({ given: 100, large: 100, small: 26 })).toBeNull();
});

it("rounds that quarter up to whole steps, as long as it is no more than half as much again", () => {
  expect(twoWaiting({ given: 35, large: 35, small: 10 })?.[0]).toBe(45);
  expect(twoWaiting({ given: 35, large: 35, small: 11 })).toBeNull();
  expect(twoWaiting({ given: 10, large: 10, small: 5 })?.[0]).toBe(15);
  expect(twoWaiting({ given: 10, large: 10, small: 6 })).toBeNull();
  expect(twoWaiting({ given: 9, large: 9, small: 5 })).toBeNull();
  expect(twoWaiting({ given: 5, large: 5, small: 5 })).toBeNull();
});

it("stays where nothing waits that must not", () => {
  expect(twoWaiting({ given: 25, large: 20, small: 5, smallStart: 0 })).toBeNull();
  expect(twoWaiting({ given: 20, large: 20, small: 5, forced: false })).toBeNull();
});

it("leaves nothing of the plan out for it, and takes nothing in", () => {
  const [other, unplanned] = [step("other", { lifts: { "skills-2": 1 }, days: 20 }), step("unplanned", { lifts: { "skills-2": 1 } })];
  const setting = { initiatives: [duty("large", "a", 20), duty("small", "b", 5), other, unplanned] };
  expect(waiting(setting, { large: 0, small: 1, other: 1 }, 20, 2)).toEqual([25, { large: 0, small: 0, other: 1 }]);
  expect(waiting(setting, { large: 0, small: 1, other: 0 }, 20, 1)).toBeNull();
});

it("looks for another order where the usual one lets as much wait", () => {
  const after = step("after", { lifts: { "skills-2": 1 }, days: 5, after: ["one", "two"] });
  const setting = { initiatives: [duty("large", "a", 20), duty("one", "b", 10), duty("two", "c", 10), after] };
  expect(waiting(setting, { large: 0, one: 1, two: 1, after: 2 }, 20, 4)).toEqual([25, { one: 0, two: 0, large: 1, after: 1 }]);
});
