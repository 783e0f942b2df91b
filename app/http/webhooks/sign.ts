import { createHmac } from "node:crypto";

/** How the bytes of a secret are written down (Standard Webhooks, https://www.standardwebhooks.com). */
const prefix = "whsec_";

/**
 * What signs for a webhook: derived, so that it is stored nowhere and a copy of the database signs nothing.
 * @param setting WEBHOOK_SECRET of the operator.
 */
export const webhookSecret = (setting: string, webhookId: string): string =>
  prefix + createHmac("sha256", setting).update(`webhook ${webhookId}`).digest("base64");

/** The headers of a message as Standard Webhooks has them. @param at when it is sent: receivers refuse what is old. */
export function signedHeaders(secret: string, id: string, at: Date, body: string): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice(prefix.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": `v1,${signature}` };
}
