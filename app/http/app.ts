import * as pages from "virtual:remix/server-build";
import type { Express } from "express";
import { createServer as createServerFor } from "./server";
import type { Services } from "./services";

/** The application as one door: what starts it, serves it and tests it takes it from here. */
export { closeServices, openServices, type Services } from "./services";
export { endIdleAccounts } from "./accounts/account-retention";
export { giveMemoryBack } from "./give-memory-back";
export { startReminders } from "./mail/reminders";
export { startRetention } from "./retention";
export { webhookSettingsOf } from "./webhooks/settings";
export { startWebhooks } from "./webhooks/start-webhooks";
export type { Environment } from "./environment";

/** Pages, API and assets over these services. */
export function createServer(services: Services): Express {
  return createServerFor(services, pages);
}
