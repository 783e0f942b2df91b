import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import { constants } from "node:zlib";
import { momentOf, type Moment } from "../core/day";
import { accessGrantOf, type AccessGrant } from "./access";
import { apiOperations } from "./api/operations";
import { toOpenApi } from "./api/openapi";
import type { Operation } from "./api/operation";
import { apiRouter } from "./api/router";
import { logRequests, shapeOf, type Log } from "./log";
import { limitBody, originFor, sameOriginOnly, securityHeaders, settleHost } from "./security";
import { serveAssets } from "./assets";
import { basePathOf, checkBasePath, serveBelow } from "./base-path";
import { readBrowser, withDevice, type Browser, type CookieOptions } from "./device-cookie";
import { jobsOf, leaving } from "./jobs-of";
import { refusal } from "./request";
import type { Services } from "./services";

declare module "@remix-run/node" {
  /** What a route gets besides the request. Not the store of assessments: see `Visitor`. */
  interface AppLoadContext extends Pick<Services, "content" | "pages" | "environment" | "reports" | "documents" | "pictures" | "log"> {
    visitor: AccessGrant;
    browser: Pick<Browser, "keepsCookies" | "check">;
    barrierReports: Services["stores"]["barrierReports"];
    nonce: string;
    /** Addresses of the scripts of a page, the last of which wakes interactive parts. */
    scripts: string[];
    /** Path below which the application is reached; "" at the root. Nothing but what leaves the server needs it. */
    basePath: string;
    /** Origin under which this visitor reaches the application, for links to copy. */
    origin: string;
    now: Date;
    /** ISO date. */
    today: string;
    /** What the API can do, for the page that says it. */
    apiOperations: Operation[];
  }
}

/** Express around Remix: whatever holds for every URL is decided here, before a route sees the request. */
export function createServer(services: Services, build: ServerBuild): Express {
  const { environment, stores, log, root } = services;
  const https = environment.PUBLIC_URL?.startsWith("https:") ?? false;
  const basePath = basePathOf(environment.PUBLIC_URL);
  checkBasePath(basePath, firstSegmentsOf(build));
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", environment.TRUST_PROXY);

  app.use(serveBelow(basePath));
  app.use(logRequests(log));
  app.use(securityHeaders(https));
  app.get("/healthz", (_request, response) => {
    stores.check().then(
      () => response.type("text/plain").send("ok\n"),
      () => response.status(503).type("text/plain").send("database does not answer\n"),
    );
  });
  app.use("/assets", serveAssets(join(root, "build")));
  app.use(express.static(join(root, "build/client"), { maxAge: "1h", index: false }));
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }));
  app.use("/api/v1", apiRouter(services, apiOperations, toOpenApi(apiOperations, basePath)));
  app.use(settleHost(environment.PUBLIC_URL), sameOriginOnly, limitBody);
  const remix = createRequestHandler({
    build,
    mode: environment.NODE_ENV,
    getLoadContext: (request, response) => loadContext(services, build, { https, basePath }, request, response),
  });
  app.all("*", (request, response, next) => void remix(request, response, next));
  app.use(refuseBroken(log));
  return app;
}

/** What fails outside every page, such as an address that cannot be decoded. Express itself would log the address and show the stack. */
function refuseBroken(log: Log): ErrorRequestHandler {
  return (error: { status?: number; stack?: string }, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status ?? 500;
    if (status >= 500) log.error({ path: shapeOf(request.path), stack: error.stack }, "request failed");
    response
      .status(status)
      .type("text/plain")
      .send(status < 500 ? "The request cannot be read.\n" : "Something went wrong on the server.\n");
  };
}

/** With which the addresses of pages, programs and files begin. */
function firstSegmentsOf({ routes }: ServerBuild): string[] {
  const paths = Object.values(routes).flatMap((route) => route?.path?.split("/")[0] ?? []);
  return [...paths, "api", "assets", "healthz"];
}

/** While somebody develops, Vite's own scripts come first: they load the page anew after a change. */
function scriptsOf({ entry, hmr }: ServerBuild["assets"] & { hmr?: { runtime: string } }): string[] {
  return hmr ? ["/@vite/client", hmr.runtime, entry.module] : [entry.module];
}

/** Who asks. Cookies of before are exchanged for the one of the browser, whose time begins anew with each page of an assessment. */
async function visitorOf(request: Request, response: Response, stores: Services["stores"], moment: Moment, options: CookieOptions) {
  const { cookie = "" } = request.headers;
  const browser = readBrowser(cookie, options);
  const visitor = accessGrantOf(browser, stores, moment);
  if (browser.oldKeys.length > 0) {
    const { cookies, secret } = await visitor.takeOver();
    for (const line of cookies) response.append("Set-Cookie", line);
    const known = readBrowser(withDevice(cookie, secret), options);
    return { browser: known, visitor: accessGrantOf(known, stores, moment) };
  }
  if (browser.renew && request.method === "GET" && /^(\/en)?\/assessments\//.test(request.path))
    response.append("Set-Cookie", browser.renew);
  return { browser, visitor };
}

async function loadContext(
  services: Services,
  build: ServerBuild,
  { https, basePath }: { https: boolean; basePath: string },
  request: Request,
  response: Response,
): Promise<AppLoadContext> {
  const { environment, stores, content, pages, log } = services;
  const moment = momentOf(new Date(), environment.TIME_ZONE);
  const { browser, visitor } = await visitorOf(request, response, stores, moment, { secure: https || request.secure });
  return {
    content,
    pages,
    environment,
    log,
    ...jobsOf(services, leaving(response), () => refusal("busy")),
    visitor,
    browser,
    barrierReports: stores.barrierReports,
    nonce: response.locals.nonce as string,
    scripts: scriptsOf(build.assets),
    basePath,
    origin: originFor(request, environment.PUBLIC_URL, request.get("host") ?? ""),
    ...moment,
    apiOperations,
  };
}
