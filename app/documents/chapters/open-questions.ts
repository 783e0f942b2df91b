import { bullets, heading, lead } from "../blocks";
import type { Block } from "../document";
import type { DocumentInput } from "../material";

/** What nobody could say yet; nothing where everything is answered. */
export function openQuestionsChapter({ view, report, locale }: DocumentInput): Block[] {
  const { document } = locale.messages;
  const open = new Set(report.items.filter(({ level }) => level === null).map(({ id }) => id));
  const topics = view.topics
    .map(({ name, questions }) => ({ name, open: questions.filter(({ id }) => open.has(id)) }))
    .filter((topic) => topic.open.length > 0);
  if (topics.length === 0) return [];
  return [
    heading(1, document.openTitle),
    lead(document.openLead),
    ...topics.flatMap((topic) => [
      heading(2, topic.name),
      ...bullets(topic.open.map(({ number, question, answer }) => `${number}. ${question} (${answer})`)),
    ]),
  ];
}
