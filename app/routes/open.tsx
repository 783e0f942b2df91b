import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { refusal, localeFor } from "../http/request";

/** Exchanges the key in a link for a cookie and goes on to an address without it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const key = params.key ?? "";
  const mappe = await context.visitor.mappen.accept(key);
  if (mappe) return redirect(localeFor(request).href(`/mappen/${mappe.id}`), { headers: { "Set-Cookie": mappe.cookie } });
  const accepted = await context.visitor.accept(key);
  if (!accepted) throw refusal("no-access");
  const page = { edit: "", check: "/checking", read: "/report" }[accepted.may];
  return redirect(localeFor(request).href(`/assessments/${accepted.id}${page}`), { headers: { "Set-Cookie": accepted.cookie } });
}

/** Never shown, but without it this would be a bare file route, and a refused key would get no page. */
export default function Open() {
  return null;
}
