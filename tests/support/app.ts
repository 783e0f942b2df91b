import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as builtModule from "../../app/http/app";
import type { Services } from "../../app/http/app";
import { createDatabase } from "./engine";

const root = process.cwd();

export type App = { url: string; services: Services; close: () => Promise<void> };

/** The application as it is delivered: all of it from the build, nothing from the source. */
const builtApp = async () => (await import(/* @vite-ignore */ pathToFileURL(join(root, "build/server/app.js")).href)) as typeof builtModule;

/** Limits that no test of something else reaches. */
export const unlimitedVisitors = {
  VISITOR_SHARE: "100",
  API_LIMIT_PER_KEY: "100000",
  API_LIMIT_PER_ADDRESS: "100000",
  ...Object.fromEntries(
    ["CREATIONS", "BARRIER_REPORTS", "DOWNLOADS", "UPLOADS", "REMINDERS", "INVITATIONS", "SIGN_INS", "ACCOUNT_MAILS"].flatMap((what) => [
      [`${what}_PER_ADDRESS`, "100000"],
      [`${what}_IN_ALL`, "100000"],
    ]),
  ),
};

/** Starts the built application with a database of its own, of the engine under test, on a free port. */
export async function startApp(variables: Record<string, string> = {}): Promise<App> {
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-"));
  const { closeServices, createServer, openServices } = await builtApp();
  const database = await createDatabase();
  const services = await openServices(root, {
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    LOG_LEVEL: "silent",
    ...unlimitedVisitors,
    ...variables,
  });
  const server = createServer(services).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  // As where it is delivered. A test that reads for seconds holds this thread, and its next request would meet a connection just closed.
  server.keepAliveTimeout = services.environment.KEEP_ALIVE_SECONDS * 1000;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    services,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await closeServices(services);
      await database.remove();
      rmSync(folder, { recursive: true });
    },
  };
}
