import type { TopicView } from "../../views/topics";
import { bullets, facts, heading, muted, notice, paragraph, strong, table } from "../blocks";
import type { Block } from "../document";
import type { DocumentInput } from "../material";
import type { Locale } from "../../i18n/index";
import { standingInBrief } from "./brief-topics";
import { writtenBlocks } from "./summary";

/** Each topic: what is in place, what is missing, what nobody knows, and the answers behind it. */
export function dimensionsChapter(input: DocumentInput): Block[] {
  const { view, locale } = input;
  return [heading(1, locale.messages.report.sections.dimensions), ...view.topics.flatMap((topic) => topicSection(topic, input))];
}

function topicSection(topic: TopicView, input: DocumentInput): Block[] {
  const { locale, include, view } = input;
  const { report, document } = locale.messages;
  const isTable = include.evidence || include.notes;
  return [
    heading(2, topic.gate ? `${topic.name} (${report.gate})` : topic.name),
    facts([
      ...(view.quick ? [] : valueFacts(topic, locale)),
      // The table tells what was answered, in full.
      ...(isTable ? standingInBrief(topic, locale) : []),
    ]),
    ...comment(topic, input),
    ...(isTable
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
      : standingInFull(topic, locale)),
  ];
}

function valueFacts(
  { score, band, values, interval, stage, coverage, reason }: TopicView,
  { messages }: Locale,
): Parameters<typeof facts>[0] {
  const { report, result } = messages;
  return [
    [result.value.short, [strong(score), ...(band ? [{ text: `, ${band}` }] : [])]],
    ...(values.lower === values.upper ? [] : ([[result.value.range, interval]] as const)),
    ...(stage ? ([[report.stage, stage]] as const) : []),
    [report.coverage, [coverage, reason].filter(Boolean).join(". ")],
  ];
}

function standingInFull({ inPlace, missing, open }: TopicView, { messages }: Locale): Block[] {
  const { topic: words } = messages.result;
  return [
    heading(3, words.inPlace),
    ...(inPlace.length > 0 ? bullets(inPlace) : [paragraph(words.nothingInPlace)]),
    ...(missing.length > 0 ? [heading(3, words.missing), ...bullets(missing)] : []),
    ...(open.length > 0 ? [heading(3, words.open), ...bullets(open)] : []),
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
