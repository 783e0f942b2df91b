import { modelOf, type Content } from "../content";
import { mayBind } from "../duties/find-duties";
import { catalogueFor } from "../initiatives/catalogue";
import type { Initiative } from "../initiatives/initiative";
import { itemsOf } from "../questionnaire/questionnaire";
import type { DimensionId, Track } from "../vocabulary";
import type { PortfolioRow } from "./portfolio";
import { rowDuties } from "./row-duties";
import { levelsOf } from "./summary";

/** How the organisations stand at one question. Counts are organisations. */
export type QuestionCount = {
  track: Track;
  modelVersion: string;
  dimension: DimensionId;
  item: string;
  /** At level 0 or 1. */
  low: number;
  /** Nobody could say. */
  open: number;
  /** At level 3 or 4. */
  inPlace: number;
  /** To how many the question applies. */
  applicable: number;
};

/** A measure with how many organisations it would lift: those with an answer below what it leads to. */
export type CommonMeasure = {
  initiative: Initiative;
  lifts: number;
  /** Of those, where every answer that it would lift is open today. */
  onlyOpen: number;
  /** How many of its tracks there are. */
  of: number;
};

/** Who has begun at all; the others lack everything, which says nothing. */
export const begun = (rows: readonly PortfolioRow[]) => rows.filter(({ summary }) => summary.answered > 0);

/** Every question that was asked, in the order of its model. Different models ask differently: each question counts within its own. */
export function questionCounts(rows: readonly PortfolioRow[], content: Pick<Content, "models">): QuestionCount[] {
  const counts = new Map<string, QuestionCount>();
  for (const row of begun(rows)) {
    const { dimensions } = modelOf(content, row);
    const levels = askedLevels(row, content);
    for (const { id: dimension, items } of dimensions)
      for (const { id: item } of items) {
        const level = levels.get(item);
        if (level === undefined || level === "na") continue;
        const key = `${row.track} ${row.modelVersion} ${item}`;
        const { track, modelVersion } = row;
        const count = counts.get(key) ?? { track, modelVersion, dimension, item, low: 0, open: 0, inPlace: 0, applicable: 0 };
        count.applicable += 1;
        if (level === "open") count.open += 1;
        else if (level <= 1) count.low += 1;
        else if (level >= 3) count.inPlace += 1;
        counts.set(key, count);
      }
  }
  return [...counts.values()];
}

/** The questions that many answer low or not at all, the most frequent first. */
export const commonGaps = (rows: readonly PortfolioRow[], content: Pick<Content, "models">): QuestionCount[] =>
  questionCounts(rows, content)
    .filter(({ low, open }) => low + open > 0)
    .sort((a, b) => b.low - a.low || b.open - a.open || (a.item < b.item ? -1 : 1));

/**
 * The measures that would lift most organisations, those first. Whom a measure is not there for, as a report says, it does not lift.
 * @param today ISO date.
 */
export function commonMeasures(
  rows: readonly PortfolioRow[],
  content: Pick<Content, "models" | "initiatives" | "duties">,
  today: string,
): CommonMeasure[] {
  const counts = new Map(content.initiatives.map((initiative) => [initiative.id, { initiative, lifts: 0, onlyOpen: 0, of: 0 }]));
  for (const row of begun(rows)) {
    const standings = askedLevels(row, content);
    const duties = mayBind(rowDuties(row, content, today));
    for (const { id, tracks, lifts } of catalogueFor(content.initiatives, standings, row.aiUse, duties)) {
      const count = counts.get(id);
      if (!count || !tracks.includes(row.track)) continue;
      const below = lifts.map(({ item, level }) => liftOf(standings.get(item), level));
      count.of += 1;
      if (below.includes("known")) count.lifts += 1;
      else if (below.includes("open")) [count.lifts, count.onlyOpen] = [count.lifts + 1, count.onlyOpen + 1];
    }
  }
  return [...counts.values()]
    .filter(({ lifts }) => lifts > 0)
    .sort((a, b) => b.lifts - a.lifts || a.onlyOpen - b.onlyOpen || (a.initiative.id < b.initiative.id ? -1 : 1));
}

function liftOf(standing: number | "na" | "open" | undefined, level: number): "known" | "open" | null {
  if (standing === "open") return "open";
  return typeof standing === "number" && standing < level ? "known" : null;
}

/** Of the questions that were asked: the quick check leaves most of them out, which makes none of them open. */
export function askedLevels(row: PortfolioRow, content: Pick<Content, "models">) {
  const model = modelOf(content, row);
  const ids = itemsOf(model).map(({ id }) => id);
  const all = levelsOf(row.summary, ids);
  return new Map(itemsOf(model, row.summary.depth).map(({ id }) => [id, all.get(id) ?? "open"]));
}
