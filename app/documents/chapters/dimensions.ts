import type { TopicView } from "../../views/topics";
import { bullets, facts, heading, muted, notice, paragraph, strong, table } from "../blocks";
import type { Block } from "../document";
import type { DocumentInput } from "../material";
import { writtenBlocks } from "./summary";

/** Each topic: what is in place, what is missing, what nobody knows, and the answers behind it. */
export function dimensionsChapter(input: DocumentInput): Block[] {
  const { view, locale } = input;
  return [heading(1, locale.messages.report.sections.dimensions), ...view.topics.flatMap((topic) => topicSection(topic, input))];
}

function topicSection(topic: TopicView, input: DocumentInput): Block[] {
  const { locale, include, view } = input;
  const { report, document, result } = locale.messages;
  return [
    heading(2, topic.gate ? `${topic.name} (${report.gate})` : topic.name),
    ...(view.quick
      ? []
      : [
          facts([
            [result.value.short, [strong(topic.score), ...(topic.band ? [{ text: `, ${topic.band}` }] : [])]],
            ...(topic.values.lower === topic.values.upper ? [] : ([[result.value.range, topic.interval]] as const)),
            ...(topic.stage ? ([[report.stage, topic.stage]] as const) : []),
            [report.coverage, [topic.coverage, topic.reason].filter(Boolean).join(". ")],
          ]),
        ]),
    ...comment(topic, input),
    heading(3, result.topic.inPlace),
    ...(topic.inPlace.length > 0 ? bullets(topic.inPlace) : [paragraph(result.topic.nothingInPlace)]),
    ...(topic.missing.length > 0 ? [heading(3, result.topic.missing), ...bullets(topic.missing)] : []),
    ...(topic.open.length > 0 ? [heading(3, result.topic.open), ...bullets(topic.open)] : []),
    ...(include.evidence || include.notes
      ? [
          heading(3, report.restsOn),
          table(
            document.basisCaption(topic.name),
            [
              { title: report.question, share: 5 },
              { title: report.answer, share: 5 },
              ...(include.evidence ? [{ title: report.evidence, share: 3 }] : []),
            ],
            topic.questions.map((question) => [
              `${question.number}. ${question.question}`,
              include.notes && question.note ? [{ text: question.answer }, muted(`\n${question.note}`)] : question.answer,
              ...(include.evidence ? [question.evidence] : []),
            ]),
          ),
        ]
      : []),
  ];
}

function comment({ comment: text }: TopicView, { view, locale }: DocumentInput): Block[] {
  const { written } = view;
  if (!written || !text) return [];
  const { document } = locale.messages;
  return [
    heading(3, document.comment),
    ...(written.outdated ? [notice("warning", document.outdated)] : []),
    ...writtenBlocks(text, written.language, locale.language),
  ];
}
