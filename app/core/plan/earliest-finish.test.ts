import { expect, it } from "vitest";
import { laidAt, step, type Setting } from "../../../tests/support/plans";
import { earliestFinish } from "./earliest-finish";

/** When each is finished, of all initiatives or of these. */
function finished(initiatives: Setting["initiatives"], ids = initiatives.map(({ id }) => id)) {
  const { items, candidates } = laidAt({ initiatives, limits: { quarters: 16 } }, {}).problem;
  return Object.fromEntries(
    earliestFinish(
      items,
      candidates.filter(({ id }) => ids.includes(id)),
    ),
  );
}
const half = { durationMonths: [6, 6] as [number, number] };

it("begins each as soon as what it needs is finished, however much that is at once", () => {
  const initiatives = [
    step("a", { lifts: { "strategy-1": 2 }, ...half }),
    step("b", { lifts: { "strategy-2": 1 } }),
    step("c", { lifts: { "skills-1": 1 }, after: ["a", "b"] }),
    step("d", { lifts: { "skills-2": 1 }, after: ["c"], ...half }),
    step("upper", { lifts: { "skills-2": 2 }, stages: { strategy: 2 } }),
  ];
  expect(finished(initiatives)).toEqual({ a: 2, b: 1, c: 3, d: 5, upper: 3 });
});

it("begins after the first of those that would each do", () => {
  const initiatives = [
    step("slow", { lifts: { "strategy-1": 2 }, ...half }),
    step("quick", { lifts: { "strategy-1": 2 } }),
    step("next", { lifts: { "skills-1": 1 }, needs: { "strategy-1": 2 } }),
  ];
  expect(finished(initiatives)).toEqual({ slow: 2, quick: 1, next: 2 });
  expect(finished(initiatives, ["slow", "next"])).toEqual({ slow: 2, next: 3 });
});

it("says nothing of what can never start, nor of what waits for that", () => {
  const initiatives = [
    step("base", { lifts: { "strategy-1": 1 } }),
    step("next", { lifts: { "strategy-2": 1 }, after: ["base"] }),
    step("last", { lifts: { "skills-1": 1 }, after: ["next"] }),
    step("free", { lifts: { "skills-2": 1 } }),
  ];
  expect(finished(initiatives, ["next", "last", "free"])).toEqual({ free: 1 });
  expect(finished(initiatives, [])).toEqual({});
});
