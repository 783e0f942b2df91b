import { modelOf } from "../../core/content";
import type { ValueGroup } from "../../core/mappe/members-standing";
import type { RingFigure } from "../../core/ring/ring";
import { stageOf } from "../../core/score/stage";
import { dimensionIds } from "../../core/vocabulary";
import { heading, hint, lead, paragraph, table } from "../blocks";
import type { Block } from "../document";
import { quartileFigure } from "../figures";
import type { MembersInput } from "./members-input";

/** The middle of the value and of each topic, once as small scales and once as a table. */
export function valuesPage(input: MembersInput): Block[] {
  const { standing, locale } = input;
  const { values: words } = locale.messages.membersReport;
  const blocks = standing.values.flatMap((group) => groupBlocks(group, input));
  return [heading(1, words.title), lead(words.lead), ...(blocks.length > 0 ? blocks : [paragraph(words.tooFew)]), hint(words.rounding)];
}

function groupBlocks(group: ValueGroup, { content, locale }: MembersInput): Block[] {
  const { messages, language, date } = locale;
  const { values: words } = messages.membersReport;
  const { track, modelVersion, count, figures, publishedOn } = group;
  const names = modelOf(content, group).text[language].dimensions;
  const rows = [
    ...(figures.overall ? [{ name: words.overall, figure: figures.overall }] : []),
    ...dimensionIds.flatMap((id) => (figures.topics[id] ? [{ name: names[id]?.short ?? id, figure: figures.topics[id] }] : [])),
  ];
  const stage = ({ median }: RingFigure) => messages.mappe.overview.stageOf(stageOf(median), messages.names.stages[stageOf(median)] ?? "");
  const stageWord = ({ median }: RingFigure) => messages.names.stage(stageOf(median), messages.names.stages[stageOf(median)] ?? "");
  const half = ({ lower, upper }: RingFigure) => (lower === null || upper === null ? null : words.halfOf(String(lower), String(upper)));
  const number = { share: 2, numeric: true };
  return [
    heading(2, words.group(messages.names.tracks[track], modelVersion)),
    ...(rows.length === 0
      ? [paragraph(publishedOn === null ? words.tooFew : words.ofRingNone)]
      : [
          paragraph(publishedOn === null ? words.ofToday(count) : words.ofRing(date(publishedOn))),
          quartileFigure(
            rows.map(({ name, figure }) => ({ name, median: figure.median, lower: figure.lower, upper: figure.upper, stage: stage(figure) })),
            words.alternative(rows.map(({ name, figure }) => words.one(name, String(figure.median), half(figure))).join("; ")),
            words.caption,
          ),
          table(
            words.table,
            [
              { title: words.what, share: 5 },
              { ...number, title: words.median },
              { title: words.half, share: 3 },
              { title: words.stage, share: 4 },
              { ...number, title: words.n },
            ],
            rows.map(({ name, figure }) => [name, String(figure.median), half(figure) ?? words.noHalf, stageWord(figure), String(figure.n)]),
          ),
        ]),
  ];
} // prettier-ignore
