import type { DocumentInput } from "../../material";
import { checkMark } from "../../../views/check-words";
import { evidenceText } from "../../../views/evidence";
import { tableOf, type Table } from "./table";

/** Every question that was asked, with its answer. Notes and evidence only where the reader asked for them. */
export function answersTable({ report, view, locale, include }: DocumentInput): Table {
  const { answers, id: idTitle } = locale.messages.tables;
  const given = report.answers;
  const standings = new Map(report.items.map(({ id, level }) => [id, level]));
  const questions = view.topics.flatMap(({ name, questions }) => questions.map((question) => ({ topic: name, ...question })));
  return tableOf("answers", answers.name, questions, [
    { title: answers.number, kind: "whole", of: ({ number }) => number },
    { title: answers.topic, kind: "text", of: ({ topic }) => topic },
    { title: answers.question, kind: "long-text", of: ({ question }) => question },
    { title: answers.level, kind: "whole", scale: { kind: "stage" }, of: ({ id }) => standings.get(id) ?? null },
    { title: answers.answer, kind: "long-text", of: ({ answer }) => answer },
    ...(include.notes ? [{ title: answers.note, kind: "long-text" as const, of: ({ id }: { id: string }) => given[id]?.note ?? null }] : []),
    ...(include.evidence ? [{ title: answers.evidence, kind: "long-text" as const, of: ({ id }: { id: string }) => [evidenceText(given[id], locale), checkMark(given[id], locale)].filter(Boolean).join("; ") || null }] : []),
    { title: idTitle, kind: "text", of: ({ id }) => id },
  ]); // prettier-ignore
}
