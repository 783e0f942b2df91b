import type { DocumentInput } from "../../material";
import { tableOf, type Table } from "./table";

/** What is recommended, in its order; lowest and highest estimates stand apart, so that they can be added up. */
export function initiativesTable({ report, view, locale }: DocumentInput): Table {
  const { initiatives, id: idTitle } = locale.messages.tables;
  const { result } = locale.messages;
  const durations = new Map(report.list.entries.map(({ initiative }) => [initiative.id, initiative.durationMonths]));
  return tableOf("initiatives", initiatives.name, view.list.entries, [
    { title: initiatives.order, kind: "whole", of: (_entry, index) => index + 1 },
    { title: initiatives.title, kind: "long-text", of: ({ title }) => title },
    { title: initiatives.kind, kind: "text", of: ({ kind }) => result.kinds[kind] },
    { title: initiatives.topic, kind: "text", of: ({ dimensionName }) => dimensionName },
    { title: initiatives.duty, kind: "long-text", of: ({ answersDuties }) => answersDuties.join("\n") || null },
    { title: initiatives.gain, kind: "gain", of: ({ riseValue }) => riseValue },
    { title: initiatives.costLow, kind: "euros", of: ({ values }) => values.cost[0] },
    { title: initiatives.costHigh, kind: "euros", of: ({ values }) => values.cost[1] },
    { title: initiatives.yearlyLow, kind: "euros", of: ({ values }) => values.yearly[0] },
    { title: initiatives.yearlyHigh, kind: "euros", of: ({ values }) => values.yearly[1] },
    { title: initiatives.effortLow, kind: "number", of: ({ values }) => values.effort[0] },
    { title: initiatives.effortHigh, kind: "number", of: ({ values }) => values.effort[1] },
    { title: initiatives.durationLow, kind: "number", of: ({ id }) => durations.get(id)?.[0] ?? null },
    { title: initiatives.durationHigh, kind: "number", of: ({ id }) => durations.get(id)?.[1] ?? null },
    { title: initiatives.why, kind: "long-text", of: ({ why }) => why.join("\n") || null },
    { title: initiatives.owner, kind: "long-text", of: ({ owner }) => owner },
    { title: initiatives.funding, kind: "long-text", of: ({ funding }) => funding.map(({ name, state, when }) => [name, state, when].filter(Boolean).join(", ")).join("\n") || null },
    { title: idTitle, kind: "text", of: ({ id }) => id },
  ]); // prettier-ignore
}
