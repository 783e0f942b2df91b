import type { Locale } from "../i18n/index";

/** Points; less than that is printed as nothing. */
export const leastSeen = 0.05;

/** A change in points with its sign, and a minus that is one. */
export function signedText(change: number, { points }: Locale): string {
  if (Math.abs(change) < leastSeen) return "±0";
  return `${change > 0 ? "+" : "−"}${points(Math.abs(change))}`;
}
