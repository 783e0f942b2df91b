import { describe, expect, it } from "vitest";
import { planInput, step, wide } from "../../../tests/support/plans";
import { dimensionPoints, gainOf, isReady, levelsAfter, overallPoints, riseFrom } from "./levels";
import { optionsOf, unlimited } from "./problem";

/** Strategy and skills, two items each: a level of each is worth 6.25 points, and 12.5 of its dimension. */
const input = planInput({
  initiatives: [
    step("a", { lifts: { "strategy-1": 3 } }),
    step("b", { lifts: { "strategy-1": 2, "skills-1": 1 } }),
    step("c", { lifts: { "skills-1": 2, "skills-2": 2 } }),
    step("two", { lifts: { "skills-1": 4 }, stages: { strategy: 1, skills: 1 } }),
  ],
  levels: { "strategy-2": 1 },
});
const { items } = input;
const options = optionsOf(input, { ...wide, ...unlimited });
const of = (...ids: string[]) => options.filter(({ id }) => ids.includes(id));

it("stands at the highest level that any of the finished ones reaches", () => {
  expect(levelsAfter(items, of("a", "b"))).toEqual([3, 1, 1, 0]);
  expect(overallPoints(items, levelsAfter(items, []))).toBe(6.25);
  expect(dimensionPoints(items, "strategy", [3, 1, 4, 4])).toBe(50);
  expect(dimensionPoints(items, "funding", [3, 1, 4, 4])).toBe(0);
});

describe("what initiatives add", () => {
  it("counts each level once, from where the items stand", () => {
    expect(riseFrom(items, [0, 1, 0, 0], of("a", "b"))).toBe(4 * 6.25);
    expect(riseFrom(items, [2, 1, 1, 0], of("a", "b"))).toBe(6.25);
    expect(riseFrom(items, [2, 1, 1, 0], of("c"))).toBe(3 * 6.25);
    expect(riseFrom(items, [4, 4, 4, 4], of("a", "b", "c"))).toBe(0);
  });
  it("is the same in whatever order they come, and leaves the levels alone", () => {
    const levels = [0, 1, 0, 0];
    expect(riseFrom(items, levels, of("a", "b", "c"))).toBe(riseFrom(items, levels, of("a", "b", "c").toReversed()));
    expect(levels).toEqual([0, 1, 0, 0]);
    expect(gainOf(items, of("a", "b", "c"))).toBe(riseFrom(items, levels, of("a", "b", "c")));
  });
});

it("can start once every dimension it stands on has reached its stage, a value on the border included", () => {
  const bare = planInput({ initiatives: [...input.initiatives] });
  const from = (...ids: string[]) => optionsOf(bare, { ...wide, ...unlimited }).filter(({ id }) => ids.includes(id));
  const [two] = from("two");
  if (!two) throw new Error("there is one");
  const finished = [[], ["a"], ["c"], ["b"], ["a", "c"]];
  expect(finished.map((ids) => isReady(two, bare.items, from(...ids)))).toEqual([false, false, false, true, true]);
});

it("can start once one of each group that it needs is finished", () => {
  const needy = planInput({
    initiatives: [
      step("high", { lifts: { "skills-1": 3 } }),
      step("low", { lifts: { "skills-1": 2 } }),
      step("other", { lifts: { "skills-2": 1 } }),
      step("upper", { lifts: { "strategy-1": 4 }, needs: { "skills-1": 2 }, after: ["other"] }),
    ],
  });
  const from = (...ids: string[]) => optionsOf(needy, { ...wide, ...unlimited }).filter(({ id }) => ids.includes(id));
  const canStart = (...finished: string[]) => from("upper").every((upper) => isReady(upper, needy.items, from(...finished)));
  expect([canStart(), canStart("high", "low"), canStart("other"), canStart("low", "other"), canStart("high", "low", "other")]).toEqual([
    ...[false, false, false, true, true],
  ]);
});
