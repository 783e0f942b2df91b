import { dayOf } from "../core/day";
import type { Locale } from "../i18n/index";

/** When something was, in day and time of day. @param at ISO 8601. @param timeZone of the operator. */
export function momentText(at: string, { language, date }: Locale, timeZone: string): { day: string; time: string } {
  const instant = new Date(at);
  const clock = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  return { day: date(dayOf(instant, timeZone)), time: clock.format(instant) };
}
