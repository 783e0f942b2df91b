import { z } from "zod";
import type { Change } from "../changes/change";
import type { Facts } from "../duties/facts";
import type { KeptPlan } from "../plan/kept-plan";
import { noTeam, type Team } from "../agreement/team";
import type { PlanLimits, PlanStep } from "../plan/settings";
import type { Targets } from "../rounds/target";
import type { Brand } from "../brand/brand";
import { dimensionIdSchema, type DimensionId } from "../vocabulary";
import type { Assessment } from "./assessment";
import type { AuthorText } from "./author-text";
import type { Previous } from "./model-versions";

/** How much dimensions count, where somebody wants it otherwise than the model; 0 leaves one out. */
export const weightsSchema = z.partialRecord(dimensionIdSchema, z.number().min(0).max(100));
export type Weights = z.infer<typeof weightsSchema>;

export const weightsByDimension = (weights: Weights): ReadonlyMap<DimensionId, number> =>
  new Map(Object.entries(weights) as [DimensionId, number][]);

/** What people have set for the plan and noted about its steps. */
export type StoredPlan = {
  /** null: nobody has set any. */
  limits: PlanLimits | null;
  /** ISO day on which the limits were last set: the plan begins with the quarter after it. */
  since: string | null;
  /** As it was solved when somebody last took one; null: nobody has, or there are no limits. */
  kept: KeptPlan | null;
  /** By initiative. */
  steps: Record<string, PlanStep>;
};

/** What a report is made of: what is scored, and what people have added to it. */
export type AssessmentState = Assessment & {
  previous: Previous;
  weights: Weights;
  facts: Facts;
  plan: StoredPlan;
  authorText: AuthorText | null;
  team: Team;
};

/** A round as it was when it was closed. It never changes. */
export type ClosedRound = {
  /** ISO day; also that of its report. */
  closedOn: string;
  /** Whether those answered who had answered in the round before, as far as somebody has said so. */
  samePeople: boolean;
  /** Of the content that its report was made with first. */
  contentVersion: string;
  targets: Targets;
  /** Without a logo, and without the names of those who answered. */
  state: AssessmentState;
};

/** So many closed rounds an assessment keeps: one a quarter for ten years. */
export const mostRounds = 40;

export type Rounds = {
  /** In their order; the first is round 1. */
  closed: ClosedRound[];
  /** ISO day on which the round after them was begun; null where nobody has begun one, and in the first, which needs no beginning. */
  begunOn: string | null;
  targets: Targets;
};

/** Everything that is kept of an assessment. */
export type WholeAssessment = AssessmentState & {
  rounds: Rounds;
  /** The first change first. */
  history: Change[];
  /** Of its documents, those of closed rounds too. */
  brand: Brand | null;
};

/** What an assessment has besides its answers when it begins. */
export const nothingAdded: Omit<WholeAssessment, keyof Assessment> = {
  previous: {},
  weights: {},
  facts: {},
  plan: { limits: null, since: null, kept: null, steps: {} },
  authorText: null,
  team: noTeam,
  brand: null,
  rounds: { closed: [], begunOn: null, targets: {} },
  history: [],
};
