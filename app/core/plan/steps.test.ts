import { describe, expect, it } from "vitest";
import { laidAt, plan, smallModel, step, type Setting } from "../../../tests/support/plans";
import { inOrder, stepsOf } from "./steps";

describe("a step", () => {
  it("counts what it adds to those before it, and says where nobody knew the start", () => {
    const initiatives = [step("a", { lifts: { "strategy-1": 2 } }), step("b", { lifts: { "strategy-1": 3, "skills-1": 1 }, after: ["a"] })];
    const { steps, dimensions, score } = plan({ initiatives, levels: { "strategy-1": null } });
    expect(steps).toMatchObject([
      { id: "a", rise: 12.5, lifts: [{ item: "strategy-1", from: 0, to: 2, open: true }] },
      {
        id: "b",
        rise: 12.5,
        lifts: [
          { item: "strategy-1", from: 2, to: 3, open: false },
          { item: "skills-1", from: 0, to: 1, open: false },
        ],
      },
    ]);
    expect(dimensions).toEqual([
      { id: "strategy", before: 0, after: 37.5 },
      { id: "skills", before: 0, after: 12.5 },
    ]);
    expect(score).toEqual({ before: 0, after: 25 });
  });
  it("does not lift again what those before it have lifted as far", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 3 } }),
      step("b", { lifts: { "strategy-1": 2, "skills-1": 1 }, after: ["a"] }),
      step("c", { lifts: { "strategy-1": 3, "skills-2": 1 }, after: ["b"] }),
    ];
    const lifted = plan({ initiatives }).steps.map(({ id, lifts }) => [id, lifts.map(({ item }) => item)]);
    expect(lifted).toEqual([
      ["a", ["strategy-1"]],
      ["b", ["skills-1"]],
      ["c", ["skills-2"]],
    ]);
  });
  it("names what could not start without it, and whether it can begin itself", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 1 }, yearlyCost: 12, yearlyDays: 3, kind: "protect" }),
      step("b", { lifts: { "skills-1": 1 }, after: ["a"] }),
      step("c", { lifts: { "skills-2": 1 }, stages: { strategy: 1 } }),
      step("d", { lifts: { "strategy-2": 1 } }),
    ];
    const { steps } = plan({ initiatives, limits: { personDaysPerQuarter: 20 } });
    const told = steps.map(({ id, prerequisiteFor, canBegin }) => [id, prerequisiteFor, canBegin]);
    expect(told).toEqual([
      ["a", ["b"], true],
      ["d", [], true],
      ["b", [], false],
      ["c", [], false],
    ]);
    expect(steps[0]).toMatchObject({
      kind: "protect",
      start: 0,
      quarters: 1,
      costEuro: 100,
      personDays: 10,
      yearlyEuro: 12,
      yearlyPersonDays: 3,
      duties: [],
    });
    const alone = plan({ initiatives: initiatives.slice(0, 3) });
    expect(alone.steps[0]?.prerequisiteFor).toEqual(["b", "c"]);
  });
});

