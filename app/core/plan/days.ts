/** The first day of the calendar quarter after this moment, in UTC, as an ISO date. */
export function nextQuarter(moment: Date): string {
  return isoDay(moment.getUTCFullYear(), (Math.floor(moment.getUTCMonth() / 3) + 1) * 3, 1);
}

/**
 * First and last day, as ISO dates, of some quarters of a roadmap.
 * @param firstDay of the roadmap, the first of a month.
 * @param start quarters counted from 0.
 */
export function daysOf(firstDay: string, start: number, quarters: number): { start: string; end: string } {
  const [year = 0, month = 1] = firstDay.split("-").map(Number);
  return { start: isoDay(year, month - 1 + start * 3, 1), end: isoDay(year, month - 1 + (start + quarters) * 3, 0) };
}

const isoDay = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
