import type { AppLoadContext } from "@remix-run/node";
import { planToKeep } from "../../core/keep-plan";
import type { NoPlan } from "../../core/plan/plan";
import { reportInputOf } from "../../core/report-input";
import type { Editable } from "../access/assessment-access";

type Context = Pick<AppLoadContext, "content" | "reports" | "today">;

/**
 * Solves the plan anew within the limits that are set, from the next quarter on, and keeps it as it is solved. Where the
 * limits allow none, none is kept: the report says then what is missing.
 */
export async function takePlan(assessment: Editable, context: Context) {
  return assessment.keepPlan(planToKeep(await solvedAnew(assessment, context)));
}

/** What the limits that are set lack, and the nearest plan that works; null where they lack nothing. */
export async function lackingPlan(assessment: Editable, context: Context): Promise<NoPlan | null> {
  const { plan } = await solvedAnew(assessment, context);
  return plan.status === "impossible" ? plan : null;
}

async function solvedAnew(assessment: Editable, { content, reports, today }: Context) {
  const [plan, team, rounds] = await Promise.all([assessment.plan(), assessment.team(), assessment.rounds()]);
  return reports.make(reportInputOf({ ...assessment, plan: { ...plan, since: null, kept: null }, team, rounds }, content, today));
}
