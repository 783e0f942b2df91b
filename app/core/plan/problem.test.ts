import { describe, expect, it } from "vitest";
import { dimension, item } from "../../../tests/support/builders";
import { planInput, smallModel, step, wide, type Setting, type Short } from "../../../tests/support/plans";
import { entryOf } from "../entry-of";
import { optionsOf, planProblem, type PlanProblem } from "./problem";

const problemOf = (setting: Setting): PlanProblem => planProblem(planInput(setting), { ...wide, ...setting.limits });
const lifting = (id: string, lifts: Record<string, number>, more: Partial<Short> = {}) => step(id, { lifts, ...more });
const optionOf = (setting: Setting, id: string) => entryOf(optionsOf(planInput(setting), { ...wide, ...setting.limits }), id);

describe("what can never be in", () => {
  const reasons = (setting: Setting) => Object.fromEntries(problemOf(setting).unavailable);

  it("has not what it needs, or has that and not its stage", () => {
    const initiatives = [
      lifting("base", { "skills-1": 1 }),
      lifting("high", { "strategy-1": 1 }, { stages: { skills: 3 } }),
      lifting("after-base", { "strategy-2": 1 }, { after: ["base"], stages: { skills: 3 } }),
      lifting("after-high", { "strategy-2": 2 }, { after: ["high"] }),
    ];
    expect(reasons({ initiatives })).toEqual({
      high: "stage-missing",
      "after-base": "stage-missing",
      "after-high": "requirement-missing",
    });
  });
  it("takes more person-days than there are in all, or more quarters", () => {
    const initiatives = [
      lifting("heavy", { "strategy-1": 1 }, { days: 41 }),
      lifting("long", { "strategy-2": 1 }, { days: 40, durationMonths: [15, 15] }),
      lifting("fits", { "skills-1": 1 }, { days: 40, durationMonths: [12, 12] }),
    ];
    expect(reasons({ initiatives, limits: { personDaysPerQuarter: 10 } })).toEqual({ heavy: "over-capacity", long: "does-not-fit" });
  });
  it("lifts nothing that counts, and nobody is asked to do it for itself", () => {
    const initiatives = [lifting("other", { "strategy-1": 1 }), lifting("some", { "strategy-1": 2, "skills-1": 1 })];
    const problem = problemOf({ initiatives, weights: new Map([["strategy", 0]]) });
    expect([...problem.unavailable]).toEqual([["other", "no-gain"]]);
    expect(problem.kinds.enable).toEqual(["some"]);
  });
  it("is of the kinds that raise the value only where it lifts something that counts itself", () => {
    const initiatives = [lifting("base", { "strategy-1": 1 }), lifting("upper", { "skills-1": 1 }, { after: ["base"] })];
    const { candidates, kinds } = problemOf({ initiatives, weights: new Map([["strategy", 0]]) });
    expect([candidates.map(({ id }) => id), kinds.enable]).toEqual([["base", "upper"], ["upper"]]);
  });
});

describe("duties that are due", () => {
  const questionnaire = { ...smallModel(), dimensions: [dimension("data-protection", [item("privacy-assessment"), item("ai-register")])] };
  const dutiesWith = (...initiatives: Setting["initiatives"]) =>
    problemOf({ questionnaire, initiatives, due: ["record", "duty"], limits: { forceDuties: true } }).duties;
  const other = lifting("other", { "ai-register": 1 }, { duties: ["record"] });

  it("come by id, each with whatever answers it", () => {
    const both = lifting("both", { "ai-register": 2 }, { duties: ["record", "duty"] });
    expect(dutiesWith(other, both)).toEqual([["both"], ["both", "other"]]);
  });
  it("count as often as there are duties where something that answers them makes up for the missing check, whatever else it lifts", () => {
    const check = (level: number, more: Record<string, number> = {}) =>
      lifting("check", { "privacy-assessment": level, ...more }, { duties: ["record"] });
    expect(dutiesWith(check(1))).toEqual([["check"]]);
    expect(dutiesWith(check(2))).toEqual([["check"], ["check"]]);
    expect(dutiesWith(check(3, { "ai-register": 1 }), other)).toEqual([
      ["check", "other"],
      ["check", "other"],
    ]);
    expect(dutiesWith(other)).toEqual([["other"]]);
    expect(problemOf({ questionnaire, initiatives: [check(2)], due: ["record"], limits: { forceDuties: true } }).duties).toEqual([
      ["check"],
    ]);
  });
});

describe("an initiative that may be chosen", () => {
  it("names who is responsible where it lifts that far", () => {
    const names = (level: number) =>
      optionOf({ initiatives: [lifting("a", { "strategy-1": 1, "strategy-responsibility": level })] }, "a").namesResponsible;
    expect([1, 2, 3].map(names)).toEqual([false, true, true]);
  });
  it("has of the stages that it stands on those that are not reached today", () => {
    const stages = { strategy: 1, skills: 1 };
    const setting = { initiatives: [lifting("a", { "strategy-1": 4 }, { stages })] };
    expect(optionOf(setting, "a").stages.map(({ dimension }) => dimension)).toEqual(["strategy", "skills"]);
    // One level of one of two items is where the first stage begins.
    expect(optionOf({ ...setting, levels: { "skills-1": 1 } }, "a").stages).toEqual([{ dimension: "strategy", points: 12.5 }]);
  });
  it("needs one of those that lift an item so far, whatever else they lift", () => {
    const initiatives = [
      lifting("needy", { "skills-1": 1 }, { needs: { "strategy-1": 2 } }),
      lifting("low", { "strategy-1": 1 }),
      lifting("more", { "strategy-1": 2, "strategy-2": 1 }),
      lifting("only", { "strategy-1": 3 }),
    ];
    expect(optionOf({ initiatives }, "needy").needs).toEqual([["more", "only"]]);
  });
});
