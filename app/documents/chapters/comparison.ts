import { bullets, heading, hint, lead, paragraph, runs, strong, table } from "../blocks";
import type { Block, Runs } from "../document";
import { radarFigure } from "../figures";
import type { DocumentInput } from "../material";

/** The nine topics side by side. Nothing for a quick check: nine answers carry no value for each. */
export function topicsTable({ view, locale }: DocumentInput): Block[] {
  const { report, document, result } = locale.messages;
  if (view.quick) return [];
  return [
    heading(1, report.sections.chart),
    table(
      document.numbers,
      [
        { title: report.dimension, share: 5 },
        { title: result.value.short, share: 2, numeric: true },
        { title: result.value.range, share: 2, numeric: true },
        { title: report.stage, share: 4 },
      ],
      view.topics.map(({ name, score, interval, stage }) => [name, score, interval, stage ?? "–"]),
    ),
    radarFigure(view, locale),
  ];
}

/** Beside the five regions: above and below only where an article speaks of the respondent's kind. */
export function comparisonChapter({ view, locale, cite }: DocumentInput): Block[] {
  const { comparison: words } = locale.messages.result;
  if (view.quick) return [];
  const { comparison } = view;
  return [
    heading(1, words.title),
    lead(words.lead),
    hint(comparison.label),
    table(
      "",
      [{ title: locale.messages.report.dimension, share: 4 }, ...comparison.regions.map(({ name }) => ({ title: name, share: 3 }))],
      comparison.dimensions.map(({ name, regions }) => [
        name,
        ...regions.map(({ position, bandText, band }) => (band ? `${position}\n${bandText}` : position)),
      ]),
    ),
    ...comparison.dimensions.flatMap(({ name, regions }) => {
      const told = regions.flatMap(({ region, evidence, others }) =>
        [...(evidence ? [evidence] : []), ...others].map((one) => ({
          region: comparison.regions.find(({ id }) => id === region)?.name ?? "",
          ...one,
        })),
      );
      if (told.length === 0) return [];
      return [
        heading(2, name),
        ...told.flatMap(({ region, speaksOf, direction, strength, band, ended, note, claims }) => [
          paragraph([strong(`${region}, ${speaksOf}: `), { text: [direction, strength, band, ended].filter(Boolean).join(", ") }]),
          ...bullets([...(note ? [runs(note)] : []), ...claims.map((claim): Runs => cite(claim))]),
        ]),
      ];
    }),
  ];
}
