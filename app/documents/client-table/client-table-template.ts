import { sizeClassFits } from "../../core/answers/assessment";
import type { Content } from "../../core/content";
import type { Language, Track } from "../../core/vocabulary";
import { speak, type Speech } from "../../i18n";
import { toCsv } from "../csv";
import type { ColumnKind, Table } from "../tables/table";
import { renderWorkbook } from "../xlsx/render-workbook";
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
  const speech = speak(language);
  const questionnaire = questionnaires[track];
  const text = questionnaire.text[language];
  const items = questionnaire.dimensions.flatMap(({ id, items }) =>
    items.map((item) => ({ dimension: id, ...item, text: text.items[item.id] })),
  );
  const { clients } = speech.words.tables;
  const columns = columnsOf(track);
  const keys = [...columns, ...items.map(({ id }) => id)];
  const titles = [...columns.map((column) => clients.columns[column]), ...items.map((item) => item.text?.short ?? item.id)];
  if (format !== "xlsx") return new TextEncoder().encode(toCsv([keys, titles], format === "csv" ? "german" : "plain"));

  const { form } = speech.words;
  const questions = sheet(
    clients.questions,
    [
      [clients.column, "text"],
      [speech.words.tables.answers.topic, "text"],
      [speech.words.tables.answers.question, "long-text"],
      ...form.levels.map((word, level): [string, ColumnKind] => [clients.level(level, word), "long-text"]),
      [clients.mayNotApply, "long-text"],
    ],
    items.map((item) => [
      item.id,
      text.dimensions[item.dimension]?.name ?? item.dimension,
      item.text?.question ?? item.id,
      ...form.levels.map((_word, level) => item.text?.anchors[level] ?? ""),
      item.text?.notApplicable ?? speech.words.names.no,
    ]),
  );
  const client = sheet(clients.name, keys.map((key): [string, ColumnKind] => [key, "text"]), [titles]); // prettier-ignore
  return renderWorkbook([client, questions, allowedValues(track, speech)]);
}

function allowedValues(track: Track, { words }: Speech): Omit<Table, "id"> {
  const { clients, answers } = words.tables;
  const closed = columnsOf(track).filter((column) => column !== "name");
  const choices = closed.flatMap((column) =>
    Object.entries(choicesOf(column, words))
      .filter(([value]) => (column === "track" ? value === track : column !== "sizeClass" || sizeClassFits(track, value)))
      .map(([value, name]) => [column, value, name]),
  );
  const levels = words.form.levels.map((word, level) => [answers.question, String(level), word]);
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
