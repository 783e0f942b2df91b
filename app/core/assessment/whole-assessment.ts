import { z } from "zod";
import type { PlanLimits, PlanStep } from "../plan/settings";
import { dimensionIdSchema } from "../vocabulary";
import type { Assessment } from "./assessment";
import type { AuthorText } from "./author-text";
import type { Previous } from "./model-versions";

/** How much dimensions count, where somebody wants it otherwise than the model; 0 leaves one out. */
export const weightsSchema = z.partialRecord(dimensionIdSchema, z.number().min(0).max(100));
export type Weights = z.infer<typeof weightsSchema>;

/** What people have set for the plan and noted about its steps. */
export type StoredPlan = {
  /** null: nobody has set any. */
  limits: PlanLimits | null;
  /** ISO day on which the limits were last set: the plan begins with the quarter after it. */
  since: string | null;
  /** By initiative. */
  steps: Record<string, PlanStep>;
};

/** Everything that is kept of an assessment: what is scored, and what people have added to it. */
export type WholeAssessment = Assessment & {
  previous: Previous;
  weights: Weights;
  plan: StoredPlan;
  authorText: AuthorText | null;
};

/** What an assessment has besides its answers when it begins. */
export const nothingAdded = { previous: {}, weights: {}, plan: { limits: null, since: null, steps: {} }, authorText: null } as const;
