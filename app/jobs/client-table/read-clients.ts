import type { Assessment } from "../../core/assessment/assessment";
import type { ClientFault } from "../../core/assessment/client-fault";
import { parseSaveFile, saveFileFormat } from "../../core/assessment/save-file";
import { cleanText } from "../../core/assessment/text";
import type { Content } from "../../core/content";
import { trackSchema } from "../../core/vocabulary";
import type { Cell } from "../../intake/sheets/sheet";
import { answerIn, saysNothing } from "./cell-answer";
import { clientColumns, headingsOf, isClosed, isExampleName, isNameTitle, valueNamed, type ClientColumn } from "./columns";
import { cellName, columnOf, noPlace, readHead, type Column } from "./read-head";

/** A client of the table, and in which row it stands. `key` is what the table calls it by, whatever its name. */
export type Client = { row: number; name: string; key: string | null; assessment: Assessment };
export type ClientsOfTable = { clients: Client[]; faults: ClientFault[]; knownColumns: number };

type Questionnaires = Content["questionnaires"];

/** Of a model that is not known yet, since the row does not say of which track it is. */
const anyModel = "0.0.0";

/**
 * Reads clients from the cells of a table. Each row is made a save file and checked as one, so that a table and a file
 * are refused for the same reasons.
 * @returns the clients without a fault, and every fault with its cell; no client at all where a column is in doubt.
 */
export function readClients(table: Cell[][], questionnaires: Questionnaires): ClientsOfTable {
  const rows = table.map((cells) => cells.map((cell) => (typeof cell === "string" ? cell.trim() : "")));
  const head = readHead(rows, headingsOf(questionnaires));
  const { columns, faults } = head;
  const result: ClientsOfTable = { clients: [], faults: [...faults], knownColumns: columns.length };
  if (faults.length > 0) return result;
  rows.slice(head.row + 1).forEach((cells, index) => {
    const row = head.row + 2 + index;
    const formulas = formulasIn(table[row - 1] ?? [], columns);
    const name = cleanText(textIn(cells, columns, "name"));
    if ((index === 0 && isNameTitle(name)) || isExampleName(name)) return;
    if (formulas.size === 0 && cells.every((cell) => cell === "")) return;
    const found = readRow({ cells, formulas, row, name, columns }, questionnaires);
    if ("client" in found) result.clients.push(found.client);
    else result.faults.push(...found.faults);
  });
  return result;
}

type Row = { cells: string[]; formulas: Map<Column, string>; row: number; name: string; columns: Column[] };

function readRow(
  { cells, formulas, row, name, columns }: Row,
  questionnaires: Questionnaires,
): { client: Client } | { faults: ClientFault[] } {
  const track = trackSchema.safeParse(valueNamed("track", textIn(cells, columns, "track"))).data;
  const itemOf = (column: Column) => ("items" in column ? ((track && column.items[track]) ?? Object.values(column.items)[0]) : undefined);
  const fault = (column: Column | undefined, title: string, code: ClientFault["code"]): ClientFault => ({
    ...noPlace,
    row,
    column: column?.title ?? title,
    cell: column ? cellName(column.index, row) : null,
    code,
    value: (column && (formulas.get(column) ?? cells[column.index])) || null,
    client: name || null,
  });
  const answers = columns.flatMap((column) => {
    const item = itemOf(column);
    const answer = item && answerIn(cells[column.index] ?? "");
    return item && answer !== null ? [[item, answer] as const] : [];
  });
  const modelVersion = track ? questionnaires[track].modelVersion : anyModel;
  const { assessment, faults } = parseSaveFile(
    saveFileOf(cells, columns, modelVersion, Object.fromEntries(answers)),
    modelsOf(questionnaires),
  );
  const places = [
    ...faults.map(({ path, code }) => ({ key: columnKey(path), code })),
    ...(name === "" ? [{ key: "name", code: "missing" as const }] : []),
  ].map(({ key, code }) => ({ key, code, column: columns.find((one) => ("column" in one ? one.column : itemOf(one)) === key) }));
  const all = [
    ...Array.from(formulas.keys(), (column) => fault(column, column.title, "formula-without-value")),
    // What is missing because a formula has no result is told already.
    ...places.filter(({ column }) => !column || !formulas.has(column)).map(({ column, key, code }) => fault(column, key, code)),
  ];
  const key = cleanText(textIn(cells, columns, "key")) || null;
  return assessment && all.length === 0 ? { client: { row, name, key, assessment } } : { faults: all };
}

/** Columns that hold a formula without a result here. */
function formulasIn(cells: Cell[], columns: Column[]): Map<Column, string> {
  const formulas = new Map<Column, string>();
  for (const column of columns) {
    const cell = cells[column.index];
    if (cell !== undefined && typeof cell !== "string") formulas.set(column, cell.formula);
  }
  return formulas;
}

/** The row as a file that says the same. Cells that are empty say nothing. */
/** A table is always for the questionnaires of today. */
const modelsOf = ({ municipality, sme }: Questionnaires) => ({
  municipality: { [municipality.modelVersion]: municipality },
  sme: { [sme.modelVersion]: sme },
});

function saveFileOf(cells: string[], columns: Column[], modelVersion: string, answers: Record<string, unknown>): unknown {
  const said = (column: ClientColumn) => {
    const text = textIn(cells, columns, column);
    return text === "" || (isClosed(column) && saysNothing(text)) ? undefined : valueNamed(column, text);
  };
  const organisation = Object.fromEntries(
    clientColumns
      .filter((column) => column !== "key" && column !== "track" && column !== "depth")
      .flatMap((column) => (said(column) ? [[column, said(column)]] : [])),
  );
  return { format: saveFileFormat, version: 1, track: said("track"), depth: said("depth"), modelVersion, organisation, answers };
}

function textIn(cells: string[], columns: Column[], wanted: ClientColumn): string {
  const column = columnOf(columns, wanted);
  return column ? (cells[column.index] ?? "") : "";
}

/** The column that a path of the save file comes from. */
function columnKey(path: string): string {
  const [first = "", second = ""] = path.split(".");
  return first === "answers" || first === "organisation" ? second : first;
}
