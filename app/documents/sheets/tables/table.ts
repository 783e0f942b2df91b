import type { Scale } from "../scale";

/** How a number is to be read: `score` 0–100, `share` 0–1, `gain` in points, `euros`; `number` as it is. A `link` is the address that it shows. */
export type ColumnKind = "text" | "long-text" | "link" | "date" | "whole" | "score" | "gain" | "share" | "weight" | "euros" | "number";

export type TableColumn = { title: string; kind: ColumnKind; scale?: Scale };

/** Text, an unrounded number, an ISO date in a column of dates, or nothing. */
export type TableCell = string | number | null;

export const tableIds = ["overview", "answers", "scores", "initiatives", "duties", "roadmap", "rounds", "changes"] as const;
export type TableId = (typeof tableIds)[number];

/** A table with its values as they were worked out; whoever writes it decides how numbers look, never what they are. */
export type Table = {
  id: TableId;
  /** At most 31 characters: it names a sheet. */
  name: string;
  /** One row that says everything about one thing; a sheet shows it downwards. */
  record: boolean;
  columns: TableColumn[];
  rows: TableCell[][];
};

type Columns<Entry> = (TableColumn & { of: (entry: Entry, index: number) => TableCell })[];

/** A sheet built column by column, so that a heading never parts from its values. */
export const sheetOf = <Entry>(name: string, entries: Entry[], columns: Columns<Entry>, record = false): Omit<Table, "id"> => ({
  name,
  record,
  columns: columns.map(({ of: _of, ...column }) => column),
  rows: entries.map((entry, index) => columns.map(({ of }) => of(entry, index))),
});

/** The same as one of the tables of a report. */
export const tableOf = <Entry>(id: TableId, name: string, entries: Entry[], columns: Columns<Entry>, record = false): Table => ({
  id,
  ...sheetOf(name, entries, columns, record),
});

/** The rows of several tables of one kind under one head: a column that only some of them have is empty for the others. */
export function joinTables(tables: Pick<Table, "columns" | "rows">[]): Pick<Table, "columns" | "rows"> {
  const columns = new Map(tables.flatMap((table) => table.columns.map((column) => [column.title, column] as const)));
  const titles = [...columns.keys()];
  const rows = tables.flatMap((table) => {
    const places = titles.map((title) => table.columns.findIndex((column) => column.title === title));
    return table.rows.map((row) => places.map((place) => row[place] ?? null));
  });
  return { columns: [...columns.values()], rows };
}
