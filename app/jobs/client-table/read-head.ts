import { getCellAddress } from "write-excel-file/utility";
import { answerSchema } from "../../core/assessment/answer";
import type { ClientFault } from "../../core/assessment/client-fault";
import { cleanText } from "../../core/assessment/text";
import { answerIn } from "./cell-answer";
import { isExampleName, isNameTitle, requiredColumns, type ClientColumn, type Heading, type Headings } from "./columns";
import { folded, nearestName } from "./fold";

/** A column that means something, where it stands and what it is called there. */
export type Column = Heading & { index: number; title: string };
/** `row` counts from 0. */
export type Head = { row: number; columns: Column[]; faults: ClientFault[]; own: OwnColumn[] };
/** A column that people keep for themselves, which is left out. */
export type OwnColumn = { cell: string; title: string };

/** Titles and remarks may stand above the headings, but not a page of them. */
const deepest = 30;

/** Finds the row that names the columns and says what each of them is, with every fault of it. */
export function readHead(rows: string[][], headings: Headings): Head {
  const row = headRow(rows, headings);
  const titles = rows[row] ?? [];
  const columns: Column[] = [];
  const unknown: number[] = [];
  const faults: ClientFault[] = [];
  const width = Math.max(0, ...rows.slice(row).map((cells) => cells.length));
  for (let index = 0; index < width; index += 1) {
    const title = titles[index] ?? "";
    const heading = headings.find(title);
    if (!heading) {
      // A column without a heading and without content is only an empty one.
      if (rows.slice(row).some((cells) => (cells[index] ?? "") !== "")) unknown.push(index);
    } else if (columns.some((other) => same(other, heading))) faults.push(faultAt(index, "repeated-column"));
    else columns.push({ ...heading, index, title });
  }
  const own: OwnColumn[] = [];
  for (const index of unknown) {
    const title = titles[index] ?? "";
    const suggestion = nearestName(folded(title), headings.names);
    const isAnswers = holdsAnswers(clientRows(rows, row, columns).map(({ cells }) => cells[index] ?? ""));
    if (title !== "" && suggestion === null && !isAnswers) own.push({ cell: cellName(index, row + 1), title });
    else faults.push(faultAt(index, isAnswers && suggestion === null ? "unknown-question" : "unknown-column", suggestion));
  }
  for (const column of requiredColumns)
    if (!columnOf(columns, column)) faults.push({ ...noPlace, row: row + 1, column, code: "missing-column" });
  return { row, columns, faults, own };

  function faultAt(index: number, code: ClientFault["code"], suggestion: string | null = null): ClientFault {
    const title = titles[index] ?? "";
    return { ...noPlace, row: row + 1, column: title, cell: cellName(index, row + 1), code, value: title, suggestion };
  }
}

/** The rows below the headings but for printed titles and the example, each with its number as spreadsheets count. */
export function clientRows(rows: string[][], head: number, columns: Column[]): { cells: string[]; row: number; name: string }[] {
  const place = columnOf(columns, "name")?.index;
  return rows.slice(head + 1).flatMap((cells, index) => {
    const name = cleanText(place === undefined ? "" : (cells[place] ?? ""));
    return (index === 0 && isNameTitle(name)) || isExampleName(name) ? [] : [{ cells, row: head + 2 + index, name }];
  });
}

/** Whether all that stands in a column could answer a question: what people have answered is not to be left out. */
function holdsAnswers(cells: string[]): boolean {
  const said = cells.map(answerIn).filter((answer) => answer !== null);
  return said.length > 0 && said.every((answer) => answerSchema.safeParse(answer).success);
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
  "items" in one && "items" in other
    ? one.remark === other.remark &&
      Object.entries(one.items).some(([track, item]) => other.items[track as keyof typeof other.items] === item)
    : "column" in one
      ? "column" in other && one.column === other.column
      : "fact" in one && "fact" in other && one.fact === other.fact;

/** As spreadsheets name it: A1, Z1, AA1. @param row as they count, from 1. */
export const cellName = (column: number, row: number): string => getCellAddress(row - 1, column);
