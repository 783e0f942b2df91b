import type { Environment } from "../environment";
import type { WebhookReach } from "./send";

/** `secret`: of the operator, from which those of webhooks come. */
export type WebhookSettings = { secret: string; reach: WebhookReach };

/** @returns null where the operator wants no webhooks. */
export function webhookSettingsOf({ WEBHOOKS, WEBHOOK_SECRET }: Pick<Environment, "WEBHOOKS" | "WEBHOOK_SECRET">): WebhookSettings | null {
  if (WEBHOOKS === "off" || WEBHOOK_SECRET === undefined) return null;
  return { secret: WEBHOOK_SECRET, reach: WEBHOOKS === "local" ? "local" : "public" };
}
