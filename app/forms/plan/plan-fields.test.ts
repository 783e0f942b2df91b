import { describe, expect, it } from "vitest";
import { readRoadmapFields, readStep, toRoadmapFields, toRoadmapSettings } from "./plan-fields";

const form = (entries: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.set(name, value);
  return data;
};
const typed = {
  budget: "50.000 €",
  capacity: "40",
  quarters: "4",
  forceDuties: "on",
  "choice-a": "pinned",
  "choice-b": "excluded",
  "choice-c": "",
};

describe("the limits of a roadmap", () => {
  it("are read as people type them", () => {
    expect(toRoadmapSettings(readRoadmapFields(form(typed), ["a", "b", "c"]))).toEqual({
      settings: { budgetEuro: 50_000, personDaysPerQuarter: 40, quarters: 4, pinned: ["a"], excluded: ["b"], forceDuties: true },
    });
  });
  it.each(["1000000", "1.000.000", "1,000,000 €", " 1 000 000", "1\u202f000\u202f000"])("may have separators: %j", (budget) => {
    expect(toRoadmapSettings(readRoadmapFields(form({ ...typed, budget }), []))).toMatchObject({ settings: { budgetEuro: 1e6 } });
  });
  it("come back as they were", () => {
    const fields = readRoadmapFields(form({ ...typed, budget: "50000" }), ["a", "b"]);
    const result = toRoadmapSettings(fields);
    expect("settings" in result && toRoadmapFields(result.settings)).toEqual(fields);
  });
  it.each([
    ["budget", "viel"],
    ["budget", "-1"],
    ["budget", "15,50"],
    ["budget", "1500.00"],
    ["budget", "1.5000"],
    ["budget", "999999999999"],
    ["capacity", ""],
    ["quarters", "17"],
    ["quarters", "0"],
  ])("name the field that is wrong: %s %j", (field, value) => {
    expect(toRoadmapSettings(readRoadmapFields(form({ ...typed, [field]: value }), []))).toEqual({ wrong: [field] });
  });
});

describe("the state of an initiative", () => {
  const step = { "a.status": "begun", "a.owner": " CIO ", "a.due": "2027-03-31", "a.note": "" };
  it("is read and cleaned", () => {
    expect(readStep(form(step), "a")).toEqual({ status: "begun", owner: "CIO", due: "2027-03-31", note: "" });
  });
  it.each([{ "a.status": "unknown" }, { "a.due": "31.03.2027" }, { "a.due": "2027-02-30" }, { "a.note": "x".repeat(2001) }])(
    "is refused: %j",
    (wrong) => {
      expect(readStep(form({ ...step, ...wrong }), "a")).toBeNull();
    },
  );
});
