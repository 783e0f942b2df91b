import { z } from "zod";
import { tolerance } from "../score/stage";
import { dimensionIdSchema, type DimensionId } from "../vocabulary";

/** What a topic is to reach by an ISO day. */
export const targetSchema = z.strictObject({ value: z.int().min(1).max(100), by: z.iso.date() });
export type Target = z.infer<typeof targetSchema>;

/** By topic; most have none. */
export const targetsSchema = z.partialRecord(dimensionIdSchema, targetSchema);
export type Targets = z.infer<typeof targetsSchema>;

/** How a topic stands to its target. Points 0–100, unrounded. */
export type TargetStanding = Target & {
  dimension: DimensionId;
  /** What is in place; null where the topic has no value. */
  now: number | null;
  /** So many points are missing; 0 where it is reached, null where nobody can say. */
  missing: number | null;
  /** What the topic reaches with the plan; null without a plan. */
  planned: number | null;
  state: "reached" | "open" | "overdue" | "unknown";
};

/** @param today ISO day; the day of a target still belongs to it. */
export function standingTo(
  dimension: DimensionId,
  { value, by }: Target,
  now: number | null,
  planned: number | null,
  today: string,
): TargetStanding {
  if (now === null) return { dimension, value, by, now, missing: null, planned, state: "unknown" };
  const missing = value - now <= tolerance ? 0 : value - now;
  return { dimension, value, by, now, missing, planned, state: missing === 0 ? "reached" : by < today ? "overdue" : "open" };
}
