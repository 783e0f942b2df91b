import { noStep, planLimitsSchema, planStepSchema, type PlanLimits, type PlanStep } from "./settings";

const choicePrefix = "choice.";
/** The field that says whether an initiative must be in the plan, or must not. */
export const choiceField = (initiative: string) => `${choicePrefix}${initiative}`;

const stepParts = ["status", "owner", "due", "note"] as const;
export const stepField = (initiative: string, part: keyof PlanStep) => `${initiative}.${part}`;
export const initiativeOf = (field: string): string => field.slice(0, field.lastIndexOf("."));

/** Field by field, for `mergeFields`; none where nobody has set any. */
export function limitFields(limits: PlanLimits | null): Record<string, unknown> {
  if (!limits) return {};
  const { pinned, excluded, cautious = false, ...rest } = limits;
  const choices = (ids: string[], choice: string) => ids.map((id) => [choiceField(id), choice] as const);
  return { ...rest, cautious, ...Object.fromEntries([...choices(pinned, "pinned"), ...choices(excluded, "excluded")]) };
}

/**
 * @param otherwise what holds where a field is missing.
 * @throws ZodError where a field is not as the schema has it.
 */
export function toLimits(fields: Record<string, unknown>, otherwise: PlanLimits): PlanLimits {
  const isChoice = ([name]: [string, unknown]) => name.startsWith(choicePrefix);
  const entries = Object.entries(fields);
  const chosen = (choice: string) =>
    entries.filter((entry) => isChoice(entry) && entry[1] === choice).map(([name]) => name.slice(choicePrefix.length));
  const rest = Object.fromEntries(entries.filter((entry) => !isChoice(entry)));
  const limits = planLimitsSchema.parse({ ...otherwise, ...rest, pinned: chosen("pinned"), excluded: chosen("excluded") });
  // What is not cautious says nothing of it, as before there was a choice.
  return { ...limits, cautious: limits.cautious || undefined };
}

/** Field by field, for `mergeFields`; what is as it is before anybody notes anything is no field. */
export function stepFields(steps: Readonly<Record<string, PlanStep>>): Record<string, unknown> {
  const fields = Object.entries(steps).flatMap(([id, step]) =>
    stepParts.flatMap((part) => (step[part] === noStep[part] ? [] : [[stepField(id, part), step[part]] as const])),
  );
  return Object.fromEntries(fields);
}

/** @throws ZodError where a field is not as the schema has it. */
export function toStep(fields: Record<string, unknown>, initiative: string): PlanStep {
  return planStepSchema.parse(Object.fromEntries(stepParts.map((part) => [part, fields[stepField(initiative, part)] ?? noStep[part]])));
}
