import { isDue } from "./duties/find-duties";
import { keepPlan, type KeptPlan } from "./plan/kept-plan";
import type { Report } from "./report";

/** The plan of a report as it is kept once somebody takes it; null where the limits allow none. */
export function planToKeep({ plan, duties, date, ...basis }: Report): KeptPlan | null {
  const due = new Set(duties.filter(isDue).map(({ duty }) => duty.id));
  return plan.status === "planned" ? keepPlan(plan, { ...basis, due }, date) : null;
}
