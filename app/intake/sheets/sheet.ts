/** What a cell shows as text; or a formula of which the file holds no result, or an error instead of one. */
export type Cell = string | { formula: string };

export type Sheet = { name: string; hidden: boolean; rows: Cell[][] };

/** Why a file gives no table: it is none, an old one, or so large that reading it would take the machine. */
export type SheetsFault = "unreadable" | "old-excel" | "table-too-large" | "wrong-encoding";

/** To be thrown where a table would have more cells than anybody fills in. */
export class TooLargeError extends Error {}

const most = { rows: 50_000, columns: 2_000, cells: 2_000_000 };

/** Rows of a sheet as they come in: from any place, repeated any number of times, never more than a machine can hold. */
export function collectRows() {
  const rows: Cell[][] = [];
  let cells = 0;
  /** @throws TooLargeError */
  const put = (row: number, column: number, value: Cell): void => {
    cells += 1;
    if (row >= most.rows || column >= most.columns || cells > most.cells) throw new TooLargeError();
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length < column) line.push("");
    line[column] = value;
  };
  return { rows, put };
}

/** Cells that are drawn as one: from row and column, counted from 0, over so many. */
export type MergedCells = { row: number; column: number; rows: number; columns: number };

/**
 * What stands in merged cells is said of each of them, as whoever merges them means it; no further than the sheet has rows and columns.
 * @throws TooLargeError
 */
export function fillMerged(rows: Cell[][], merged: MergedCells[], put: (row: number, column: number, value: Cell) => void): void {
  const height = rows.length;
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  for (const { row, column, rows: down, columns: across } of merged) {
    const value = rows[row]?.[column] ?? "";
    if (value === "") continue;
    for (let below = row; below < Math.min(row + down, height); below += 1)
      for (let beside = column; beside < Math.min(column + across, width); beside += 1) put(below, beside, value);
  }
}
