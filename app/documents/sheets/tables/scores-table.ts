import type { DocumentInput } from "../../material";
import { tableOf, type Table } from "./table";

/** The dimensions with their numbers, and where each stands to the regions. */
export function scoresTable({ report, view, locale }: DocumentInput): Table {
  const { scores, id: idTitle } = locale.messages.tables;
  const { names } = locale.messages;
  const dimensions = report.dimensions.map((dimension, index) => ({ dimension, seen: view.topics[index] }));
  type Row = (typeof dimensions)[number];
  const regions = view.comparison.regions.flatMap(({ id, name }) => {
    const comparison = ({ dimension }: Row) =>
      view.comparison.dimensions.find((one) => one.id === dimension.id)?.regions.find(({ region }) => region === id);
    return [
      { title: scores.bandLow(name), kind: "whole" as const, of: (row: Row) => comparison(row)?.band?.[0] ?? null },
      { title: scores.bandHigh(name), kind: "whole" as const, of: (row: Row) => comparison(row)?.band?.[1] ?? null },
      { title: scores.position(name), kind: "text" as const, of: (row: Row) => comparison(row)?.position ?? null },
    ];
  });
  return tableOf("scores", scores.name, dimensions, [
    { title: scores.topic, kind: "text", of: ({ dimension, seen }) => seen?.name ?? dimension.id },
    { title: scores.score, kind: "score", scale: { kind: "score" }, of: ({ dimension }) => dimension.score },
    { title: scores.lower, kind: "score", of: ({ dimension }) => dimension.lower },
    { title: scores.upper, kind: "score", of: ({ dimension }) => dimension.upper },
    { title: scores.bandFrom, kind: "score", of: ({ seen }) => seen?.values.band?.low ?? null },
    { title: scores.bandTo, kind: "score", of: ({ seen }) => seen?.values.band?.high ?? null },
    { title: scores.stage, kind: "whole", scale: { kind: "stage" }, of: ({ dimension }) => dimension.stage },
    { title: scores.coverage, kind: "share", of: ({ dimension }) => dimension.coverage },
    { title: scores.weight, kind: "weight", of: ({ dimension }) => dimension.weight },
    { title: scores.gate, kind: "text", of: ({ dimension }) => (dimension.gate ? names.yes : names.no) },
    { title: scores.reason, kind: "text", of: ({ seen }) => seen?.reason ?? null },
    ...regions,
    ...(view.topics.some(({ comment }) => comment)
      ? [{ title: scores.comment, kind: "long-text" as const, of: ({ seen }: Row) => seen?.comment ?? null }]
      : []),
    { title: idTitle, kind: "text", of: ({ dimension }) => dimension.id },
  ]);
}
