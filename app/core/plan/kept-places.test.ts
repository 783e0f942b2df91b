import { expect, it } from "vitest";
import { planInput, step, wide } from "../../../tests/support/plans";
import { keptPlaces } from "./kept-places";
import type { KeptPlan } from "./kept-plan";

const kept = (...ids: string[]): KeptPlan => ({
  ...{ on: "2026-11-12", limits: wide, from: { answers: "", profile: "", duties: "" }, score: { before: 0, after: 25 }, gap: 0 },
  steps: ids.map((id, index) => ({
    ...{ id, start: index, quarters: 2, costEuro: [100, 300], personDays: [4, 8], yearlyEuro: 20, yearlyPersonDays: 1 },
  })),
});

it("a kept step stays in its place with the amounts of then, and lifts and needs what it does today", () => {
  const initiatives = [
    step("a", { lifts: { "strategy-1": 2 } }),
    step("b", { lifts: { "skills-1": 1 }, cost: 9000, days: 90, after: ["a"] }),
  ];
  expect(keptPlaces(kept("b", "a"), planInput({ initiatives }))).toMatchObject([
    {
      start: 0,
      candidate: {
        ...{ id: "b", position: 0, quarters: 2, costRange: [100, 300], costEuro: 200, effortRange: [4, 8], personDays: 6 },
        ...{ yearlyEuro: 20, yearlyPersonDays: 1, needs: [["a"]], lifts: [{ level: 1 }] },
      },
    },
    { start: 1, candidate: { id: "a", position: 1, lifts: [{ level: 2 }] } },
  ]);
});

it("counts at the upper quarter points where it was planned cautiously", () => {
  const input = planInput({ initiatives: [step("a", { lifts: { "strategy-1": 2 } })] });
  const [place] = keptPlaces({ ...kept("a"), limits: { ...wide, cautious: true } }, input);
  expect(place?.candidate).toMatchObject({ costRange: [100, 300], costEuro: 250, effortRange: [4, 8], personDays: 7 });
});

it("leaves the plan where it is done, and where the catalogue no longer has it", () => {
  const initiatives = [step("a", { lifts: { "strategy-1": 2 } }), step("b", { lifts: { "skills-1": 1 } })];
  const ids = (done: string[]) => keptPlaces(kept("b", "gone", "a"), planInput({ initiatives, done })).map(({ candidate }) => candidate.id);
  expect([ids([]), ids(["b"])]).toEqual([["b", "a"], ["a"]]);
});
