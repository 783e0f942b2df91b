import { distinctNames } from "../../../core/mappe/distinct-names";
import type { Locale } from "../../../i18n/index";
import type { Sheetlike } from "../grid";
import { byUrgency, type PortfolioMember } from "./portfolio-entry";
import { dueSheet } from "./due-sheet";
import { measuresSheet } from "./measures-sheet";
import { organisationsSheet, profilesSheet } from "./organisations-sheet";
import { summarySheet } from "./summary-sheet";
import { topicsSheet } from "./topics-sheet";

/**
 * Many organisations side by side, as the sheets of one workbook: together, one by one, topic by topic, what several of
 * them could do, what is due, and who they are. Ordered by the next deadline, never by value.
 */
export function portfolioSheets(members: readonly PortfolioMember[], locale: Locale): Sheetlike[] {
  const names = distinctNames(members.map(({ entry, key }) => ({ name: entry.name, marks: [key, entry.place, entry.size] })));
  const named = members.map((member, index) => ({ ...member, entry: { ...member.entry, name: names[index] ?? member.entry.name } }));
  const ordered = named.sort((a, b) => nextOf(a, b) || locale.collator.compare(a.entry.name, b.entry.name));
  const entries = ordered.map(({ entry }) => entry);
  return [
    summarySheet(entries, locale),
    organisationsSheet(ordered, locale),
    topicsSheet(entries, locale),
    measuresSheet(entries, locale),
    dueSheet(entries, locale),
    profilesSheet(ordered, locale),
  ];
}

/** Who has nothing due comes last. */
function nextOf({ entry: { due: [one] } }: PortfolioMember, { entry: { due: [other] } }: PortfolioMember): number {
  return one && other ? byUrgency(one, other) : Number(one === undefined) - Number(other === undefined);
} // prettier-ignore
