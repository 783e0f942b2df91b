import type { ClientFault } from "../../core/assessment/client-fault";
import { undefused } from "../../documents/sheets/csv";
import { readSheets } from "../../intake/sheets/read-sheets";
import type { Cell, Sheet } from "../../intake/sheets/sheet";
import { readClients, type Client, type ClientsOfTable } from "./read-clients";
import { noPlace, type OwnColumn } from "./read-head";
import type { TableContent } from "./columns";

/** `own`: columns that were left out, each at its cell. */
export type ClientTable = { clients: Client[]; faults: ClientFault[]; own: OwnColumn[] };

/** Columns from which on a sheet is a table of clients, and not an explanation of one. */
const telling = 3;

/**
 * Reads a table of many clients, as `clientTableTemplate` lays it out, from XLSX, ODS or CSV. Sheets may have any name;
 * hidden ones are not read.
 * @returns the clients without a fault, and every fault with its cell, all at once.
 */
export function readClientTable(bytes: Uint8Array, content: TableContent): ClientTable {
  const sheets = readSheets(bytes);
  if ("fault" in sheets) return { clients: [], own: [], faults: [{ ...noPlace, code: sheets.fault, value: sheets.found }] };
  const [best] = sheets.readings.map((reading) => readSheetsOf(reading, content)).sort((a, b) => b.knownColumns - a.knownColumns);
  return { clients: best?.clients ?? [], faults: best?.faults ?? [], own: best?.own ?? [] };
}

type SheetResult = ClientsOfTable & { sheet: Sheet };

function readSheetsOf(reading: Sheet[], content: TableContent): ClientsOfTable {
  const results = reading.map((sheet) => ({ sheet, ...readClients(plainRows(sheet), content) }));
  const tables = results.filter(({ knownColumns }) => knownColumns >= telling);
  const visible = tables.filter(({ sheet }) => !sheet.hidden);
  const [hidden] = tables.filter(({ sheet }) => sheet.hidden);
  if (visible.length === 0 && hidden)
    return { clients: [], own: [], knownColumns: 0, faults: [{ ...noPlace, code: "hidden-sheet", value: hidden.sheet.name }] };
  // A sheet that nobody understands is told about as the table that it was to be.
  const chosen = visible.length > 0 ? visible : results.filter(({ sheet }) => !sheet.hidden).slice(0, 1);
  const placed = chosen.map((result) => inSheet(result, chosen.length > 1));
  const faults = placed.flatMap((result) => result.faults);
  const clients = chosen.flatMap((result) => result.clients);
  if (clients.length === 0 && faults.length === 0) faults.push({ ...noPlace, code: "no-clients" });
  const own = placed.flatMap((result) => result.own);
  return { clients, faults, own, knownColumns: Math.max(0, ...chosen.map(({ knownColumns }) => knownColumns)) };
}

/** Where there are several tables, a cell is named with its sheet, as spreadsheets do. */
function inSheet({ sheet, faults, own }: SheetResult, several: boolean): Pick<ClientTable, "faults" | "own"> {
  if (!several) return { faults, own };
  const named = (cell: string) => `${sheet.name}!${cell}`;
  return {
    faults: faults.map((fault) => ({ ...fault, cell: fault.cell && named(fault.cell) })),
    own: own.map(({ cell, title }) => ({ cell: named(cell), title })),
  };
}

/** A text as it was before it was made harmless for spreadsheets. */
const plainRows = ({ rows }: Sheet): Cell[][] =>
  rows.map((cells) => cells.map((cell) => (typeof cell === "string" ? undefused(cell.trim()) : cell)));
