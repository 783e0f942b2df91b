import type { Locale } from "../../../i18n/index";
import type { PlanView } from "../../../views/plan";
import { tableOf, type Table } from "./table";

/** What is planned for when, and how far it has come; or why nothing fits into the frame, or nothing is planned yet. */
export function planTable({ planned, impossible, none }: Pick<PlanView, "planned" | "impossible" | "none">, { messages }: Locale): Table {
  const { roadmap, remark, id: idTitle } = messages.tables;
  const why = impossible ?? (none === null ? [] : [none]);
  if (!planned) return tableOf("roadmap", roadmap.name, why, [{ title: remark, kind: "long-text", of: (line) => line }]);
  return tableOf("roadmap", roadmap.name, planned.steps, [
    { title: roadmap.quarter, kind: "whole", of: ({ quarter }) => quarter },
    { title: roadmap.title, kind: "long-text", of: ({ title }) => title },
    { title: roadmap.topic, kind: "text", of: ({ dimensionName }) => dimensionName },
    { title: roadmap.cost, kind: "euros", of: ({ plannedValues }) => plannedValues.costEuro },
    { title: roadmap.yearly, kind: "euros", of: ({ plannedValues }) => plannedValues.yearlyEuro },
    { title: roadmap.days, kind: "number", of: ({ plannedValues }) => plannedValues.personDays },
    { title: roadmap.start, kind: "date", of: ({ days }) => days.start },
    { title: roadmap.end, kind: "date", of: ({ days }) => days.end },
    { title: roadmap.status, kind: "text", of: ({ step }) => messages.roadmap.statuses[step.status] },
    { title: roadmap.owner, kind: "text", of: ({ responsible }) => responsible },
    { title: roadmap.due, kind: "date", of: ({ step }) => step.due || null },
    { title: roadmap.note, kind: "long-text", of: ({ step }) => step.note || null },
    { title: idTitle, kind: "text", of: ({ id }) => id },
  ]);
}
