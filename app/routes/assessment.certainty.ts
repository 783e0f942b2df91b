import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { localeFor } from "../http/request";

/** Where this part of the report was before it had parts. */
export function loader({ request, params }: LoaderFunctionArgs): Response {
  const { search } = new URL(request.url);
  return redirect(localeFor(request).href(`/assessments/${params.id}/report/certainty`) + search, { status: 301 });
}