describe("of steps as they are laid out", () => {
  const neededFor = (setting: Setting, starts: Record<string, number>) => {
    const { problem, places } = laidAt(setting, starts);
    return Object.fromEntries(stepsOf(problem.items, inOrder(places)).map(({ id, prerequisiteFor }) => [id, prerequisiteFor]));
  };
  it("those of a quarter come in the order of the list, but for who is responsible", () => {
    const initiatives = ["strategy-1", "strategy-2", "skills-1", "skills-2"].map((item, index) =>
      step(`to-${index + 1}`, { lifts: { [item]: index + 1 } }),
    );
    const named = step("named", { lifts: { "strategy-responsibility": 2 } });
    const { places } = laidAt(
      { initiatives: [...initiatives, named], limits: { pinned: ["named"] } },
      { "to-2": 0, "to-1": 0, "to-4": 0, named: 0, "to-3": 0 },
    );
    expect(inOrder(places).map(({ candidate }) => candidate.id)).toEqual(["named", "to-4", "to-3", "to-2", "to-1"]);
  });
  it("one is needed where what would do as well is finished too late", () => {
    const initiatives = [
      step("quick", { lifts: { "strategy-1": 2 } }),
      step("late", { lifts: { "strategy-1": 3 }, durationMonths: [9, 9] }),
      step("upper", { lifts: { "skills-1": 1 }, needs: { "strategy-1": 2 } }),
    ];
    expect(neededFor({ initiatives }, { quick: 0, late: 0, upper: 1 })).toEqual({ quick: ["upper"], late: [], upper: [] });
    expect(neededFor({ initiatives }, { quick: 0, late: 0, upper: 3 })).toEqual({ quick: [], late: [], upper: [] });
  });
  it("one that is finished only after another begins is not needed for it, as a kept plan may have them", () => {
    const initiatives = [step("base", { lifts: { "strategy-1": 1 } }), step("upper", { lifts: { "skills-1": 1 }, after: ["base"] })];
    expect(neededFor({ initiatives }, { upper: 0, base: 1 })).toEqual({ upper: [], base: [] });
    expect(neededFor({ initiatives }, { upper: 1, base: 0 })).toEqual({ base: ["upper"], upper: [] });
  });
});

it("holds the secured stage down by the lowest gate that applies", () => {
  const initiatives = [step("a", { lifts: { "strategy-1": 4, "strategy-2": 4 } })];
  expect(plan({ initiatives, levels: { "skills-1": 2, "skills-2": 1 } })).toMatchObject({
    stage: { before: 1, after: 3 },
    securedStage: { before: 0, after: 2 },
  });
  expect(plan({ initiatives, levels: { "skills-1": "na", "skills-2": "na" } })).toMatchObject({ securedStage: { before: 0, after: 4 } });
  const questionnaire = smallModel(["strategy", "security"]);
  expect(plan({ initiatives, questionnaire })).toMatchObject({ stage: { after: 2 }, securedStage: { before: 0, after: 2 } });
});

