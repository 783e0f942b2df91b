import { keptPlanSchema, type KeptPlan } from "../app/core/plan/kept-plan";
import { initiativeOf, limitFields, stepFields, toLimits, toStep } from "../app/core/plan/plan-fields";
import { planLimitsSchema, planStepSchema, type PlanLimits } from "../app/core/plan/settings";
import { mergeFields, type FieldChange, type FieldConflict } from "../app/core/assessment/merge-fields";
import type { StoredPlan } from "../app/core/assessment/whole-assessment";
import type { Moment } from "../app/core/day";
import type { Actor } from "../app/core/changes/change";
import { fieldChanges, wholeChange } from "../app/core/changes/changes-of";
import { changeAssessment } from "./change-assessment";
import type { Database } from "./connection";
import { parsed } from "./json-column";
import { parsedBy, rowsOf, source } from "./rows-of";

const plans = source("plans", ["limits", "since", "kept"], "plans where assessment_id = ?");
const planSteps = source("plan_steps", ["initiative_id", "step"], "plan_steps where assessment_id = ?");

export async function readPlan(database: Database, assessmentId: string): Promise<StoredPlan> {
  const [[row], steps] = await Promise.all([rowsOf(database, assessmentId, plans), rowsOf(database, assessmentId, planSteps)]);
  return {
    limits: row ? parsed(planLimitsSchema, row.limits) : null,
    since: row?.since ?? null,
    kept: row?.kept ? parsed(keptPlanSchema, row.kept) : null,
    steps: parsedBy(planStepSchema, steps, "initiative_id", "step"),
  };
}

/** Writes limits with the kept plan, and steps, in place of earlier ones. */
export async function writePlan(
  transaction: Database,
  assessmentId: string,
  { limits, since, kept, steps }: StoredPlan,
  now: Date,
): Promise<void> {
  const row = { assessment_id: assessmentId, updated_at: now.toISOString() };
  if (limits)
    await transaction("plans")
      .insert({ ...row, limits: JSON.stringify(limits), since, kept: kept && JSON.stringify(keptPlanSchema.parse(kept)) })
      .onConflict("assessment_id")
      .merge();
  const rows = Object.entries(steps).map(([initiative, step]) => ({ ...row, initiative_id: initiative, step: JSON.stringify(step) }));
  if (rows.length > 0) await transaction("plan_steps").insert(rows).onConflict(["assessment_id", "initiative_id"]).merge();
}

const isStepText = (field: string): boolean => /\.(owner|note)$/.test(field);

export function planStore(database: Database) {
  return {
    find: (assessmentId: string) => readPlan(database, assessmentId),

    /**
     * @param otherwise the limits that hold where nobody has set any: those that the form was filled with.
     * @returns the conflicts, or null where the assessment has been removed meanwhile.
     */
    saveLimits: (
      assessmentId: string,
      changes: FieldChange[],
      otherwise: PlanLimits,
      { now, today }: Moment,
      by?: Actor,
    ): Promise<FieldConflict[] | null> => {
      const save = async (transaction: Database) => {
        const { limits, kept } = await readPlan(transaction, assessmentId);
        const stored = limitFields(limits ?? otherwise);
        const { fields, conflicts } = mergeFields(stored, changes);
        // Whoever saves what was suggested has set it.
        const made = fieldChanges("limit", limits === null ? {} : stored, fields);
        if (made.length > 0)
          await writePlan(transaction, assessmentId, { limits: toLimits(fields, limits ?? otherwise), since: today, kept, steps: {} }, now);
        return { changes: made, result: conflicts };
      };
      return changeAssessment(database, assessmentId, now, save, by);
    },

    /**
     * Keeps a plan as it was solved, with its limits, in place of an earlier one; null: none is kept any more.
     * @returns null where the assessment has been removed meanwhile.
     */
    keep: (assessmentId: string, kept: KeptPlan | null, { now, today }: Moment, by?: Actor): Promise<true | null> => {
      const keep = async (transaction: Database) => {
        const { limits, since } = await readPlan(transaction, assessmentId);
        const set = kept?.limits ?? limits;
        if (set) await writePlan(transaction, assessmentId, { limits: set, since: kept ? today : since, kept, steps: {} }, now);
        const limited = fieldChanges("limit", limits === null ? {} : limitFields(limits), set === null ? {} : limitFields(set));
        return { changes: [wholeChange(kept ? "plan-taken" : "plan-freed", null, null), ...limited], result: true as const };
      };
      return changeAssessment(database, assessmentId, now, keep, by);
    },

    /** @returns the conflicts, or null where the assessment has been removed meanwhile. */
    saveSteps: (assessmentId: string, changes: FieldChange[], now: Date, by?: Actor): Promise<FieldConflict[] | null> => {
      const save = async (transaction: Database) => {
        const { steps } = await readPlan(transaction, assessmentId);
        const stored = stepFields(steps);
        const { fields, conflicts } = mergeFields(stored, changes);
        const made = fieldChanges("step", stored, fields, isStepText);
        const touched = [...new Set(changes.map(({ field }) => initiativeOf(field)))];
        const next = Object.fromEntries(touched.map((id) => [id, toStep(fields, id)]));
        if (made.length > 0) await writePlan(transaction, assessmentId, { limits: null, since: null, kept: null, steps: next }, now);
        return { changes: made, result: conflicts };
      };
      return changeAssessment(database, assessmentId, now, save, by);
    },
  };
}
