import readExcelFile, { type CellValue } from "read-excel-file/node";
import type { ClientFault } from "../../core/assessment/client-fault";
import type { Content } from "../../core/content";
import { languages } from "../../core/vocabulary";
import { localeOf } from "../../i18n/index";
import { undefused } from "../../documents/sheets/csv";
import { readClients, type Client } from "./read-clients";
import { parseCsv } from "./parse-csv";

/**
 * Reads a table of many clients, as `clientTableTemplate` lays it out.
 * @param fileName tells XLSX from CSV, by its ending.
 * @returns the clients without a fault, and every fault with its cell, all at once.
 */
export async function readClientTable(
  bytes: Uint8Array,
  fileName: string,
  { questionnaires }: Pick<Content, "questionnaires">,
): Promise<{ clients: Client[]; faults: ClientFault[] }> {
  const rows = /\.xlsx$/i.test(fileName) ? await readSheet(bytes) : readText(bytes);
  if (!rows) return { clients: [], faults: [{ row: null, column: null, cell: null, code: "unreadable" }] };
  return readClients(rows, questionnaires);
}

const sheetNames = languages.map((language) => localeOf(language).messages.tables.clients.name);

/** The sheet of the template's name, or else the first one; null where this is no workbook. */
async function readSheet(bytes: Uint8Array): Promise<string[][] | null> {
  try {
    const sheets = await readExcelFile(Buffer.from(bytes));
    const chosen = sheets.find(({ sheet }) => sheetNames.includes(sheet)) ?? sheets[0];
    return (chosen?.data ?? []).map((row) => row.map(textOf));
  } catch {
    return null;
  }
}

function textOf(value: CellValue | null): string {
  return value instanceof Date ? value.toISOString() : value === null ? "" : String(value).trim();
}

/** null where this is no text: control characters that no editor writes. */
function readText(bytes: Uint8Array): string[][] | null {
  if (bytes.includes(0)) return null;
  return parseCsv(bytes).map((row) => row.map((cell) => undefused(cell.trim())));
}
