import { heading, hint, paragraph, table } from "../blocks";
import type { Block } from "../document";
import type { MembersInput } from "./members-input";

/** Who has answered what, and what is due again. Taking part is no value: these counts are exact. */
export function participationPage({ standing, content, locale }: MembersInput): Block[] {
  const { membersReport, mappe } = locale.messages;
  const { participation: words } = membersReport;
  const { all, begun, states, topics, dueAgain, dueMonths } = standing;
  const track = standing.values[0]?.track ?? "municipality";
  const names = content.questionnaires[track].text[locale.language].dimensions;
  const number = { share: 2, numeric: true };
  return [
    heading(1, words.title),
    paragraph(words.lead(begun, all)),
    table(
      words.states,
      [{ title: words.state, share: 6 }, { ...number, title: words.count }],
      states.map(({ state, count }) => [mappe.states[state], String(count)]),
    ),
    hint(words.topicsHint),
    table(
      words.topics,
      [{ title: words.topic, share: 5 }, ...[words.complete, words.partly, words.none].map((title) => ({ ...number, title }))],
      topics.map(({ id, complete, partly, none }) => [names[id]?.short ?? id, ...[complete, partly, none].map(String)]),
    ),
    heading(2, words.due),
    paragraph(words.dueLead),
    ...(dueAgain + dueMonths.length === 0
      ? [paragraph(words.nothingDue)]
      : [
          table(
            "",
            [{ title: words.month, share: 6 }, { ...number, title: words.count }],
            [[words.dueNow, String(dueAgain)], ...dueMonths.map(({ month, count }) => [locale.date(month), String(count)])],
          ),
        ]),
  ];
} // prettier-ignore
