import { clientKeySchema } from "../../core/mappe/client-key";
import type { ClientFault } from "../../core/assessment/client-fault";
import { parseSaveFile } from "../../core/assessment/parse-save-file";
import { saveFileFormat, saveFileVersion } from "../../core/assessment/save-file";
import type { WholeAssessment } from "../../core/assessment/whole-assessment";
import { cleanText, freeText } from "../../core/assessment/text";
import { brandLimits } from "../../core/brand/brand";
import type { Facts } from "../../core/duties/facts";
import { dutiesFor, factsOf } from "../../core/duties/find-duties";
import type { PlanLimits } from "../../core/plan/settings";
import { languageSchema, trackSchema, type Language } from "../../core/vocabulary";
import type { Cell } from "../../intake/sheets/sheet";
import { answerIn, saysNothing } from "./cell-answer";
import {
  factIn,
  factKey,
  headingsOf,
  isClosed,
  valueLike,
  remarkKey,
  remarks,
  sizeClassNamed,
  valueNamed,
  type ClientColumn,
  type TableContent,
} from "./columns";
import { limitsIn } from "./limits-in";
import { cellName, clientRows, columnOf, noPlace, readHead, type Column, type OwnColumn } from "./read-head";

/**
 * A client of the table, and in which row it stands. `key` is what the table calls it by, whatever its name; language and
 * contact are for its documents, where they are not those of all.
 */
export type Client = {
  row: number;
  name: string;
  key: string | null;
  language: Language | null;
  contact: string | null;
  assessment: WholeAssessment;
};
export type ClientsOfTable = { clients: Client[]; faults: ClientFault[]; own: OwnColumn[]; knownColumns: number };

/** Of a model that is not known yet, since the row does not say of which track it is. */
const anyModel = "0.0.0";

/**
 * Reads clients from the cells of a table. Each row is made a save file and checked as one, so that a table and a file
 * are refused for the same reasons.
 * @returns the clients without a fault, and every fault with its cell; no client at all where a column is in doubt.
 */
export function readClients(table: Cell[][], content: TableContent): ClientsOfTable {
  const rows = table.map((cells) => cells.map((cell) => (typeof cell === "string" ? cell.trim() : "")));
  const head = readHead(rows, headingsOf(content));
  const { columns, faults, own } = head;
  const result: ClientsOfTable = { clients: [], faults: [...faults], own, knownColumns: columns.length };
  if (faults.length > 0) return result;
  for (const { cells, row, name } of clientRows(rows, head.row, columns)) {
    const formulas = formulasIn(table[row - 1] ?? [], columns);
    // What people note for themselves makes nobody a client.
    if (formulas.size === 0 && columns.every(({ index }) => (cells[index] ?? "") === "")) continue;
    const found = readRow({ cells, formulas, row, name, columns }, content);
    if ("client" in found) result.clients.push(found.client);
    else result.faults.push(...found.faults);
  }
  return result;
}

type Row = { cells: string[]; formulas: Map<Column, string>; row: number; name: string; columns: Column[] };

function readRow(
  { cells, formulas, row, name, columns }: Row,
  { questionnaires, duties }: TableContent,
): { client: Client } | { faults: ClientFault[] } {
  const track = trackSchema.safeParse(valueNamed("track", textIn(cells, columns, "track"))).data;
  const said = (column: ClientColumn) => {
    const text = textIn(cells, columns, column);
    if (text === "" || (column !== "name" && saysNothing(text))) return undefined;
    return column === "sizeClass" ? sizeClassNamed(track, text) : valueNamed(column, text);
  };
  const itemOf = (column: Column) => ("items" in column ? ((track && column.items[track]) ?? Object.values(column.items)[0]) : undefined);
  const fault = (column: Column | undefined, title: string, code: ClientFault["code"]): ClientFault => ({
    ...noPlace,
    row,
    column: column?.title ?? title,
    cell: column ? cellName(column.index, row) : null,
    code,
    value: (column && (formulas.get(column) ?? cells[column.index])) || null,
    client: name || null,
    ...(column && "column" in column && isClosed(column.column) && { suggestion: valueLike(column.column, cells[column.index] ?? "") }),
  });
  const key = cleanText(textIn(cells, columns, "key")) || null;
  const answers = answersIn(cells, columns, itemOf);
  const facts = factsIn(cells, columns, new Set(factsOf(track ? dutiesFor(duties, track) : duties).map(({ fact }) => fact)));
  const limits = limitsIn(said("budgetEuro"), said("personDaysPerQuarter"));
  const modelVersion = track ? questionnaires[track].modelVersion : anyModel;
  const { assessment, faults } = parseSaveFile(
    saveFileOf(said, modelVersion, answers, facts.told, limits.limits),
    modelsOf(questionnaires),
  );
  const [language, contact] = [languageSchema.safeParse(said("language")), contactSchema.safeParse(textIn(cells, columns, "contact"))];
  const places = [
    ...faults.map(({ path, code }) => ({ key: columnKey(path), code })),
    ...limits.faults,
    ...facts.unclear.map((fact) => ({ key: factKey(fact), code: "unknown-value" as const })),
    ...(name === "" ? [{ key: "name", code: "missing" as const }] : []),
    ...(said("language") !== undefined && !language.success ? [{ key: "language", code: "unknown-value" as const }] : []),
    ...(contact.success ? [] : [{ key: "contact", code: "text-too-long" as const }]),
    ...(key === null || clientKeySchema.safeParse(key).success ? [] : [{ key: "key", code: "text-too-long" as const }]),
  ].map(({ key, code }) => ({ key, code, column: columns.find((one) => keyOfColumn(one, itemOf) === key) }));
  const all = [
    ...Array.from(formulas.keys(), (column) => fault(column, column.title, "formula-without-value")),
    // What is missing because a formula has no result is told already.
    ...places.filter(({ column }) => !column || !formulas.has(column)).map(({ column, key, code }) => fault(column, key, code)),
  ];
  if (!assessment || all.length > 0) return { faults: all };
  return { client: { row, name, key, language: language.data ?? null, contact: contact.data || null, assessment } };
}

