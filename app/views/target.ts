import type { TargetStanding } from "../core/rounds/target";
import type { Locale } from "../i18n/index";
import type { PlannedView } from "./plan";
import type { Names } from "./view-input";

/** A target's day as people say it: the end of a year, or the day. */
export function untilText(by: string, { messages, date }: Locale): string {
  const { targets } = messages.rounds;
  return by.endsWith("-12-31") ? targets.untilEnd(by.slice(0, 4)) : targets.until(date(by));
}

/** What is missing, in whole points; never 0 as long as something is. */
export const missingText = (missing: number, { score }: Locale): string => score(Math.max(1, Math.round(missing)));

/** "75 von 100 bis Ende 2027", what is missing today, and whether the plan is enough for it. */
export function targetView({ value, by, missing, planned, state }: TargetStanding, locale: Locale) {
  const { messages, score, date } = locale;
  const { targets } = messages.rounds;
  const until = untilText(by, locale);
  const isOpen = (state === "open" || state === "overdue") && missing !== null;
  const standing = isOpen
    ? state === "open"
      ? targets.states.missing(missingText(missing, locale), until)
      : targets.states.overdue(missingText(missing, locale), date(by))
    : targets.states[state === "reached" ? "reached" : "unknown"];
  const left = planned === null ? null : value - planned;
  return {
    target: isOpen ? targets.goal(score(value)) : targets.said(score(value), until),
    standing,
    plan: !isOpen || left === null ? null : left <= 1e-9 ? targets.plannedReaches : targets.plannedMisses(missingText(left, locale)),
  };
}

/** Each target with how far it is, and the steps of the plan that serve it. */
export function targetsView(targets: readonly TargetStanding[], planned: PlannedView | null, locale: Locale, names: Names) {
  return targets.map((target) => ({
    id: target.dimension,
    name: names.dimension(target.dimension).name,
    isOpen: target.state === "open" || target.state === "overdue",
    ...targetView(target, locale),
    steps: (planned?.steps ?? []).filter(({ lifted }) => lifted.includes(target.dimension)).map(({ id, title }) => ({ id, title })),
  }));
}
