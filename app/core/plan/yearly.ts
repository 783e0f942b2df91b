import { daysOf } from "./days";
import type { Place } from "./option";
import { endOf } from "./schedule";

/** Euros of a calendar year: what is paid once, spread evenly over the time it takes, and what is running from then on. */
export type YearlyCost = { year: number; onceEuro: number; runningEuro: number };

const quartersPerYear = 4;

/** Estimates are put into a budget in such steps of euros. */
const budgetStep = 50;

/**
 * The same as a budget has it. What is paid once is rounded so that the years still add up to the whole; what is
 * running is rounded up, so that a part of a year is not short of money.
 */
export function budgetedYears(years: readonly YearlyCost[]): YearlyCost[] {
  const upTo = (index: number) => {
    const whole = years.slice(0, index).reduce((sum, { onceEuro }) => sum + onceEuro, 0);
    return index === years.length ? whole : Math.round(whole / budgetStep) * budgetStep;
  };
  return years.map(({ year, runningEuro }, index) => ({
    year,
    onceEuro: upTo(index + 1) - upTo(index),
    // Sums of quarters are not exact.
    runningEuro: Math.ceil(Math.max(0, runningEuro / budgetStep - 1e-9)) * budgetStep,
  }));
}

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
