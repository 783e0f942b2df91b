import { bullets, heading, hint, lead, paragraph, strong, table } from "../blocks";
import type { Block, Runs } from "../document";
import { historyFigure } from "../figures";
import type { DocumentInput } from "../material";

/** What changed since the last round, on a page. Nothing before there are two rounds; targets stand there as soon as there are any. */
export function progressPage({ view, locale }: DocumentInput): Block[] {
  const { history } = view;
  const words = locale.messages.rounds.history;
  const [latest] = history.steps;
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
    ...(latest.done.length === 0 ? [paragraph(words.noneDone)] : bullets(latest.done)),
    ...(history.targets.length > 0 ? [heading(2, words.targets), ...targets(view)] : []),
    heading(2, words.chart),
    historyFigure(view, locale),
    table(
      "",
      [
        { title: locale.messages.report.dimension, share: 5 },
        ...history.points.slice(-toldRounds).map(({ name }) => ({ title: name, share: 2, numeric: true })),
      ],
      [
        [locale.messages.result.value.short, ...history.points.slice(-toldRounds).map(({ value }) => value)],
        ...(view.quick ? [] : history.topics.map(({ name, points }) => [name, ...points.slice(-toldRounds).map(({ value }) => value)])),
      ],
    ),
    ...latest.compared.map((sentence) => hint(sentence)),
  ];
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
