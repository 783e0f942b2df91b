import { getCellAddress } from "write-excel-file/utility";
import type { Language } from "../../core/vocabulary";
import type { Dropdown } from "./dropdowns";
import type { Scale } from "./scale";
import type { ColumnKind, Table, TableCell } from "./tables/table";

/** `frozen` rows and columns stay in sight; of a list of records it is the headings unless told. */
export type Sheetlike = Omit<Table, "id"> & { frozen?: Frozen; dropdowns?: Dropdown[] };
type Frozen = { rows: number; columns: number };

/** What a workbook says about itself. */
export type SheetProperties = {
  title: string;
  author: string;
  /** ISO date. */ date: string;
  /** By which days and euros are written. */ language: Language;
};

export type GridCell = {
  value: TableCell;
  kind: ColumnKind;
  /** It names a column or, in a record, a row. */
  head: boolean;
  /** Against the rule that numbers stand to the right. */
  left: boolean;
  /** What it is coloured by. */
  scale: Scale | null;
};

/** A table as the cells of a sheet, for every kind of file alike. Widths in characters, heights in points. */
export type Grid = {
  name: string;
  widths: number[];
  rows: { cells: GridCell[]; height: number }[];
  frozen: Frozen;
  /** Whether its rows can be filtered by their columns. */
  filtered: boolean;
  /** What it prints on: one page, however long it is; pages of A4; or of A3, where it is too wide to be read on those. */
  paper: "one-page" | "pages" | "large-pages";
};

/** The most and the least that a column of text may have, in characters of the standard font. */
const textWidths: Partial<Record<ColumnKind, { most: number; least: number }>> = {
  text: { most: 26, least: 16 },
  "long-text": { most: 56, least: 26 },
  link: { most: 40, least: 16 },
};
const numberWidths: Partial<Record<ColumnKind, number>> = { date: 14, whole: 9, score: 10, gain: 10, share: 10, weight: 9, euros: 12 };
const otherWidth = 10;
const mostOf = (kind: ColumnKind) => textWidths[kind]?.most ?? numberWidths[kind] ?? otherWidth;
const recordWidths = [40, 70];
/** So many characters stand side by side on a page across and can still be read. */
const pageWidth = 200;
/** And so many with some effort; more of them want a larger page. */
const widestPage = 250;
/** How much wider bold letters are. */
const boldWidth = 1.25;
/** Of one line, and the most that a row may have, in points. */
const [lineHeight, tallestRow] = [15, 409];

export function gridOf({ name, columns, rows, record, dropdowns, frozen = { rows: 1, columns: 0 } }: Sheetlike): Grid {
  const row = (cells: GridCell[], widths: number[]) => ({ cells, height: heightOf(cells, widths) });
  if (record)
    return {
      name,
      widths: recordWidths,
      rows: columns.map(({ title, kind }, index) =>
        row(
          [
            { value: title, kind: "text", head: true, left: true, scale: null },
            { value: rows[0]?.[index] ?? null, kind, head: false, left: true, scale: null },
          ],
          recordWidths,
        ),
      ),
      frozen: { rows: 0, columns: 1 },
      filtered: false,
      paper: "one-page",
    };
  // Where people fill a table in, its columns are as wide as can be.
  const widths = dropdowns ? columns.map(({ kind }) => mostOf(kind)) : widthsOf(columns, rows);
  return {
    name,
    widths,
    rows: [
      row(columns.map(({ title, kind }) => ({ value: title, kind, head: true, left: false, scale: null })), widths),
      ...rows.map((values) => row(columns.map(({ kind, scale = null }, index) => ({ value: values[index] ?? null, kind, head: false, left: false, scale })), widths)),
    ],
    frozen,
    filtered: columns.length > 1,
    paper: sumOf(widths) <= widestPage ? "pages" : "large-pages",
  }; // prettier-ignore
}

/** The first and the last cell of a list with its headings, as spreadsheets name them. */
export const cornersOf = ({ rows, widths, frozen }: Grid): [string, string] => [
  getCellAddress(frozen.rows - 1, 0),
  getCellAddress(rows.length - 1, widths.length - 1),
];

/** No column is wider than what stands in it, and the long ones give way until all of them fit on a page across. */
function widthsOf(columns: Table["columns"], rows: TableCell[][]): number[] {
  const wanted = columns.map(({ title, kind }, index) => {
    const limits = textWidths[kind];
    // A column in which nothing stands is as wide as its heading.
    if (limits && rows.length > 0 && rows.every((row) => row[index] === null || row[index] === ""))
      return { width: Math.max(otherWidth, title.length * boldWidth + 3), least: Infinity };
    if (!limits) {
      const head = title.length <= onOneLine ? title.length : Math.min(widestNumbers / boldWidth, longestWord(title) + 2 / boldWidth);
      return { width: Math.max(mostOf(kind), head * boldWidth), least: Infinity };
    }
    const said = [title, ...rows.map((row) => row[index])].map((value) => String(value ?? ""));
    // An address breaks nowhere.
    const needed =
      kind === "link"
        ? Math.min(limits.most, Math.max(...said.map(longestLine)) + 3)
        : Math.min(widestWord, Math.max(...said.map(longestWord)) + 3);
    const least = Math.max(limits.least, needed);
    return { width: Math.max(least, Math.min(limits.most, Math.max(...said.map(longestLine)) + 3)), least };
  });
  const given = (share: number) => wanted.map(({ width, least }) => (least >= width ? width : Math.max(least, Math.floor(width * share))));
  const shares = Array.from({ length: 14 }, (_, step) => 1 - step * 0.05);
  return shares.map(given).find((widths) => sumOf(widths) <= pageWidth) ?? given(0);
}

const sumOf = (widths: number[]) => widths.reduce((all, width) => all + width, 0);

/** Over numbers, no word of a heading breaks unless it is very long. */
const widestNumbers = 20;
/** A heading of so many letters does not break at all: some programs do so within "0–4". */
const onOneLine = 14;
/** Nor does a word of a text. */
const widestWord = 24;
const longestWord = (text: string) => Math.max(...text.split(/[\s-]/).map((word) => word.length));

const longestLine = (text: string) => Math.max(...text.split("\n").map((line) => line.length));

/** For the longest of the cells: not every program fits rows to wrapped text by itself. */
function heightOf(cells: GridCell[], widths: number[]): number {
  const lines = cells.map(({ value, head }, index) =>
    typeof value !== "string"
      ? 1
      : value.split("\n").reduce((sum, line) => sum + linesOf(line, (widths[index] ?? 1) / (head ? boldWidth : 1.1)), 0),
  );
  return Math.min(tallestRow, Math.max(1, ...lines) * lineHeight + 3);
}

/** How many lines a text takes that breaks between its words. @param room letters side by side. */
function linesOf(text: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of text.split(/ |(?<=-)/)) {
    if (used > 0 && used + 1 + length > room) [lines, used] = [lines + 1, 0];
    used += length + (used > 0 ? 1 : 0);
  }
  return lines;
}

export const isText = (kind: ColumnKind) => kind === "text" || kind === "long-text" || kind === "date" || kind === "link";
