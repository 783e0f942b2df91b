import type { Stores } from "../../../db/index";
import { messageBody } from "../../core/webhooks/webhook";
import type { Log } from "../log";
import { sendWebhook } from "./send";
import type { WebhookSettings } from "./settings";
import { signedHeaders, webhookSecret } from "./sign";

/** How often it is looked for messages. */
const seconds = 10;
/** So many are under way at once, so that one receiver who is slow does not keep all others waiting. */
const lanes = 4;
/** What was sent is told for so long. */
const keptDays = 30;
const day = 24 * 60 * 60 * 1000;

/** Sends what is due, each message by one process only, until nothing is. @param now at which it begins. @returns how many were sent. */
export async function sendDueWebhooks(
  { webhooks }: Pick<Stores, "webhooks">,
  { secret, reach }: WebhookSettings,
  now: () => Date,
): Promise<number> {
  let count = 0;
  async function lane(): Promise<void> {
    for (;;) {
      const due = await webhooks.claimDue(now());
      if (!due) return;
      const body = messageBody(due);
      const headers = signedHeaders(webhookSecret(secret, due.webhookId), due.id, now(), body);
      await webhooks.tell(due, await sendWebhook(due.url, headers, body, reach), now());
      count += 1;
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return count;
}

/** Sends what is due as long as the program runs. @returns what stops it. */
export function startWebhooks(stores: Pick<Stores, "webhooks">, settings: WebhookSettings, log: Log): () => void {
  let isBusy = false;
  async function run(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      await sendDueWebhooks(stores, settings, () => new Date());
      await stores.webhooks.forgetBefore(new Date(Date.now() - keptDays * day));
    } catch (error) {
      log.error({ error: String(error) }, "webhooks were not sent");
    } finally {
      isBusy = false;
    }
  }
  void run();
  const timer = setInterval(() => void run(), seconds * 1000);
  timer.unref();
  return () => clearInterval(timer);
}
