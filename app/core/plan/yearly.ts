import { daysOf } from "./days";
import type { Place } from "./option";
import { endOf } from "./schedule";

/** Euros of a calendar year: what is paid once, spread evenly over the time it takes, and what is running from then on. */
export type YearlyCost = { year: number; onceEuro: number; runningEuro: number };

const quartersPerYear = 4;

/**
 * The cost of a plan by calendar year, for each year in which one of its quarters begins.
 * @param firstDay ISO date on which the first quarter begins.
 */
export function yearlyCosts(places: readonly Place[], quarters: number, firstDay: string): YearlyCost[] {
  const years = new Map<number, YearlyCost>();
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const year = Number(daysOf(firstDay, quarter, 1).start.slice(0, 4));
    const own = years.get(year) ?? { year, onceEuro: 0, runningEuro: 0 };
    for (const place of places) {
      const { costEuro, yearlyEuro, quarters: length } = place.candidate;
      if (quarter >= endOf(place)) own.runningEuro += yearlyEuro / quartersPerYear;
      else if (quarter >= place.start) own.onceEuro += costEuro / length;
    }
    years.set(year, own);
  }
  return [...years.values()];
}
