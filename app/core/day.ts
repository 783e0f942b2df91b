/** A point in time, and the day on which it falls where the operator is (ISO 8601). */
export type Moment = { now: Date; today: string };

/**
 * The day on which a point in time falls.
 * @param timeZone name of the IANA database, such as "Europe/Berlin".
 * @returns ISO date.
 */
export function dayOf(now: Date, timeZone: string): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(timeZone, format);
  const parts = format.formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** One costs as much as a hundred uses of it, and a list asks for a thousand days. */
const formats = new Map<string, Intl.DateTimeFormat>();

export function momentOf(now: Date, timeZone: string): Moment {
  const quarter = Math.floor(now.getTime() / quarterMilliseconds);
  if (latest.quarter !== quarter || latest.timeZone !== timeZone) latest = { quarter, timeZone, today: dayOf(now, timeZone) };
  return { now, today: latest.today };
}

/** Clocks are whole quarters of an hour apart, so a day begins with one wherever it begins; every request asks which it is. */
const quarterMilliseconds = 15 * 60_000;
let latest = { quarter: NaN, timeZone: "", today: "" };

/** The last day of a partial date: "2026" ends with the year; a month with the 31st, which no shorter month has a day after. */
export const lastDayOf = (date: string): string => date + "-12-31".slice(date.length - "2026".length);

/** Whether what ends on a day, or with a month or year, is past. */
export const isOver = (endsOn: string | null, day: string): boolean => endsOn !== null && lastDayOf(endsOn) < day;

/** @param day ISO date. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
