import { z } from "zod";
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
