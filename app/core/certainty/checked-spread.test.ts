import { describe, expect, it } from "vitest";
import type { Answers, Level } from "../assessment/answer";
import { checkOf, checkOfShown, checkTag, keepsCheck, needsCheck } from "../assessment/check";
import { checkedSpread, confirmedItems, withChecks } from "./checked-spread";
import { errorOf, oneAnswerEach, oneRater, twoRaters } from "./rater-error";

const check = (state: "confirmed" | "questioned" | "returned") => ({ state, by: "Revision", date: "2026-11-26" }) as const;
const items: { id: string; level: Level | null }[] = ["a", "b", "c", "d"].map((id) => ({ id, level: id === "d" ? null : 3 }));
const answersWith = (states: Record<string, "confirmed" | "questioned" | "returned">): Answers =>
  Object.fromEntries(["a", "b", "c"].map((id) => [id, { level: 3, ...(states[id] && { check: check(states[id]) }) }]));

describe("answers that a second person has confirmed", () => {
  it("move nothing where there are none: one person's constants", () => {
    expect(errorOf(checkedSpread(items, answersWith({})))).toEqual(oneRater);
    expect(errorOf(checkedSpread([], {}))).toEqual(oneRater);
    expect(errorOf(checkedSpread(items, answersWith({ a: "questioned", b: "returned" })))).toEqual(oneRater);
  });
  it("all of them: two people's constants (method, section 4: SD 0.3021, own error 0.05, mean 0)", () => {
    const all = checkedSpread(items, answersWith({ a: "confirmed", b: "confirmed", c: "confirmed" }));
    const error = errorOf(all);
    expect(error.shiftDeviation).toBeCloseTo(0.3021, 4);
    expect(error).toEqual(twoRaters);
  });
  it("some of them: by the share, as worked out by hand", () => {
    const error = errorOf(checkedSpread(items.slice(0, 2), answersWith({ a: "confirmed" })));
    // k̄ = 1.5, h = 0.5: √(0.06 + 0.0625/1.5), 0.10/1.5, −0.10·0.5
    expect([error.shiftDeviation, error.ownError, error.shiftMean].map((one) => one.toFixed(6))).toEqual([
      "0.318852",
      "0.066667",
      "-0.050000",
    ]);
    expect(confirmedItems(items, answersWith({ a: "confirmed" }))).toEqual({ confirmed: 1, answered: 3 });
  });
  it("count for people who share the work as for one, and for nobody whose answers were compared", () => {
    const confirmed = answersWith({ a: "confirmed" });
    expect(withChecks({ spread: oneAnswerEach }, items, confirmed).spread).toEqual(checkedSpread(items, confirmed));
    const measured = { spread: { ...oneAnswerEach, meanLevels: 1.2, personVariance: 0.04 } };
    expect(withChecks(measured, items, confirmed)).toBe(measured);
  });
  it("of a level that claims little confirm nothing", () => {
    expect(checkOf({ level: 2, check: check("confirmed") })).toBeNull();
    expect(([0, 1, 2, 3, 4] as const).map((level) => needsCheck({ level }))).toEqual([false, false, false, true, true]);
    expect(checkOfShown({ level: 3, check: check("returned") }, { level: 3 })).toEqual(check("returned"));
    expect(checkOfShown({ level: 3, check: check("returned") }, { level: 4 }), "theirs is another").toBeNull();
    expect(checkOfShown(undefined, { level: 3 })).toBeNull();
    expect([needsCheck(undefined), needsCheck({ answer: "dk" }), needsCheck({ note: "n" })]).toEqual([false, false, false]);
  });
});

describe("a check", () => {
  it("holds for the same level and the same evidence, whatever is noted", () => {
    const before = { level: 3, evidence: "Beschluss" } as const;
    expect(keepsCheck(before, { ...before, note: "neu" })).toBe(true);
    expect(keepsCheck(before, { ...before, level: 4 })).toBe(false);
    expect(keepsCheck(before, { level: 3 })).toBe(false);
    expect(keepsCheck(null, before)).toBe(false);
    expect(keepsCheck({ level: 2 }, { level: 2 })).toBe(false);
  });
  it("is of the answer that was seen, with its files", () => {
    const file = { name: "a.pdf", type: "pdf", bytes: 1, sha256: "a".repeat(64), date: "2026-11-26", by: "edit-link" } as const;
    const tags = [undefined, { level: 3 }, { level: 4 }, { level: 3, files: [file] }].map((answer) => checkTag(answer as never));
    expect(new Set(tags).size).toBe(4);
    expect(checkTag({ level: 3, date: "2026-11-26", check: check("confirmed") })).toBe(tags[1]);
  });
});
