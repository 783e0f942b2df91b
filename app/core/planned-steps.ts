import type { CurrentPlan } from "./plan/current-plan";
import type { PlannedStep } from "./plan/plan";
import { isAnythingKnown, type ScoredItem } from "./score/scored-items";

/** What of its plan an organisation is told to do: nothing where nothing is answered that it could follow from. */
export const plannedSteps = ({ plan, items }: { plan: CurrentPlan; items: readonly Pick<ScoredItem, "level">[] }): PlannedStep[] =>
  plan.status === "planned" && isAnythingKnown(items) ? plan.steps : [];
