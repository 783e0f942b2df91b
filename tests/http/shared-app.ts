import { afterAll, beforeAll } from "vitest";
import { startApp, type App } from "../support/app";

/** One running application for all tests of a file. Read its properties inside tests only. */
export function sharedApp(variables: Record<string, string> = {}): App {
  let app: App | undefined;
  beforeAll(async () => {
    app = await startApp(variables);
  });
  afterAll(() => app?.close());
  const running = () => {
    if (!app) throw new Error("The application runs only while tests do");
    return app;
  };
  return {
    get url() {
      return running().url;
    },
    get services() {
      return running().services;
    },
    close: () => running().close(),
  };
}
