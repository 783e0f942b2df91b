import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { languageOf, localeOf } from "./i18n";
import { pageBelow } from "./http/base-path";

/** Pages need no script to be complete, so they are sent whole: no streaming, and errors keep their status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { basePath }: AppLoadContext,
): Response {
  const html = pageBelow(renderToString(<RemixServer context={context} url={request.url} />), basePath);
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  // A form that is shown again because something is wrong says so in the title as well, which is what is read out first.
  const isRefused = status === 422 || status === 409;
  const { titlePrefix } = localeOf(languageOf(new URL(request.url).pathname)).messages.saving;
  const page = isRefused ? html.replace("<title>", `<title>${titlePrefix} `) : html;
  return new Response(`<!doctype html>${page}`, { status, headers });
}

export { handleError } from "./http/handle-error";
