import type { Locale } from "../../../i18n/index";
import type { Sheetlike } from "../grid";
import type { Scale } from "../scale";
import { sheetOf } from "../tables/table";
import { byUrgency, type PortfolioEntry } from "./portfolio-entry";

/** What is due at whose, the most urgent first. */
export function dueSheet(entries: readonly PortfolioEntry[], locale: Locale): Sheetlike {
  const { overview, roadmap, portfolio, remark } = locale.messages.tables;
  const { due: words } = portfolio;
  const all = entries.flatMap(({ name, due }) => due.map((one) => ({ name, ...one })));
  if (all.length === 0) return sheetOf(words.name, [words.none], [{ title: remark, kind: "long-text", of: (line) => line }]);
  return sheetOf(
    words.name,
    all.sort((a, b) => byUrgency(a, b) || locale.collator.compare(a.name, b.name)),
    [
      { title: words.day, kind: "date", of: ({ day }) => day },
      { title: words.state, kind: "text", scale: urgentWords(locale), of: ({ urgency }) => words.states[urgency] },
      { title: overview.organisation, kind: "text", of: ({ name }) => name },
      { title: words.kind, kind: "text", of: ({ kind }) => words.kinds[kind] },
      { title: words.what, kind: "long-text", of: ({ what }) => what },
      { title: roadmap.owner, kind: "text", of: ({ who }) => who },
    ],
  );
}

/** What calls for something now. */
export function urgentWords({ messages }: Locale): Scale {
  const { overdue, now } = messages.tables.portfolio.due.states;
  return { kind: "words", urgent: [overdue, now] };
}
