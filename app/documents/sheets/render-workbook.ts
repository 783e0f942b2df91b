import writeExcelFile, { type CellObject, type Sheet } from "write-excel-file/node";
import { carriableText } from "../../core/assessment/text";
import { dropdownFeature, type Dropdown } from "./dropdowns";
import type { ColumnKind, Table, TableCell } from "./tables/table";

/** `frozen` rows and columns stay in sight; of a list of records it is the headings unless told. */
export type Sheetlike = Omit<Table, "id"> & { frozen?: { rows: number; columns: number }; dropdowns?: Dropdown[] };

const colour = { action: "#2044AA", hued: "#EFF3FA" };
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
/** Of one line, and the most that a row may have, in points. */
const [lineHeight, tallestRow] = [15, 409];

/**
 * Tables as the sheets of a workbook. Numbers are numbers, dates are dates, and every text is of the type text, so that
 * nothing in it is ever worked out, whatever it begins with.
 */
export async function renderWorkbook(tables: Sheetlike[]): Promise<Uint8Array> {
  const dropdowns = tables.map((table) => table.dropdowns ?? []);
  return new Uint8Array(await writeExcelFile(tables.map(sheetOf), { ...font, features: [dropdownFeature(dropdowns)] }).toBuffer());
}

function sheetOf(table: Sheetlike): Sheet<never> {
  const { name, columns, rows, record, frozen = { rows: 1, columns: 0 } } = table;
  const shared = { sheet: name, orientation: "landscape" as const };
  if (record)
    return {
      ...shared,
      columns: recordWidths.map((width) => ({ width })),
      stickyColumnsCount: 1,
      data: columns.map(({ title, kind }, index) => {
        const value = rows[0]?.[index] ?? null;
        const height = heightOf([title, value], recordWidths);
        return [
          { ...head(title, "text"), height },
          { ...cellOf(value, kind), align: "left" as const, indent: 1 },
        ];
      }),
    };
  const widthsHere = columns.map(({ kind }) => widths[kind]);
  const tall = (cells: CellObject[], values: TableCell[]) => cells.map((cell) => ({ ...cell, height: heightOf(values, widthsHere) }));
  const titles = columns.map(({ title }) => title);
  return {
    ...shared,
    columns: widthsHere.map((width) => ({ width })),
    stickyRowsCount: frozen.rows,
    stickyColumnsCount: frozen.columns,
    data: [
      tall(columns.map(({ title, kind }) => head(title, kind)), titles),
      ...rows.map((row) => tall(row.map((value, index) => cellOf(value, columns[index]?.kind ?? "text")), row)),
    ], // prettier-ignore
  };
}

/** In points, for the longest of the cells: not every program fits rows to wrapped text by itself. */
function heightOf(values: TableCell[], ofColumns: number[]): number {
  const lines = values.map((value, index) =>
    typeof value !== "string"
      ? 1
      : value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (ofColumns[index] ?? 1))), 0),
  );
  return Math.min(tallestRow, Math.max(1, ...lines) * lineHeight + 3);
}

const isText = (kind: ColumnKind) => kind === "text" || kind === "long-text" || kind === "date";
const look = (kind: ColumnKind) => ({
  alignVertical: "top" as const,
  wrap: true,
  ...(isText(kind) ? { align: "left" as const, indent: 1 } : { align: "right" as const }),
});

/** Excel reads `_x000D_` as the character of that number, and `_x005F_` as the underscore that a text begins so with. */
const workbookText = (text: string) => carriableText(text).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");

const head = (title: string, kind: ColumnKind) => ({
  ...look(kind),
  value: workbookText(title),
  type: String,
  fontWeight: "bold" as const,
  textColor: colour.action,
  backgroundColor: colour.hued,
});

function cellOf(value: TableCell, kind: ColumnKind): CellObject {
  const format = formats[kind];
  if (value === null) return look(kind);
  if (typeof value === "number") return { ...look(kind), value, type: Number, format };
  if (kind === "date") return { ...look(kind), value: new Date(`${value}T00:00:00Z`), type: Date, format };
  return { ...look(kind), value: workbookText(value), type: String };
}
