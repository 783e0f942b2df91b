import type { PointValue } from "../../../core/rounds/history";
import type { DocumentInput } from "../../material";
import { tableOf, type Table } from "./table";

/** Every value of every round: the whole, then topic by topic. */
export function roundsTable({ report, view, locale }: DocumentInput): Table {
  const { rounds, id: idTitle } = locale.messages.tables;
  const { points } = report.history;
  const names = new Map(view.history.topics.map(({ id, name }) => [id as string, name]));
  const rows = points.flatMap((point) => {
    const row = (id: string | null, value: PointValue) => ({ point, id, value });
    // Nine answers carry no value of a topic.
    return [row(null, point), ...(point.depth === "full" ? point.dimensions.map((one) => row(one.id, one)) : [])];
  });
  return tableOf("rounds", rounds.name, rows, [
    { title: rounds.number, kind: "whole", of: ({ point }) => point.number },
    { title: rounds.day, kind: "date", of: ({ point }) => point.date },
    { title: rounds.running, kind: "text", of: ({ point }) => (point.isRunning ? locale.messages.names.yes : locale.messages.names.no) },
    { title: rounds.topic, kind: "text", of: ({ id }) => (id === null ? rounds.whole : (names.get(id) ?? id)) },
    { title: rounds.score, kind: "score", scale: { kind: "score" }, of: ({ value }) => value.score },
    { title: rounds.lower, kind: "score", of: ({ value }) => value.lower },
    { title: rounds.upper, kind: "score", of: ({ value }) => value.upper },
    { title: rounds.bandFrom, kind: "score", of: ({ value }) => value.band?.low ?? null },
    { title: rounds.bandTo, kind: "score", of: ({ value }) => value.band?.high ?? null },
    { title: rounds.model, kind: "text", of: ({ point }) => point.modelVersion },
    { title: idTitle, kind: "text", of: ({ id }) => id },
  ]);
}
