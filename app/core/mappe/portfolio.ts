import type { Organisation } from "../assessment/assessment";
import type { Facts } from "../duties/facts";
import { dimensionIds, type AiUse, type DimensionId, type Track } from "../vocabulary";
import { byQuestionnaire } from "./by-questionnaire";
import { progressAt, type ProgressState } from "./progress-state";
import type { AssessmentSummary } from "./summary";

/** One organisation of a Mappe. */
export type PortfolioRow = {
  id: string;
  track: Track;
  modelVersion: string;
  aiUse: AiUse;
  organisation: Organisation;
  facts: Facts;
  /** ISO day of the last change. */
  changedOn: string;
  summary: AssessmentSummary;
  state: ProgressState;
  /** ISO day on which it is due again; null where it is not done. */
  due: string | null;
};

/** @param today ISO date. */
export function portfolioRow(row: Omit<PortfolioRow, "state" | "due">, today: string): PortfolioRow {
  const since = row.summary.lastClosedOn ?? row.changedOn;
  return { ...row, ...progressAt({ ...row.summary, since }, today) };
}

export type PortfolioFilter = {
  /** Part of a name; "" for all. */
  search: string;
  land: string;
  sizeClass: string;
  sector: string;
  track: string;
  /** Secured stage, "0" to "4", or "none" where no stage is printed. */
  stage: string;
  state: string;
  /** Number of the round that is under way, or was closed last. */
  round: string;
  /** ISO day up to which it is due again. */
  dueBy: string;
};

/** What rows can be sorted by: never by value unless somebody asks for it, because it is no ranking. */
export const sortKeys = ["due", "name", "state", "overall", ...dimensionIds] as const;
export type SortKey = (typeof sortKeys)[number];
export const isSortKey = (key: string): key is SortKey => (sortKeys as readonly string[]).includes(key);

export const filterPortfolio = (
  rows: readonly PortfolioRow[],
  filter: PortfolioFilter,
  nameOf: (row: PortfolioRow) => string,
): PortfolioRow[] => {
  const wanted = filter.search.trim().toLocaleLowerCase("de");
  const fits = (wish: string, value: string | undefined) => wish === "" || wish === value;
  return rows.filter(
    (row) =>
      fits(filter.land, row.organisation.land) &&
      fits(filter.sizeClass, row.organisation.sizeClass) &&
      fits(filter.sector, row.organisation.sector) &&
      fits(filter.track, row.track) &&
      fits(filter.stage, stageName(row.summary)) &&
      fits(filter.state, row.state) &&
      fits(filter.round, String(roundOf(row.summary))) &&
      (filter.dueBy === "" || (row.due !== null && row.due <= filter.dueBy)) &&
      (wanted === "" || nameOf(row).toLocaleLowerCase("de").includes(wanted)),
  );
};

/** Which round an organisation is in: the one that is under way, else the one that was closed last. From 1. */
export const roundOf = ({ rounds, isBetweenRounds }: AssessmentSummary): number => rounds + (isBetweenRounds ? 0 : 1);

const stageName = ({ overall }: AssessmentSummary): string => (overall.securedStage === null ? "none" : String(overall.securedStage));

/** What is due first; what has no such date or no such value, last. Equal ones by name. */
export function sortPortfolio(
  rows: readonly PortfolioRow[],
  { key, isDescending }: { key: SortKey; isDescending: boolean },
  compareNames: (a: PortfolioRow, b: PortfolioRow) => number,
): PortfolioRow[] {
  const direction = isDescending ? -1 : 1;
  if (key === "name") return rows.toSorted((a, b) => direction * compareNames(a, b));
  const valueOf = sortValue(key);
  return rows.toSorted((a, b) => {
    const [first, second] = [valueOf(a), valueOf(b)];
    if (first === second) return compareNames(a, b);
    if (first === null) return 1;
    if (second === null) return -1;
    return direction * (first < second ? -1 : 1);
  });
}

function sortValue(key: Exclude<SortKey, "name">): (row: PortfolioRow) => number | string | null {
  if (key === "due") return ({ due }) => due;
  if (key === "state") return ({ state }) => ["due-again", "in-progress", "not-begun", "done"].indexOf(state);
  if (key === "overall") return ({ summary }) => summary.overall.score;
  return ({ summary }) => valueOfTopic(summary, key)?.score ?? null;
}

export const valueOfTopic = ({ dimensions }: AssessmentSummary, id: DimensionId) => dimensions.find((one) => one.id === id) ?? null;

/** The middle value; of an even number the mean of the two in the middle. Null of none. */
export function medianOf(values: readonly number[]): number | null {
  // Numbers of their own sort without a function to compare them, in a fraction of the time.
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** What rows have of each topic, one after another; nothing of those that have nothing there. */
export function byTopic(
  rows: readonly PortfolioRow[],
  read: (topic: AssessmentSummary["dimensions"][number]) => number | null,
): Map<DimensionId, number[]> {
  const all = new Map(dimensionIds.map((id): [DimensionId, number[]] => [id, []]));
  for (const { summary } of rows)
    for (const topic of summary.dimensions) {
      const value = read(topic);
      if (value !== null) all.get(topic.id)?.push(value);
    }
  return all;
}

/** The middle of those who have answered one questionnaire: of the whole, of how many, and of each topic. */
export type Medians = {
  track: Track;
  modelVersion: string;
  overall: number | null;
  count: number;
  topics: Map<DimensionId, number | null>;
};

/** The medians of each questionnaire by itself, over the rows that have a number there. */
export const mediansOf = (rows: readonly PortfolioRow[]): Medians[] =>
  byQuestionnaire(rows).map(({ track, modelVersion, rows: those }) => {
    const overall = those.flatMap(({ summary }) => summary.overall.score ?? []);
    return {
      ...{ track, modelVersion, overall: medianOf(overall), count: overall.length },
      topics: new Map([...byTopic(those, ({ score }) => score)].map(([id, values]) => [id, medianOf(values)])),
    };
  });
