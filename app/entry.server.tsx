import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
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
  return new Response(`<!doctype html>${html}`, { status, headers });
}

export { handleError } from "./http/handle-error";
