import { bullets, heading, lead } from "../blocks";
import type { Block } from "../document";
import type { DocumentInput } from "../material";
import { levelOf } from "../../core/assessment/answer";

/** What nobody could say yet. */
export function openQuestionsChapter({ view, data, locale }: DocumentInput): Block[] {
  const { document } = locale.messages;
  const topics = view.dimensions
    .map(({ name, questions }) => ({ name, open: questions.filter(({ id }) => levelOf(data.report.answers[id]) === "open") }))
    .filter(({ open }) => open.length > 0);
  return [
    heading(1, document.openTitle),
    lead(topics.length > 0 ? document.openLead : document.openNone),
    ...topics.flatMap(({ name, open }) => [
      heading(2, name),
      ...bullets(open.map(({ number, question, answer }) => `${number}. ${question} (${answer})`)),
    ]),
  ];
}
