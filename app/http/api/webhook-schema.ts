import { z } from "zod";
import { deliveryOutcomes, sentEvents, webhookEvents } from "../../core/webhooks/webhook";

const instant = (what: string) => z.iso.datetime().describe(`${what}, UTC.`);
const fields = { id: z.string(), url: z.string(), events: z.array(z.enum(webhookEvents)) };

export const webhookSchema = z
  .strictObject({
    url: z.string().describe("Begins with https:// and leads to the open internet, not to an internal network."),
    events: z.array(z.enum(webhookEvents)).min(1).describe("What is reported."),
  })
  .describe("An address that is told what happens in a Mappe.");

export const newWebhookSchema = z
  .strictObject({
    ...fields,
    secret: z
      .string()
      .describe("Signs each message as Standard Webhooks has it: webhook-id, webhook-timestamp, webhook-signature. Told once."),
  })
  .describe("A new webhook with its secret.");

const message = z.strictObject({
  id: z.string().describe("The same at each try (webhook-id): take each message once."),
  event: z.enum(sentEvents),
  createdAt: instant("When it happened"),
  tries: z.int().describe("How many there were; there are five within about a day."),
  triedAt: instant("When the last one was").nullable(),
  nextTryAt: instant("When the next one is; null: none").nullable(),
  outcome: z.enum(deliveryOutcomes).nullable().describe("Of the last try; null where there was none."),
  status: z.int().nullable().describe("HTTP status of the last answer; null where there was none."),
});

export const webhookListSchema = z
  .strictObject({
    webhooks: z.array(
      z.strictObject({
        ...fields,
        createdAt: instant("When it was set up"),
        switchedOffAt: instant("Since when nothing is sent there, because three messages in a row could not be delivered").nullable(),
        messages: z.array(message).describe("The last 50, the latest first. A message holds ids alone."),
      }),
    ),
  })
  .describe("The webhooks of a Mappe, and what became of their messages.");
