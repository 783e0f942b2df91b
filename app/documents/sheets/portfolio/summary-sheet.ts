import { byQuestionnaire } from "../../../core/mappe/by-questionnaire";
import { medianOf } from "../../../core/mappe/portfolio";
import type { Locale } from "../../../i18n/index";
import { questionnaireName } from "../../../views/questionnaire-name";
import type { Sheetlike } from "../grid";
import { sheetOf, type TableCell } from "../tables/table";
import { topicNames } from "./topics-sheet";
import type { PortfolioEntry } from "./portfolio-entry";

/** All of them together; what lies in the middle, for each questionnaire by itself. */
export function summarySheet(entries: readonly PortfolioEntry[], { messages }: Locale): Sheetlike {
  const { summary } = messages.tables.portfolio;
  const groups = byQuestionnaire(entries);
  const scores = scoresOf(entries);
  const due = entries.flatMap((entry) => entry.due);
  const dates = entries.map(({ date }) => date).sort();
  const of = (value: TableCell) => () => value;
  return sheetOf(
    summary.name,
    [null],
    [
      { title: summary.organisations, kind: "whole", of: of(entries.length) },
      { title: summary.day, kind: "date", of: of(dates.at(-1) ?? null) },
      { title: summary.scored, kind: "whole", of: of(scores.length) },
      ...groups.flatMap((group) => {
        const who = groups.length > 1 ? questionnaireName(group, groups, summary.middleOf) : summary.middle;
        const score = (what: string, values: number[]) => ({ title: `${who}: ${what}`, kind: "score" as const, of: of(medianOf(values)) });
        return [
          score(summary.value, scoresOf(group.rows)),
          ...topicNames(group.rows).map(({ id, name }) =>
            score(
              name,
              group.rows.flatMap(({ topics }) => topics.find((topic) => topic.id === id)?.score ?? []),
            ),
          ),
        ];
      }),
      { title: summary.dutiesOpen, kind: "whole", of: of(entries.reduce((sum, { dutiesOpen }) => sum + dutiesOpen, 0)) },
      { title: summary.overdue, kind: "whole", of: of(due.filter(({ urgency }) => urgency === "overdue").length) },
      { title: summary.noRanking, kind: "long-text", of: of(summary.noRankingText) },
    ],
    true,
  );
}

const scoresOf = (entries: readonly PortfolioEntry[]) => entries.flatMap(({ score }) => score ?? []);
