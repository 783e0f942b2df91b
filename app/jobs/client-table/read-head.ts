import { distance } from "fastest-levenshtein";
import type { ClientFault } from "../../core/assessment/client-fault";
import { requiredColumns, type ClientColumn, type Heading, type Headings } from "./columns";
import { folded } from "./fold";

/** A column that means something, where it stands and what it is called there. */
export type Column = Heading & { index: number; title: string };
/** `row` counts from 0. */
export type Head = { row: number; columns: Column[]; faults: ClientFault[] };

/** Titles and remarks may stand above the headings, but not a page of them. */
const deepest = 30;
/** Part of a name that may be wrong where another one is suggested. */
const mostWrong = 0.4;

/** Finds the row that names the columns and says what each of them is, with every fault of it. */
export function readHead(rows: string[][], headings: Headings): Head {
  const row = headRow(rows, headings);
  const titles = rows[row] ?? [];
  const columns: Column[] = [];
  const faults: ClientFault[] = [];
  const width = Math.max(0, ...rows.slice(row).map((cells) => cells.length));
  for (let index = 0; index < width; index += 1) {
    const title = titles[index] ?? "";
    const heading = headings.find(title);
    const fault = (code: ClientFault["code"], suggestion: string | null = null) =>
      void faults.push({ ...noPlace, row: row + 1, column: title, cell: cellName(index, row + 1), code, value: title, suggestion });
    if (!heading) {
      // A column without a heading and without content is only an empty one.
      if (rows.slice(row).some((cells) => (cells[index] ?? "") !== "")) fault("unknown-column", nearest(title, headings));
    } else if (columns.some((other) => same(other, heading))) fault("repeated-column");
    else columns.push({ ...heading, index, title });
  }
  for (const column of requiredColumns)
    if (!columnOf(columns, column)) faults.push({ ...noPlace, row: row + 1, column, code: "missing-column" });
  return { row, columns, faults };
}

/** A fault of the whole. */
export const noPlace = { row: null, column: null, cell: null, value: null, client: null, suggestion: null };

export const columnOf = (columns: Column[], wanted: ClientColumn): Column | undefined =>
  columns.find((column) => "column" in column && column.column === wanted);

function headRow(rows: string[][], headings: Headings): number {
  const knownIn = rows.slice(0, deepest).map((cells) => cells.filter((cell) => cell !== "" && headings.find(cell)).length);
  return Math.max(0, knownIn.indexOf(Math.max(0, ...knownIn)));
}

const same = (one: Heading, other: Heading) =>
  "column" in one || "column" in other
    ? "column" in one && "column" in other && one.column === other.column
    : one.remark === other.remark &&
      Object.entries(one.items).some(([track, item]) => other.items[track as keyof typeof other.items] === item);

/** The right name that is least unlike this one; null where all are very unlike. */
function nearest(title: string, { names }: Headings): string | null {
  const said = folded(title);
  if (said === "") return null;
  const [best] = names
    .map((name) => ({ name, wrong: distance(said, folded(name)) / Math.max(said.length, name.length) }))
    .sort((a, b) => a.wrong - b.wrong);
  return best && best.wrong <= mostWrong ? best.name : null;
}

/** As spreadsheets name it: A1, Z1, AA1. */
export function cellName(column: number, row: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
