import { z } from "zod";
import { organisationSchema } from "../../core/assessment/assessment";
import { fieldTag, type FieldChange, type FieldConflict } from "../../core/assessment/merge-fields";
import { profileFields } from "../../core/assessment/profile-fields";
import { parseSaveFile } from "../../core/assessment/parse-save-file";
import { saveFileFormat, saveFileVersion } from "../../core/assessment/save-file";
import type { Content } from "../../core/content";
import { dutiesFor, factsOf } from "../../core/duties/find-duties";
import { limitFields, stepFields } from "../../core/plan/plan-fields";
import { noStep, planLimitsSchema, planStepSchema } from "../../core/plan/settings";
import { targetSchema } from "../../core/rounds/target";
import { aiUseSchema, depthSchema, dimensionIdSchema, idSchema, type Track } from "../../core/vocabulary";
import { reportOf } from "../assessment/report-of";
import { checkMatch, editableOf, etagHeader, ifMatchHeader, ownOrShared, toAnswer } from "./assessments";
import { assessmentFileSchema } from "./assessment-input";
import { heldLinksSchema, linkFor } from "./links";
import { keyedOperation } from "./operation";
import { ApiProblem, type InputFault } from "./problem";
import { readAs } from "./read-as";

const pathParameters = { id: ownOrShared };
const headers = { "if-match": ifMatchHeader };
const success = { status: 200, json: assessmentFileSchema, headers: etagHeader } as const;

const given = organisationSchema.shape;
export const profileChangeSchema = z
  .strictObject({
    depth: depthSchema.optional(),
    aiUse: aiUseSchema.optional(),
    organisation: z
      .strictObject({
        name: given.name.nullable(),
        land: given.land.nullable(),
        sizeClass: given.sizeClass.nullable(),
        sector: given.sector.nullable(),
        ownership: given.ownership.nullable(),
      })
      .optional()
      .describe("null takes a field back; what is not named stays."),
  })
  .describe("What is to be changed of who is assessed and how deep. The track stays.");

export const limitChangeSchema = planLimitsSchema
  .partial()
  .describe("Limits of the plan. What is not named stays; where nobody has set any, what is suggested is set with them.");
export const stepChangesSchema = z
  .record(idSchema, planStepSchema.partial().nullable())
  .describe("How far steps have come, by initiative. What is not named stays; null takes everything back that is noted of one.");
export const targetChangesSchema = z
  .partialRecord(dimensionIdSchema, targetSchema.nullable())
  .describe("Targets by topic, 1–100, with the ISO date by which they are to be reached; null takes one back.");
export const factChangesSchema = z
  .record(idSchema, z.boolean().nullable())
  .describe("Whether facts that decide on duties are so, by their id. What is not named stays; null takes back what is told.");