const contactSchema = freeText(brandLimits.text);

/** As faults name a column. */
function keyOfColumn(column: Column, itemOf: (column: Column) => string | undefined): string | undefined {
  if ("column" in column) return column.column;
  if ("fact" in column) return factKey(column.fact);
  const item = itemOf(column);
  return item && column.remark ? remarkKey(item, column.remark) : item;
}

/** Answers with their remarks, by item, as a save file has them. A remark alone leaves the question open. */
function answersIn(cells: string[], columns: Column[], itemOf: (column: Column) => string | undefined): Record<string, unknown> {
  const said = columns.flatMap((column) => {
    const item = itemOf(column);
    return "items" in column && item !== undefined ? [{ item, remark: column.remark, text: cells[column.index] ?? "" }] : [];
  });
  const answers: Record<string, unknown> = {};
  for (const { item, remark, text } of said) {
    const answer = remark ? null : answerIn(text);
    if (answer !== null) answers[item] = answer;
  }
  for (const { item, remark, text } of said) {
    const answer = answers[item] ?? {};
    // What is no answer is refused as it stands.
    if (remark && text !== "" && typeof answer === "object") answers[item] = { ...answer, [remark]: text };
  }
  return answers;
}

/** What the row says of facts that are asked of its track, and facts of which nobody can tell what it says. */
function factsIn(cells: string[], columns: Column[], asked: ReadonlySet<string>): { told: Facts; unclear: string[] } {
  const [told, unclear]: [Record<string, boolean>, string[]] = [{}, []];
  for (const column of columns) {
    if (!("fact" in column)) continue;
    const holds = factIn(cells[column.index] ?? "");
    if (holds === undefined || (holds !== null && !asked.has(column.fact))) unclear.push(column.fact);
    else if (holds !== null) told[column.fact] = holds;
  }
  return { told, unclear };
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

/** A table is always for the questionnaires of today. */
const modelsOf = ({ municipality, sme }: TableContent["questionnaires"]) => ({
  municipality: { [municipality.modelVersion]: municipality },
  sme: { [sme.modelVersion]: sme },
});

/** What a cell of the row says; cells that are empty say nothing. */
type Said = (column: ClientColumn) => string | undefined;

function saveFileOf(said: Said, modelVersion: string, answers: Record<string, unknown>, facts: Facts, limits: PlanLimits | null): unknown {
  const organisation = Object.fromEntries(
    (["name", "land", "sizeClass", "sector", "ownership"] as const).flatMap((column) => (said(column) ? [[column, said(column)]] : [])),
  );
  return {
    ...{
      format: saveFileFormat,
      version: saveFileVersion,
      track: said("track"),
      depth: said("depth"),
      modelVersion,
      organisation,
      answers,
    },
    ...(said("aiUse") && { aiUse: said("aiUse") }),
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(limits && { plan: { limits, steps: {} } }),
  };
}

function textIn(cells: string[], columns: Column[], wanted: ClientColumn): string {
  const column = columnOf(columns, wanted);
  return column ? (cells[column.index] ?? "") : "";
}

/** The column that a path of the save file comes from. */
function columnKey(path: string): string {
  const [first = "", second = "", third = ""] = path.split(".");
  const remark = remarks.find((one) => one === third);
  if (first === "answers" && remark) return remarkKey(second, remark);
  return first === "answers" || first === "organisation" ? second : first;
}
