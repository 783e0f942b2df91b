import { z } from "zod";

/** What a webhook may be told of a Mappe. `webhook.test` comes where somebody asks for it, whatever was chosen. */
export const webhookEvents = [
  ...(["member.joined", "assessment.completed", "assessment.round-closed", "assessment.consent-withdrawn"] as const),
  "batch.done",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
export const sentEvents = [...webhookEvents, "webhook.test"] as const;
export type SentEvent = (typeof sentEvents)[number];

/** What became of a try: taken, answered otherwise, no answer, or an address that is none of the open internet. */
export const deliveryOutcomes = ["delivered", "refused", "unreachable", "forbidden"] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

/** So many a Mappe has. */
export const mostWebhooks = 10;
/** In characters. */
export const longestWebhookUrl = 500;

export const webhookEventsSchema = z.array(z.enum(webhookEvents)).min(1);

/** Milliseconds to wait after the first, second … try that fails; after the last of them there is one more, five in about a day. */
const minute = 60_000;
const waits = [5 * minute, 30 * minute, 3 * 60 * minute, 20 * 60 * minute];

/** @param tries that have failed. @returns when to try again; null: no more. */
export function nextTry(tries: number, now: Date): Date | null {
  const wait = waits[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** So many messages in a row that could not be delivered switch a webhook off. */
export const mostGivenUp = 3;

/** What is sent: nothing but ids, which the receiver asks the API for. @param at ISO 8601, UTC. */
export function messageBody(message: {
  event: SentEvent;
  at: string;
  mappeId: string;
  assessmentId: string | null;
  round: number | null;
  batchId: string | null;
}): string {
  const { event: type, at: timestamp, mappeId, assessmentId, round, batchId } = message;
  const data = {
    mappe: mappeId,
    ...(assessmentId !== null && { assessment: assessmentId }),
    ...(round !== null && { round }),
    ...(batchId !== null && { batch: batchId }),
  };
  return JSON.stringify({ type, timestamp, data });
}
