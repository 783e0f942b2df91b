import type { Cell } from "../core/benchmark/region";
import { bandOf } from "../core/benchmark/benchmark";
import { citeFinding } from "./citations";
import type { Names, ViewInput } from "./view-input";

export type ComparisonView = ReturnType<typeof comparisonView>;
export type EvidenceView = ReturnType<typeof evidenceView>;

/** Topic by topic beside the five regions; above and below only where the evidence speaks of the respondent's kind. */
export function comparisonView(input: Omit<ViewInput, "added">, names: Names) {
  const { report, content, locale } = input;
  const { messages, translate, date } = locale;
  const { comparison } = messages.result;
  const articles = content.regions.map((region) => {
    const document = content.sources.find(({ id }) => id === region.source);
    return `${translate(region.name)} (${document?.date ? date(document.date) : messages.names.undated})`;
  });
  return {
    /** The label every comparison carries: editorial, one article a region, with its date. */
    label: `${comparison.label} ${articles.join(", ")}.`,
    regions: content.regions.map(({ id, name }) => ({ id, name: translate(name) })),
    dimensions: report.dimensions.map(({ id }) => ({
      id,
      name: names.dimension(id).name,
      regions: report.benchmark
        .filter(({ dimension }) => dimension === id)
        .map(({ region, cell, others, band, position }) => ({
          region,
          band: band ? ([...band] as [number, number]) : null,
          bandText: band ? `${locale.score(band[0])}–${locale.score(band[1])}` : "–",
          position: comparison.positions[position],
          isClear: position === "above" || position === "within" || position === "below",
          evidence: cell ? evidenceView(cell, input) : null,
          others: others.map((other) => evidenceView(other, input)),
        })),
    })),
  };
}

/** What an article says, and how it was coded. */
export function evidenceView(cell: Cell, { content, locale }: Pick<ViewInput, "content" | "locale">) {
  const { messages, translate, date, score } = locale;
  const { names, report } = messages;
  const [low, high] = bandOf(cell);
  return {
    direction: names.directions[cell.direction],
    strength: names.strengths[cell.strength],
    speaksOf: names.subjects[cell.speaksOf],
    band: `${score(low)}–${score(high)}`,
    note: cell.note ? translate(cell.note) : null,
    ended: cell.ended ? report.ended(date(cell.ended)) : null,
    claims: [...cell.progress, ...cell.obstacles, ...cell.context].map((id) => citeFinding(id, content, locale)),
  };
}
