import { z } from "zod";
import type { Weights } from "../core/assessment/whole-assessment";
import { dimensionIds, type DimensionId } from "../core/vocabulary";

/** Weights a reader may give a dimension; 1 is the model's own. */
export const weightChoices = ["0.5", "1", "2", "3"] as const;

/** What a reader asks a report for, in the address: a region to compare with, weights that differ from the assessment's own, and a closed round instead of today. */
export type ReportOptions = { region: string | null; weights: Map<DimensionId, number>; round: string | null };

/** The address field that asks for the report of a closed round. */
export const roundField = "round";

export const weightField = (dimension: DimensionId) => `weight-${dimension}`;

/**
 * Whatever the address holds that is no option is left aside.
 * @param own weights of the assessment; 1 where it has none.
 */
export function readReportOptions(search: URLSearchParams, own: Weights): ReportOptions {
  const weights = new Map<DimensionId, number>();
  for (const dimension of dimensionIds) {
    const weight = z.enum(weightChoices).safeParse(search.get(weightField(dimension))).data;
    if (weight && Number(weight) !== (own[dimension] ?? 1)) weights.set(dimension, Number(weight));
  }
  return { region: search.get("region") || null, weights, round: search.get(roundField) };
}

/** The options as an address has them, for links that keep the view. */
export function writeReportOptions({ region, weights, round }: ReportOptions): string {
  const search = new URLSearchParams({ ...(round && { [roundField]: round }), ...(region && { region }) });
  for (const [dimension, weight] of weights) search.set(weightField(dimension), String(weight));
  const text = search.toString();
  return text && `?${text}`;
}
