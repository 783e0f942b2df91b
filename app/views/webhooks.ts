import type { DeliveryOutcome, SentEvent, WebhookEvent } from "../core/webhooks/webhook";
import type { Locale } from "../i18n/index";
import { momentText } from "./moment";

type Webhook = { id: string; url: string; events: WebhookEvent[]; switchedOffAt: string | null };
type Message = {
  id: string;
  event: SentEvent;
  createdAt: string;
  tries: number;
  nextTryAt: string | null;
  outcome: DeliveryOutcome | null;
  status: number | null;
};

/** A webhook as people read it, with what it was told last. */
export type WebhookLine = {
  id: string;
  url: string;
  events: string[];
  /** Since when and why; null while it is told what happens. */
  switchedOff: string | null;
  messages: { key: string; cells: string[] }[];
};

/** @param timeZone of the operator. */
export function webhookLine(
  { id, url, events, switchedOffAt }: Webhook,
  messages: Message[],
  locale: Locale,
  timeZone: string,
): WebhookLine {
  const { webhooks: words } = locale.messages;
  const at = (time: string) => Object.values(momentText(time, locale, timeZone)).join(", ");
  const outcomeOf = ({ outcome, status }: Message) =>
    outcome === null ? words.waits : status === null ? words.outcomes[outcome] : `${words.outcomes[outcome]} (${status})`;
  const nextOf = ({ nextTryAt, outcome }: Message) => (nextTryAt !== null ? at(nextTryAt) : outcome === "delivered" ? "" : words.givenUp);
  return {
    ...{ id, url, events: events.map((event) => words.eventNames[event]) },
    switchedOff: switchedOffAt === null ? null : words.switchedOff(momentText(switchedOffAt, locale, timeZone).day),
    messages: messages.map((message) => ({
      key: message.id,
      cells: [at(message.createdAt), words.eventNames[message.event], outcomeOf(message), String(message.tries), nextOf(message)],
    })),
  };
}
