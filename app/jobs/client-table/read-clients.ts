import type { Assessment } from "../../core/assessment/assessment";
import type { ClientFault } from "../../core/assessment/client-fault";
import { parseSaveFile, saveFileFormat } from "../../core/assessment/save-file";
import type { Questionnaire } from "../../core/questionnaire/questionnaire";
import { trackSchema, type Track } from "../../core/vocabulary";
import { answerIn, clientColumns, columnNamed, isNameTitle, requiredColumns, valueNamed, type ClientColumn } from "./columns";

/** A client of the table, and in which row it stands. */
export type Client = { row: number; name: string; assessment: Assessment };

type Questionnaires = Record<Track, Questionnaire>;
/** A column that means something: what is said of the client, or the id of a question. */
type Known = { index: number; heading: string; key: string };

/** Of a model that is not known yet, since the row does not say of which track it is. */
const anyModel = "0.0.0";

/**
 * Reads clients from the cells of a table. Each row is made a save file and checked as one, so that a table and a file
 * are refused for the same reasons.
 * @returns the clients without a fault, and every fault with its cell.
 */
export function readClients(rows: string[][], questionnaires: Questionnaires): { clients: Client[]; faults: ClientFault[] } {
  const { known, faults } = readHead(rows, questionnaires);
  if (faults.some(({ code }) => code === "missing-column")) return { clients: [], faults };
  const clients: Client[] = [];
  rows.forEach((cells, index) => {
    const row = index + 1;
    const name = cellOf(cells, known, "name");
    if (index === 0 || (index === 1 && isNameTitle(name)) || cells.every((cell) => cell === "")) return;
    const { assessment, faults: ofFile } = parseSaveFile(saveFileOf(cells, known, questionnaires), questionnaires);
    const found = ofFile.map(({ path, code }) => placed(row, columnKey(path), code, known));
    if (name === "") found.push(placed(row, "name", "missing", known));
    if (assessment && found.length === 0) clients.push({ row, name, assessment });
    faults.push(...found);
  });
  if (clients.length === 0 && faults.length === 0) faults.push({ row: null, column: null, cell: null, code: "no-clients" });
  return { clients, faults };
}

function readHead(rows: string[][], questionnaires: Questionnaires): { known: Known[]; faults: ClientFault[] } {
  const items = new Set(
    Object.values(questionnaires).flatMap(({ dimensions }) => dimensions.flatMap((one) => one.items.map(({ id }) => id))),
  );
  const known: Known[] = [];
  const faults: ClientFault[] = [];
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (let index = 0; index < width; index += 1) {
    const heading = rows[0]?.[index] ?? "";
    const key = columnNamed(heading) ?? (items.has(heading) ? heading : undefined);
    const fault = (code: ClientFault["code"]) => void faults.push({ row: 1, column: heading, cell: cellName(index, 1), code });
    if (key === undefined) {
      // A column without a heading and without content is only an empty one.
      if (rows.some((row) => (row[index] ?? "") !== "")) fault("unknown-column");
    } else if (known.some((other) => other.key === key)) fault("repeated-column");
    else known.push({ index, heading, key });
  }
  for (const column of requiredColumns)
    if (!known.some(({ key }) => key === column)) faults.push({ row: 1, column, cell: null, code: "missing-column" });
  return { known, faults };
}

/** The row as a file that says the same. Cells that are empty say nothing. */
function saveFileOf(cells: string[], known: Known[], questionnaires: Questionnaires): unknown {
  const said = (column: ClientColumn) => {
    const text = cellOf(cells, known, column);
    return text === "" ? undefined : valueNamed(column, text);
  };
  const track = said("track");
  const named = new Set<string>(clientColumns);
  const organisation = Object.fromEntries(
    clientColumns
      .filter((column) => column !== "track" && column !== "depth")
      .flatMap((column) => (said(column) ? [[column, said(column)]] : [])),
  );
  const answers = Object.fromEntries(
    known.flatMap(({ key, index }) => (named.has(key) || !cells[index] ? [] : [[key, answerIn(cells[index])]])),
  );
  const ofTrack = trackSchema.safeParse(track).data;
  const modelVersion = ofTrack ? questionnaires[ofTrack].modelVersion : anyModel;
  return { format: saveFileFormat, version: 1, track, depth: said("depth"), modelVersion, organisation, answers };
}

function cellOf(cells: string[], known: Known[], column: ClientColumn): string {
  const index = known.find(({ key }) => key === column)?.index;
  return index === undefined ? "" : (cells[index] ?? "");
}

/** The column that a path of the save file comes from. */
function columnKey(path: string): string {
  const [first = "", second = ""] = path.split(".");
  return first === "answers" || first === "organisation" ? second : first;
}

function placed(row: number, key: string, code: ClientFault["code"], known: Known[]): ClientFault {
  const column = known.find((one) => one.key === key);
  return { row, column: column?.heading ?? key, cell: column ? cellName(column.index, row) : null, code };
}

/** As spreadsheets name it: A1, Z1, AA1. */
export function cellName(column: number, row: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
