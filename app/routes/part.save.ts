import type { ActionFunctionArgs } from "@remix-run/node";
import { sentParts, submitParts } from "../forms/submit-parts";
import { partFor, partForm } from "../http/assessment/part-page";
import { localeFor, readForm, refusal } from "../http/request";

export function loader(): never {
  throw refusal("not-found");
}

/** Saves answers of a part while they are given, and says of each what came of it, once it is on disk. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const part = await partFor(args);
  const { parts, stored, save } = partForm(part, args.context, localeFor(args.request));
  const form = await readForm(args.request);
  const outcome = await submitParts(sentParts(parts, form), form, stored, save);
  if (!outcome) throw refusal("no-access");
  return Response.json(outcome.result, { headers: { "Cache-Control": "no-store" } });
}
