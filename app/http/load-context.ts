import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import type { Request, Response } from "express";
import { momentOf, type Moment } from "../core/day";
import { accountsOf, type Accounts } from "./accounts/accounts-of";
import { readSessionKey } from "./accounts/session-cookie";
import { findSignedIn } from "./accounts/signed-in";
import { accessGrantOf, type AccessEvents, type AccessGrant } from "./access/access";
import { apiOperations } from "./api/operations";
import type { Operation } from "./api/operation";
import type { Notice } from "./log";
import { originFor } from "./security";
import { batchDoorOf, type BatchDoor } from "./batches/start-batch";
import { cookieOptionsOf, type CookieOptions } from "./access/cookies";
import { readBrowser, withDevice, type Browser } from "./access/device-cookie";
import { jobsOf, type Account } from "./jobs-of";
import type { Followed } from "./event-streams";
import { TooBusyError } from "../jobs/pool";
import { pageAuditedAs } from "./mappe/audited-as";
import { toPageName } from "./access/permissions";
import { openDataOf, type OpenDataset } from "./mappe/open-data";
import { refusal } from "./request";
import type { Reminder } from "../../db/reminders";
import { mailsOf, type Mails } from "./mail/mails-of";
import { remindersOf } from "./mail/reminders-of";
import type { Services } from "./services";
import { checkUpload } from "./assessment/uploads";
import type { LimitedAction } from "./admission/admission";
import { nobody } from "../jobs/waiting-line";

declare module "@remix-run/node" {
  /** What a route gets besides the request. Not the store of assessments: see `AccessGrant`. */
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

/** What is the same for all requests. */
export function sharedContext({ content, pages, environment, log }: Services, build: ServerBuild, basePath: string) {
  return { content, pages, environment, log, scripts: scriptsOf(build.assets), basePath, apiOperations };
}
export type SharedContext = ReturnType<typeof sharedContext>;

/** While somebody develops, Vite's own scripts come first: they load the page anew after a change. */
function scriptsOf({ entry, hmr }: ServerBuild["assets"] & { hmr?: { runtime: string } }): string[] {
  return hmr ? ["/@vite/client", hmr.runtime, entry.module] : [entry.module];
}

/** What one request gets. @param routeId of the page that is asked for; null: no page has that address. */
export async function loadContext(
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
  /** Notes that something was refused that was counted. */
  const counted = async (counting: Promise<void>): Promise<void> => {
    await counting.catch((refused: unknown) => {
      notice("limit", request.path);
      throw refused;
    });
  };
  const count = (action: LimitedAction, times?: number) => counted(admission.count(action, account.owner, times));
  const events: AccessEvents = {
    opened: (device) => admission.recognise(device),
    creating: (times) => count("creation", times),
    refused: () => notice("link", request.path),
    audited: pageAuditedAs(toPageName(routeId), request.method !== "GET" && request.method !== "HEAD"),
  };
  const { browser, visitor, signedIn } = await visitorOf(services, request, response, cookies, moment, events);
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
        await count("download");
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
          count,
          outside: (work) => unlessBusy(account.stay.outside(work), refuse),
        },
        {
          // What the account opens alone, and what this browser does without it.
          account: accessGrantOf({ ...browser, device: null }, stores, moment, undefined, signedIn?.device ?? null),
          browser: accessGrantOf(browser, stores, moment),
        },
      ),
    reminders: remindersOf(services, () => count("reminder")),
    mails: mailsOf(services, (recipient) => counted(admission.countMail(account.owner, recipient))),
    uploads: {
      async check(file) {
        await count("upload");
        return checkUpload(file, environment, (work) => account.stay.outside(work));
      },
    },
    batches: { ...batchDoor, admit: (documents) => counted(batchDoor.admit(documents)) },
    barrierReports: {
      async add(report, now) {
        await count("barrier-report");
        await stores.barrierReports.add(report, now);
      },
    },
    openData: openDataOf(services, moment),
    origin: originFor(request, environment.PUBLIC_URL, request.get("host") ?? ""),
    ...moment,
  };
}

/** The same for a visitor who has nothing here and asks for nothing but a page. */
export function publicContext(services: Services, shared: SharedContext): AppLoadContext {
  const { environment, stores, reports, documents, pictures, saveFiles, templates, clientTables } = services;
  const moment = momentOf(new Date(), environment.TIME_ZONE);
  const browser = readBrowser(undefined, { secure: false });
  return {
    ...shared,
    ...{ reports, documents, pictures, saveFiles, templates, clientTables },
    visitor: accessGrantOf(browser, stores, moment),
    browser,
    follow() {
      throw refusal("not-found");
    },
    accounts: null,
    reminders: remindersOf(services, () => Promise.resolve()),
    mails: mailsOf(services, () => Promise.resolve()),
    uploads: { check: (file) => checkUpload(file, environment, (work) => work) },
    batches: batchDoorOf(services, nobody),
    barrierReports: stores.barrierReports,
    openData: openDataOf(services, moment),
    // No public page knows under which address it is reached.
    origin: "http://localhost",
    ...moment,
  };
}

/** Who asks. Cookies of before are exchanged for the one of the browser, whose time begins anew with each page of an assessment. */
async function visitorOf(
  { stores, accounts }: Services,
  request: Request,
  response: Response,
  options: CookieOptions,
  moment: Moment,
  events: AccessEvents,
) {
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

/** Waits for work that may be turned away because too much of it waits. */
const unlessBusy = <Result>(work: Promise<Result>, refuse: (code: "busy") => unknown): Promise<Result> =>
  work.catch((error: unknown) => {
    throw error instanceof TooBusyError ? refuse("busy") : error;
  });
