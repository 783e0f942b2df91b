import type { AppLoadContext } from "@remix-run/node";
import { planToKeep } from "../../core/keep-plan";
import { reportInputOf } from "../../core/report-input";
import type { Editable } from "../access/assessment-access";

/**
 * Solves the plan anew within the limits that are set, from the next quarter on, and keeps it as it is solved. Where the
 * limits allow none, none is kept: the report says then what is missing.
 */
export async function takePlan(assessment: Editable, { content, reports, today }: Pick<AppLoadContext, "content" | "reports" | "today">) {
  const [plan, team, rounds] = await Promise.all([assessment.plan(), assessment.team(), assessment.rounds()]);
  const input = reportInputOf({ ...assessment, plan: { ...plan, since: null, kept: null }, team, rounds }, content, today);
  return assessment.keepPlan(planToKeep(await reports.make(input)));
}
