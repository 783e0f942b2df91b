import { collectRows, fillMerged, type Cell, type MergedCells, type Sheet } from "./sheet";
import { readNumberStyles, shownNumber, type NumberStyles } from "./number-styles";
import { unzipTexts } from "./unzip";
import { walkXml } from "./walk-xml";

const workbook = "xl/workbook.xml";
const relations = "xl/_rels/workbook.xml.rels";

/** The sheets of an Excel workbook in their order. @throws Error where this is none, TooLargeError where it is too large. */
export function readXlsx(bytes: Uint8Array): Sheet[] {
  const parts = unzipTexts(bytes, (name) => name.startsWith("xl/") && /\.(xml|rels)$/.test(name));
  const part = (name: string) => {
    const text = parts.get(name);
    if (text === undefined) throw new Error(`The workbook has no ${name}`);
    return text;
  };
  const targets = readTargets(part(relations));
  const strings = [...targets.values()].find(({ type }) => type.endsWith("/sharedStrings"));
  const shared = strings ? readSharedStrings(part(strings.path)) : [];
  const styles = [...targets.values()].find(({ type }) => type.endsWith("/styles"));
  const numbers = readNumberStyles((styles && parts.get(styles.path)) ?? null, part(workbook));
  return readSheetList(part(workbook)).map(({ name, hidden, relation }) => ({
    name,
    hidden,
    rows: readRows(part(targets.get(relation)?.path ?? ""), shared, numbers),
  }));
}

/** Without the prefix, which some programs write and others do not. */
const local = (name: string) => name.replace(/^.*:/, "");

function readTargets(xml: string): Map<string, { path: string; type: string }> {
  const targets = new Map<string, { path: string; type: string }>();
  walkXml(xml, {
    open(name, { Id = "", Target = "", Type = "" }) {
      if (local(name) === "Relationship") targets.set(Id, { path: Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`, type: Type });
    },
  });
  return targets;
}

function readSheetList(xml: string): { name: string; hidden: boolean; relation: string }[] {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  walkXml(xml, {
    open(name, { name: title = "", state, ...others }) {
      if (local(name) !== "sheet") return;
      const relation = Object.entries(others).find(([attribute]) => attribute.endsWith(":id"))?.[1] ?? "";
      sheets.push({ name: title, hidden: state === "hidden" || state === "veryHidden", relation });
    },
  });
  return sheets;
}

/** What Excel writes for characters that XML cannot carry, and for texts that look so. */
const unescaped = (text: string) => text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  // How a word is pronounced stands beside it in East Asian files.
  let [inText, inPhonetic] = [false, false];
  walkXml(xml, {
    open(name) {
      if (local(name) === "si") text = "";
      else if (local(name) === "t") inText = true;
      else if (local(name) === "rPh") inPhonetic = true;
    },
    text(part) {
      if (inText && !inPhonetic) text += part;
    },
    close(name) {
      if (local(name) === "si") strings.push(unescaped(text));
      else if (local(name) === "t") inText = false;
      else if (local(name) === "rPh") inPhonetic = false;
    },
  });
  return strings;
}

type OpenCell = { row: number; column: number; type: string; style: number; value: string; text: string; formula: string | null };

function readRows(xml: string, shared: string[], numbers: NumberStyles): Cell[][] {
  const { rows, put } = collectRows();
  const merged: MergedCells[] = [];
  let row = -1;
  let cell: OpenCell | null = null;
  let inside = "";
  let lastColumn = -1;
  walkXml(xml, {
    open(name, attributes) {
      inside = local(name);
      if (inside === "row") {
        row = attributes.r ? Number(attributes.r) - 1 : row + 1;
        lastColumn = -1;
      } else if (inside === "c") {
        lastColumn = attributes.r ? columnOf(attributes.r) : lastColumn + 1;
        cell = { row, column: lastColumn, type: attributes.t ?? "n", style: Number(attributes.s ?? 0), value: "", text: "", formula: null };
      } else if (inside === "f" && cell) cell.formula = "";
      else if (inside === "mergeCell") merged.push(...mergedIn(attributes.ref ?? ""));
    },
    text(part) {
      if (!cell) return;
      if (inside === "v") cell.value += part;
      else if (inside === "t") cell.text += part;
      else if (inside === "f") cell.formula = (cell.formula ?? "") + part;
    },
    close(name) {
      if (local(name) !== "c" || !cell) return;
      const value = valueOf(cell, shared, numbers);
      if (value !== "") put(cell.row, cell.column, value);
      cell = null;
    },
  });
  fillMerged(rows, merged, put);
  return rows;
}

/** "B2:C4" as cells that are drawn as one. */
function mergedIn(reference: string): MergedCells[] {
  const [, from = "", first = "", to = "", last = ""] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(reference) ?? [];
  if (from === "") return [];
  const [row, column] = [Number(first) - 1, columnOf(from)];
  return [{ row, column, rows: Number(last) - row, columns: columnOf(to) - column + 1 }];
}

function valueOf({ type, style, value, text, formula }: OpenCell, shared: string[], numbers: NumberStyles): Cell {
  if (type === "e") return { formula: formula ?? value };
  if (formula !== null && value === "" && type !== "str") return { formula: `=${formula}` };
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "inlineStr") return unescaped(text);
  if (type === "str") return unescaped(value);
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  return value === "" ? "" : shownNumber(Number(value), style, numbers);
}

/** "AB12" stands in column 27, counted from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
