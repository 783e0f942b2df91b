import type { HistoryStepView } from "../../../views/history";
import type { DocumentInput } from "../../material";
import { tableOf, type Table } from "./table";

type Row = {
  step: HistoryStepView;
  what: string;
  name: string;
  values: HistoryStepView["values"];
  answer?: { from: string; to: string };
  verdict: string | null;
  id: string | null;
};

/** What changed from each round to the next: the whole, topic by topic, answer by answer, and what was done meanwhile. The latest first. */
export function changesTable({ view, locale }: DocumentInput): Table {
  const { changes, rounds, id: idTitle } = locale.messages.tables;
  const { history } = locale.messages.rounds;
  const rows = view.history.steps.flatMap((step): Row[] => [
    { step, what: changes.kinds.whole, name: rounds.whole, values: step.values, verdict: step.noise ?? step.without, id: null },
    ...step.topics.map(({ id, name, values, sure }) => ({ step, what: changes.kinds.topic, name, values, verdict: sure, id })),
    ...step.items.map(({ id, kind, name, from, to }) => ({
      ...{ step, what: changes.kinds.answer, name, values: null, answer: { from, to }, verdict: history.kinds[kind], id },
    })),
    ...step.done.map(({ id, title }) => ({ step, what: changes.kinds.initiative, name: title, values: null, verdict: history.done, id })),
  ]);
  return tableOf("changes", changes.name, rows, [
    { title: changes.from, kind: "whole", of: ({ step }) => step.from },
    { title: changes.to, kind: "whole", of: ({ step }) => step.to },
    { title: changes.what, kind: "text", of: ({ what }) => what },
    { title: changes.title, kind: "long-text", of: ({ name }) => name },
    { title: changes.before, kind: "score", of: ({ values }) => values?.before ?? null },
    { title: changes.after, kind: "score", of: ({ values }) => values?.after ?? null },
    { title: changes.changed, kind: "gain", of: ({ values }) => values?.changed ?? null },
    { title: changes.clarified, kind: "gain", of: ({ values }) => values?.clarified ?? null },
    { title: changes.answerBefore, kind: "text", of: ({ answer }) => answer?.from ?? null },
    { title: changes.answerAfter, kind: "text", of: ({ answer }) => answer?.to ?? null },
    { title: changes.verdict, kind: "long-text", of: ({ verdict }) => verdict },
    { title: idTitle, kind: "text", of: ({ id }) => id },
  ]);
}
