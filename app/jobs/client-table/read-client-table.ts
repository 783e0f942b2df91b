import type { ClientFault } from "../../core/assessment/client-fault";
import type { Content } from "../../core/content";
import { undefused } from "../../documents/sheets/csv";
import { readSheets } from "../../intake/sheets/read-sheets";
import type { Cell, Sheet } from "../../intake/sheets/sheet";
import { readClients, type Client, type ClientsOfTable } from "./read-clients";
import { noPlace } from "./read-head";

export type ClientTable = { clients: Client[]; faults: ClientFault[] };

/** Columns from which on a sheet is a table of clients, and not an explanation of one. */
const telling = 3;

/**
 * Reads a table of many clients, as `clientTableTemplate` lays it out, from XLSX, ODS or CSV. Sheets may have any name;
 * hidden ones are not read.
 * @returns the clients without a fault, and every fault with its cell, all at once.
 */
export function readClientTable(bytes: Uint8Array, { questionnaires }: Pick<Content, "questionnaires">): ClientTable {
  const sheets = readSheets(bytes);
  if ("fault" in sheets) return { clients: [], faults: [{ ...noPlace, code: sheets.fault, value: sheets.found }] };
  const [best] = sheets.readings.map((reading) => readSheetsOf(reading, questionnaires)).sort((a, b) => b.knownColumns - a.knownColumns);
  return { clients: best?.clients ?? [], faults: best?.faults ?? [] };
}

type SheetResult = ClientsOfTable & { sheet: Sheet };

function readSheetsOf(reading: Sheet[], questionnaires: Content["questionnaires"]): ClientsOfTable {
  const results = reading.map((sheet) => ({ sheet, ...readClients(plainRows(sheet), questionnaires) }));
  const tables = results.filter(({ knownColumns }) => knownColumns >= telling);
  const visible = tables.filter(({ sheet }) => !sheet.hidden);
  const [hidden] = tables.filter(({ sheet }) => sheet.hidden);
  if (visible.length === 0 && hidden)
    return { clients: [], knownColumns: 0, faults: [{ ...noPlace, code: "hidden-sheet", value: hidden.sheet.name }] };
  // A sheet that nobody understands is told about as the table that it was to be.
  const chosen = visible.length > 0 ? visible : results.filter(({ sheet }) => !sheet.hidden).slice(0, 1);
  const faults = chosen.flatMap((result) => placedFaults(result, chosen.length > 1));
  const clients = chosen.flatMap((result) => result.clients);
  if (clients.length === 0 && faults.length === 0) faults.push({ ...noPlace, code: "no-clients" });
  return { clients, faults, knownColumns: Math.max(0, ...chosen.map(({ knownColumns }) => knownColumns)) };
}

/** Where there are several tables, a cell is named with its sheet, as spreadsheets do. */
function placedFaults({ sheet, faults }: SheetResult, several: boolean): ClientFault[] {
  return several ? faults.map((fault) => ({ ...fault, cell: fault.cell && `${sheet.name}!${fault.cell}` })) : faults;
}

/** A text as it was before it was made harmless for spreadsheets. */
const plainRows = ({ rows }: Sheet): Cell[][] =>
  rows.map((cells) => cells.map((cell) => (typeof cell === "string" ? undefused(cell.trim()) : cell)));