describe("what is left out", () => {
  const reasonOf = (id: string, setting: Parameters<typeof plan>[0]) => plan(setting).leftOut.find((one) => one.id === id)?.reason;
  const a = step("a", { lifts: { "strategy-1": 2 } });
  const b = step("b", { lifts: { "skills-1": 4 } });

  it("says what keeps it out", () => {
    expect(reasonOf("a", { initiatives: [a], levels: { "strategy-1": 2 } })).toBe("no-gain");
    expect(reasonOf("a", { initiatives: [a], levels: { "strategy-1": "na" } })).toBe("not-applicable");
    const two = step("a", { lifts: { "strategy-1": 2, "strategy-2": 2 } });
    expect(reasonOf("a", { initiatives: [two], levels: { "strategy-1": "na", "strategy-2": 2 } })).toBe("no-gain");
    const quick: Parameters<typeof plan>[0] = { initiatives: [two], depth: "quick" };
    expect(reasonOf("a", { ...quick, levels: { "strategy-1": 2, "strategy-2": null } })).toBe("not-asked");
    expect(reasonOf("a", { ...quick, levels: { "strategy-1": 2, "strategy-2": 2 } })).toBe("no-gain");
    expect(reasonOf("a", { initiatives: [a], limits: { excluded: ["a"] } })).toBe("excluded");
    expect(reasonOf("a", { initiatives: [step("a", { lifts: { "strategy-1": 2 }, after: ["b"] }), b], limits: { excluded: ["b"] } })).toBe(
      "requirement-missing",
    );
    expect(reasonOf("a", { initiatives: [step("a", { lifts: { "strategy-1": 2 }, needs: { "skills-1": 3 } })] })).toBe(
      "requirement-missing",
    );
    expect(reasonOf("a", { initiatives: [step("a", { lifts: { "strategy-1": 2 }, stages: { skills: 3 } }), b] })).toBe("stage-missing");
    expect(reasonOf("a", { initiatives: [a, b], limits: { budgetEuro: 100 } })).toBe("over-budget");
    expect(reasonOf("a", { initiatives: [a, b], limits: { quarters: 1, personDaysPerQuarter: 10 } })).toBe("over-capacity");
    expect(
      reasonOf("a", {
        initiatives: [step("a", { lifts: { "strategy-1": 2 }, days: 50 })],
        limits: { quarters: 4, personDaysPerQuarter: 10 },
      }),
    ).toBe("over-capacity");
    expect(reasonOf("a", { initiatives: [a, step("b", { lifts: { "strategy-1": 3 } })] })).toBe("not-worth-it");
    expect(reasonOf("a", { initiatives: [step("a", { lifts: { "strategy-1": 2 }, durationMonths: [15, 15] })] })).toBe("does-not-fit");
  });
  it("is in the order of ids, whatever keeps it out", () => {
    const initiatives = [step("z", { lifts: { "strategy-2": 1 } }), a, b];
    const limits = { budgetEuro: 100, excluded: ["z"] };
    expect(plan({ initiatives, limits }).leftOut).toEqual([
      { id: "a", reason: "over-budget" },
      { id: "z", reason: "excluded" },
    ]);
  });
  it("counts what would have to come with it", () => {
    const needy = step("a", { lifts: { "strategy-1": 1 }, after: ["c"] });
    const c = step("c", { lifts: { "strategy-2": 1 }, cost: 150, days: 30 });
    expect(reasonOf("a", { initiatives: [needy, b, c], limits: { budgetEuro: 300 } })).toBe("over-budget");
    expect(reasonOf("a", { initiatives: [needy, b, c], limits: { personDaysPerQuarter: 12, quarters: 4 } })).toBe("over-capacity");
    const upper = step("a", { lifts: { "strategy-1": 1 }, stages: { strategy: 1 } });
    expect(reasonOf("a", { initiatives: [upper, b, c], limits: { budgetEuro: 200 } })).toBe("stage-missing");
    // What it needs could begin, it itself could not.
    const both = step("a", { lifts: { "strategy-1": 1 }, stages: { strategy: 1 }, after: ["d"] });
    const d = step("d", { lifts: { "skills-1": 1 } });
    expect(reasonOf("a", { initiatives: [both, b, c, d], limits: { budgetEuro: 200 } })).toBe("stage-missing");
  });
  it("counts what else would have to lift what it needs itself", () => {
    const needy = step("a", { lifts: { "strategy-1": 3 }, needs: { "strategy-1": 2 } });
    const initiatives = [needy, step("c", { lifts: { "strategy-1": 2 } }), b];
    expect(reasonOf("a", { initiatives, limits: { budgetEuro: 100 } })).toBe("over-budget");
  });
  it("found no place although there would be money and time for it", () => {
    const initiatives = [
      step("x", { lifts: { "skills-1": 4 }, days: 7 }),
      step("y", { lifts: { "skills-2": 3 }, days: 7 }),
      step("z", { lifts: { "strategy-1": 1 }, days: 6 }),
    ];
    expect(reasonOf("z", { initiatives, limits: { quarters: 2, personDaysPerQuarter: 10, budgetEuro: 300 } })).toBe("no-room");
  });
  it("is too long for the period after what it needs, or comes when nobody has time", () => {
    const initiatives = [
      step("first", { lifts: { "skills-1": 4 }, days: 8, durationMonths: [3, 3] }),
      step("then", { lifts: { "strategy-1": 1 }, days: 5, durationMonths: [6, 6], after: ["first"] }),
      step("other", { lifts: { "skills-2": 4, "strategy-2": 4 }, days: 16, durationMonths: [6, 6] }),
    ];
    const reason = (quarters: number) => reasonOf("then", { initiatives, limits: { quarters, personDaysPerQuarter: 10 } });
    expect([reason(2), reason(3)]).toEqual(["does-not-fit", "no-room"]);
  });
});
