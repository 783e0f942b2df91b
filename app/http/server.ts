import { join } from "node:path";
import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import { constants } from "node:zlib";
import { momentOf, type Moment } from "../core/day";
import { accountsOf, type Accounts } from "./accounts/accounts-of";
import { readSessionKey } from "./accounts/session-cookie";
import { findSignedIn } from "./accounts/signed-in";
import { accessGrantOf, type AccessEvents, type AccessGrant } from "./access/access";
import { apiOperations } from "./api/operations";
import { toOpenApi } from "./api/openapi";
import type { Operation } from "./api/operation";
import { apiRouter } from "./api/router";
import { logRequests, shapeOf, type Log, type Notice } from "./log";
import { keptByNoCache, limitBody, originFor, pathOnly, sameOriginOnly, securityHeaders, settleHost } from "./security";
import { serveAssets, servePublicFiles } from "./assets";
import { atTheDoor, turnAway } from "./admission/at-the-door";
import { closeData } from "./closed-data";
import { batchDoorOf, type BatchDoor } from "./batches/start-batch";
import { basePathOf, checkBasePath, serveBelow } from "./base-path";
import { cookieOptionsOf, type CookieOptions } from "./access/cookies";
import { readBrowser, withDevice, type Browser } from "./access/device-cookie";
import { jobsOf, type Account } from "./jobs-of";
import type { Followed } from "./event-streams";
import { TooBusyError } from "../jobs/pool";
import { openMetrics, serveMetrics } from "./metrics";
import { openReadiness, serveReadiness } from "./readiness";
import { pageAuditedAs } from "./mappe/audited-as";
import { toPageName } from "./access/permissions";
import { handlerByRoute, routeFinder } from "./route-handlers";
import { serveForms } from "./form-routes";
import { requestOf, send } from "./fetched";
import { publicPages, type RenderPublicPage } from "./public-pages";
import { openDataOf, type OpenDataset } from "./mappe/open-data";
import { refusal } from "./request";
import type { Reminder } from "../../db/reminders";
import { mailsOf, type Mails } from "./mail/mails-of";
import { remindersOf } from "./mail/reminders-of";
import { tellStorageFaults } from "./storage-faults";
import { storageFaultOf } from "../../db/explain-fault";
import type { Services } from "./services";
import { checkUpload, evidenceFileBytes } from "./assessment/uploads";

