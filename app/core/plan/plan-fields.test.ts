import { describe, expect, it } from "vitest";
import { choiceField, initiativeOf, limitFields, stepField, stepFields, toLimits, toStep } from "./plan-fields";
import { noStep, type PlanLimits, type PlanStep } from "./settings";

const limits: PlanLimits = {
  ...{ budgetEuro: 5000, personDaysPerQuarter: 12.5, quarters: 6, forceDuties: true },
  ...{ pinned: ["rules", "training"], excluded: ["own-model"] },
};
const begun: PlanStep = { status: "begun", owner: "Amt 10", due: "2027-03-31", note: "" };

describe("limits", () => {
  it("are fields, one for each initiative that must be in or must not", () => {
    const fields = limitFields(limits);
    expect(fields).toEqual({
      ...{ budgetEuro: 5000, personDaysPerQuarter: 12.5, quarters: 6, forceDuties: true, cautious: false },
      ...{ "choice.rules": "pinned", "choice.training": "pinned", "choice.own-model": "excluded" },
    });
    expect(choiceField("rules")).toBe("choice.rules");
    expect(limitFields(null)).toEqual({});
  });
  it("are the same when they are read again, and otherwise what held before", () => {
    expect(toLimits(limitFields(limits), { ...limits, budgetEuro: 1, pinned: ["other"], excluded: ["more"] })).toEqual(limits);
    expect(toLimits({ quarters: 2, "choice.rules": "excluded" }, limits)).toEqual({
      ...limits,
      quarters: 2,
      pinned: [],
      excluded: ["rules"],
    });
    const cautious = { ...limits, cautious: true };
    expect(limitFields(cautious)).toMatchObject({ cautious: true });
    expect(toLimits(limitFields(cautious), limits)).toEqual(cautious);
    expect(toLimits({ ...limitFields(cautious), cautious: false }, cautious)).toEqual({ ...limits, cautious: undefined });
    expect(() => toLimits({ quarters: 99 }, limits)).toThrow();
    expect(() => toLimits({ "elsewhere.choice.": "pinned" }, limits)).toThrow();
  });
});

describe("what is noted about steps", () => {
  it("is a field each, but for what nobody has noted", () => {
    expect(stepFields({ rules: begun, training: noStep })).toEqual({
      ...{ "rules.status": "begun", "rules.owner": "Amt 10", "rules.due": "2027-03-31" },
    });
    expect(initiativeOf(stepField("own.model", "due"))).toBe("own.model");
  });
  it("is the same when it is read again", () => {
    const fields = stepFields({ rules: begun, training: { ...begun, note: "ab Mai" } });
    expect([toStep(fields, "rules"), toStep(fields, "training"), toStep(fields, "other")]).toEqual([
      begun,
      { ...begun, note: "ab Mai" },
      noStep,
    ]);
    expect(() => toStep({ "rules.due": "soon" }, "rules")).toThrow();
  });
});
