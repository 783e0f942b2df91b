import { expect, it } from "vitest";
import { initiative } from "../../../tests/support/builders";
import { everywhere, roadmapInput } from "../../../tests/support/roadmaps";
import { roadmapProblem } from "./problem";
import { programOf, programText } from "./program";

const initiatives = [
  initiative("base", {
    lifts: [{ item: "strategy-1", level: 2 }],
    costEuro: everywhere(300),
    effortPersonDays: everywhere(10),
  }),
  initiative("upper", {
    lifts: [{ item: "strategy-1", level: 3 }],
    requires: { initiatives: ["base"], stages: [{ dimension: "strategy", stage: 1 }] },
    costEuro: everywhere(0),
    effortPersonDays: everywhere(20),
  }),
];
const problem = roadmapProblem(roadmapInput({ initiatives, quarters: 2, personDaysPerQuarter: 50, pinned: ["base"] }));

it("is written as the text that the solver reads: steps, budget, capacity, requirements, stages", () => {
  expect(programText(programOf(problem, "whole"), "gain", [{ terms: [[1, "x1_0"]], relation: "<=", bound: 0 }])).toBe(`Maximize
 aim: + 12.5 s0
  + 6.25 s1
Subject To
 r0: + 1 s0
  - 1 x0_0
  - 1 x1_0 <= 0
 r1: + 1 s1
  - 1 x1_0 <= 0
 r2: + 1 x0_0 = 1
 r3: + 1 x1_0 <= 1
 r4: + 300 x0_0 <= 1000
 r5: + 10 x0_0
  + 20 x1_0 <= 100
 r6: + 1 x1_0
  - 1 x0_0 <= 0
 r7: + 1 s2
  - 1 x0_0 <= 0
 r8: + 25 s2
  - 12.5 x1_0 >= 0
 r9: + 1 x1_0 <= 0
Bounds
 0 <= s0 <= 1
 0 <= s1 <= 1
 0 <= s2 <= 1
Binaries
 x0_0
 x1_0
End
`);
});

it("has a slot for every quarter in which an initiative can start", () => {
  const { slots, sums } = programOf(problem, "by-quarter");
  expect(slots.map(({ candidate, start }) => [candidate.id, start])).toEqual([["base", 0], ["base", 1], ["upper", 0], ["upper", 1]]); // prettier-ignore
  expect(sums.rank.map(([factor]) => factor)).toEqual([1, 1, 2, 2]);
});

it("writes an aim that nothing counts for", () => {
  const free = roadmapProblem(roadmapInput({ initiatives: [initiative("free", { costEuro: everywhere(0) })] }));
  expect(programText(programOf(free, "whole"), "cost", [])).toMatch(/^Minimize\n aim: 0 nothing\n/);
});
