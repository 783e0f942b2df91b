import type { NoPlan } from "../core/plan/plan";
import type { Locale } from "../i18n/index";
import type { Names } from "./view-input";

/** What limits lack that allow no plan. */
export function missingText({ missing, reasons }: NoPlan, { messages, euros, personDays }: Locale, names: Names): string[] {
  const { plan: words } = messages.result;
  return [
    ...reasons.map(({ id, reason }) => `${names.initiative(id)}: ${messages.roadmap.reasons[reason]}`),
    ...(missing.euro > 0 ? [words.missingEuro(euros(Math.ceil(missing.euro)))] : []),
    ...(missing.personDaysPerQuarter > 0 ? [words.missingDays(personDays(missing.personDaysPerQuarter))] : []),
    ...(missing.quarters > 0 ? [words.missingQuarters(missing.quarters)] : []),
  ];
}
