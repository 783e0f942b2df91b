import type { DocumentInput } from "../../material";
import { tableOf, type Table } from "./table";

/** Whose report this is, of when, and its overall numbers: one row, so that those of many reports can be put together. */
export function overviewTable({ report, view, locale }: DocumentInput): Table {
  const { names, report: reportWords, tables } = locale.messages;
  const { overview } = tables;
  const { facts } = reportWords;
  const { overall, organisation } = report;
  const named = new Map(view.topics.map(({ id, name }) => [id, name]));
  // No band without a number (method, section 4).
  const band = overall.score === null ? null : report.certainty.rating?.overall;
  const sum = (of: "answered" | "applicable") => report.dimensions.reduce((total, dimension) => total + dimension[of], 0);
  // These have columns of their own.
  const typed = [facts.date, facts.model, facts.content, facts.depth, facts.coverage];
  return tableOf(
    "overview",
    overview.name,
    [report],
    [
      { title: overview.organisation, kind: "text", of: () => organisation.name ?? null },
      { title: overview.track, kind: "text", of: ({ track }) => names.tracks[track] },
      { title: overview.land, kind: "text", of: () => organisation.land ? names.laender[organisation.land] : null },
      { title: overview.size, kind: "text", of: () => organisation.sizeClass ? names.sizeClasses[organisation.sizeClass] : null },
      { title: overview.sector, kind: "text", of: () => organisation.sector ? names.sectors[organisation.sector] : null },
      { title: facts.date, kind: "date", of: ({ date }) => date },
      { title: facts.model, kind: "text", of: ({ modelVersion }) => modelVersion },
      { title: facts.content, kind: "text", of: ({ contentVersion }) => contentVersion },
      { title: facts.depth, kind: "text", of: ({ depth }) => names.depths[depth] },
      { title: overview.score, kind: "score", of: () => overall.score },
      { title: overview.lower, kind: "score", of: () => overall.lower },
      { title: overview.upper, kind: "score", of: () => overall.upper },
      { title: overview.geometric, kind: "score", of: () => overall.geometric },
      { title: overview.reason, kind: "text", of: () => overall.reason && locale.messages.result.reasons[overall.reason] },
      { title: overview.stage, kind: "whole", of: () => overall.stage },
      { title: overview.securedStage, kind: "whole", of: () => overall.securedStage },
      { title: overview.bottleneck, kind: "text", of: () => overall.bottleneck.map(({ dimension }) => named.get(dimension) ?? dimension).join(", ") || null },
      { title: overview.bandLow, kind: "score", of: () => band?.low ?? null },
      { title: overview.bandHigh, kind: "score", of: () => band?.high ?? null },
      { title: overview.coverage, kind: "share", of: () => overall.coverage },
      { title: overview.answered, kind: "whole", of: () => sum("answered") },
      { title: overview.applicable, kind: "whole", of: () => sum("applicable") },
      ...view.facts
        .filter(([term]) => !typed.includes(term))
        .map(([term, text]) => ({ title: term, kind: "text" as const, of: () => text })),
      ...authorsColumns(view, locale),
    ], // prettier-ignore
    true,
  );
}

/** What somebody has written into the report; what was left empty has no column. */
function authorsColumns({ written }: DocumentInput["view"], { messages }: DocumentInput["locale"]) {
  const { author, summary } = messages.writing;
  const said = [[author, written?.author], [summary, written?.summary]] as const; // prettier-ignore
  return said.flatMap(([title, text]) => (text ? [{ title, kind: "long-text" as const, of: () => text }] : []));
}
