import { bullets, heading, hint, lead, paragraph, strong, table } from "../blocks";
import type { Block, Runs } from "../document";
import { historyFigure } from "../figures";
import type { HistoryStepView, HistoryView } from "../../views/history";
import type { DocumentInput } from "../material";

/** What changed since the last round, on a page. Nothing before there are two rounds; targets stand there as soon as there are any. */
export function progressPage({ view, locale }: DocumentInput): Block[] {
  const { history } = view;
  const words = locale.messages.rounds.history;
  const [latest, ...earlier] = history.steps;
  if (!latest) return history.targets.length > 0 ? [heading(1, words.targets), ...targets(view)] : [];
  return [
    heading(1, history.headline),
    lead(latest.title),
    ...(latest.parts
      ? [
          paragraph([
            strong(`${words.changed}: `),
            { text: `${latest.parts.changed}. ` },
            strong(`${words.clarified}: `),
            { text: `${latest.parts.clarified}. ` },
            { text: words.clarifiedHint, muted: true },
          ]),
        ]
      : []),
    ...[latest.noise, latest.without].flatMap((sentence) => (sentence ? [paragraph(sentence)] : [])),
    ...(latest.parts && latest.groups.length === 0 ? [paragraph(words.unchanged)] : []),
    ...latest.groups.flatMap(({ title, items }) => [heading(2, title), ...bullets(items)]),
    heading(2, words.done),
    ...(latest.done.length === 0 ? [paragraph(words.noneDone)] : bullets(latest.done.map(({ title }) => title))),
    ...(history.targets.length > 0 ? [heading(2, words.targets), ...targets(view)] : []),
    heading(2, words.chart),
    historyFigure(view),
    table(
      "",
      [
        { title: locale.messages.report.dimension, share: 5 },
        ...history.points.slice(-toldRounds).map(({ name }) => ({ title: name, share: 2, numeric: true })),
        ...[words.changed, words.clarified].map((title) => ({ title, share: 2, numeric: true })),
      ],
      [
        [
          locale.messages.result.value.short,
          ...history.points.slice(-toldRounds).map(({ value }) => value),
          ...(latest.bare ? [latest.bare.changed, latest.bare.clarified] : ["–", "–"]),
        ],
        ...(view.quick ? [] : history.topics.map((topic) => topicRow(topic, latest))),
      ],
    ),
    ...(isMarked(latest) ? [hint(`* ${words.notSecured}. ${words.securedHint}`)] : []),
    ...latest.compared.map((sentence) => hint(sentence)),
    ...(earlier.length > 0 ? [heading(2, words.earlier), ...earlier.slice(0, toldRounds - 2).map((step) => earlierStep(step, words))] : []),
  ];
}

type Step = HistoryStepView;
type Words = DocumentInput["locale"]["messages"]["rounds"]["history"];

/** The values of the rounds, and what changed since the last one. */
function topicRow({ id, name, points }: HistoryView["topics"][number], latest: Step): string[] {
  const change = latest.topics.find((one) => one.id === id);
  return [
    name,
    ...points.slice(-toldRounds).map(({ value }) => value),
    ...(change ? [`${change.changed}${change.isSure === false ? "*" : ""}`, change.clarified] : ["–", "–"]),
  ];
}

const isMarked = ({ topics }: Step): boolean => topics.some(({ isSure }) => isSure === false);

/** In a few lines: how much, whether it is more than noise, and what was compared. */
function earlierStep({ title, parts, noise, without, compared }: Step, words: Words): Block {
  return paragraph([
    strong(`${title}. `),
    { text: parts ? `${words.changed}: ${parts.changed}. ${words.clarified}: ${parts.clarified}. ` : "" },
    { text: [noise ?? without, ...compared].filter(Boolean).join(" ") },
  ]);
}

/** So many fit side by side; the chart has all of them. */
const toldRounds = 5;

function targets({ history }: DocumentInput["view"]): Block[] {
  return bullets(
    history.targets.map(({ name, target, standing, plan }): Runs => [
      strong(`${name}: `),
      { text: [target, standing, plan].filter(Boolean).join("; ") },
    ]),
  );
}
