import { dayOf } from "../core/day";
import type { Locale } from "../i18n/index";

/** When something was, in day and time of day. @param at ISO 8601. @param timeZone of the operator. */
export function momentText(at: string, { date, time }: Locale, timeZone: string): { day: string; time: string } {
  const instant = new Date(at);
  return { day: date(dayOf(instant, timeZone)), time: time(instant, timeZone) };
}
