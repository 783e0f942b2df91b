import { checkSchema, type Check } from "../../core/assessment/check-schema";
import { cleanText, textLimits } from "../../core/assessment/text";
import type { Messages } from "../../i18n/index";
import type { Typed } from "../part";
import { textOf } from "../text-of";

/** A form that was refused: of which question, what was typed, and what is wrong, by field. */
export type CheckFormState = { item: string; typed: Typed; errors: Typed };

/** What somebody says of an answer, or what is wrong with how they say it. */
export function readCheckForm(
  form: FormData,
  { checking }: Pick<Messages, "checking">,
): { typed: Typed; said: Omit<Check, "date"> } | { typed: Typed; errors: Typed } {
  const { errors } = checking.form;
  const item = textOf(form, "item");
  const text = (field: string) => textOf(form, `${item}.${field}`);
  const typed: Typed = { state: text("state"), note: text("note"), by: text("by") };
  const [note, by] = [cleanText(typed.note ?? ""), cleanText(typed.by ?? "")];
  const state = checkSchema.shape.state.safeParse(typed.state).data;
  const wrong: Typed = {
    ...(!state && { state: errors.state }),
    ...(state !== undefined && state !== "confirmed" && note === "" && { note: errors.note }),
    ...(note.length > textLimits.reason && { note: errors.noteLength }),
    ...(by === "" && { by: errors.by }),
    ...(by.length > textLimits.name && { by: errors.byLength }),
  };
  if (!state || Object.keys(wrong).length > 0) return { typed, errors: wrong };
  return { typed, said: { state, by, ...(note !== "" && { note }) } };
}
