import { entryOf } from "../entry-of";
import { frontierOf, type Frontier } from "./frontier";
import type { PlanResult } from "./plan";
import { optionsOf, type PlanInput } from "./problem";
import { planSeconds, planWork, type Solver } from "./solve";

/** What all points before the end may spend together. See `Effort`. */
const pointsWork = 4_000;

/**
 * How much score how much money could buy, all else being as in a plan; where the limits allow none, as in the nearest
 * one. It takes about as long as the plan itself, and few people ask for it.
 * @param input what the plan was made from.
 * @param secondsLeft see `planFor`.
 */
export function planFrontier(input: PlanInput, plan: PlanResult, solver: Solver, secondsLeft: () => number = () => planSeconds): Frontier {
  const { steps, limits, begun } = plan.status === "planned" ? plan : plan.nearest;
  const options = optionsOf(input, limits);
  const places = steps.map(({ id, start, quarters }) => ({ start, candidate: { ...entryOf(options, id), quarters } }));
  const effort = (work: number) => ({ work, secondsLeft });
  return frontierOf({ ...input, begun }, limits, places, solver, { end: effort(planWork), points: effort(pointsWork) });
}
