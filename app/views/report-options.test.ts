import { describe, expect, it } from "vitest";
import { readReportOptions, writeReportOptions } from "./report-options";

const read = (search: string, own: Parameters<typeof readReportOptions>[1] = {}) => readReportOptions(new URLSearchParams(search), own);

describe("what a reader asks a report for", () => {
  it("is a region and weights that differ from the model's", () => {
    const options = read("region=heilbronn&weight-strategy=2&weight-skills=1&weight-funding=7&other=1");
    expect(options).toEqual({ region: "heilbronn", weights: new Map([["strategy", 2]]), round: null });
  });

  it("where the assessment has weights of its own, is what differs from those", () => {
    const own = { strategy: 2, skills: 0.5 };
    expect(read("weight-strategy=2&weight-skills=1&weight-funding=1", own).weights).toEqual(new Map([["skills", 1]]));
    expect(read("", own).weights).toEqual(new Map());
  });

  it.each([
    "",
    "?round=2&region=heilbronn",
    "?region=heilbronn",
    "?weight-strategy=1",
    "?region=heilbronn&weight-strategy=0.5&weight-data-protection=3",
  ])("goes along in links: %s", (search) => {
    expect(writeReportOptions(read(search, { strategy: 2 }))).toBe(search);
  });
});
