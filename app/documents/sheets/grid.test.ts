import { expect, it } from "vitest";
import { gridOf } from "./grid";

const heights = (texts: string[]) =>
  gridOf({ name: "A", record: false, columns: [{ title: "T", kind: "text" }], rows: texts.map((text) => [text]) }).rows.map(
    ({ height }) => height,
  );

it("a row is as high as its text, which breaks between its words alone", () => {
  const [head, short, long, listed] = heights(["eins", "Infrastruktur Infrastruktur Infrastruktur Infrastruktur", "eins\nzwei\ndrei"]);
  expect([head, short, long, listed]).toEqual([18, 18, 63, 48]);
});

it("a short heading over numbers stands on one line, of a long one no word breaks", () => {
  const width = (title: string) => gridOf({ name: "A", record: false, columns: [{ title, kind: "whole" }], rows: [[1]] }).widths[0];
  expect(["Nr.", "Stufe (0–4)", "Strenger Mittelwert (geometrisch)"].map(width)).toEqual([9, 13.75, 18.25]);
});

it("a column of remarks takes no room as long as there are none", () => {
  const widths = (remark: string | null) =>
    gridOf({
      name: "A",
      record: false,
      columns: [
        { title: "Maßnahme", kind: "text" },
        { title: "Bemerkung", kind: "long-text" },
      ],
      rows: [
        ["Eine Person benennen", null],
        ["Regeln aufschreiben", remark],
      ],
    }).widths;
  expect([null, "", "Seit Mai"].map((remark) => widths(remark)[1])).toEqual([14.25, 14.25, 26]);
});

it("a column of addresses is as wide as they are, up to a limit", () => {
  const width = (address: string) =>
    gridOf({
      name: "A",
      record: false,
      columns: Array.from({ length: 12 }, () => ({ title: "Datei", kind: "link" as const })),
      rows: [Array.from({ length: 12 }, () => address)],
    }).widths[0];
  expect(["a.xlsx", "tischlerei-muster-290a0b8e40.xlsx", `https://example.org/${"a".repeat(60)}`].map(width)).toEqual([16, 36, 40]);
});
