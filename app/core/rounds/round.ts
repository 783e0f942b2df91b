import { z } from "zod";
import { noTeam, teamSchema, withoutNames } from "../agreement/team";
import { answerSchema } from "../assessment/answer";
import { profileSchema } from "../assessment/assessment";
import { authorTextSchema } from "../assessment/author-text";
import { previousAnswerSchema } from "../assessment/model-versions";
import { weightsSchema, type AssessmentState, type ClosedRound, type Rounds, type WholeAssessment } from "../assessment/whole-assessment";
import { factsSchema } from "../duties/facts";
import { keptPlanSchema } from "../plan/kept-plan";
import { planLimitsSchema, planStepSchema } from "../plan/settings";
import { versionSchema } from "../questionnaire/versions";
import { idSchema } from "../vocabulary";
import { targetsSchema } from "./target";

const stateSchema = profileSchema.extend({
  modelVersion: versionSchema,
  answers: z.record(idSchema, answerSchema),
  previous: z.record(idSchema, previousAnswerSchema),
  weights: weightsSchema,
  // Rounds that were closed before anybody could tell any have none.
  facts: factsSchema.default({}),
  plan: z.strictObject({
    limits: planLimitsSchema.nullable(),
    since: z.iso.date().nullable(),
    // Rounds that were closed before plans were kept have none.
    kept: keptPlanSchema.nullable().default(null),
    steps: z.record(idSchema, planStepSchema),
  }),
  authorText: authorTextSchema.nullable(),
  // Rounds that were closed before there were teams have none.
  team: teamSchema.default(noTeam),
});

export const closedRoundSchema: z.ZodType<ClosedRound> = z.strictObject({
  closedOn: z.iso.date(),
  samePeople: z.boolean(),
  contentVersion: z.string().max(64),
  targets: targetsSchema,
  state: stateSchema,
});

/** Whether a round is under way: the first one is from the beginning, a later one once somebody has begun it. */
export const isOpen = ({ closed, begunOn }: Pick<Rounds, "closed" | "begunOn">): boolean => closed.length === 0 || begunOn !== null;

/** The number of the round that is under way, or of the last one. */
export const currentRound = (rounds: Pick<Rounds, "closed" | "begunOn">): number => rounds.closed.length + (isOpen(rounds) ? 1 : 0);

/** What a closed round keeps of an assessment. */
export function snapshotOf({
  rounds: _rounds,
  history: _history,
  brand: _brand,
  authorText,
  team,
  ...rest
}: WholeAssessment): AssessmentState {
  return { ...rest, authorText: authorText && { ...authorText, logo: null }, team: withoutNames(team) };
}

/** The assessment as it was when a round was closed, with the rounds up to it; null where there is no such round. */
export function assessmentAt({ closed }: Pick<Rounds, "closed">, number: number): WholeAssessment | null {
  const round = closed[number - 1];
  if (!round) return null;
  return { ...round.state, rounds: { closed: closed.slice(0, number), begunOn: null, targets: round.targets }, history: [], brand: null };
}
