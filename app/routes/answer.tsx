import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { localeFor, refusal } from "../http/request";

/** Exchanges the key in the link of a part, or to moderate a workshop, for a cookie and goes on to an address without it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const accepted = await context.visitor.acceptPart(params.key ?? "");
  if (!accepted) throw refusal("no-part");
  return redirect(localeFor(request).href(accepted.place), { headers: { "Set-Cookie": accepted.cookie } });
}

/** Never shown, but without it this would be a bare file route, and a refused key would get no page. */
export default function Answer() {
  return null;
}
