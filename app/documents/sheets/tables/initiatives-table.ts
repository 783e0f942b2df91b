import type { DocumentInput } from "../../material";
import { tableOf, type Table } from "./table";

/** What is recommended, in its order; lowest and highest estimates stand apart, so that they can be added up. */
export function initiativesTable({ data, view, locale }: DocumentInput): Table {
  const { initiatives, id: idTitle } = locale.messages.tables;
  const { names } = locale.messages;
  const entries = data.report.recommended.flatMap((recommendation, index) => {
    const seen = view.initiatives[index];
    return seen ? [{ ...recommendation, seen }] : [];
  });
  return tableOf("initiatives", initiatives.name, entries, [
    { title: initiatives.order, kind: "whole", of: (_entry, index) => index + 1 },
    { title: initiatives.title, kind: "long-text", of: ({ seen }) => seen.title },
    { title: initiatives.topic, kind: "text", of: ({ seen }) => seen.dimensionName },
    { title: initiatives.legalDuty, kind: "text", of: ({ seen }) => (seen.legalDuty ? names.yes : names.no) },
    { title: initiatives.gain, kind: "gain", of: ({ gain }) => gain },
    { title: initiatives.costLow, kind: "euros", of: ({ seen }) => seen.values.cost[0] },
    { title: initiatives.costHigh, kind: "euros", of: ({ seen }) => seen.values.cost[1] },
    { title: initiatives.effortLow, kind: "number", of: ({ seen }) => seen.values.effort[0] },
    { title: initiatives.effortHigh, kind: "number", of: ({ seen }) => seen.values.effort[1] },
    { title: initiatives.durationLow, kind: "number", of: ({ initiative }) => initiative.durationMonths[0] },
    { title: initiatives.durationHigh, kind: "number", of: ({ initiative }) => initiative.durationMonths[1] },
    { title: initiatives.why, kind: "long-text", of: ({ seen }) => seen.why.join("\n") },
    { title: initiatives.owner, kind: "long-text", of: ({ seen }) => seen.owner },
    { title: initiatives.funding, kind: "long-text", of: ({ seen }) => seen.funding.map(({ name, text }) => `${name}: ${text}`).join("\n") || null },
    { title: idTitle, kind: "text", of: ({ initiative }) => initiative.id },
  ]); // prettier-ignore
}
