import { expect, it } from "vitest";
import { planInput, step, wide, type Short } from "../../../tests/support/plans";
import { planProblem } from "./problem";
import { withNeeds } from "./with-needs";

/** What comes with "a", whose need is whatever lifts skills-1 to 2, by id. */
function comes(helpers: Record<string, Partial<Short>>, chosen: string[] = []) {
  const lifts = { "skills-1": 2 };
  const initiatives = [
    step("a", { lifts: { "strategy-1": 1 }, needs: { "skills-1": 2 } }),
    ...Object.entries(helpers).map(([id, short]) => step(id, { lifts, ...short })),
  ];
  const problem = planProblem(planInput({ initiatives }), wide);
  const known = (id: string) => problem.candidates.filter((one) => one.id === id);
  return known("a").flatMap((one) => withNeeds(one, problem, chosen.flatMap(known)).map(({ id }) => id));
}

it("brings what needs the least effort, then costs less, then comes first by id", () => {
  expect(comes({ b: { days: 9, cost: 10 }, c: { days: 3, cost: 90 }, d: { days: 4, cost: 1 } })).toEqual(["a", "c"]);
  expect(comes({ b: { days: 3, cost: 90 }, c: { days: 9, cost: 10 } })).toEqual(["a", "b"]);
  expect(comes({ b: { days: 3, cost: 90 }, c: { days: 3, cost: 10 }, d: { days: 3, cost: 50 } })).toEqual(["a", "c"]);
  expect(comes({ c: { days: 3 }, b: { days: 3 } })).toEqual(["a", "b"]);
});

it("brings nothing for what a chosen one does, nor twice, and all that the helpers need", () => {
  expect(comes({ b: { days: 3 }, c: { days: 9 } }, ["c"])).toEqual(["a"]);
  expect(comes({ b: { days: 3 } }, ["a"])).toEqual([]);
  const chain = { b: { after: ["c"] }, c: { lifts: { "skills-2": 1 }, after: ["d"] }, d: { lifts: { "strategy-2": 1 } } };
  expect(comes(chain)).toEqual(["a", "b", "c", "d"]);
  expect(comes(chain, ["c"])).toEqual(["a", "b"]);
  // "d" is needed by two of them.
  expect(comes({ ...chain, b: { after: ["c", "d"] } })).toEqual(["a", "b", "c", "d"]);
});
