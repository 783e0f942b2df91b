import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/react";
import { isSaved, sentParts, submitParts, type FormState } from "../../forms/submit-parts";
import { textOf } from "../../forms/text-of";
import { editable, localeFor, readForm, refusal } from "../request";
import { savedForms, type SavedFormData, type SavedFormName } from "./saved-forms";

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

/** The same of a form of an assessment. @param next where the page leads on, below the assessment. */
export async function submitSavedForm(args: ActionFunctionArgs, name: SavedFormName, next: string) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const refused = await submitForm(args.request, await savedForms[name](assessment, locale, args.context));
  return refused ?? redirect(locale.href(`/assessments/${assessment.id}${next}`), { status: 303 });
}

/** Saves parts of a form while it is filled in, and says of each what came of it, once it is on disk. */
export async function saveSentParts(request: Request, { parts, stored, save }: SavedFormData): Promise<Response> {
  const form = await readForm(request);
  const outcome = await submitParts(sentParts(parts, form), form, stored, save);
  if (!outcome) throw refusal("no-access");
  return Response.json(outcome.result, { headers: { "Cache-Control": "no-store" } });
}
