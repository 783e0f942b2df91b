import { languages, type Track } from "../../core/vocabulary";
import { localeOf, type Locale } from "../../i18n/index";

/** What is said of a client besides the answers, in the order of the template. The keys are those of a save file. */
export const clientColumns = ["name", "track", "depth", "land", "sizeClass", "sector", "ownership"] as const;
export type ClientColumn = (typeof clientColumns)[number];

export const requiredColumns: readonly ClientColumn[] = ["name", "track", "depth"];

/** Sector and ownership are asked of enterprises only. */
export const columnsOf = (track: Track): ClientColumn[] =>
  clientColumns.filter((column) => track === "sme" || (column !== "sector" && column !== "ownership"));

/** Every language's words: a table says nowhere which language it is in. */
const everyWords = languages.map((language) => localeOf(language).messages);

export const folded = (text: string) => text.trim().toLowerCase().replace(/[’´`]/g, "'").replace(/ß/g, "ss");

/** Names of a column, folded, by which it is found. */
const titles = new Map(
  everyWords.flatMap(({ tables }) =>
    clientColumns.flatMap((column) => [column, tables.clients.columns[column]].map((title) => [folded(title), column] as const)),
  ),
);

export const columnNamed = (heading: string): ClientColumn | undefined => titles.get(folded(heading));

/** Whether this is what the template calls the first column in its second row, and not a client's name. */
export const isNameTitle = (text: string): boolean => everyWords.some(({ tables }) => folded(tables.clients.columns.name) === folded(text));

type ClosedColumn = Exclude<ClientColumn, "name">;

/** What the closed columns may hold: the word of the save file by each of its names, folded. */
const vocabularies = new Map<ClientColumn, Map<string, string>>(
  clientColumns
    .filter((column) => column !== "name")
    .map((column) => [
      column,
      new Map(
        everyWords
          .flatMap((words) => [
            choicesOf(column, words),
            column === "track" ? words.names.tracks : column === "depth" ? words.names.depths : {},
          ])
          .flatMap((choices) => Object.entries(choices))
          .flatMap(([value, name]) => [value, name].map((text) => [folded(text), value] as const)),
      ),
    ]),
);

/** The values of a closed column with their names. */
export function choicesOf(column: ClosedColumn, { names, tables }: Locale["messages"]): Record<string, string> {
  const { laender, sizeClasses, sectors, ownerships } = names;
  const { tracks, depths } = tables.clients;
  return { track: tracks, depth: depths, land: laender, sizeClass: sizeClasses, sector: sectors, ownership: ownerships }[column];
}

/** The word of the save file; what is none stays as it is, to be refused there. */
export const valueNamed = (column: ClientColumn, text: string): string => vocabularies.get(column)?.get(folded(text)) ?? text;

const dontKnow = new Set(["dk", ...everyWords.map(({ tables }) => folded(tables.clients.dontKnow))]);
const notApplicable = new Set(["na", ...everyWords.map(({ tables }) => folded(tables.clients.notApplicable))]);

/** A cell as the answer of a save file has it; what is no answer stays text, to be refused there. */
export function answerIn(text: string): unknown {
  if (/^[+-]?\d+([.,]\d+)?$/.test(text)) return { level: Number(text.replace(",", ".")) };
  if (dontKnow.has(folded(text))) return { answer: "dk" };
  const [what = "", ...reason] = text.split(":");
  if (notApplicable.has(folded(what))) return { answer: "na", reason: reason.join(":").trim() };
  return text;
}
