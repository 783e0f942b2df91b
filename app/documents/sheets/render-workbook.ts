import writeExcelFile, { type CellObject, type Sheet } from "write-excel-file/node";
import { carriableText } from "../../core/assessment/text";
import type { Language } from "../../core/vocabulary";
import { standardTheme, type Theme } from "../theme";
import { dropdownFeature } from "./dropdowns";
import { cellRules } from "./cell-rules";
import { gridOf, isText, type Grid, type GridCell, type SheetProperties, type Sheetlike } from "./grid";
import { linkFeature } from "./link-feature";
import { printFeature, propertiesFeature } from "./workbook-features";
import type { ColumnKind } from "./tables/table";

const font = { fontFamily: "Calibri", fontSize: 11 };

/** Number formats as the file has them; the reader's program puts its own comma and thousands sign. */
const formats: Partial<Record<ColumnKind, string>> = {
  whole: "0",
  score: "0.0",
  gain: "0.00",
  share: "0%",
  weight: "0.0",
};
const formatsIn: Record<Language, Partial<Record<ColumnKind, string>>> = {
  de: { ...formats, date: "dd.mm.yyyy", euros: '#,##0 "€"' },
  en: { ...formats, date: "yyyy-mm-dd", euros: '"€"#,##0' },
};

/**
 * Tables as the sheets of a workbook. Numbers are numbers, dates are dates, and every text is of the type text, so that
 * nothing in it is ever worked out, whatever it begins with.
 */
export async function renderWorkbook(
  tables: Sheetlike[],
  properties: SheetProperties | null = null,
  theme: Theme = standardTheme,
): Promise<Uint8Array> {
  const grids = tables.map(gridOf);
  const features = [
    dropdownFeature(tables.map((table) => table.dropdowns ?? [])),
    printFeature(grids),
    linkFeature(grids),
    ...(properties ? [propertiesFeature(properties)] : []),
  ];
  const sheets = grids.map((grid) => sheetOf(grid, properties?.language ?? "de", theme));
  return new Uint8Array(await writeExcelFile(sheets, { ...font, features }).toBuffer());
}

function sheetOf(grid: Grid, language: Language, theme: Theme): Sheet<never> {
  const { name, widths, rows, frozen } = grid;
  const rules = cellRules(grid, theme);
  return {
    sheet: name,
    orientation: "landscape",
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: frozen.rows,
    stickyColumnsCount: frozen.columns,
    // The library takes no empty list.
    ...(rules.length > 0 && { conditionalFormatting: rules }),
    data: rows.map(({ cells, height }) => cells.map((cell) => ({ ...cellOf(cell, language, theme), height }))),
  };
}

/** Excel reads `_x000D_` as the character of that number, and `_x005F_` as the underscore that a text begins so with. */
const workbookText = (text: string) => carriableText(text).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");

function cellOf({ value, kind, head, left }: GridCell, language: Language, { colours }: Theme): CellObject {
  const look = {
    alignVertical: "top" as const,
    wrap: true,
    ...(left || isText(kind) ? { align: "left" as const, indent: 1 } : { align: "right" as const }),
    bottomBorderStyle: "thin" as const,
    bottomBorderColor: colours.line,
    ...(kind === "link" && !head && { textColor: colours.action, textDecoration: { underline: true as const } }),
    ...(head && { fontWeight: "bold" as const, textColor: colours.action, backgroundColor: colours.hued }),
  };
  const format = formatsIn[language][kind];
  if (value === null) return look;
  if (typeof value === "number") return { ...look, value, type: Number, format };
  if (kind === "date" && !head) return { ...look, value: new Date(`${value}T00:00:00Z`), type: Date, format };
  return { ...look, value: workbookText(value), type: String };
}
