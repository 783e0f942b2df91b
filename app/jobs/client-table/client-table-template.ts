import { sizeClassFits } from "../../core/assessment/assessment";
import type { Content } from "../../core/content";
import type { Language, Track } from "../../core/vocabulary";
import { localeOf, type Locale } from "../../i18n/index";
import { toCsv } from "../../documents/sheets/csv";
import type { ColumnKind, Table } from "../../documents/sheets/tables/table";
import { renderWorkbook } from "../../documents/sheets/render-workbook";
import { choicesOf, columnsOf } from "./columns";

export type ClientTableFormat = "xlsx" | "csv" | "csv-plain";

/**
 * An empty table for many clients of one track: a row each, a column a question. The first row names the columns as
 * programs do, the second as people do. A workbook also lists the questions with their levels, and what cells may hold.
 */
export async function clientTableTemplate(
  { questionnaires }: Pick<Content, "questionnaires">,
  track: Track,
  language: Language,
  format: ClientTableFormat,
): Promise<Uint8Array> {
  const locale = localeOf(language);
  const questionnaire = questionnaires[track];
  const text = questionnaire.text[language];
  const items = questionnaire.dimensions.flatMap(({ id, items }) =>
    items.map((item) => ({ dimension: id, ...item, text: text.items[item.id] })),
  );
  const { clients } = locale.messages.tables;
  const columns = columnsOf(track);
  const keys = [...columns, ...items.map(({ id }) => id)];
  const titles = [...columns.map((column) => clients.columns[column]), ...items.map((item) => item.text?.short ?? item.id)];
  if (format !== "xlsx") return new TextEncoder().encode(toCsv([keys, titles], format === "csv" ? "german" : "plain"));

  const { form } = locale.messages;
  const questions = sheet(
    clients.questions,
    [
      [clients.column, "text"],
      [locale.messages.tables.answers.topic, "text"],
      [locale.messages.tables.answers.question, "long-text"],
      ...form.levels.map((word, level): [string, ColumnKind] => [clients.level(level, word), "long-text"]),
      [clients.mayNotApply, "long-text"],
    ],
    items.map((item) => [
      item.id,
      text.dimensions[item.dimension]?.name ?? item.dimension,
      item.text?.question ?? item.id,
      ...form.levels.map((_word, level) => item.text?.anchors[level] ?? ""),
      item.text?.notApplicable ?? locale.messages.names.no,
    ]),
  );
  const client = sheet(clients.name, keys.map((key): [string, ColumnKind] => [key, "text"]), [titles]); // prettier-ignore
  return renderWorkbook([client, questions, allowedValues(track, locale)]);
}

function allowedValues(track: Track, { messages }: Locale): Omit<Table, "id"> {
  const { clients, answers } = messages.tables;
  const closed = columnsOf(track).filter((column) => column !== "name");
  const choices = closed.flatMap((column) =>
    Object.entries(choicesOf(column, messages))
      .filter(([value]) => (column === "track" ? value === track : column !== "sizeClass" || sizeClassFits(track, value)))
      .map(([value, name]) => [column, value, name]),
  );
  const levels = messages.form.levels.map((word, level) => [answers.question, String(level), word]);
  const others = [
    [answers.question, "dk", clients.dontKnow],
    [answers.question, "na: …", clients.notApplicableReason],
    [answers.question, clients.empty, clients.notAnswered],
  ];
  return sheet(clients.values, [[clients.column, "text"], [clients.value, "text"], [clients.meaning, "long-text"]], [...choices, ...levels, ...others]); // prettier-ignore
}

function sheet(name: string, columns: [string, ColumnKind][], rows: string[][]): Omit<Table, "id"> {
  return { name, record: false, columns: columns.map(([title, kind]) => ({ title, kind })), rows };
}
