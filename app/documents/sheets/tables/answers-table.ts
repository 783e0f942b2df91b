import { levelOf } from "../../../core/assessment/answer";
import type { DocumentInput } from "../../material";
import { tableOf, type Table } from "./table";

/** Every question that was asked, with its answer. Notes and evidence only where the reader asked for them. */
export function answersTable({ data, view, locale, include }: DocumentInput): Table {
  const { answers, id: idTitle } = locale.messages.tables;
  const given = data.report.answers;
  const questions = view.dimensions.flatMap(({ name, questions }) => questions.map((question) => ({ topic: name, ...question })));
  return tableOf("answers", answers.name, questions, [
    { title: answers.number, kind: "whole", of: ({ number }) => number },
    { title: answers.topic, kind: "text", of: ({ topic }) => topic },
    { title: answers.question, kind: "long-text", of: ({ question }) => question },
    { title: answers.level, kind: "whole", of: ({ id }) => levelNumber(levelOf(given[id])) },
    { title: answers.answer, kind: "long-text", of: ({ answer }) => answer },
    ...(include.notes ? [{ title: answers.note, kind: "long-text" as const, of: ({ id }: { id: string }) => given[id]?.note ?? null }] : []),
    ...(include.evidence ? [{ title: answers.evidence, kind: "long-text" as const, of: ({ id }: { id: string }) => given[id]?.evidence ?? null }] : []),
    { title: idTitle, kind: "text", of: ({ id }) => id },
  ]); // prettier-ignore
}

/** "Don't know" and "does not apply" are no zero. */
const levelNumber = (level: ReturnType<typeof levelOf>) => (typeof level === "number" ? level : null);