declare module "@remix-run/node" {
  /** What a route gets besides the request. Not the store of assessments: see `Visitor`. */
  interface AppLoadContext extends Pick<
    Services,
    "content" | "pages" | "environment" | "reports" | "documents" | "pictures" | "saveFiles" | "templates" | "clientTables" | "log"
  > {
    visitor: AccessGrant;
    /** null: the operator wants no accounts. */
    accounts: Accounts | null;
    browser: Pick<Browser, "keepsCookies" | "check">;
    uploads: {
      /** Looks at a file that somebody gives as evidence. */
      check(file: File): ReturnType<typeof checkUpload>;
    };
    reminders: {
      /** Whether mails can be sent at all. */
      isSetUp: boolean;
      list(assessmentId: string): Promise<Reminder[]>;
      /** Keeps an address and asks it to confirm. @returns why not, or null. */
      ask(assessmentId: string, wish: Pick<Reminder, "address" | "month" | "language">): Promise<"tooMany" | "notSent" | null>;
      remove(id: string, assessmentId: string): Promise<number>;
      find(key: string): Promise<Reminder | null>;
      confirm(key: string): Promise<boolean>;
      stop(key: string): Promise<number>;
    };
    batches: BatchDoor;
    /** A stream of events for a page that follows something. @throws a refusal where there are too many. */
    follow(followed: Followed): globalThis.Response;
    mails: Mails;
    barrierReports: Pick<Services["stores"]["barrierReports"], "add">;
    /** What rings give to everybody. */
    openData: { list(): Promise<OpenDataset[]> };
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

/** While somebody develops, Vite's own scripts come first: they load the page anew after a change. */
function scriptsOf({ entry, hmr }: ServerBuild["assets"] & { hmr?: { runtime: string } }): string[] {
  return hmr ? ["/@vite/client", hmr.runtime, entry.module] : [entry.module];
}

/** Who asks. Cookies of before are exchanged for the one of the browser, whose time begins anew with each page of an assessment. */
async function visitorOf(
  request: Request,
  response: Response,
  services: Services,
  notice: Notice,
  moment: Moment,
  options: CookieOptions,
  routeId: string | null,
) {
  const { stores, admission, accounts } = services;
  const { owner } = response.locals.account as Account;
  const events: AccessEvents = {
    opened: (device) => admission.recognise(device),
    creating: (count) => told(admission.count("creation", owner, count), notice, request),
    refused: () => notice("link", request.path),
    audited: pageAuditedAs(toPageName(routeId), request.method !== "GET" && request.method !== "HEAD"),
  };
  const { cookie = "" } = request.headers;
  const session = accounts && readSessionKey(cookie, options);
  const signedIn = accounts && session ? await findSignedIn(accounts, session, moment.now) : null;
  const visitorOn = (known: Browser) => accessGrantOf(known, stores, moment, events, signedIn?.device ?? null);
  const browser = readBrowser(cookie, options);
  const visitor = visitorOn(browser);
  if (browser.oldKeys.length > 0) {
    const { cookies, secret } = await visitor.takeOver();
    for (const line of cookies) response.append("Set-Cookie", line);
    const known = readBrowser(withDevice(cookie, secret, options), options);
    return { browser: known, visitor: visitorOn(known), signedIn };
  }
  if (request.method === "GET" && /^(\/en)?\/(assessments|parts|mappen|workshops|participants)\//.test(request.path))
    for (const line of browser.renew) response.append("Set-Cookie", line);
  return { browser, visitor, signedIn };
}

/** Notes that something was refused that was counted. */
async function told(counting: Promise<void>, notice: Notice, { path }: Request): Promise<void> {
  await counting.catch((refused: unknown) => {
    notice("limit", path);
    throw refused;
  });
}

/** Waits for work that may be turned away because too much of it waits. */
const unlessBusy = <Result>(work: Promise<Result>, refuse: (code: "busy") => unknown): Promise<Result> =>
  work.catch((error: unknown) => {
    throw error instanceof TooBusyError ? refuse("busy") : error;
  });

/** What is the same for all requests. */
function sharedContext({ content, pages, environment, log }: Services, build: ServerBuild, basePath: string) {
  return { content, pages, environment, log, scripts: scriptsOf(build.assets), basePath, apiOperations };
}
type SharedContext = ReturnType<typeof sharedContext>;

async function loadContext(
  services: Services,
  shared: SharedContext,
  notice: Notice,
  request: Request,
  response: Response,
  routeId: string | null,
): Promise<AppLoadContext> {
  const { environment, stores, admission } = services;
  const account = response.locals.account as Account;
  const moment = momentOf(new Date(), environment.TIME_ZONE);
  const cookies = cookieOptionsOf(request, environment);
  const { browser, visitor, signedIn } = await visitorOf(request, response, services, notice, moment, cookies, routeId);
  const batchDoor = batchDoorOf(services, account.owner);
  const refuse = (code: "busy" | "too-many") => {
    notice(code, request.path);
    return refusal(code);
  };
  const { documents, ...jobs } = jobsOf(services, account, refuse, () => notice("job", request.path));
  return {
    ...shared,
    ...jobs,
    documents: {
      ...documents,
      async make(wish) {
        await told(admission.count("download", account.owner), notice, request);
        return documents.make(wish);
      },
    },
    visitor,
    browser,
    follow(followed) {
      const stream = services.streams.follow(followed, account.owner.address, account.signal);
      if (!stream) throw refuse("too-many");
      // It waits, and works at nothing: whoever comes next has its place.
      account.stay.leave();
      return stream;
    },
    accounts:
      services.accounts &&
      accountsOf(
        services.accounts,
        {
          ...{
            browser,
            signedIn,
            cookieOptions: cookies,
            now: moment.now,
            cookies: request.headers.cookie,
            userAgent: request.get("user-agent") ?? "",
          },
          count: (action) => told(admission.count(action, account.owner), notice, request),
          outside: (work) => unlessBusy(account.stay.outside(work), refuse),
        },
        {
          // What the account opens alone, and what this browser does without it.
          account: accessGrantOf({ ...browser, device: null }, stores, moment, undefined, signedIn?.device ?? null),
          browser: accessGrantOf(browser, stores, moment),
        },
      ),
    reminders: remindersOf(services, () => told(admission.count("reminder", account.owner), notice, request)),
    mails: mailsOf(services, (recipient) => told(admission.countMail(account.owner, recipient), notice, request)),
    uploads: {
      async check(file) {
        await told(admission.count("upload", account.owner), notice, request);
        return checkUpload(file, environment, (work) => account.stay.outside(work));
      },
    },
    batches: { ...batchDoor, admit: (documents) => told(batchDoor.admit(documents), notice, request) },
    barrierReports: {
      async add(report, now) {
        await told(admission.count("barrier-report", account.owner), notice, request);
        await stores.barrierReports.add(report, now);
      },
    },
    openData: openDataOf(services, moment),
    origin: originFor(request, environment.PUBLIC_URL, request.get("host") ?? ""),
    ...moment,
  };
}

/** Pages for a visitor who has nothing here and asks for nothing but the page. */
function renderPublicly(services: Services, build: ServerBuild, shared: SharedContext): RenderPublicPage {
  const { environment, stores } = services;
  const handle = createRequestHandler(build, environment.NODE_ENV);
  const browser = readBrowser(undefined, { secure: false });
  return async (path, wished) => {
    const moment = momentOf(new Date(), environment.TIME_ZONE);
    // No public page knows under which address it is reached.
    const origin = "http://localhost";
    const { reports, documents, pictures, saveFiles, templates, clientTables } = services;
    const visitor = accessGrantOf(browser, stores, moment);
    const jobs = { reports, documents, pictures, saveFiles, templates, clientTables };
    const uploads = { check: (file: File) => checkUpload(file, environment, (work) => work) };
    const reminders = remindersOf(services, () => Promise.resolve());
    const follow = () => {
      throw refusal("not-found");
    };
    const mails = mailsOf(services, () => Promise.resolve());
    const batches = batchDoorOf(services, { address: "", visitor: "" });
    const context = {
      ...shared,
      ...jobs,
      uploads,
      reminders,
      follow,
      mails,
      batches,
      visitor,
      browser,
      accounts: null,
      barrierReports: stores.barrierReports,
      openData: openDataOf(services, moment),
      origin,
      ...moment,
    };
    const response = await handle(new Request(origin + path, { headers: wished ? { "Accept-Language": wished } : {} }), context);
    return { status: response.status, html: await response.text() };
  };
}
