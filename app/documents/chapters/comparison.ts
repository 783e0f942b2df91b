import { heading, hint, pageBreak, paragraph, table } from "../blocks";
import type { Block } from "../document";
import { radarFigure } from "../figures";
import type { DocumentInput } from "../material";

/** The nine topics side by side, and beside the regions. */
export function comparisonChapter({ view, locale }: DocumentInput): Block[] {
  const { report, document } = locale.messages;
  return [
    heading(1, report.sections.chart),
    paragraph(document.simulated),
    table(
      document.numbers,
      [
        { title: report.dimension, share: 5 },
        { title: report.value, share: 2, numeric: true },
        { title: report.interval, share: 2, numeric: true },
        { title: report.stage, share: 4 },
      ],
      view.dimensions.map((dimension) => [dimension.name, dimension.score, dimension.interval, dimension.stage ?? "–"]),
    ),
    radarFigure(view, locale),
    pageBreak,
    heading(2, document.regions),
    hint(view.benchmarkLabel),
    table(
      "",
      [{ title: report.dimension, share: 4 }, ...view.regions.map(({ name }) => ({ title: name, share: 3 }))],
      view.dimensions.map(({ name, comparisons }) => [
        name,
        ...comparisons.map(({ position, bandText, band }) => (band ? `${position}\n${bandText}` : position)),
      ]),
    ),
  ];
}
