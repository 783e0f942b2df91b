import { sizeClassOf } from "../../core/assessment/assessment";
import type { Content } from "../../core/content";
import { factsOf } from "../../core/duties/find-duties";
import { languages, tracks, type Track } from "../../core/vocabulary";
import type { Locale } from "../../i18n/index";
import { everyWords, saysNothing } from "./cell-answer";
import { folded, nearestName } from "./fold";
import { amountIn } from "./limits-in";

/** What is said of a client besides the answers, in the order of the template. */
const clientColumns = [
  ...(["name", "key", "track", "depth", "land", "sizeClass", "sector", "ownership", "aiUse"] as const),
  ...(["language", "contact", "budgetEuro", "personDaysPerQuarter"] as const),
] as const;
export type ClientColumn = (typeof clientColumns)[number];
/** Columns whose values are a list; the words are those of a save file. */
const closedColumns = ["track", "depth", "land", "sizeClass", "sector", "ownership", "aiUse", "language"] as const;
export type ClosedColumn = (typeof closedColumns)[number];

/** What may be said of an answer, each in a column of its own. */
export const remarks = ["note", "evidence"] as const;
export type Remark = (typeof remarks)[number];
/** As programs name the column. */
export const remarkKey = (item: string, remark: Remark) => `${item}.${remark}`;
/** As people do. */
export const remarkTitle = (question: string, remark: Remark, { tables }: Locale["messages"]) => `${question} – ${tables.answers[remark]}`;

export const requiredColumns: readonly ClientColumn[] = ["name", "track", "depth"];

/** Sector and ownership are asked of enterprises only. */
export const columnsOf = (track: Track): ClientColumn[] =>
  clientColumns.filter((column) => track === "sme" || (column !== "sector" && column !== "ownership"));

export const isClosed = (column: ClientColumn): column is ClosedColumn => closedColumns.some((one) => one === column);

/** As programs name the column of a fact on which duties depend; people call it by its question. */
export const factKey = (fact: string) => `fact.${fact}`;

/**
 * What a heading stands for: something said of the client, a fact on which duties depend, or a question or a remark on it; it has its
 * id in each track that asks it.
 */
export type Heading = { column: ClientColumn } | { fact: string } | { items: Partial<Record<Track, string>>; remark: Remark | null };

/** Everything a column may be called: its key, its printed title, and of a question its id, name and wording. */
export type Headings = { find: (heading: string) => Heading | undefined; names: string[] };

export type TableContent = Pick<Content, "questionnaires" | "duties">;

export function headingsOf({ questionnaires, duties }: TableContent): Headings {
  const known = new Map<string, Heading>();
  const names: string[] = [];
  const add = (name: string, heading: Heading) => {
    known.set(folded(name), heading);
    names.push(name);
  };
  const addQuestion = (name: string, track: Track, item: string, remark: Remark | null) => {
    const before = known.get(folded(name));
    const items = before && "items" in before ? before.items : {};
    add(name, { items: { ...items, [track]: items[track] ?? item }, remark });
  };
  for (const [name, track, item] of questionNames(questionnaires)) {
    addQuestion(name, track, item, null);
    for (const remark of remarks)
      for (const title of [remarkKey(name, remark), ...everyWords.map((words) => remarkTitle(name, remark, words))])
        addQuestion(title, track, item, remark);
  }
  for (const { fact, ask } of factsOf(duties)) for (const name of [factKey(fact), ...Object.values(ask)]) add(name, { fact });
  for (const column of clientColumns) {
    for (const name of [column, ...everyWords.map(({ tables }) => tables.clients.columns[column])]) add(name, { column });
    // What people say for short gives way to what is printed somewhere, such as the name of a question.
    for (const name of everyWords.flatMap(({ tables }) => tables.clients.alsoCalled[column] ?? []))
      if (!known.has(folded(name))) add(name, { column });
  }
  return { find: (heading) => known.get(folded(heading)), names: [...new Set(names)] };
}

