import type { CurrentPlan } from "./plan/current-plan";
import type { PlannedStep } from "./plan/plan";
import { isAnythingKnown, type ScoredItem } from "./score/scored-items";

type Planned = { plan: CurrentPlan; items: readonly Pick<ScoredItem, "level">[] };

/**
 * Whether a plan is nobody's: a suggestion where nothing is answered that it could follow from. One that somebody has taken stays
 * theirs, also where a new round has no answer yet.
 */
export const isPlanOfNobody = ({ plan, items }: Planned): boolean => plan.suggested && !isAnythingKnown(items);

/** Whether a suggestion has no step because the answers leave nothing to do. */
export const isNothingLeft = ({ plan, items }: Planned): boolean =>
  plan.suggested && plan.status === "planned" && plan.steps.length === 0 && isAnythingKnown(items);

/** Whether limits that somebody has set leave no room for any of what the answers call for. */
export const isNothingFitting = ({ plan, list }: { plan: CurrentPlan; list: { entries: readonly unknown[] } }): boolean =>
  !plan.suggested && plan.status === "planned" && !plan.kept && plan.steps.length === 0 && list.entries.length > 0;

/** What of its plan an organisation is told to do. */
export const plannedSteps = (planned: Planned): PlannedStep[] =>
  planned.plan.status === "planned" && !isPlanOfNobody(planned) ? planned.plan.steps : [];
