import { z } from "zod";
import { keptPlanSchema } from "../plan/kept-plan";
import { mostPeople, personSchema, recordedSchema, type Team } from "../agreement/team";
import { planLimitsSchema, planStepSchema } from "../plan/settings";
import { changeSchema, mostChanges } from "../changes/change";
import { targetsSchema } from "../rounds/target";
import { idSchema } from "../vocabulary";
import type { Assessment } from "./assessment";
import { mostRounds, nothingAdded, type AssessmentState, type WholeAssessment } from "./whole-assessment";

export const saveFileFormat = "ki-pegel/assessment" as const;
export const saveFileVersion = 2 as const;

/** Codes, not sentences: the page says them in the reader's language, the command line in English. */
export type FaultCode =
  | "wrong-encoding" | "not-json" | "not-an-object" | "missing" | "unknown-key" | "wrong-format" | "future-version" | "wrong-version"
  | "unknown-track" | "unknown-depth" | "unknown-value" | "future-model" | "wrong-model" | "unknown-item" | "item-of-other-track"
  | "level-out-of-range" | "not-an-answer" | "two-answers" | "reason-missing" | "not-applicable-not-allowed" | "not-a-picture" | "not-a-template" | "text-expected"
  | "text-too-long" | "size-class-of-other-track"; // prettier-ignore
/** `path` is dotted, as in `answers.strategy-goals.level`; empty for the file as a whole. `found` is what stands there, where that helps. */
export type SaveFileFault = { path: string; code: FaultCode; found?: string };
/** What an interchange file says of a plan: limits that nobody has set are an empty object. */
export const planPartSchema = z.strictObject({
  limits: z.union([planLimitsSchema, z.strictObject({})]),
  since: z.iso.date().optional(),
  kept: keptPlanSchema.optional(),
  steps: z.record(idSchema, planStepSchema.partial()),
});

/** What an interchange file says of the people who answer a part: nothing where there are none. Their links are in no file. */
export const teamPartSchema = z.strictObject({
  people: z
    .array(personSchema.partial({ until: true, ask: true }))
    .max(mostPeople)
    .optional(),
  agreed: z.record(idSchema, recordedSchema.partial({ about: true })).optional(),
  showNames: z.boolean().optional(),
});

/** What an interchange file says of rounds: nothing where there is only the first. A closed one holds the assessment as it was. */
export const roundPartSchema = z.strictObject({
  begun: z.iso.date().optional(),
  targets: targetsSchema.optional(),
  closed: z
    .array(
      z.strictObject({
        closed: z.iso.date(),
        samePeople: z.boolean(),
        contentVersion: z.string().max(64),
        targets: targetsSchema.optional(),
        assessment: z.record(z.string(), z.unknown()),
      }),
    )
    .max(mostRounds)
    .optional(),
});

/** What an interchange file says of the past: who changed what, the first change first. */
export const historyPartSchema = z.array(changeSchema).max(mostChanges);

/** A file of a few megabytes can hold hundreds of thousands of faults. So many are told (method, section 10), with how many there are. */
export const toldFaults = 100;

/** The save file of an assessment: what `parseSaveFile` reads back unchanged. */
export function toSaveFile(assessment: Assessment & Partial<WholeAssessment>) {
  const { rounds, history, brand } = { ...nothingAdded, ...assessment };
  return { ...stateFile(assessment), round: roundPart(rounds), history, ...(brand && { brand }) };
}

function stateFile(assessment: Assessment & Partial<AssessmentState>) {
  const { track, depth, modelVersion, aiUse, organisation, answers, previous, weights, facts, plan, authorText, team } = {
    ...nothingAdded,
    ...assessment,
  };
  return {
    ...{ format: saveFileFormat, version: saveFileVersion, track, depth, modelVersion, aiUse, organisation, answers, previous, weights },
    ...(Object.keys(facts).length > 0 && { facts }),
    plan: {
      limits: plan.limits ?? {},
      ...(plan.since !== null && { since: plan.since }),
      ...(plan.kept !== null && { kept: plan.kept }),
      steps: plan.steps,
    },
    texts: authorText ?? {},
    team: teamPart(team),
  };
}

function teamPart({ people, recorded, showNames }: Team): z.output<typeof teamPartSchema> {
  return {
    ...(people.length > 0 && {
      people: people.map(({ until, ask, ...person }) => ({ ...person, ...(until !== null && { until }), ...(ask && { ask }) })),
    }),
    ...(Object.keys(recorded).length > 0 && { agreed: recorded }),
    ...(showNames && { showNames }),
  };
}

function roundPart({ closed, begunOn, targets }: WholeAssessment["rounds"]): z.output<typeof roundPartSchema> {
  return {
    ...(begunOn !== null && { begun: begunOn }),
    ...(Object.keys(targets).length > 0 && { targets }),
    ...(closed.length > 0 && {
      closed: closed.map(({ closedOn, samePeople, contentVersion, targets: aims, state }) => ({
        ...{ closed: closedOn, samePeople, contentVersion, targets: aims, assessment: stateFile(state) },
      })),
    }),
  };
}
