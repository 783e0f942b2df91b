import type { DimensionId } from "../../../core/vocabulary";
import type { Locale } from "../../../i18n/index";
import type { Sheetlike } from "../grid";
import { sheetOf } from "../tables/table";
import type { PortfolioEntry } from "./portfolio-entry";

/** The value of every topic. Whoever has only answered the quick check has none. */
export function topicsSheet(entries: readonly PortfolioEntry[], { messages }: Locale): Sheetlike {
  const { overview, portfolio } = messages.tables;
  const sheet = sheetOf(
    portfolio.topics.name,
    [...entries],
    [
      { title: overview.organisation, kind: "text", of: ({ name }) => name },
      ...topicNames(entries).map(({ id, name }) => ({
        title: name,
        kind: "score" as const,
        scale: { kind: "score" as const },
        of: ({ topics }: PortfolioEntry) => topics.find((topic) => topic.id === id)?.score ?? null,
      })),
    ],
  );
  return { ...sheet, frozen: { rows: 1, columns: 1 } };
}

/** The topics in their order; one that the questionnaires name differently has both names. */
export function topicNames(entries: readonly PortfolioEntry[]): { id: DimensionId; name: string }[] {
  const names = new Map<DimensionId, string[]>();
  for (const { id, name } of entries.flatMap(({ topics }) => topics)) {
    const known = names.get(id) ?? [];
    names.set(id, known.includes(name) ? known : [...known, name]);
  }
  return [...names].map(([id, all]) => ({ id, name: all.join(" / ") }));
}
