import { describe, expect, it } from "vitest";
import { answersTag, partsOf } from "./author-text";

describe("the parts of a text", () => {
  it("begin anew after an empty line", () => {
    expect(partsOf("eins\nzwei\n \ndrei")).toEqual([
      { kind: "paragraph", text: "eins\nzwei" },
      { kind: "paragraph", text: "drei" },
    ]);
  });
  it("are lists where lines begin with a dash", () => {
    expect(partsOf("Wir bitten um:\n- Geld\n– Zeit\nDanke\n- a\n\n- b")).toEqual([
      { kind: "paragraph", text: "Wir bitten um:" },
      { kind: "list", entries: ["Geld", "Zeit"] },
      { kind: "paragraph", text: "Danke" },
      { kind: "list", entries: ["a"] },
      { kind: "list", entries: ["b"] },
    ]);
  });
  it("leave everything else as it is", () => {
    expect(partsOf("<b>-1</b> # *x*")).toEqual([{ kind: "paragraph", text: "<b>-1</b> # *x*" }]);
    expect(partsOf("")).toEqual([]);
  });
});

describe("the mark of answers", () => {
  it("changes with a level and not with a note or the order", () => {
    const mark = answersTag({ a: { level: 1 }, b: { answer: "dk" } });
    expect(answersTag({ b: { answer: "dk", note: "x" }, a: { level: 1, evidence: "y" } })).toBe(mark);
    expect(answersTag({ a: { level: 2 }, b: { answer: "dk" } })).not.toBe(mark);
    expect(answersTag({ a: { level: 1 } })).not.toBe(mark);
  });
});
