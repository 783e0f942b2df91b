import { percentile } from "../certainty/percentile";
import { createRandom } from "../certainty/random";
import type { Range } from "../initiatives/initiative";
import { upperQuarterOf } from "../initiatives/middle";
import { exceeds } from "../score/stage";
import type { Place } from "./option";
import { daysIn } from "./program";
import type { PlanLimits } from "./settings";

/**
 * Shares of the draws, 0–1, that keep the budget, and that keep the person-days of every quarter; and with how many euros, and
 * person-days a quarter, nine of ten draws would keep them.
 */
export type Risk = { budget: number; quarters: number; safeEuro: number; safePersonDays: number };

const draws = 10_000;
const safeShare = 0.9;
/** Any would do; a fixed one makes the same plan say the same. */
const seed = "70a45cb1";

/** Draws costs and efforts, uniform in their ranges and independent of each other (method, section 7). */
export function riskOf(places: readonly Place[], { budgetEuro, personDaysPerQuarter, quarters }: PlanLimits): Risk {
  const random = createRandom(seed);
  const within = ([low, high]: Range) => low + (high - low) * random();
  const drawn = places.map((place) => ({
    ...place.candidate,
    shares: Array.from({ length: quarters }, (_, quarter) =>
      daysIn({ ...place, candidate: { ...place.candidate, personDays: 1 } }, quarter),
    ),
  }));
  const kept = { budget: 0, quarters: 0 };
  const [costs, peaks] = [new Float64Array(draws), new Float64Array(draws)];
  for (let draw = 0; draw < draws; draw += 1) {
    const days = new Float64Array(quarters);
    let cost = 0;
    for (const { costRange, effortRange, shares } of drawn) {
      cost += within(costRange);
      const effort = within(effortRange);
      shares.forEach((share, quarter) => (days[quarter] = (days[quarter] ?? 0) + share * effort));
    }
    const peak = Math.max(0, ...days);
    if (!exceeds(cost, budgetEuro)) kept.budget += 1;
    if (!exceeds(peak, personDaysPerQuarter)) kept.quarters += 1;
    [costs[draw], peaks[draw]] = [cost, peak];
  }
  const safe = (amounts: Float64Array) => percentile(amounts.sort(), safeShare);
  return { budget: kept.budget / draws, quarters: kept.quarters / draws, safeEuro: safe(costs), safePersonDays: safe(peaks) };
}

/** Euros with every cost at the upper quarter point of its range. */
export function cautiousEuro(places: readonly Place[]): number {
  return places.reduce((sum, { candidate }) => sum + upperQuarterOf(candidate.costRange), 0);
}
