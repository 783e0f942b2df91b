import type { ActionFunctionArgs } from "@remix-run/node";
import { partFor, partForm } from "../http/assessment/part-page";
import { saveSentParts } from "../http/assessment/submit-form";
import { localeFor, refusal } from "../http/request";

export function loader(): never {
  throw refusal("not-found");
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const part = await partFor(args);
  return saveSentParts(args.request, partForm(part, args.context, localeFor(args.request)));
}
