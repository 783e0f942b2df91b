import { dimensionIds, type DimensionId } from "../vocabulary";
import { byQuestionnaire } from "./by-questionnaire";
import { valueOfTopic, type PortfolioRow } from "./portfolio";

type Compared = Pick<PortfolioRow, "track" | "modelVersion" | "summary">;

/** Whether values mean the same: one questionnaire, one version of it. */
export const isComparable = (rows: readonly Compared[]): boolean => byQuestionnaire(rows).length <= 1;

/** How far apart the values of each topic lie, points of 0–100; null where fewer than two have one. */
export function largestDifferences(rows: readonly Compared[]): Map<DimensionId, number | null> {
  return new Map(
    dimensionIds.map((id) => {
      const values = rows.flatMap(({ summary }) => valueOfTopic(summary, id)?.score ?? []);
      return [id, values.length < 2 ? null : Math.max(...values) - Math.min(...values)];
    }),
  );
}
