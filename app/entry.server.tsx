import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { SiteContext, type Site } from "./components/layout/site";
import { pageBelow } from "./http/base-path";
import { openData } from "./http/closed-data";
import { TextResponse } from "./http/fetched";
import { preferredLanguage } from "./http/preferred-language";
import { languageOf, localeOf } from "./i18n";

/** Pages need no script to be complete, so they are sent whole: no streaming, and errors keep their status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { scripts, basePath, content, environment }: AppLoadContext,
): Response {
  const site: Site = {
    preferred: preferredLanguage(request.headers.get("Accept-Language")),
    ...{ scripts, basePath, contentVersion: content.version, hasAccounts: environment.ACCOUNTS !== "off" },
  };
  Object.assign(context.staticHandlerContext, openData(context.staticHandlerContext));
  const page = (
    <SiteContext.Provider value={site}>
      <RemixServer context={context} url={request.url} />
    </SiteContext.Provider>
  );
  const html = pageBelow(renderToString(page), basePath);
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  // A form that is shown again because something is wrong says so in the title as well, which is what is read out first.
  const isRefused = status === 422 || status === 409;
  const { titlePrefix } = localeOf(languageOf(new URL(request.url).pathname)).messages.saving;
  const titled = isRefused ? html.replace("<title>", `<title>${titlePrefix} `) : html;
  return new TextResponse(`<!doctype html>${titled}`, { status, headers });
}

export { handleError } from "./http/handle-error";