export const assessmentPartOperations = [
  keyedOperation(
    "assessments:write",
    {
      id: "readAssessmentLinks",
      subject: "assessments",
      method: "get",
      path: "/assessments/{id}/links",
      pathParameters,
      success: { status: 200, json: heldLinksSchema },
      problems: ["link-not-known"],
    },
    async ({ path }, { origin }, visitor) => {
      const keys = await visitor.keys(await editableOf(visitor, path.id));
      if (!keys) throw new ApiProblem("link-not-known");
      const { edit, read, check } = keys;
      return { json: { edit: linkFor(edit, origin), read: linkFor(read, origin), check: check === null ? null : linkFor(check, origin) } };
    },
  ),

  keyedOperation(
    "assessments:write",
    {
      id: "changeProfile",
      subject: "assessments",
      method: "patch",
      path: "/assessments/{id}/profile",
      ...{ pathParameters, headers, body: profileChangeSchema, success },
      problems: ["changed-meanwhile"],
    },
    async (input, { content }, visitor) => {
      const { assessment, isSeen } = await opened(visitor, input);
      const change = readAs(profileChangeSchema, input.body);
      const merged = { ...assessment.organisation, ...change.organisation };
      const organisation = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null && value !== ""));
      const next = { depth: change.depth ?? assessment.depth, aiUse: change.aiUse ?? assessment.aiUse, organisation };
      const { track, modelVersion } = assessment;
      const { assessment: sound, faults } = parseSaveFile(
        { ...{ format: saveFileFormat, version: saveFileVersion, track, modelVersion, answers: {} }, ...next },
        content.models,
      );
      if (!sound) throw new ApiProblem("invalid-input", faults);
      const changes = changesBetween(profileFields(assessment), profileFields(sound), isSeen);
      return saved(visitor, input.path.id, await assessment.saveProfile(changes));
    },
  ),

  keyedOperation(
    "assessments:write",
    {
      id: "changePlanLimits",
      subject: "assessments",
      method: "patch",
      path: "/assessments/{id}/plan/limits",
      ...{ pathParameters, headers, body: limitChangeSchema, success },
      problems: ["changed-meanwhile", "busy"],
    },
    async (input, context, visitor) => {
      const { assessment, isSeen } = await opened(visitor, input);
      const change = readAs(limitChangeSchema, input.body);
      const { limits } = await assessment.plan();
      const stored = limits ?? (await reportOf(assessment, new Map(), context)).report.plan.limits;
      const next = { ...stored, ...change };
      const known = initiativesOf(context.content, assessment.track);
      const faults = (["pinned", "excluded"] as const).flatMap((list) =>
        next[list].flatMap((id, index): InputFault[] =>
          known.has(id) && !(list === "excluded" && next.pinned.includes(id)) ? [] : [{ path: `${list}.${index}`, code: "unknown-value" }],
        ),
      );
      if (faults.length > 0) throw new ApiProblem("invalid-input", faults);
      const changes = changesBetween(limitFields(stored), limitFields(next), isSeen);
      return saved(visitor, input.path.id, await assessment.savePlanLimits(changes, stored));
    },
  ),

  keyedOperation(
    "assessments:write",
    {
      id: "changePlanSteps",
      subject: "assessments",
      method: "patch",
      path: "/assessments/{id}/plan/steps",
      ...{ pathParameters, headers, body: stepChangesSchema, success },
      problems: ["changed-meanwhile"],
    },
    async (input, { content }, visitor) => {
      const { assessment, isSeen } = await opened(visitor, input);
      const change = readAs(stepChangesSchema, input.body);
      refuseUnknown(change, initiativesOf(content, assessment.track));
      const { steps } = await assessment.plan();
      const next = Object.fromEntries(
        Object.entries(change).map(([id, step]) => [id, step === null ? noStep : { ...noStep, ...steps[id], ...step }]),
      );
      const changes = changesBetween(stepFields(steps), stepFields({ ...steps, ...next }), isSeen);
      return saved(visitor, input.path.id, await assessment.savePlanSteps(changes));
    },
  ),

  keyedOperation(
    "assessments:write",
    {
      id: "changeTargets",
      subject: "assessments",
      method: "patch",
      path: "/assessments/{id}/targets",
      ...{ pathParameters, headers, body: targetChangesSchema, success },
      problems: ["changed-meanwhile"],
    },
    async (input, _context, visitor) => {
      const { assessment, isSeen } = await opened(visitor, input);
      const change = readAs(targetChangesSchema, input.body);
      const { targets } = await assessment.rounds();
      const next = Object.fromEntries(Object.entries({ ...targets, ...change }).filter(([, target]) => target !== null));
      return saved(visitor, input.path.id, await assessment.saveTargets(changesBetween(targets, next, isSeen)));
    },
  ),

  keyedOperation(
    "assessments:write",
    {
      id: "changeFacts",
      subject: "assessments",
      method: "patch",
      path: "/assessments/{id}/facts",
      ...{ pathParameters, headers, body: factChangesSchema, success },
      problems: ["changed-meanwhile"],
    },
    async (input, { content }, visitor) => {
      const { assessment, isSeen } = await opened(visitor, input);
      const change = readAs(factChangesSchema, input.body);
      const { facts } = assessment;
      const known = new Set(factsOf(dutiesFor(content.duties, assessment.track)).map(({ fact }) => fact));
      refuseUnknown(change, known);
      const next = Object.fromEntries(Object.entries({ ...facts, ...change }).filter(([, holds]) => holds !== null));
      return saved(visitor, input.path.id, await assessment.saveFacts(changesBetween(facts, next, isSeen)));
    },
  ),
];

/** @throws Problem that names each id that is not known. */
function refuseUnknown(change: Readonly<Record<string, unknown>>, known: ReadonlySet<string>): void {
  const faults = Object.keys(change).flatMap((path) => (known.has(path) ? [] : [{ path, code: "unknown-value" } as const]));
  if (faults.length > 0) throw new ApiProblem("invalid-input", faults);
}

type Input = { path: { id: string }; headers: { "if-match"?: string | undefined } };

/** @returns the assessment, and whether the program has seen the version that it changes. @throws Problem */
async function opened(visitor: Parameters<typeof editableOf>[0], { path, headers: sent }: Input) {
  const assessment = await editableOf(visitor, path.id);
  const ifMatch = sent["if-match"];
  if (ifMatch !== undefined) checkMatch(ifMatch, await assessment.whole());
  return { assessment, isSeen: ifMatch !== undefined };
}

/** Between the look and the write somebody may still have been faster. @throws Problem */
export function checkConflicts(conflicts: FieldConflict[] | null): void {
  if (conflicts === null) throw new ApiProblem("not-found");
  if (conflicts.length > 0)
    throw new ApiProblem(
      "changed-meanwhile",
      conflicts.map(({ field }) => ({ path: field, code: "changed" })),
    );
}

async function saved(visitor: Parameters<typeof editableOf>[0], id: string, conflicts: FieldConflict[] | null) {
  checkConflicts(conflicts);
  return toAnswer(await editableOf(visitor, id));
}

type Fields = Readonly<Record<string, unknown>>;

/** Field by field, what makes the second of the first. @param isSeen whether a newer value of somebody else is to stay. */
export function changesBetween(stored: Fields, next: Fields, isSeen: boolean): FieldChange[] {
  return [...new Set([...Object.keys(stored), ...Object.keys(next)])]
    .filter((field) => fieldTag(stored[field]) !== fieldTag(next[field]))
    .map((field) => ({ field, seen: isSeen ? fieldTag(stored[field]) : null, next: next[field] }));
}

const initiativesOf = ({ initiatives }: Content, track: Track): ReadonlySet<string> =>
  new Set(initiatives.filter(({ tracks }) => tracks.includes(track)).map(({ id }) => id));
