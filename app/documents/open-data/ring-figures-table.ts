import type { RingFigures, RingSetting } from "../../core/ring/ring";
import { openDataRows } from "../../core/ring/open-data";
import { toCsv } from "../sheets/csv";

/** The figures of a ring as a file for programs: a line for the whole and each topic of which there are enough values. */
export function ringFiguresCsv({
  setting,
  figures,
  publishedOn,
}: {
  setting: RingSetting;
  figures: RingFigures;
  publishedOn: string;
}): string {
  const columns = ["topic", "values", "median", "lower_quartile", "upper_quartile", "published_on", "questionnaire", "model_version"];
  const rows = openDataRows(figures).map(({ topic, figure: { n, median, lower, upper } }) => [
    ...[topic ?? "overall", n, median, lower, upper],
    ...[publishedOn, setting.track, setting.modelVersion],
  ]);
  return toCsv([columns, ...rows], "plain");
}
