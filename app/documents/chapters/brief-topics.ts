import type { TopicView } from "../../views/topics";
import { facts, heading, hint, lead, runs, table } from "../blocks";
import type { Block } from "../document";
import { rangeFigure } from "../figures";
import type { DocumentInput } from "../material";
import type { Locale } from "../../i18n/index";

/** More open questions than these are told topic by topic alone. */
const toldUnclear = 6;

/** The nine topics on one page: where each stands, which are further on, which less, what is unclear. */
export function topicsPage(input: DocumentInput): Block[] {
  const { view, locale } = input;
  const { papers, result, names } = locale.messages;
  const { strongest, weakest } = view.overview;
  const open = view.topics.flatMap(({ brief }) => brief.open);
  const unclear =
    open.length === 0 ? [papers.topics.nothingUnclear] : open.length > toldUnclear ? [papers.topics.manyUnclear(open.length)] : open;
  return [
    heading(1, topicsTitle(input)),
    rangeFigure(view, locale),
    {
      kind: "columns",
      columns: [
        ...(strongest ? [{ title: papers.topics.strong, items: [runs(strongest)] }] : []),
        ...(weakest ? [{ title: papers.topics.weak, items: [runs(weakest)] }] : []),
        { title: papers.topics.unclear, items: unclear.map(runs) },
      ],
    },
    ...(view.overview.bottleneck ? [facts([[result.bottleneck, view.overview.bottleneck]])] : []),
    heading(2, papers.topics.stagesTitle),
    table(
      "",
      [
        { title: locale.messages.report.stage, share: 2 },
        { title: papers.topics.stageMeans, share: 6 },
      ],
      papers.topics.stages.map((text, stage) => [`${stage} ${names.stages[stage] ?? ""}`, text]),
    ),
  ];
}

function topicsTitle({ view, locale }: DocumentInput): string {
  const { papers } = locale.messages;
  const valued = view.topics.filter(({ values }) => values.score !== null);
  const scores = valued.flatMap(({ values }) => values.score ?? []);
  if (valued.length === 0) return papers.topics.noneTitle;
  const [low, high] = [locale.score(Math.min(...scores)), locale.score(Math.max(...scores))];
  if (valued.length === view.topics.length && low === high) return papers.topics.sameTitle(low);
  if (valued.length === view.topics.length) return papers.topics.title(low, high);
  const without = view.topics.filter(({ values }) => values.score === null).map(({ short }) => short);
  return papers.topics.someTitle(valued.length, low, high, locale.names(without));
}

/** Topic by topic, in a few words from the answers: what is there, what is missing, what is unclear, what the plan does. */
export function briefTopicsPage(input: DocumentInput): Block[] {
  const { view, locale } = input;
  const { papers } = locale.messages;
  return [heading(1, papers.topics.briefTitle), lead(papers.topics.briefLead), ...view.topics.flatMap((topic) => briefTopic(topic, input))];
}

/** Which measures of the plan lift a topic, by their numbers there; null where there is neither one nor a gap to lift. */
function measuresFor(topic: TopicView, { view, locale }: DocumentInput): string | null {
  const { papers } = locale.messages;
  const numbers = (view.plan.planned?.steps ?? []).flatMap(({ lifted }, index) => (lifted.includes(topic.id) ? [String(index + 1)] : []));
  if (numbers.length > 0) return papers.topics.measures(locale.list(numbers), numbers.length);
  return topic.brief.missing.length + topic.brief.open.length > 0 ? papers.topics.notInPlan : null;
}

/** What is in place, missing and unclear, in a few words with the numbers of their questions. */
export function standingInBrief({ brief: { inPlace, missing, open } }: TopicView, { messages, names }: Locale): [string, string][] {
  const { result, papers } = messages;
  return [
    // Of what nobody knows it is not said that it is not there.
    ...(inPlace.length > 0 || open.length === 0 ? pair(result.topic.inPlace, inPlace.join("; ") || papers.topics.nothing) : []),
    ...(missing.length > 0 ? pair(result.topic.missing, names(missing, true)) : []),
    ...(open.length > 0 ? pair(result.topic.open, names(open, true)) : []),
  ];
}

const pair = (term: string, said: string): [string, string][] => [[term, said]];

function briefTopic(topic: TopicView, input: DocumentInput): Block[] {
  const { view, locale } = input;
  const { result, papers, report } = locale.messages;
  const value = topic.values.score === null ? "" : `: ${topic.score}`;
  const measures = view.decision && measuresFor(topic, input);
  const range = topic.values.lower === topic.values.upper ? "" : ` (${result.value.range.toLowerCase()} ${topic.interval})`;
  return [
    heading(2, `${topic.name}${topic.gate ? ` (${report.gate})` : ""}${view.quick ? "" : `${value}${range}`}`),
    facts([...standingInBrief(topic, locale), ...(measures ? ([[papers.topics.next, measures]] as const) : [])]),
    ...(topic.comment ? [hint(topic.comment)] : []),
  ];
}
