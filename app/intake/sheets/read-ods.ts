import { collectRows, fillMerged, type Cell, type MergedCells, type Sheet } from "./sheet";
import { unzipTexts } from "./unzip";
import { walkXml } from "./walk-xml";

const content = "content.xml";

type OpenCell = {
  repeated: number;
  down: number;
  across: number;
  value: string | null;
  type: string | null;
  formula: string | null;
  error: boolean;
  lines: string[];
};

/** The sheets of an OpenDocument spreadsheet in their order. @throws Error where this is none, TooLargeError where it is too large. */
export function readOds(bytes: Uint8Array): Sheet[] {
  const xml = unzipTexts(bytes, (name) => name === content).get(content);
  if (xml === undefined) throw new Error(`The spreadsheet has no ${content}`);
  const hiddenStyles = readHiddenStyles(xml);
  const sheets: Sheet[] = [];
  let put: ReturnType<typeof collectRows>["put"] = () => undefined;
  let merged: MergedCells[] = [];
  const at = { row: 0, rows: 1, column: 0 };
  let cell: OpenCell | null = null;
  // What is remarked about a cell stands inside it and is none of its text.
  let remarks = 0;
  walkXml(xml, {
    open(name, attributes) {
      if (name === "table:table") {
        const collected = collectRows();
        ({ put } = collected);
        merged = [];
        at.row = 0;
        const hidden = hiddenStyles.has(attributes["table:style-name"] ?? "");
        sheets.push({ name: attributes["table:name"] ?? "", hidden, rows: collected.rows });
      } else if (name === "table:table-row") {
        Object.assign(at, { column: 0, rows: repeatedIn(attributes["table:number-rows-repeated"]) });
      } else if (isCell(name)) cell = openCell(attributes);
      else if (name === "office:annotation") remarks += 1;
      else if (remarks === 0 && cell) addMark(cell, name, attributes);
    },
    text(part) {
      if (cell && remarks === 0 && cell.lines.length > 0) cell.lines.push((cell.lines.pop() ?? "") + part);
    },
    close(name) {
      if (name === "office:annotation") remarks -= 1;
      else if (name === "table:table-row") at.row += at.rows;
      else if (name === "table:table") fillMerged(sheets.at(-1)?.rows ?? [], merged, put);
      else if (isCell(name) && cell) {
        fill(at, cell, put);
        if (cell.down * cell.across > 1) merged.push({ row: at.row, column: at.column, rows: cell.down, columns: cell.across });
        at.column += cell.repeated;
        cell = null;
      }
    },
  });
  return sheets;
}

const isCell = (name: string) => name === "table:table-cell" || name === "table:covered-table-cell";

/** A cell may stand for several, to its right and below. Empty ones may stand for a million. */
function fill(at: { row: number; rows: number; column: number }, cell: OpenCell, put: ReturnType<typeof collectRows>["put"]): void {
  const value = valueOf(cell);
  if (value === "") return;
  for (let down = 0; down < at.rows; down += 1)
    for (let across = 0; across < cell.repeated; across += 1) put(at.row + down, at.column + across, value);
}

function readHiddenStyles(xml: string): Set<string> {
  const hidden = new Set<string>();
  let style = "";
  walkXml(xml, {
    open(name, attributes) {
      if (name === "style:style") style = attributes["style:name"] ?? "";
      else if (name === "style:table-properties" && attributes["table:display"] === "false") hidden.add(style);
    },
  });
  return hidden;
}

const repeatedIn = (count: string | undefined) => Math.max(1, Number(count ?? 1) || 1);

const openCell = (attributes: Record<string, string>): OpenCell => ({
  repeated: repeatedIn(attributes["table:number-columns-repeated"]),
  down: repeatedIn(attributes["table:number-rows-spanned"]),
  across: repeatedIn(attributes["table:number-columns-spanned"]),
  value: attributes["office:value"] ?? attributes["office:string-value"] ?? attributes["office:date-value"] ?? null,
  type: attributes["office:value-type"] ?? null,
  formula: attributes["table:formula"] ?? null,
  error: attributes["calcext:value-type"] === "error",
  lines: [],
});

/** Paragraphs, and the signs that XML would lose. */
function addMark(cell: OpenCell, name: string, attributes: Record<string, string>): void {
  const add = (text: string) => void cell.lines.push((cell.lines.pop() ?? "") + text);
  if (name === "text:p") cell.lines.push("");
  else if (name === "text:s") add(" ".repeat(Math.min(1_000, repeatedIn(attributes["text:c"]))));
  else if (name === "text:tab") add("\t");
  else if (name === "text:line-break") add("\n");
}

function valueOf({ type, value, formula, error, lines }: OpenCell): Cell {
  const text = lines.join("\n");
  if (error) return { formula: text };
  if (formula !== null && type === null && text === "") return { formula: formula.replace(/^of:/, "") };
  // A day is shown in any order of day and month, which nobody can tell apart afterwards.
  if (type === "date" && value !== null) return value.slice(0, 10);
  return type === "float" && value !== null ? String(Number(value)) : text || (value ?? "");
}
