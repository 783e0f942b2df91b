import { z } from "zod";
import type { NoPlan } from "../../core/plan/plan";
import { choiceField, stepField } from "../../core/plan/plan-fields";
import { noStep, planLimitsSchema, planStepSchema, stepLimits } from "../../core/plan/settings";
import type { Messages } from "../../i18n/index";
import { fieldPart, type Part } from "../part";
import { textPart } from "../text-part";

const { budgetEuro, personDaysPerQuarter, quarters } = planLimitsSchema.shape;
const choiceSchema = z.enum(["", "pinned", "excluded"]);

/** Money, time, horizon, and what must or must not be in. */
export function limitParts(initiatives: string[], { roadmap }: Messages): Part[] {
  return [
    fieldPart("budgetEuro", wholeNumber.pipe(budgetEuro), roadmap.errors.budget),
    fieldPart("personDaysPerQuarter", wholeNumber.pipe(personDaysPerQuarter), roadmap.errors.capacity),
    fieldPart("quarters", wholeNumber.pipe(quarters), roadmap.errors.quarters),
    ...["forceDuties", "cautious"].map((name) =>
      fieldPart(
        name,
        z.string().transform((text) => text === "on"),
        "",
        { print: (value) => (value ? "on" : "") },
      ),
    ),
    ...initiatives.map((id) => fieldPart(choiceField(id), choiceSchema, roadmap.errors.choice)),
  ];
}

/** Types the limits of the nearest plan that works into the form, and lets go of what cannot be in any. */
export function typeNearest(form: FormData, { nearest: { limits }, reasons }: Pick<NoPlan, "nearest" | "reasons">): void {
  for (const name of ["budgetEuro", "personDaysPerQuarter", "quarters"] as const) form.set(name, String(limits[name]));
  for (const { id } of reasons) form.set(choiceField(id), "");
}

/**
 * State, who, until when and a note of each initiative that the page lists.
 * @param initiatives with the role that usually cares for it: it stands there until somebody enters a name.
 */
export function stepParts(initiatives: { id: string; owner: string }[], messages: Messages): Part[] {
  const { roadmap } = messages;
  const { status, due } = planStepSchema.shape;
  return initiatives.flatMap(({ id, owner }) => [
    fieldPart(stepField(id, "status"), status, roadmap.errors.status, { usual: noStep.status }),
    textPart(stepField(id, "owner"), roadmap.owner, stepLimits.owner, messages, owner),
    fieldPart(stepField(id, "due"), due, roadmap.errors.due),
    textPart(stepField(id, "note"), roadmap.note, stepLimits.note, messages),
  ]);
}

/** A whole number, with the separators that people put between thousands; cents are refused rather than read as thousands. */
const wholeNumber = z
  .string()
  .transform((text) => text.replace(/[€\s]/g, (sign) => (sign === "€" ? "" : " ")).trim())
  .pipe(z.string().regex(/^(\d+|\d{1,3}([ .,'’]\d{3})+)$/))
  .transform((text) => Number(text.replace(/\D/g, "")));
