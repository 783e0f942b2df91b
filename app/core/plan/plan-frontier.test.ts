import { expect, it } from "vitest";
import { highs, planInput, step, type Setting } from "../../../tests/support/plans";
import { planFor } from "./plan";
import { planFrontier } from "./plan-frontier";

const shown = (setting: Setting) => {
  const input = planInput(setting);
  return planFrontier(input, planFor(input, highs), highs).points;
};
const begun = step("begun", { lifts: { "strategy-1": 1 }, cost: 400 });
const other = step("other", { lifts: { "skills-1": 2 }, cost: 100 });

it("goes on with what has begun, and buys nothing else before", () => {
  const points = shown({ initiatives: [begun, other], begun: ["begun"] });
  expect(points.find(({ score }) => score !== null)?.budgetEuro).toBe(410);
  expect(points.at(-1)).toEqual({ budgetEuro: 500, score: 18.75 });
});

it("leaves out what has begun where the plan has no room for it", () => {
  const points = shown({ initiatives: [begun, other], begun: ["begun"], limits: { budgetEuro: 100 } });
  expect(points[0]).toEqual({ budgetEuro: 0, score: 0 });
  expect(points.find(({ score }) => score === 12.5)?.budgetEuro).toBe(137);
});

it("is that of the nearest plan where the limits allow none", () => {
  const points = shown({ initiatives: [begun, other], limits: { budgetEuro: 100, pinned: ["begun"] } });
  expect(points.find(({ score }) => score !== null)?.score).toBe(6.25);
  expect(points.at(-1)?.score).toBe(18.75);
});
