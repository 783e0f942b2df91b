import { sizeClassFits } from "../../core/assessment/assessment";
import type { Content } from "../../core/content";
import { dutiesFor, factsOf } from "../../core/duties/find-duties";
import { itemsOf, type Item } from "../../core/questionnaire/questionnaire";
import type { Language, Track } from "../../core/vocabulary";
import { localeOf, type Locale } from "../../i18n/index";
import { toCsv } from "../../documents/sheets/csv";
import type { Sheetlike } from "../../documents/sheets/grid";
import { renderWorkbook } from "../../documents/sheets/render-workbook";
import type { ColumnKind } from "../../documents/sheets/tables/table";
import {
  choicesOf,
  columnsOf,
  factKey,
  isClosed,
  remarkKey,
  remarks,
  remarkTitle,
  type ClientColumn,
  type ClosedColumn,
  type TableContent,
} from "./columns";

export type ClientTableFormat = "xlsx" | "csv" | "csv-plain";

type Questionnaire = Content["questionnaires"][Track];

/** Headings for programs and for people, then the example. */
const headRows = 2;

/**
 * An empty table for many clients of one track: a row each, a column a question. The first row names the columns as
 * programs do, the second as people do, the third shows how to fill one in and is not read. A workbook also lists the
 * questions with their levels and what cells may hold, and offers that in each cell.
 */
export async function clientTableTemplate(
  { questionnaires, duties }: TableContent,
  track: Track,
  language: Language,
  format: ClientTableFormat,
): Promise<Uint8Array> {
  const locale = localeOf(language);
  const questionnaire = questionnaires[track];
  const { clients } = locale.messages.tables;
  const columns = columnsOf(track);
  const items = itemsOf(questionnaire);
  const shortOf = ({ id }: Item) => questionnaire.text[language].items[id]?.short ?? id;
  // Remarks stand at the end, where they are in nobody's way; who needs none deletes them.
  const facts = factsOf(dutiesFor(duties, track));
  const noted = items.flatMap((item) => remarks.map((remark) => ({ item, remark })));
  const keys = [
    ...columns,
    ...items.map(({ id }) => id),
    ...facts.map(({ fact }) => factKey(fact)),
    ...noted.map(({ item, remark }) => remarkKey(item.id, remark)),
  ];
  const titles = [
    ...columns.map((column) => clients.columns[column]),
    ...items.map(shortOf),
    ...facts.map(({ ask }) => locale.translate(ask)),
    ...noted.map(({ item, remark }) => remarkTitle(shortOf(item), remark, locale.messages)),
  ];
  const example = [
    ...columns.map((column) => exampleOf(column, track, locale)),
    ...exampleAnswers(items, locale),
    ...facts.map((_fact, index) => (index === 0 ? locale.messages.result.duties.facts.choices.yes : "")),
    ...noted.map(({ remark }, index) => (index < remarks.length ? clients.exampleRemarks[remark] : "")),
  ];
  if (format !== "xlsx") return new TextEncoder().encode(toCsv([keys, titles, example], format === "csv" ? "german" : "plain"));

  const values = allowedValues(track, locale);
  // Whole questions stand above facts: in a narrow column they would push the rows out of sight.
  const asked = new Set(facts.map(({ fact }) => factKey(fact)));
  const client = sheet(clients.name, keys.map((key): [string, ColumnKind] => [key, asked.has(key) ? "long-text" : "text"]), [titles, example]); // prettier-ignore
  return renderWorkbook([
    { ...client, frozen: { rows: headRows, columns: 1 }, dropdowns: dropdownsOf(columns, items.length, facts.length, values) },
    questionsSheet(questionnaire, language, locale),
    values,
  ]);
}

function exampleOf(column: ClientColumn, track: Track, { messages }: Locale): string {
  if (column === "name") return messages.tables.clients.exampleName;
  if (column === "key") return "K-001";
  if (column === "contact") return "ki@beispiel.example";
  if (column === "budgetEuro") return "15000";
  if (column === "personDaysPerQuarter") return "12";
  const choices = Object.entries(choicesOf(column, messages)).filter(([value]) => isOfTrack(column, value, track));
  return choices.at(-1)?.[1] ?? "";
}

