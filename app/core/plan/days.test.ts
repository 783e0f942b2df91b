import { describe, expect, it } from "vitest";
import { daysOf, nextQuarter } from "./days";

describe("the days of a roadmap", () => {
  it.each([
    ["2026-11-21", "2027-01-01"],
    ["2026-12-31", "2027-01-01"],
    ["2026-01-01", "2026-04-01"],
    ["2026-09-30", "2026-10-01"],
  ])("it begins with the quarter after %s", (today, day) => {
    expect(nextQuarter(today)).toBe(day);
  });
  it.each([
    ["2027-01-01", 0, 1, "2027-01-01", "2027-03-31"],
    ["2027-01-01", 1, 2, "2027-04-01", "2027-09-30"],
    ["2027-10-01", 1, 1, "2028-01-01", "2028-03-31"],
  ])("from %s, quarter %i, %i long: %s to %s", (firstDay, start, quarters, first, last) => {
    expect(daysOf(firstDay, start, quarters)).toEqual({ start: first, end: last });
  });
});
