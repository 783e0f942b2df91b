import { join } from "node:path";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import { constants } from "node:zlib";
import { momentOf } from "../core/day";
import { apiOperations } from "./api/operations";
import { toOpenApi } from "./api/openapi";
import { apiRouter } from "./api/router";
import { loadContext, publicContext, sharedContext, type SharedContext } from "./load-context";
import { logRequests, shapeOf, type Log, type Notice } from "./log";
import { keptByNoCache, limitBody, pathOnly, sameOriginOnly, securityHeaders, settleHost } from "./security";
import { serveAssets, servePublicFiles } from "./assets";
import { atTheDoor, turnAway } from "./admission/at-the-door";
import { closeData } from "./closed-data";
import { basePathOf, checkBasePath, serveBelow } from "./base-path";
import { cookieOptionsOf } from "./access/cookies";
import { readBrowser } from "./access/device-cookie";
import { openMetrics, serveMetrics } from "./metrics";
import { openReadiness, serveReadiness } from "./readiness";
import { handlerByRoute, routeFinder } from "./route-handlers";
import { serveForms } from "./form-routes";
import { requestOf, send } from "./fetched";
import { publicPages, type RenderPublicPage } from "./public-pages";
import { tellStorageFaults } from "./storage-faults";
import { storageFaultOf } from "../../db/explain-fault";
import type { Services } from "./services";
import { evidenceFileBytes } from "./assessment/uploads";

/** Express around Remix: whatever holds for every URL is decided here, before a route sees the request. */
export function createServer(services: Services, built: ServerBuild): Express {
  const { environment, admission, log, root } = services;
  const https = environment.PUBLIC_URL?.startsWith("https:") ?? false;
  const basePath = basePathOf(environment.PUBLIC_URL);
  checkBasePath(basePath, firstSegmentsOf(built));
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", environment.TRUST_PROXY);

  app.use(pathOnly);
  app.use(serveBelow(basePath));
  app.use(logRequests(log));
  app.use(securityHeaders(https));
  const metrics = openMetrics(services);
  app.use(metrics.count);
  const notice: Notice = (event, path, reason) => {
    log.warn({ event, path: shapeOf(path), reason }, event === "job" ? "job failed" : "refused");
    metrics.note(event);
  };
  const build = closeData(tellStorageFaults(built, notice));
  // Alive is whoever answers; whether it can be sent visitors is for readyz to say.
  app.get("/healthz", (_request, response) => void response.set("Cache-Control", "no-store").type("text/plain").send("ok\n"));
  app.get("/readyz", serveReadiness(openReadiness(services)));
  app.get("/metrics", serveMetrics(metrics, environment.METRICS_TOKEN));
  app.use("/assets", serveAssets(join(root, "build")));
  app.use(servePublicFiles(join(root, "build/client")));
  app.use(keptByNoCache);
  app.use(compression({ filter: isCompressed, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }));
  app.use(
    "/api/v1",
    apiRouter(services, apiOperations, () => toOpenApi(apiOperations, basePath), notice),
  );
  app.use(settleHost(environment), sameOriginOnly(environment.PUBLIC_URL), limitBody(evidenceFileBytes(environment)));
  // Pages run no route in the browser (docs/decisions/0029), so nobody asks for the data of one; and Remix would write an address with
  // two slashes as it is, key and all, where our log ends up.
  app.use((request, response, next) => {
    if (request.path.endsWith(".data") || "_data" in request.query || request.path.includes("//"))
      response.status(404).type("text/plain").send("Not found.\n");
    else next();
  });
  const shared = sharedContext(services, build, basePath);
  const { serveKept, serveNew } = publicPages(
    renderPublicly(services, build, shared),
    () => momentOf(new Date(), environment.TIME_ZONE).today,
    (request) => readBrowser(request.headers.cookie, cookieOptionsOf(request, environment)),
  );
  if (environment.NODE_ENV !== "development") app.use(serveKept);
  app.use(atTheDoor(admission, notice));
  if (environment.NODE_ENV !== "development") app.use(serveNew);
  const routeAt = routeFinder(build);
  const getLoadContext = (request: Request, response: Response) =>
    loadContext(services, shared, notice, request, response, routeAt(request.path));
  app.post("*", serveForms(build, getLoadContext));
  const remixAt = handlerByRoute(build, (part) => createRequestHandler(part, environment.NODE_ENV));
  app.all("*", (incoming, outgoing, next) => {
    const answer = async () => {
      const request = requestOf(incoming, outgoing);
      await send(await remixAt(incoming.path)(request, await getLoadContext(incoming, outgoing)), outgoing);
    };
    answer().catch(next);
  });
  app.use(refuseBroken(log, notice));
  return app;
}

/**
 * A page that shows keys goes as it is: what somebody else has put into its address would make it a little shorter or not, by how
 * much of a key it guesses.
 */
const showsKeys =
  /^(\/en)?\/(assessments\/[^/]+(\/checking|\/team(\/(people\/[^/]+|workshop))?)?|workshops\/[^/]+|mappen\/[^/]+\/(links(\.csv)?|settings|webhooks)|account(\/.+)?|invitation\/.+|sign-in\/code)\/?$/;

function isCompressed(request: Request, response: Response): boolean {
  return !showsKeys.test(request.path) && compression.filter(request, response);
}

/** What fails outside every page, such as an address that cannot be decoded. Express itself would log the address and show the stack. */
function refuseBroken(log: Log, notice: Notice): ErrorRequestHandler {
  return (error: { status?: number; stack?: string }, request, response, next) => {
    if (response.headersSent) return next(error);
    const reason = storageFaultOf(error);
    if (reason !== null) {
      notice("storage", request.path, reason);
      return turnAway(request, response, "no-storage");
    }
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
  return [...paths, "api", "assets", "healthz", "readyz", "metrics"];
}

/** Pages for a visitor who has nothing here and asks for nothing but the page. */
function renderPublicly(services: Services, build: ServerBuild, shared: SharedContext): RenderPublicPage {
  const handle = createRequestHandler(build, services.environment.NODE_ENV);
  return async (path, wished) => {
    const context = publicContext(services, shared);
    const request = new Request(context.origin + path, { headers: wished ? { "Accept-Language": wished } : {} });
    const response = await handle(request, context);
    return { status: response.status, html: await response.text() };
  };
}
