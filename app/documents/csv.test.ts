import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

describe("a table for spreadsheets", () => {
  it("has semicolons, a byte order mark and decimal commas", () => {
    expect(toCsv([["a", 1.5], ["b", 2]])).toBe("\uFEFFa;1,5\r\nb;2\r\n"); // prettier-ignore
  });
  it("quotes what would break a row", () => {
    expect(toCsv([['a;b "c"\nd']])).toBe('\uFEFF"a;b ""c""\nd"\r\n');
  });
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])("shows %j as text", (formula) => {
    expect(toCsv([[formula]])).toContain(`'${formula}`);
  });
});
