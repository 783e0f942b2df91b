import { middleOf, upperQuarterOf } from "../initiatives/middle";
import type { KeptPlan } from "./kept-plan";
import type { Place } from "./option";
import { optionsOf, type PlanInput } from "./problem";

/**
 * The steps of a kept plan where they were laid and in their order, with the amounts of then; what they lift and need is
 * as it is today. Those that are done have left it, as have those that the catalogue no longer has.
 */
export function keptPlaces({ limits, steps }: KeptPlan, input: PlanInput): Place[] {
  const options = new Map(optionsOf(input, limits).map((option) => [option.id, option]));
  const amountOf = limits.cautious ? upperQuarterOf : middleOf;
  return steps.flatMap(({ id, start, quarters, costEuro, personDays, yearlyEuro, yearlyPersonDays }, position): Place[] => {
    const option = options.get(id);
    if (!option) return [];
    const ranges = { costRange: costEuro, effortRange: personDays };
    const amounts = { costEuro: amountOf(costEuro), personDays: amountOf(personDays) };
    return [{ start, candidate: { ...option, ...ranges, ...amounts, yearlyEuro, yearlyPersonDays, quarters, position } }];
  });
}
