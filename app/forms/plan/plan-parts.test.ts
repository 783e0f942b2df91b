import { describe, expect, it } from "vitest";
import { limitFields, stepFields, toLimits, toStep } from "../../core/plan/plan-fields";
import { noStep, type PlanLimits } from "../../core/plan/settings";
import { localeOf } from "../../i18n";
import type { Part, Typed } from "../part";
import { limitParts, stepParts } from "./plan-parts";

const { messages } = localeOf("de");
const limits = limitParts(["a", "b", "c"], messages);
const steps = stepParts([{ id: "a", owner: "Leitung" }], messages);
const part = (parts: Part[], name: string): Part => {
  const found = parts.find((one) => one.name === name);
  if (!found) throw new Error(`no part ${name}`);
  return found;
};
const read = (parts: Part[], typed: Typed) => {
  const [name = ""] = Object.keys(typed);
  return part(parts, name).read(typed);
};
const suggested: PlanLimits = {
  ...{ budgetEuro: 20_000, personDaysPerQuarter: 20, quarters: 4, pinned: [], excluded: [] },
  forceDuties: true,
};

describe("the limits of a plan", () => {
  it.each(["1000000", "1.000.000", "1,000,000 €", " 1 000 000", "1\u202f000\u202f000"])("may have separators: %j", (budgetEuro) => {
    expect(read(limits, { budgetEuro })).toEqual({ value: 1_000_000 });
  });
  it.each<[string, string]>([
    ["budgetEuro", "viel"],
    ["budgetEuro", "-1"],
    ["budgetEuro", "15,50"],
    ["budgetEuro", "1500.00"],
    ["budgetEuro", "1.5000"],
    ["budgetEuro", "999999999999"],
    ["personDaysPerQuarter", ""],
    ["quarters", "17"],
    ["quarters", "0"],
    ["choice.a", "x"],
  ])("name the field that is wrong: %s %j", (name, value) => {
    expect(read(limits, { [name]: value })).toEqual({ errors: { [name]: expect.stringMatching(/^Bitte /) as string } });
  });
  it("come back as they were, with what must and must not be in", () => {
    const settings = { ...suggested, budgetEuro: 50_000, forceDuties: false, pinned: ["a"], excluded: ["b"] };
    const stored = limitFields(settings);
    expect(stored).toMatchObject({ budgetEuro: 50_000, forceDuties: false, "choice.a": "pinned", "choice.b": "excluded" });
    expect(toLimits(stored, suggested)).toEqual(settings);
    const typed = Object.assign({}, ...limits.map(({ name, write }) => write(stored[name]))) as Typed;
    for (const { name, inputs, ...one } of limits)
      expect(one.read(Object.fromEntries(inputs.map((input) => [input, typed[input] ?? ""]))), name).toEqual({ value: stored[name] });
  });
  it("are not cautious where the box is not ticked, or there was none", () => {
    expect([read(limits, { cautious: "on" }), read(limits, { cautious: "" })]).toEqual([{ value: true }, { value: false }]);
    const { cautious } = limitFields(suggested);
    expect(cautious).toBe(false);
    expect(part(limits, "cautious").write(true)).toEqual({ cautious: "on" });
    const ticked = { ...suggested, cautious: true };
    expect(toLimits({ ...limitFields(ticked), cautious: false }, ticked)).toEqual(suggested);
    expect(toLimits({ budgetEuro: 7 }, ticked)).toEqual({ ...ticked, budgetEuro: 7 });
  });
  it("are the suggested ones where nobody has set them", () => {
    expect(toLimits({ budgetEuro: 7 }, suggested)).toEqual({ ...suggested, budgetEuro: 7 });
    expect(limitFields(null)).toEqual({});
  });
});

describe("the state of an initiative", () => {
  it("is kept field by field, and a step as it was planned not at all", () => {
    const step = { status: "begun", owner: "CIO", due: "2027-03-31", note: "" } as const;
    const stored = stepFields({ a: step, b: noStep });
    expect(stored).toEqual({ "a.status": "begun", "a.owner": "CIO", "a.due": "2027-03-31" });
    expect(toStep(stored, "a")).toEqual(step);
    expect(toStep(stored, "b")).toEqual(noStep);
  });
  it("is cleaned", () => {
    expect(read(steps, { "a.owner": " CIO " })).toEqual({ value: "CIO" });
    expect(read(steps, { "a.status": "planned" })).toEqual({ value: undefined });
  });
  it.each<[string, string, string]>([
    ["a.status", "unknown", messages.roadmap.errors.status],
    ["a.due", "31.03.2027", messages.roadmap.errors.due],
    ["a.due", "2027-02-30", messages.roadmap.errors.due],
    ["a.note", "x".repeat(2_001), "Notiz: 1 Zeichen zu lang, höchstens 2.000."],
    ["a.owner", "x".repeat(205), "Wer kümmert sich: 5 Zeichen zu lang, höchstens 200."],
  ])("is refused: %s %j", (name, value, error) => {
    expect(read(steps, { [name]: value })).toEqual({ errors: { [name]: error } });
  });
});
