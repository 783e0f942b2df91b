import type { ActionFunctionArgs } from "@remix-run/node";
import { isTrack, profileParts } from "../forms/profile/profile-parts";
import { submitParts } from "../forms/submit-parts";
import { localeFor, readForm, refusal } from "../http/request";

export function loader(): never {
  throw refusal("not-found");
}

/** Checks the start form before it is sent, so that nothing typed leaves the page while something is wrong. Keeps nothing. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const track = params.track ?? "";
  if (!isTrack(track)) throw refusal("not-found");
  const form = await readForm(request);
  const outcome = await submitParts(profileParts(track, localeFor(request)), form, {}, () => Promise.resolve([]));
  return Response.json(outcome?.result, { headers: { "Cache-Control": "no-store" } });
}
