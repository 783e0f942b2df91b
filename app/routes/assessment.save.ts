import type { ActionFunctionArgs } from "@remix-run/node";
import { sentParts, submitParts } from "../forms/submit-parts";
import { editable, localeFor, readForm, refusal } from "../http/request";
import { isSavedForm, savedForms } from "../http/assessment/saved-forms";

export function loader(): never {
  throw refusal("not-found");
}

/** Saves parts of a form while it is filled in, and says of each what came of it, once it is on disk. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const assessment = await editable(args);
  const name = args.params.form ?? "";
  if (!isSavedForm(name)) throw refusal("not-found");
  const { parts, stored, save } = await savedForms[name](assessment, localeFor(args.request), args.context);
  const form = await readForm(args.request);
  const outcome = await submitParts(sentParts(parts, form), form, stored, save);
  if (!outcome) throw refusal("no-access");
  return Response.json(outcome.result, { headers: { "Cache-Control": "no-store" } });
}
