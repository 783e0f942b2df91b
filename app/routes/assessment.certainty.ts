import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { localeFor, readable } from "../http/request";

/** Where this part of the report was before it had parts. Whoever may not read it learns nothing. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { id } = await readable(args);
  const { search } = new URL(args.request.url);
  return redirect(localeFor(args.request).href(`/assessments/${id}/report/certainty`) + search, { status: 301 });
}
