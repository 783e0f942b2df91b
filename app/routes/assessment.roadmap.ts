import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { readable } from "../http/request";

/** The plan and its files stood under another name; links that people have kept lead on. Whoever may not read it learns nothing. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await readable(args);
  const { pathname, search } = new URL(args.request.url);
  return redirect(pathname.replace(/\/roadmap(\.\w+)?$/, "/plan$1") + search, { status: 301 });
}
