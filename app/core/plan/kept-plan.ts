import { z } from "zod";
import { levelOf } from "../assessment/answer";
import type { Assessment } from "../assessment/assessment";
import { fieldTag } from "../assessment/merge-fields";
import { idSchema } from "../vocabulary";
import { planLimitsSchema, type PlanLimits } from "./settings";
import type { PlannedStep } from "./steps";

const tag = z.string().max(64);
const amount = z.number().min(0).max(1e9);
const range = z.tuple([amount, amount]);
const points = z.number().min(0).max(100);

/** A plan as it was solved when somebody took it; it changes only when somebody takes another (method, section 7). */
export const keptPlanSchema = z.strictObject({
  /** ISO day on which it was taken: it begins with the quarter after. */
  on: z.iso.date(),
  limits: planLimitsSchema,
  /** Marks of what it was solved from besides its limits. */
  from: z.strictObject({ answers: tag, profile: tag, duties: tag }),
  /** Where it was to lead by the answers of then. */
  score: z.strictObject({ before: points, after: points }),
  /** So many points more another plan might have gained; 0: it was proven that none does. */
  gap: points,
  /** Quarters from 0; euros and person-days, once as ranges, and every year after the end. */
  steps: z
    .array(
      z.strictObject({
        id: idSchema,
        start: z.int().min(0).max(15),
        quarters: z.int().min(1).max(16),
        costEuro: range,
        personDays: range,
        yearlyEuro: amount,
        yearlyPersonDays: amount,
      }),
    )
    .max(200),
});
export type KeptPlan = z.infer<typeof keptPlanSchema>;

/** What a plan rests on besides its limits: of the profile all but the name, of the answers the levels. */
export type PlanBasis = Pick<Assessment, "aiUse" | "depth" | "organisation" | "answers"> & {
  /** Duties that apply now and are not in place, by id. */
  due: ReadonlySet<string>;
};

/** What is no longer as it was when the plan was taken. */
export const planCauses = ["answers", "profile", "duties", "limits"] as const;
export type PlanCause = (typeof planCauses)[number];

function tagsOf({ aiUse, depth, organisation, answers, due }: PlanBasis): KeptPlan["from"] {
  const { name: _name, ...profile } = organisation;
  const levels = Object.entries(answers).map(([item, answer]) => [item, levelOf(answer)] as const);
  return {
    answers: fieldTag(Object.fromEntries(levels.filter(([, level]) => level !== "open"))),
    profile: fieldTag({ aiUse, depth, ...profile }),
    duties: fieldTag([...due].sort()),
  };
}

/** What is solved, as it is kept. @param on ISO day. */
export function keepPlan(
  { limits, score, gap, steps }: Pick<KeptPlan, "limits" | "score" | "gap"> & { steps: readonly PlannedStep[] },
  basis: PlanBasis,
  on: string,
): KeptPlan {
  return {
    ...{ on, limits, from: tagsOf(basis), score, gap },
    steps: steps.map(({ id, start, quarters, costRange, effortRange, yearlyEuro, yearlyPersonDays }) => ({
      ...{ id, start, quarters, costEuro: costRange, personDays: effortRange, yearlyEuro, yearlyPersonDays },
    })),
  };
}

/**
 * Why the plan might be another one today. Duties are named only where neither answers nor profile have changed: with
 * those, duties change as well.
 * @param limits those that are set now.
 */
export function causesOf(kept: KeptPlan, basis: PlanBasis, limits: PlanLimits): PlanCause[] {
  const now = tagsOf(basis);
  const isOther = (part: keyof KeptPlan["from"]) => kept.from[part] !== now[part];
  const [answers, profile] = [isOther("answers"), isOther("profile")];
  const changed = {
    ...{ answers, profile, duties: !answers && !profile && isOther("duties") },
    limits: limitsTag(kept.limits) !== limitsTag(limits),
  };
  return planCauses.filter((cause) => changed[cause]);
}

/** The same for the same limits, in whatever order the choices were made. */
const limitsTag = ({ pinned, excluded, cautious = false, ...rest }: PlanLimits): string =>
  fieldTag({ ...rest, cautious, pinned: pinned.toSorted(), excluded: excluded.toSorted() });
