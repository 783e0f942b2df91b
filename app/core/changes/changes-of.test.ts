import { describe, expect, it } from "vitest";
import { changeSchema } from "./change";
import { answerChanges, fieldChanges } from "./changes-of";

describe("what has changed of an answer", () => {
  it("is the level, with what it was", () => {
    expect(answerChanges("a", { level: 1 }, { level: 3 })).toEqual([{ what: "answer", of: "a", from: "1", to: "3" }]);
    expect(answerChanges("a", null, { answer: "dk" })).toEqual([{ what: "answer", of: "a", from: null, to: "dk" }]);
    expect(answerChanges("a", { level: 0 }, null)).toEqual([{ what: "answer", of: "a", from: "0", to: null }]);
  });
  it("is nothing where only the day differs", () => {
    expect(answerChanges("a", { level: 1, date: "2026-01-01" }, { level: 1, date: "2026-11-26", by: "E" })).toEqual([]);
  });
  it("is that something was written, never what", () => {
    const changes = answerChanges("a", { note: "geheim" }, { answer: "na", reason: "vertraulich", note: "neu" });
    expect(changes).toEqual([
      { what: "answer", of: "a", from: null, to: "na" },
      { what: "reason", of: "a", from: null, to: "…" },
      { what: "note", of: "a", from: "…", to: "…" },
    ]);
    expect(answerChanges("a", { level: 1, evidence: "x" }, { level: 1 })).toEqual([{ what: "evidence", of: "a", from: "…", to: null }]);
  });
});

describe("what has changed of a form", () => {
  const none = () => false;
  it("is field by field what it was and is", () => {
    const before = { budgetEuro: 0, quarters: 4, forceDuties: true };
    expect(fieldChanges("limit", before, { ...before, budgetEuro: 12_500, forceDuties: false }, none)).toEqual([
      { what: "limit", of: "budgetEuro", from: "0", to: "12500" },
      { what: "limit", of: "forceDuties", from: "true", to: "false" },
    ]);
    expect(fieldChanges("target", {}, { strategy: { value: 60, by: "2027-12-31" } }, none)).toEqual([
      { what: "target", of: "strategy", from: null, to: "60 2027-12-31" },
    ]);
  });
  it("tells of a text only that it was changed, of any value no more than a history keeps", () => {
    expect(fieldChanges("profile", { name: "Alt" }, { name: "Neu" }, (field) => field === "name")).toEqual([
      { what: "profile", of: "name", from: "…", to: "…" },
    ]);
    const [change] = fieldChanges("profile", {}, { sector: "x".repeat(100) }, none);
    expect(changeSchema.safeParse({ ...change, at: "2026-11-26T12:00:00.000Z", by: "api" }).success).toBe(true);
  });
});
