import { describe, expect, it } from "vitest";
import { initiative } from "../../../tests/support/builders";
import { everywhere, roadmapInput } from "../../../tests/support/roadmaps";
import { stageOf, type Stage } from "../score/stage";
import { cutPoint, roadmapProblem, type RoadmapInput } from "./problem";

const lifts = [{ item: "strategy-1", level: 2 }];
const candidateFor = (overrides: Parameters<typeof initiative>[1], input: Partial<RoadmapInput> = {}) =>
  roadmapProblem(roadmapInput({ initiatives: [initiative("one", { lifts, ...overrides })], ...input })).candidates[0];

it("knows where each stage begins", () => {
  for (const stage of [1, 2, 3, 4] as Stage[]) {
    expect(stageOf(cutPoint(stage))).toBe(stage);
    expect(stageOf(cutPoint(stage) - 1e-6)).toBe(stage - 1);
  }
});

describe("cost and effort", () => {
  const costEuro = {
    ...everywhere(100, 300),
    "inhabitants-100000-plus": [1000, 2200] as [number, number],
    "employees-1-9": [9e6, 9e6] as [number, number],
  };
  it("are the middle of the range for the size class", () => {
    expect(candidateFor({ costEuro, effortPersonDays: everywhere(2, 5) })).toMatchObject({ costEuro: 200, personDays: 3.5 });
    expect(candidateFor({ costEuro }, { sizeClass: "inhabitants-100000-plus" })).toMatchObject({ costEuro: 1600 });
  });
  it("are the mean over the classes of the track where the class is not known", () => {
    expect(candidateFor({ costEuro }, { sizeClass: null })).toMatchObject({ costEuro: (3 * 200 + 1600) / 4 });
  });
});

it.each<[[number, number], number, number]>([
  [[0, 0], 100, 1],
  [[1, 5], 100, 1],
  [[1, 6], 100, 2],
  [[6, 12], 100, 3],
  [[1, 2], 2.5, 2],
  [[1, 2], 0.3, 10],
])(
  "lasts as long as months and people demand: months %j with %d person-days a quarter make %d quarters",
  (durationMonths, personDaysPerQuarter, quarters) => {
    const input = { personDaysPerQuarter, quarters: 20 };
    expect(candidateFor({ durationMonths, effortPersonDays: everywhere(3) }, input)).toMatchObject({ quarters });
  },
);

it("takes part only with what lies above where the items stand", () => {
  const both = [{ item: "strategy-1", level: 2 }, { item: "skills-1", level: 3 }]; // prettier-ignore
  expect(candidateFor({ lifts: both }, { answers: { "strategy-1": { level: 2 }, "skills-1": { level: 1 } } })).toMatchObject({
    lifts: [{ item: "skills-1", level: 3 }],
  });
});

it("keeps an initiative out that requires itself in the end", () => {
  const after = (id: string) => ({ lifts, requires: { initiatives: [id], stages: [] } });
  const { candidates, unavailable } = roadmapProblem(
    roadmapInput({ initiatives: [initiative("a", after("b")), initiative("b", after("a"))] }),
  );
  expect(candidates).toEqual([]);
  expect([...unavailable]).toEqual([["a", "requirement-missing"], ["b", "requirement-missing"]]); // prettier-ignore
});
