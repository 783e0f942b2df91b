import { redirect } from "@remix-run/node";
import { data } from "@remix-run/react";
import { isSaved, submitParts, type FormState } from "../../forms/submit-parts";
import { textOf } from "../../forms/text-of";
import { readForm, refusal } from "../request";
import type { SavedFormData } from "./saved-forms";

/** Buttons that save and stay at the place they name: withdraw an answer, choose in a conflict, Enter in a line of text. */
const staying = ["clear", "keep", "take", "stay"];

/**
 * Saves a form that was sent as a whole.
 * @returns the form to show again, with everything typed: 422 where something is wrong, 409 where somebody else has changed
 * something; null where all is kept and the page leads on.
 */
export async function submitForm(request: Request, { parts, stored, save }: SavedFormData, form?: FormData) {
  const sent = form ?? (await readForm(request));
  const outcome = await submitParts(parts, sent, stored, save);
  if (!outcome) throw refusal("no-access");
  const { state } = outcome;
  if (!isSaved(state)) return data<{ state: FormState }>({ state }, { status: Object.keys(state.errors).length > 0 ? 422 : 409 });
  const places = ["content", ...parts.map(({ name }) => name)];
  const place = staying.map((name) => textOf(sent, name)).find((one) => places.includes(one));
  if (place) throw redirect(`${new URL(request.url).pathname}#${place}`, { status: 303 });
  return null;
}
