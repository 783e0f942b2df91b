import type { FaultCode } from "../../core/assessment/save-file";
import { planLimitsSchema, type PlanLimits } from "../../core/plan/settings";

type LimitFault = { key: "budgetEuro" | "personDaysPerQuarter"; code: FaultCode };

/** How far ahead a table plans: a year. */
const quarters = 4;

/**
 * The frame of a plan from what two cells say: euros over the whole year, and person-days in each quarter. Either both
 * stand there or neither, for a plan needs both.
 */
export function limitsIn(budget: string | undefined, capacity: string | undefined): { limits: PlanLimits | null; faults: LimitFault[] } {
  if (budget === undefined && capacity === undefined) return { limits: null, faults: [] };
  const { budgetEuro, personDaysPerQuarter } = planLimitsSchema.shape;
  const [money, days] = [budgetEuro.safeParse(amountIn(budget)), personDaysPerQuarter.safeParse(amountIn(capacity))];
  const codeOf = (said: string | undefined): FaultCode => (said === undefined ? "missing" : "unknown-value");
  const faults: LimitFault[] = [
    ...(money.success ? [] : [{ key: "budgetEuro" as const, code: codeOf(budget) }]),
    ...(days.success ? [] : [{ key: "personDaysPerQuarter" as const, code: codeOf(capacity) }]),
  ];
  if (!money.success || !days.success) return { limits: null, faults };
  const limits = { budgetEuro: money.data, personDaysPerQuarter: days.data, quarters, pinned: [], excluded: [], forceDuties: true };
  return { limits, faults };
}

/** "12.500 €", "12,500", "12500.5" and "7,5" as people of both languages write them; what is no amount is none. */
export function amountIn(text: string | undefined): number | undefined {
  const plain = (text ?? "")
    .normalize("NFKC")
    .replace(/€|EUR|euros?|\s|'|’/gi, "")
    .trim();
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll(".", "").replace(",", "."));
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(",", ""));
  return /^\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(",", ".")) : undefined;
}
