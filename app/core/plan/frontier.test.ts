import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initiative } from "../../../tests/support/builders";
import { anyRoadmapInput, scoresAfter } from "../../../tests/support/exhaustive-roadmap";
import { everywhere, highs, limits, roadmapInput, stoppedFrom } from "../../../tests/support/roadmaps";
import type { Initiative } from "../initiatives/initiative";
import { frontier } from "./frontier";
import { roadmap } from "./roadmap";

const step = (id: string, costEuro: number, lifts: Initiative["lifts"], overrides: Partial<Initiative> = {}) =>
  initiative(id, { tracks: ["municipality"], lifts, costEuro: everywhere(costEuro), ...overrides });
const free = step("free", 0, [{ item: "strategy-1", level: 1 }]);
const cheap = step("cheap", 100, [{ item: "strategy-1", level: 3 }]);
const dear = step("dear", 300, [{ item: "skills-1", level: 4 }]);
const initiatives = [free, cheap, dear];

describe("by hand", () => {
  it("rises from what is free to what everything gains", () => {
    expect(frontier(roadmapInput({ initiatives }), highs, limits, 5)).toEqual([
      { budgetEuro: 0, score: 6.25, atMost: 6.25 },
      { budgetEuro: 100, score: 18.75, atMost: 18.75 },
      { budgetEuro: 200, score: 18.75, atMost: 18.75 },
      { budgetEuro: 300, score: 31.25, atMost: 31.25 },
      { budgetEuro: 400, score: 43.75, atMost: 43.75 },
    ]);
  });
  it("has twenty points unless told otherwise, and begins where the organisation stands", () => {
    const points = frontier(roadmapInput({ initiatives: [cheap], answers: { "skills-1": { level: 2 } } }), highs, limits);
    expect(points).toHaveLength(20);
    expect(points[0]).toEqual({ budgetEuro: 0, score: 12.5, atMost: 12.5 });
    expect(points.at(-1)).toEqual({ budgetEuro: 100, score: 31.25, atMost: 31.25 });
  });
  it("is a single point where everything is free", () => {
    expect(frontier(roadmapInput({ initiatives: [free] }), highs, limits)).toEqual([{ budgetEuro: 0, score: 6.25, atMost: 6.25 }]);
  });
  it("keeps what is pinned or excluded, and has no score where the budget does not pay for it", () => {
    const input = roadmapInput({ initiatives, pinned: ["dear"], excluded: ["free"] });
    expect(frontier(input, highs, limits, 5).map(({ score }) => score)).toEqual([null, null, null, 25, 43.75]);
    const impossible = roadmapInput({ initiatives, pinned: ["dear"], excluded: ["dear"] });
    expect(frontier(impossible, highs, limits, 2).map(({ score, atMost }) => [score, atMost])).toEqual([[null, null], [null, null]]); // prettier-ignore
  });
  it("has no score where the time was over", () => {
    expect(frontier(roadmapInput({ initiatives }), highs, stoppedFrom(1), 2).map(({ score }) => score)).toEqual([null, null]);
  });
  it("tells what could be laid out from what no roadmap exceeds", () => {
    const lasting = (id: string, item: string) => step(id, 100, [{ item, level: 4 }], { effortPersonDays: everywhere(6) });
    const input = roadmapInput({
      initiatives: [lasting("a", "strategy-1"), lasting("b", "skills-1"), lasting("c", "skills-2")],
      quarters: 2,
      personDaysPerQuarter: 9,
    });
    expect(frontier(input, highs, limits, 2).at(-1)).toEqual({ budgetEuro: 300, score: 50, atMost: 75 });
    const pinned = ["a", "b", "c"];
    expect(frontier({ ...input, pinned }, highs, limits, 2).at(-1)).toEqual({ budgetEuro: 300, score: null, atMost: 75 });
  });
});

it("whatever the organisation: never falls, and holds the roadmap of each budget between its two values", () => {
  const setting = fc.record({ quarters: fc.integer({ min: 1, max: 4 }), personDaysPerQuarter: fc.nat(12), longest: fc.constant(4) });
  fc.assert(
    fc.property(anyRoadmapInput(7, setting), (input) => {
      const points = frontier(input, highs, limits, 6);
      const today = scoresAfter(input, []).overall;
      let before = today;
      for (const { budgetEuro, score, atMost } of points) {
        const result = roadmap({ ...input, budgetEuro }, highs, limits);
        if (score === null) {
          expect(before).toBe(today);
          continue;
        }
        expect(score).toBeGreaterThanOrEqual(before - 1e-9);
        before = score;
        if (result.status !== "planned") throw new Error("a score without a roadmap");
        expect(result.overall.after).toBeGreaterThanOrEqual(score - 1e-6);
        expect(result.overall.after).toBeLessThanOrEqual((atMost ?? NaN) + 1e-6);
      }
    }),
    { numRuns: 100 },
  );
}, 240_000);
