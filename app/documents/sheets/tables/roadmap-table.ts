import type { Locale } from "../../../i18n/index";
import type { RoadmapView } from "../../../views/roadmap-view";
import { remarkOf, tableOf, type Table } from "./table";

/** What is planned for when, and how far it has come; or why nothing fits into the frame. */
export function roadmapTable({ planned, impossible }: Pick<RoadmapView, "planned" | "impossible">, { messages }: Locale): Table {
  const { roadmap, remark, id: idTitle } = messages.tables;
  if (!planned) return remarkOf("roadmap", roadmap.name, remark, impossible ?? []);
  return tableOf("roadmap", roadmap.name, planned.chosen, [
    { title: roadmap.quarter, kind: "whole", of: ({ quarter }) => quarter },
    { title: roadmap.title, kind: "long-text", of: ({ title }) => title },
    { title: roadmap.topic, kind: "text", of: ({ dimension }) => dimension },
    { title: roadmap.cost, kind: "euros", of: ({ values }) => values.costEuro },
    { title: roadmap.days, kind: "number", of: ({ values }) => values.personDays },
    { title: roadmap.start, kind: "date", of: ({ days }) => days.start },
    { title: roadmap.end, kind: "date", of: ({ days }) => days.end },
    { title: roadmap.status, kind: "text", of: ({ step }) => messages.roadmap.statuses[step.status] },
    { title: roadmap.owner, kind: "text", of: ({ step }) => step.owner || null },
    { title: roadmap.due, kind: "date", of: ({ step }) => step.due || null },
    { title: roadmap.note, kind: "long-text", of: ({ step }) => step.note || null },
    { title: idTitle, kind: "text", of: ({ id }) => id },
  ]);
}
