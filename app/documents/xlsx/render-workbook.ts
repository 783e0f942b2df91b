import writeExcelFile, { type Cell, type Sheet } from "write-excel-file/node";
import { carriableText } from "../../core/answers/text";
import type { ColumnKind, Table, TableCell } from "../tables/table";

type Sheetlike = Omit<Table, "id">;

const colour = { action: "#2044AA", hued: "#EFF3FA", muted: "#51577A" };
const font = { fontFamily: "Calibri", fontSize: 11 };

/** Number formats as the file has them; the reader's program puts its own comma and thousands sign. */
const formats: Partial<Record<ColumnKind, string>> = {
  date: "yyyy-mm-dd",
  whole: "0",
  score: "0.0",
  gain: "0.00",
  share: "0%",
  weight: "0.0",
  euros: '#,##0 "€"',
};

/** In characters of the standard font. */
const widths: Record<ColumnKind, number> = {
  text: 26, "long-text": 56, date: 13, whole: 11, score: 12, gain: 12, share: 12, weight: 10, euros: 14, number: 12,
}; // prettier-ignore
const recordWidths = [40, 70];

/**
 * Tables as the sheets of a workbook. Numbers are numbers, dates are dates, and every text is of the type text, so that
 * nothing in it is ever worked out, whatever it begins with.
 */
export async function renderWorkbook(tables: Sheetlike[]): Promise<Uint8Array> {
  return new Uint8Array(await writeExcelFile(tables.map(sheetOf), font).toBuffer());
}

function sheetOf(table: Sheetlike): Sheet<never> {
  const { name, columns, rows, record } = table;
  const shared = { sheet: name, orientation: "landscape" as const };
  if (record)
    return {
      ...shared,
      columns: recordWidths.map((width) => ({ width })),
      stickyColumnsCount: 1,
      data: columns.map(({ title, kind }, index) => [head(title), { ...cellOf(rows[0]?.[index] ?? null, kind), align: "left" as const }]),
    };
  return {
    ...shared,
    columns: columns.map(({ kind }) => ({ width: widths[kind] })),
    stickyRowsCount: 1,
    data: [
      columns.map(({ title }) => head(title)),
      ...rows.map((row) => row.map((value, index) => cellOf(value, columns[index]?.kind ?? "text"))),
    ],
  };
}

const head = (title: string) => ({
  value: title,
  type: String,
  fontWeight: "bold" as const,
  textColor: colour.action,
  backgroundColor: colour.hued,
  wrap: true,
  alignVertical: "top" as const,
});

function cellOf(value: TableCell, kind: ColumnKind): Cell & object {
  const format = formats[kind];
  const look = { alignVertical: "top" as const, wrap: true };
  if (value === null) return look;
  if (typeof value === "number") return { ...look, value, type: Number, format };
  if (kind === "date") return { ...look, value: new Date(`${value}T00:00:00Z`), type: Date, format, align: "left" };
  return { ...look, value: carriableText(value), type: String };
}
