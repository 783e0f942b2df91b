/** The first day of the calendar quarter after this day; both are ISO dates. */
export function nextQuarter(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return isoDay(year, (Math.floor((month - 1) / 3) + 1) * 3, 1);
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
