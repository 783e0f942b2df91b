import type { ActionFunctionArgs } from "@remix-run/node";
import { isSavedForm, savedForms } from "../http/assessment/saved-forms";
import { saveSentParts } from "../http/assessment/submit-form";
import { editable, localeFor, refusal } from "../http/request";

export function loader(): never {
  throw refusal("not-found");
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const assessment = await editable(args);
  const name = args.params.form ?? "";
  if (!isSavedForm(name)) throw refusal("not-found");
  return saveSentParts(args.request, await savedForms[name](assessment, localeFor(args.request), args.context));
}
