import { afterAll, beforeAll, beforeEach, test as base } from "vitest";
import { newVisitor, type Visitor } from "../http/visitor";
import { startApp, type App } from "./app";
import { startSmtp, type ReceivedMail } from "./smtp";

/** The address under which it is reached where it sends mail: links in mails begin with it. */
export const mailOrigin = "https://ki-pegel.example.org";

/** An application that sends mail, and what its mail server has got. Addresses that begin with "unknown" it refuses. */
type MailApp = { app: App; mails: ReceivedMail[] };

/** A test with an application that all files share which a process runs: to start one, with its workers, takes seconds. */
export const test = base.extend<{ $worker: { app: App; mailApp: MailApp } }>({
  app: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.close();
    },
    { scope: "worker" },
  ],
  mailApp: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const smtp = await startSmtp((address) => !address.startsWith("unknown"));
      const app = await startApp({ SMTP_URL: smtp.url, MAIL_FROM: "ki-pegel@example.org", PUBLIC_URL: mailOrigin });
      await use({ app, mails: smtp.mails });
      await app.close();
      await smtp.close();
    },
    { scope: "worker" },
  ],
});

/** The same for tests that visit it without a browser. Read its properties inside tests and hooks only. */
export function sharedApp(): App {
  const shared = later();
  test.beforeAll(({ app }) => shared.becomes(app));
  return shared.app;
}

/** The one that sends mail, likewise. Its mailbox is emptied before each test. */
export function sharedMailApp() {
  const shared = later();
  let received: ReceivedMail[] = [];
  test.beforeAll(({ mailApp }) => {
    shared.becomes(mailApp.app);
    received = mailApp.mails;
  });
  beforeEach(() => void (received.length = 0));
  return {
    app: shared.app,
    get mails() {
      return received;
    },
    /** Whoever comes through the proxy that the public address leads to. */
    visit: (): Visitor =>
      newVisitor(shared.app.url, (url, init) => {
        const headers = new Headers(init.headers);
        headers.set("Origin", mailOrigin);
        return fetch(url, { ...init, headers });
      }),
  };
}

/** One for this file alone: with settings of its own, or because a test counts what it holds or breaks something in it. */
export function ownApp(variables: Record<string, string> = {}): App {
  const own = later();
  beforeAll(async () => own.becomes(await startApp(variables)));
  afterAll(() => own.app.close());
  return own.app;
}

/** An application that is yet to start. */
function later() {
  let app: App | undefined;
  const running = () => {
    if (!app) throw new Error("The application runs only while tests do");
    return app;
  };
  return {
    becomes: (started: App) => void (app = started),
    app: {
      get url() {
        return running().url;
      },
      get services() {
        return running().services;
      },
      close: () => running().close(),
    },
  };
}