function questionNames(questionnaires: Content["questionnaires"]): [name: string, track: Track, item: string][] {
  return tracks.flatMap((track) => {
    const { dimensions, text } = questionnaires[track];
    return dimensions.flatMap(({ items }) =>
      items.flatMap(({ id }) => [
        [id, track, id] as [string, Track, string],
        ...languages.flatMap((language) => {
          const words = text[language].items[id];
          return words ? [words.short, words.question].map((name) => [name, track, id] as [string, Track, string]) : [];
        }),
      ]),
    );
  });
}

/** Whether this is what the template calls the first column in its second row, and not a client's name. */
export const isNameTitle = (text: string): boolean => everyWords.some(({ tables }) => folded(tables.clients.columns.name) === folded(text));

/** Whether this is the name in the template's row that shows how to fill it in. */
export const isExampleName = (text: string): boolean =>
  everyWords.some(({ tables }) => folded(tables.clients.exampleName) === folded(text));

/** What people write besides what the table offers. */
const alsoCalled = ({ names, tables }: Locale["messages"]): Partial<Record<ClosedColumn, Record<string, string>>> => ({
  track: names.tracks,
  depth: names.depths,
  land: { NW: "NRW" },
  aiUse: { unknown: tables.clients.dontKnow },
});

/** What the closed columns may hold: the word of the save file by each of its names, folded. */
const vocabularies = new Map<ClientColumn, Map<string, string>>(
  clientColumns.filter(isClosed).map((column) => [
    column,
    new Map(
      everyWords
        .flatMap((words) => [choicesOf(column, words), alsoCalled(words)[column] ?? {}])
        .flatMap((choices) => Object.entries(choices))
        .flatMap(([value, name]) => [value, name].map((text) => [folded(text), value] as const)),
    ),
  ]),
);

/** The values of a closed column with their names. */
export function choicesOf(column: ClosedColumn, { names, tables, download, result }: Locale["messages"]): Record<string, string> {
  const { laender, sizeClasses, sectors, ownerships } = names;
  const { tracks, depths } = tables.clients;
  return {
    track: tracks,
    depth: depths,
    land: laender,
    sizeClass: sizeClasses,
    sector: sectors,
    ownership: ownerships,
    aiUse: result.aiUse.choices,
    language: download.languages,
  }[column];
}

/** The word of the save file; what is none stays as it is, to be refused there. */
export const valueNamed = (column: ClientColumn, text: string): string => vocabularies.get(column)?.get(folded(text)) ?? text;

/** The one value of a closed column that people may mean by another word: what has it as a part, or is nearly written so. */
export function valueLike(column: ClosedColumn, text: string): string | null {
  const said = folded(text);
  const names = [...new Set(everyWords.flatMap((words) => Object.values(choicesOf(column, words))))];
  const parts = names.filter((name) => said.length >= leastPart && folded(name).includes(said));
  return parts.length === 1 ? (parts[0] ?? null) : nearestName(said, names);
}

/** Fewer letters are part of too much. */
const leastPart = 3;

/** How many there are, with or without a word for whom: "8.000", "12 Beschäftigte", "ca. 60 000 inhabitants". */
const headCount = /^(?:ca\.?\s*)?(\d[\d.,'’\s]*?)\s*\p{L}*\.?$/u;

/** The size class as the table names it, or that of the number that stands there. */
export function sizeClassNamed(track: Track | undefined, text: string): string {
  const count = amountIn(headCount.exec(text.normalize("NFKC").trim())?.[1]);
  return (track && count !== undefined && sizeClassOf(track, count)) || valueNamed("sizeClass", text);
}

/** What a cell says of a fact; null where it says nothing, undefined where nobody can tell what. */
export function factIn(text: string): boolean | null | undefined {
  const said = folded(text);
  return saysNothing(text) ? null : factWords.get(said);
}

const factWords = new Map<string, boolean | null>([
  ...everyWords.flatMap(({ result }) => {
    const { yes, no, open } = result.duties.facts.choices;
    return [[folded(yes), true], [folded(no), false], [folded(open), null]] as const; // prettier-ignore
  }),
  // As spreadsheets keep a tick.
  ...(["true", "wahr"] as const).map((word) => [word, true] as const),
  ...(["false", "falsch"] as const).map((word) => [word, false] as const),
  ["open", null],
]);
