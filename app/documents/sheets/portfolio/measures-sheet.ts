import type { Locale } from "../../../i18n/index";
import type { Sheetlike } from "../grid";
import { sheetOf } from "../tables/table";
import type { PortfolioEntry } from "./portfolio-entry";

type Measure = PortfolioEntry["measures"][number];
type Shared = { measure: Measure; members: { name: string; own: Measure }[] };

/** A rise below this is none. */
const noRise = 1e-9;

/** What is recommended for several: one could do it for all of them. What lifts most of them stands first. */
export function measuresSheet(entries: readonly PortfolioEntry[], locale: Locale): Sheetlike {
  const { initiatives, portfolio, remark, id: idTitle } = locale.messages.tables;
  const { measures: words } = portfolio;
  const shared = sharedOf(entries).sort(
    (a, b) => lifted(b) - lifted(a) || b.members.length - a.members.length || locale.collator.compare(a.measure.title, b.measure.title),
  );
  if (shared.length === 0) return sheetOf(words.name, [words.none], [{ title: remark, kind: "long-text", of: (line) => line }]);
  return sheetOf(words.name, shared, [
    { title: initiatives.title, kind: "long-text", of: ({ measure }) => measure.title },
    { title: initiatives.kind, kind: "text", of: ({ measure }) => measure.kind },
    { title: initiatives.topic, kind: "text", of: ({ measure }) => measure.topic },
    { title: words.recommended, kind: "whole", of: ({ members }) => members.length },
    { title: words.lifts, kind: "whole", of: lifted },
    { title: words.planned, kind: "whole", of: ({ members }) => members.filter(({ own }) => own.isPlanned).length },
    { title: words.gain, kind: "gain", of: ({ members }) => Math.max(...members.map(({ own }) => own.rise)) },
    { title: initiatives.costLow, kind: "euros", of: ({ members }) => Math.min(...members.map(({ own }) => own.cost[0])) },
    { title: initiatives.costHigh, kind: "euros", of: ({ members }) => Math.max(...members.map(({ own }) => own.cost[1])) },
    { title: words.who, kind: "long-text", of: ({ members }) => members.map(({ name }) => name).join(", ") },
    { title: idTitle, kind: "text", of: ({ measure }) => measure.id },
  ]);
}

const lifted = ({ members }: Shared) => members.filter(({ own }) => own.rise > noRise).length;

function sharedOf(entries: readonly PortfolioEntry[]): Shared[] {
  const all = new Map<string, Shared>();
  for (const { name, measures } of entries)
    for (const own of measures) {
      const known = all.get(own.id) ?? { measure: own, members: [] };
      all.set(own.id, { ...known, members: [...known.members, { name, own }] });
    }
  return [...all.values()].filter(({ members }) => members.length > 1);
}
