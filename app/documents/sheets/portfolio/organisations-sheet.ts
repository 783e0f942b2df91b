import type { Locale } from "../../../i18n/index";
import type { Sheetlike } from "../grid";
import { sheetOf } from "../tables/table";
import { urgentWords } from "./due-sheet";
import type { PortfolioMember } from "./portfolio-entry";

/** A row each: the value with its range, the stages, the weakest topics, what is due next, and what there is to open. */
export function organisationsSheet(members: readonly PortfolioMember[], locale: Locale): Sheetlike {
  const { overview, portfolio } = locale.messages.tables;
  const { organisations: words, due } = portfolio;
  const titles = [...new Set(members.flatMap(({ links }) => links.map(({ title }) => title)))];
  const sheet = sheetOf(
    words.name,
    [...members],
    [
      { title: overview.organisation, kind: "text", of: ({ entry }) => entry.name },
      { title: overview.score, kind: "score", scale: { kind: "score" }, of: ({ entry }) => entry.score },
      { title: overview.lower, kind: "score", of: ({ entry }) => entry.lower },
      { title: overview.upper, kind: "score", of: ({ entry }) => entry.upper },
      { title: overview.stage, kind: "whole", scale: { kind: "stage" }, of: ({ entry }) => entry.stage },
      { title: overview.securedStage, kind: "whole", scale: { kind: "stage" }, of: ({ entry }) => entry.securedStage },
      { title: words.weakest, kind: "long-text", of: ({ entry }) => entry.weakest.join("\n") || null },
      { title: words.dutiesOpen, kind: "whole", of: ({ entry }) => entry.dutiesOpen },
      { title: words.nextState, kind: "text", scale: urgentWords(locale), of: ({ entry }) => urgencyOf(entry, due.states) },
      { title: words.nextDay, kind: "date", of: ({ entry }) => entry.due[0]?.day ?? null },
      { title: words.nextWhat, kind: "long-text", of: ({ entry }) => entry.due[0]?.what ?? null },
      ...titles.map((title) => ({
        title,
        kind: "link" as const,
        of: ({ links }: PortfolioMember) => links.find((link) => link.title === title)?.href ?? null,
      })),
    ],
  );
  return { ...sheet, frozen: { rows: 1, columns: 1 } };
}

function urgencyOf({ due: [next] }: PortfolioMember["entry"], states: Locale["messages"]["tables"]["portfolio"]["due"]["states"]) {
  return next ? states[next.urgency] : null;
}

/** Who they are, and what their values rest on. */
export function profilesSheet(members: readonly PortfolioMember[], { messages }: Locale): Sheetlike {
  const { names, tables, report } = messages;
  const { overview, portfolio } = tables;
  const sheet = sheetOf(
    portfolio.profiles.name,
    members.map(({ entry }) => entry),
    [
      { title: overview.organisation, kind: "text", of: ({ name }) => name },
      { title: overview.track, kind: "text", of: ({ track }) => names.tracks[track] },
      { title: overview.land, kind: "text", of: ({ place }) => place },
      { title: overview.size, kind: "text", of: ({ size }) => size },
      { title: report.facts.depth, kind: "text", of: ({ depth }) => depth },
      { title: report.facts.date, kind: "date", of: ({ date }) => date },
      { title: portfolio.profiles.stageName, kind: "text", of: ({ stageName }) => stageName },
      { title: overview.coverage, kind: "share", of: ({ coverage }) => coverage },
      { title: overview.reason, kind: "text", of: ({ reason }) => reason },
    ],
  );
  return { ...sheet, frozen: { rows: 1, columns: 1 } };
}
