import type { Locale } from "../../../i18n/index";
import type { Sheetlike } from "../grid";
import { sheetOf, type TableCell } from "../tables/table";
import { topicNames } from "./topics-sheet";
import type { PortfolioEntry } from "./portfolio-entry";

/** All of them together. */
export function summarySheet(entries: readonly PortfolioEntry[], { messages }: Locale): Sheetlike {
  const { summary } = messages.tables.portfolio;
  const scores = entries.flatMap(({ score }) => score ?? []);
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
      { title: summary.median, kind: "score", of: of(median(scores)) },
      ...topicNames(entries).map(({ id, name }) => ({
        title: summary.medianOf(name),
        kind: "score" as const,
        of: of(median(entries.flatMap(({ topics }) => topics.find((topic) => topic.id === id)?.score ?? []))),
      })),
      { title: summary.dutiesOpen, kind: "whole", of: of(entries.reduce((sum, { dutiesOpen }) => sum + dutiesOpen, 0)) },
      { title: summary.overdue, kind: "whole", of: of(due.filter(({ urgency }) => urgency === "overdue").length) },
      { title: summary.noRanking, kind: "long-text", of: of(summary.noRankingText) },
    ],
    true,
  );
}

/** @returns null of nothing. */
function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
