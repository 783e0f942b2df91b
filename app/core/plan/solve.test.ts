import { describe, expect, it } from "vitest";
import { highs, planInput, smallModel, step, type Setting } from "../../../tests/support/plans";
import { limitsOf } from "../../../tests/support/exhaustive-plan";
import type { DimensionId } from "../vocabulary";
import { planProblem } from "./problem";
import { programOf } from "./program";
import { candidatesIn, solve } from "./solve";

/** What the search finds that has the greatest rise. @param least nodes that it may use. */
function solved(setting: Setting, time: "whole" | "by-quarter", { least = 1000, seconds = 1000 } = {}) {
  const input = planInput(setting);
  const problem = planProblem(input, limitsOf(input));
  return solve(programOf(problem, time, problem.wanted), "gain", [], highs, { work: 0, secondsLeft: () => seconds }, least);
}

describe("where an initiative would have to help itself", () => {
  const dimensions: DimensionId[] = ["strategy", "skills", "funding"];
  /** The first so many dimensions have one that only another could help, and there is no money for both. */
  const chosenOf = (selfish: number) => {
    const initiatives = dimensions
      .slice(0, selfish)
      .flatMap((id) => [
        step(`${id}-itself`, { lifts: { [`${id}-1`]: 4 }, stages: { [id]: 1 } }),
        step(`${id}-other`, { lifts: { [`${id}-2`]: 1 } }),
      ]);
    const sound = step("sound", { lifts: { "strategy-1": 2 } });
    const run = solved(
      { questionnaire: smallModel(dimensions), initiatives: [...initiatives, sound], limits: { budgetEuro: 100 } },
      "whole",
    );
    return run.status === "chosen" ? candidatesIn(run.places).map(({ id }) => id) : run;
  };
  it("the program learns that, one after the other, and what it chooses then can be begun", () => {
    expect([chosenOf(0), chosenOf(1), chosenOf(2)]).toEqual([["sound"], ["sound"], ["sound"]]);
  });
  it("it does so twice; what comes after that is left to others", () => {
    expect(chosenOf(3)).toEqual([expect.stringMatching(/-itself$/)]);
  });
});

describe("a search that has to stop", () => {
  const dimensions: DimensionId[] = ["strategy", "funding", "skills", "foundations", "data-protection"];
  /** Which of them fit together is a puzzle; in two quarters, those that must be in do not. */
  const puzzle = (quarters: number): Setting => ({
    questionnaire: smallModel(dimensions),
    limits: { personDaysPerQuarter: 8, quarters, pinned: ["i0", "i3"] },
    initiatives: [[4, 6], [2, 3], [2, 5], [4, 6], [4, 3], [3, 3], [4, 3], [2, 4], [3, 4], [4, 6]].map(([level = 0, days], index) =>
      step(`i${index}`, {
        lifts: { [`${dimensions[Math.floor(index / 2)]}-${1 + (index % 2)}`]: level },
        days,
        durationMonths: index % 2 ? [6, 6] : [3, 3],
      }),
    ),
  }); // prettier-ignore

  it("has a choice, and says what none is better than", () => {
    expect(solved(puzzle(3), "by-quarter")).toMatchObject({ status: "chosen", value: 47.5, bound: 47.5 });
    expect(solved(puzzle(3), "by-quarter", { least: 1 })).toMatchObject({ status: "chosen", value: 47.5, bound: 52.5 });
  });
  it("says so where it has none, and not that there is none", () => {
    expect(solved(puzzle(2), "by-quarter")).toEqual({ status: "infeasible" });
    for (const less of [{ least: 0 }, { seconds: 0 }, { seconds: 1e-9 }])
      for (const quarters of [2, 3]) expect(solved(puzzle(quarters), "by-quarter", less)).toEqual({ status: "out-of-effort" });
  });
});
