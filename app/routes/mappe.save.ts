import type { ActionFunctionArgs } from "@remix-run/node";
import { submitParts } from "../forms/submit-parts";
import { mappeBrandForm } from "../http/assessment/brand-form";
import { editableMappe, localeFor, readForm, refusal } from "../http/request";

export function loader(): never {
  throw refusal("not-found");
}

/** Saves parts of the brand of a Mappe while they are filled in, and says of each what came of it, once it is on disk. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { parts, stored, save } = await mappeBrandForm(await editableMappe(args), localeFor(args.request));
  const outcome = await submitParts(parts, await readForm(args.request), stored, save);
  if (!outcome) throw refusal("no-mappe");
  return Response.json(outcome.result, { headers: { "Cache-Control": "no-store" } });
}
