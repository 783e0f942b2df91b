import { z } from "zod";
import type { Act } from "../app/core/mappe/audit";
import {
  deliveryOutcomes,
  mostGivenUp,
  mostWebhooks,
  nextTry,
  sentEvents,
  webhookEventsSchema,
  type DeliveryOutcome,
  type SentEvent,
  type WebhookEvent,
} from "../app/core/webhooks/webhook";
import { truncateWal, type Database } from "./connection";
import { countRows } from "./count-rows";
import { jsonColumn } from "./json-column";
import { appendDeeds } from "./mappe-audit";
import { rowsOf, source } from "./rows-of";
import { newId } from "./new-id";

/** A process that has not told what became of a message after so many milliseconds is taken to have ended. */
const sendWithin = 5 * 60 * 1000;

const events = jsonColumn(webhookEventsSchema);
const webhookSchema = z.object({ id: z.string(), url: z.string(), events, created_at: z.string(), switched_off_at: z.string().nullable() });
const messageSchema = z.object({
  id: z.string(),
  event: z.enum(sentEvents),
  created_at: z.string(),
  tries: z.number(),
  next_try_at: z.string().nullable(),
  tried_at: z.string().nullable(),
  status: z.number().nullable(),
  outcome: z.enum(deliveryOutcomes).nullable(),
});
const dueSchema = messageSchema.pick({ id: true, event: true, created_at: true, tries: true }).extend({
  ...{ webhook_id: z.string(), mappe_id: z.string(), url: z.string() },
  ...{ assessment_id: z.string().nullable(), round: z.number().nullable(), batch_id: z.string().nullable() },
});

/** Times are ISO 8601 in UTC. `switchedOffAt`: null while it is told what happens. */
export type StoredWebhook = { id: string; url: string; events: WebhookEvent[]; createdAt: string; switchedOffAt: string | null };
/** `nextTryAt`: null once it is delivered or given up. `status`: HTTP status of the last answer. */
type WebhookMessage = {
  id: string;
  event: SentEvent;
  createdAt: string;
  tries: number;
  triedAt: string | null;
  nextTryAt: string | null;
  outcome: DeliveryOutcome | null;
  status: number | null;
};
/** A message that is to be sent now, with where. */
type DueMessage = {
  id: string;
  event: SentEvent;
  at: string;
  tries: number;
  webhookId: string;
  mappeId: string;
  url: string;
  assessmentId: string | null;
  round: number | null;
  batchId: string | null;
};

/** What an event is about. */
type EventSubject = { assessmentId: string; round?: number } | { batchId: string };

const messageRow = (webhookId: string, event: SentEvent, of: EventSubject | null, now: Date) => ({
  ...{ id: newId(), webhook_id: webhookId, event },
  ...(of && ("batchId" in of ? { batch_id: of.batchId } : { assessment_id: of.assessmentId, round: of.round ?? null })),
  ...{ created_at: now.toISOString(), next_try_at: now.toISOString() },
});

/** Writes down, within the transaction that does it, what the webhooks of a Mappe are to be told. */
export async function enqueueEvent(
  transaction: Database,
  mappeId: string,
  event: WebhookEvent,
  of: EventSubject,
  now: Date,
): Promise<void> {
  const rows: unknown[] = await transaction("webhooks").where({ mappe_id: mappeId }).whereNull("switched_off_at").orderBy("id");
  for (const row of rows) {
    const { id, events: wanted } = webhookSchema.parse(row);
    if (wanted.includes(event)) await transaction("webhook_messages").insert(messageRow(id, event, of, now));
  }
}

/** The Mappen that see an assessment and have a webhook for such an event. */
async function mappenToTell(transaction: Database, event: WebhookEvent, assessmentId: string): Promise<string[]> {
  const listening = `select mappe_id from webhooks where switched_off_at is null and events like '%"${event}"%'`;
  const seeing = `mappe_assessments where assessment_id = ? and consented_at is not null and sharing <> 'ring' and mappe_id in (${listening})`;
  const rows = await rowsOf(transaction, assessmentId, source(`mappen told of ${event}`, ["mappe_id"], seeing));
  return rows.map(({ mappe_id }) => z.string().parse(mappe_id));
}

/** The same for every Mappe that sees an assessment. */
export async function enqueueForMappen(
  transaction: Database,
  event: WebhookEvent,
  of: { assessmentId: string; round?: number },
  now: Date,
): Promise<void> {
  for (const mappe of await mappenToTell(transaction, event, of.assessmentId)) await enqueueEvent(transaction, mappe, event, of, now);
}

/** Whether somebody is to be told of such an event of an assessment. */
export const isListenedTo = async (transaction: Database, event: WebhookEvent, assessmentId: string): Promise<boolean> =>
  (await mappenToTell(transaction, event, assessmentId)).length > 0;

