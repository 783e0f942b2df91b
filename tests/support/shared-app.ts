import { afterAll, beforeAll, test as base } from "vitest";
import { startApp, type App } from "./app";

/** A test with an application that all files share which a process runs: to start one, with its workers, takes seconds. */
export const test = base.extend<{ $worker: { app: App } }>({
  app: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.close();
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