/** One answer of each kind. */
function exampleAnswers(items: Item[], { messages: { form, tables } }: Locale): string[] {
  const level = tables.clients.level(3, form.levels[3] ?? "");
  const notApplicable = items.findIndex(({ allowsNotApplicable }, index) => allowsNotApplicable && index > 1);
  return items.map(
    (_item, index) => [level, tables.clients.dontKnow][index] ?? (index === notApplicable ? tables.clients.exampleReason : ""),
  );
}

function questionsSheet({ dimensions, text }: Questionnaire, language: Language, { messages }: Locale): Sheetlike {
  const { tables, form, names } = messages;
  const words = text[language];
  return sheet(
    tables.clients.questions,
    [
      [tables.clients.column, "text"],
      [tables.answers.topic, "text"],
      [tables.answers.question, "long-text"],
      ...form.levels.map((word, level): [string, ColumnKind] => [tables.clients.level(level, word), "long-text"]),
      [tables.clients.mayNotApply, "long-text"],
    ],
    dimensions.flatMap((dimension) =>
      dimension.items.map(({ id }) => [
        id,
        words.dimensions[dimension.id]?.name ?? dimension.id,
        words.items[id]?.question ?? id,
        ...form.levels.map((_word, level) => words.items[id]?.anchors[level] ?? ""),
        words.items[id]?.notApplicable ?? names.no,
      ]),
    ),
  );
}

/** What cells may hold: by column, as programs write it and as people do. */
function allowedValues(track: Track, { messages }: Locale): Sheetlike {
  const { result, tables } = messages;
  const { clients, answers } = tables;
  const choices = columnsOf(track)
    .filter(isClosed)
    .flatMap((column) =>
      Object.entries(choicesOf(column, messages))
        .filter(([value]) => isOfTrack(column, value, track))
        .map(([value, name]) => [column, value, name]),
    );
  const levels = messages.form.levels.map((word, level) => [answers.question, String(level), clients.level(level, word)]);
  const others = [
    [answers.question, "dk", clients.dontKnow],
    [answers.question, "na: …", clients.notApplicableReason],
    [answers.question, clients.empty, clients.notAnswered],
    ["key", "…", clients.keyMeaning],
    ...(["contact", "budgetEuro", "personDaysPerQuarter"] as const).map((column) => [column, "…", clients.meanings[column]]),
    ...remarks.map((remark) => [remarkKey("…", remark), "…", clients.meanings[remark]]),
    ...Object.entries(result.duties.facts.choices).map(([value, name]) => [factKey("…"), value, name]),
  ];
  return sheet(clients.values, [[clients.column, "text"], [clients.value, "text"], [clients.meaning, "long-text"]], [...choices, ...levels, ...others]); // prettier-ignore
}

const isOfTrack = (column: ClosedColumn, value: string, track: Track) =>
  column === "track" ? value === track : column !== "sizeClass" || sizeClassFits(track, value);

/** Each column offers what people write of its values; the questions, all of one list, the levels and "don't know". */
function dropdownsOf(
  columns: ClientColumn[],
  questions: number,
  facts: number,
  { name, rows }: Sheetlike,
): NonNullable<Sheetlike["dropdowns"]> {
  const listOf = (of: unknown, length: number) => {
    const first = rows.findIndex(([column]) => column === of) + 2;
    return `'${name}'!$C$${first}:$C$${first + length - 1}`;
  };
  const closed = columns.flatMap((column, index) => {
    const length = rows.filter(([of]) => of === column).length;
    return isClosed(column) ? [{ firstColumn: index, lastColumn: index, row: headRows, list: listOf(column, length), strict: true }] : [];
  });
  const question = rows.find(([, value]) => value === "0")?.[0];
  // A reason is typed freely, so that another value is none to ask back about.
  const answers = {
    firstColumn: columns.length,
    lastColumn: columns.length + questions - 1,
    row: headRows,
    list: listOf(question, 6),
    strict: false,
  };
  const told = { firstColumn: answers.lastColumn + 1, lastColumn: answers.lastColumn + facts, row: headRows, strict: true };
  return [...closed, answers, ...(facts > 0 ? [{ ...told, list: listOf(factKey("…"), 3) }] : [])];
}

function sheet(name: string, columns: [string, ColumnKind][], rows: string[][]): Sheetlike {
  return { name, record: false, columns: columns.map(([title, kind]) => ({ title, kind })), rows };
}
