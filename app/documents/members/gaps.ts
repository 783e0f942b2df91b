import type { ToldQuestion } from "../../core/mappe/members-standing";
import { heading, hint, paragraph, table } from "../blocks";
import type { Block } from "../document";
import { countText, isMixed, wordsOf, type MembersInput } from "./members-input";

/** As many gaps as a council talks about; a table of more than twelve rows may go over to the next page. */
const first = 14;

/** What most lack, and which measure would lift most of them there. */
export function gapsPage(input: MembersInput): Block[] {
  const { standing, locale } = input;
  const { gaps: words } = locale.messages.membersReport;
  if (standing.gaps.length === 0) return [heading(1, words.title), paragraph(words.none)];
  return [
    heading(1, words.title),
    paragraph(words.lead),
    table(
      "",
      [
        { title: words.question, share: 6 },
        { title: words.low, share: 3 },
        { title: words.measure, share: 5 },
      ],
      standing.gaps.slice(0, first).map((gap) => [nameOf(gap, input), countText(gap.low, locale), helpFor(gap, input)]),
    ),
  ];
}

function nameOf(gap: ToldQuestion, input: MembersInput): string {
  const { question, topic } = wordsOf(gap, input);
  const { names } = input.locale.messages;
  return `${question}\n${topic}${isMixed(input) ? ` (${names.tracks[gap.track]}, ${gap.modelVersion})` : ""}`;
}

/** The one that lifts most; of two alike the one whose own list comes first. */
function helpFor({ item, track }: ToldQuestion, { standing, locale }: MembersInput): string {
  const { gaps: words } = locale.messages.membersReport;
  const help = standing.measures.find((one) => one.track === track && one.initiative.lifts.some((lift) => lift.item === item));
  return help ? words.lifts(locale.translate(help.initiative.title), countText(help.lifts, locale)) : words.noMeasure;
}

/** Every question with its counts, one table for each questionnaire and topic. */
export function questionsPages(input: MembersInput): Block[] {
  const { standing, locale } = input;
  const { questions: words, gaps } = locale.messages.membersReport;
  if (standing.questions.length === 0) return [heading(1, words.title), paragraph(words.tooFew)];
  const captions = [...new Set(standing.questions.map((question) => captionOf(question, input)))];
  return [
    heading(1, words.title),
    paragraph(words.lead),
    ...captions.map((caption) =>
      table(
        caption,
        [
          { title: gaps.question, share: 7 },
          { title: gaps.low, share: 3 },
          { title: words.inPlace, share: 3 },
          { title: gaps.open, share: 3 },
        ],
        standing.questions
          .filter((question) => captionOf(question, input) === caption)
          .map((question) => [
            wordsOf(question, input).short,
            ...(["low", "inPlace", "open"] as const).map((which) => countText(question[which], locale)),
          ]),
      ),
    ),
    hint(locale.messages.membersReport.opening.rule),
  ];
}

function captionOf(question: ToldQuestion, input: MembersInput): string {
  const { membersReport, names } = input.locale.messages;
  const { topic } = wordsOf(question, input);
  return isMixed(input) ? `${topic}: ${membersReport.values.group(names.tracks[question.track], question.modelVersion)}` : topic;
}