/** Addresses that are told what happens in Mappen, and what they are told. Whoever calls it has checked access. */
export function webhookStore(database: Database) {
  const ofMappe = (mappeId: string) => database("webhooks").where({ mappe_id: mappeId });
  const isFree = (query: ReturnType<typeof ofMappe>, now: Date) => {
    const late = new Date(now.getTime() - sendWithin).toISOString();
    return query
      .where("next_try_at", "<=", now.toISOString())
      .where((either) => void either.whereNull("sending_at").orWhere("sending_at", "<", late));
  };
  return {
    /** @returns its id; null where the Mappe has as many as it may, or is gone. */
    add: (mappeId: string, { url, events: wanted }: Pick<StoredWebhook, "url" | "events">, act: Act): Promise<string | null> =>
      database.transaction(async (transaction) => {
        // Locks the row, so that two who add at once do not both find the last place.
        if ((await transaction("mappen").where({ id: mappeId }).update({ id: mappeId })) === 0) return null;
        if ((await countRows(transaction("webhooks").where({ mappe_id: mappeId }))) >= mostWebhooks) return null;
        const id = newId();
        const columns = { id, mappe_id: mappeId, url, events: JSON.stringify(wanted), created_at: act.now.toISOString() };
        await transaction("webhooks").insert(columns);
        await appendDeeds(transaction, mappeId, [{ what: "webhook-added", of: "", detail: null }], act);
        return id;
      }),

    /** In the order in which they were added. */
    async list(mappeId: string): Promise<StoredWebhook[]> {
      const rows: unknown[] = await ofMappe(mappeId).orderBy(["created_at", "id"]);
      return rows.map((row) => {
        const { created_at, switched_off_at, ...same } = webhookSchema.parse(row);
        return { ...same, createdAt: created_at, switchedOffAt: switched_off_at };
      });
    },

    /** @returns whether there was one. */
    async remove(mappeId: string, id: string, act: Act): Promise<boolean> {
      const isDone = await database.transaction(async (transaction) => {
        if ((await transaction("webhooks").where({ mappe_id: mappeId, id }).delete()) === 0) return false;
        await appendDeeds(transaction, mappeId, [{ what: "webhook-removed", of: "", detail: null }], act);
        return true;
      });
      await truncateWal(database);
      return isDone;
    },

    /** Switches one on again that was switched off. */
    async switchOn(mappeId: string, id: string): Promise<void> {
      await ofMappe(mappeId).where({ id }).update({ switched_off_at: null, given_up: 0 });
    },

    /** Has a message sent that tells of nothing. @returns false where there is no such webhook, or it is switched off. */
    async test(mappeId: string, id: string, now: Date): Promise<boolean> {
      if (!(await ofMappe(mappeId).where({ id }).whereNull("switched_off_at").first<unknown>("id"))) return false;
      await database("webhook_messages").insert(messageRow(id, "webhook.test", null, now));
      return true;
    },

    /** The latest messages of each webhook of a Mappe, the latest first, by its id. @param most of each. */
    async messages(mappeId: string, most: number): Promise<Map<string, WebhookMessage[]>> {
      const all = new Map<string, WebhookMessage[]>();
      for (const id of await ofMappe(mappeId).pluck<string[]>("id")) {
        const query = database("webhook_messages").where({ webhook_id: id }).orderBy("created_at", "desc").orderBy("id").limit(most);
        all.set(id, ((await query) as unknown[]).map(toMessage));
      }
      return all;
    },

    /** Takes one that is to be sent now, for this process alone. */
    async claimDue(now: Date): Promise<DueMessage | null> {
      for (;;) {
        const row: unknown = await isFree(database("webhook_messages"), now)
          .join("webhooks", "webhooks.id", "webhook_messages.webhook_id")
          .whereNull("switched_off_at")
          .orderBy(["next_try_at", "webhook_messages.id"])
          .first("webhook_messages.*", "webhooks.mappe_id", "webhooks.url");
        if (!row) return null;
        const { created_at, webhook_id, mappe_id, assessment_id, batch_id, ...same } = dueSchema.parse(row);
        const taken = await isFree(database("webhook_messages"), now).where({ id: same.id }).update({ sending_at: now.toISOString() });
        // Whoever was faster has it, and there may be another.
        if (taken > 0)
          return {
            ...{ ...same, at: created_at, webhookId: webhook_id, mappeId: mappe_id },
            ...{ assessmentId: assessment_id, batchId: batch_id },
          };
      }
    },

    /** Writes down what became of a try: what was not taken is tried again, and at last given up. */
    tell: (message: DueMessage, { outcome, status }: { outcome: DeliveryOutcome; status: number | null }, now: Date): Promise<void> =>
      database.transaction(async (transaction) => {
        const webhook = () => transaction("webhooks").where({ id: message.webhookId });
        // Locks it, so that each of two messages that are given up at once counts.
        if ((await webhook().update({ id: message.webhookId })) === 0) return;
        const tries = message.tries + 1;
        const next = outcome === "delivered" ? null : nextTry(tries, now);
        const told = { tries, outcome, status, tried_at: now.toISOString(), next_try_at: next?.toISOString() ?? null, sending_at: null };
        await transaction("webhook_messages").where({ id: message.id }).update(told);
        if (outcome === "delivered") await webhook().update({ given_up: 0 });
        else if (next === null) {
          await webhook().increment("given_up", 1);
          await webhook().where("given_up", ">=", mostGivenUp).update({ switched_off_at: now.toISOString() });
        }
      }),

    /** @returns how many were older than `date`. */
    forgetBefore: (date: Date): Promise<number> =>
      database("webhook_messages").where("created_at", "<", date.toISOString()).delete<number>(),
  };
}

function toMessage(row: unknown): WebhookMessage {
  const { created_at, tried_at, next_try_at, ...same } = messageSchema.parse(row);
  return { ...same, createdAt: created_at, triedAt: tried_at, nextTryAt: next_try_at };
}
