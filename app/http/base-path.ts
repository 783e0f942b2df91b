import type { RequestHandler } from "express";
import onHeaders from "on-headers";

/**
 * Where the application is reached below a path (PUBLIC_URL), as a proxy inside the application would do it: everything else
 * knows addresses from the root alone. A path that is there is taken off each request, so that it does not matter whether a
 * proxy before has taken it off already; and put before whatever goes out: redirects, cookies, and the addresses in pages.
 */

/** @returns the path without a slash at its end, "" where there is none. */
export function basePathOf(publicUrl: string | undefined): string {
  return publicUrl ? new URL(publicUrl).pathname.replace(/\/+$/, "") : "";
}

/**
 * @param firstSegments with which the application's own addresses begin.
 * @throws an error for the operator where one could not tell whether a proxy has taken the path off.
 */
export function checkBasePath(basePath: string, firstSegments: Iterable<string>): void {
  const [, first = ""] = basePath.split("/");
  if (first && new Set(firstSegments).has(first))
    throw new Error(`The path of PUBLIC_URL begins with "${first}", as addresses of the application do: choose another one.`);
}

export function serveBelow(basePath: string): RequestHandler {
  return (request, response, next) => {
    if (basePath === "") return next();
    request.url = withoutBasePath(request.url, basePath);
    // What a request was first is all that Remix looks at.
    request.originalUrl = request.url;
    onHeaders(response, () => {
      const location = response.getHeader("Location");
      if (typeof location === "string" && isOwn(location)) response.setHeader("Location", basePath + location);
      const cookies = response.getHeader("Set-Cookie");
      if (cookies !== undefined)
        response.setHeader(
          "Set-Cookie",
          [cookies].flat().map((cookie) => cookieBelow(String(cookie), basePath)),
        );
    });
    next();
  };
}

/** `/path/start?a` → `/start?a`; what lies elsewhere stays. */
export function withoutBasePath(address: string, basePath: string): string {
  const rest = address.slice(basePath.length);
  if (!address.startsWith(basePath) || !/^([/?]|$)/.test(rest)) return address;
  return rest.startsWith("/") ? rest : `/${rest}`;
}

/** Whatever stands in a page's text is escaped, so a quotation mark after one of these names begins an attribute. */
export function pageBelow(html: string, basePath: string): string {
  return basePath === "" ? html : html.replace(/ (href|src|action|formaction)="(?=\/(?!\/))/gi, (start) => start + basePath);
}

/** A cookie that its name binds to the host is taken by browsers for all paths only. */
const cookieBelow = (cookie: string, basePath: string) =>
  cookie.startsWith("__Host-") ? cookie : cookie.replace(/; *Path=\/(?=;|$)/i, `; Path=${basePath}/`);
const isOwn = (address: string) => address.startsWith("/") && !address.startsWith("//");
