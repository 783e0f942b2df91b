import { describe, expect, it } from "vitest";
import { hostile } from "../support/hostile";
import { csvRows } from "../support/csv-rows";
import { toCsv, undefused, type CsvFlavour } from "../../app/documents/sheets/csv";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a table for German spreadsheets", () => {
  it("has semicolons, a byte order mark and decimal commas", () => {
    expect(toCsv([["a", 1.5], ["b", null, -2]])).toBe("\uFEFFa;1,5\r\nb;;-2\r\n"); // prettier-ignore
  });
  it("has no dust of binary fractions", () => {
    expect(toCsv([[100 / 3, 0.1 + 0.2, -2 / 3, 1e6, 0]])).toBe("\uFEFF33,3333;0,3;-0,6667;1000000;0\r\n");
  });
  it("quotes what would break a row", () => {
    expect(toCsv([['a;b "c"\nd', "e,f"]])).toBe('\uFEFF"a;b ""c""\nd";e,f\r\n');
  });
});

it("for programs there are commas, decimal points and no mark", () => {
  expect(toCsv([["a,b", 1.5], ["c;d", 1 / 3]], "plain")).toBe('"a,b",1.5\r\nc;d,0.3333333333333333\r\n'); // prettier-ignore
});

describe.each<CsvFlavour>(["german", "plain"])("%s", (flavour) => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "|calc", " =1+1"])(
    "shows %j as text",
    (formula) => {
      expect(toCsv([[formula]], flavour)).toContain(`'${formula}`);
    },
  );

  it("comes back as it was, whatever stands in it", () => {
    const rows = [Object.keys(hostile), Object.values(hostile), ['"', "a\r\nb", ";,\t\"'", ""]];
    expect(csvRows(bytes(toCsv(rows, flavour))).map((row) => row.map(undefused))).toEqual(
      // A file in UTF-8 cannot hold half a character, and every line break is read as one.
      rows.map((row) => row.map((text) => new TextDecoder().decode(bytes(text)).replace(/\r\n?/g, "\n"))),
    );
  });
});
