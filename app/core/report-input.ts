import type { Assessment } from "./assessment/assessment";
import type { WholeAssessment } from "./assessment/whole-assessment";
import { modelOf, type Content } from "./content";
import { nextQuarter } from "./plan/days";
import { printableDepth } from "./printable-depth";
import type { ReportInput } from "./report";
import type { DimensionId } from "./vocabulary";

/**
 * What makes the report of an assessment, wherever it comes from: page, document, API and command line say the same of
 * the same file.
 * @param date ISO date on which the report is made.
 * @param changed weights that a reader has chosen instead of the assessment's own.
 */
export function reportInputOf(
  assessment: Assessment & Pick<WholeAssessment, "weights" | "plan">,
  content: Content,
  date: string,
  changed: ReadonlyMap<DimensionId, number> = new Map(),
): ReportInput {
  const { track, modelVersion, organisation, aiUse, answers, weights, plan } = assessment;
  const depth = printableDepth(modelOf(content, assessment), assessment);
  const done = Object.entries(plan.steps).flatMap(([id, { status }]) => (status === "done" ? [id] : []));
  return {
    assessment: { track, depth, modelVersion, organisation, aiUse, answers },
    date,
    weights: new Map([...(Object.entries(weights) as [DimensionId, number][]), ...changed]),
    plan: { limits: plan.limits, done, firstDay: nextQuarter(plan.since ?? date) },
  };
}
