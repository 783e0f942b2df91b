import { z } from "zod";
import { longestWebhookUrl, webhookEventsSchema } from "../../core/webhooks/webhook";
import { webhookUrlFault } from "../webhooks/send";
import type { WebhookSettings } from "../webhooks/settings";
import { webhookSecret } from "../webhooks/sign";
import { mappePath, openedMappe } from "./mappen";
import { keyedOperation } from "./operation";
import { ApiProblem } from "./problem";
import { readAs } from "./read-as";
import { newWebhookSchema, webhookListSchema, webhookSchema } from "./webhook-schema";

const subject = "mappen" as const;
const webhookPath = { ...mappePath, webhook: z.string().describe("Id of a webhook of the Mappe.") };
/** Messages of each webhook that are listed. */
const shown = 50;

/** @throws Problem where the operator wants no webhooks: then there are none. */
function needed(webhooks: WebhookSettings | null): WebhookSettings {
  if (!webhooks) throw new ApiProblem("not-found");
  return webhooks;
}

export const webhookOperations = [
  keyedOperation(
    "mappen:write",
    {
      ...{ id: "createWebhook", subject, method: "post", path: "/mappen/{id}/webhooks", pathParameters: mappePath, body: webhookSchema },
      success: { status: 201, json: newWebhookSchema },
      problems: ["mappe-full"],
    },
    async ({ path, body }, { webhooks }, visitor) => {
      const { own } = await openedMappe(visitor, path.id);
      const { secret, reach } = needed(webhooks);
      const { url, events } = readAs(webhookSchema, body);
      if (url.length > longestWebhookUrl) throw new ApiProblem("invalid-input", [{ path: "url", code: "text-too-long" }]);
      if (webhookUrlFault(url, reach) !== null) throw new ApiProblem("invalid-input", [{ path: "url", code: "unknown-value" }]);
      const wanted = webhookEventsSchema.parse(events);
      const id = await own.webhooks.add({ url: new URL(url).href, events: wanted });
      if (id === null) throw new ApiProblem("mappe-full");
      return { json: { id, url: new URL(url).href, events: wanted, secret: webhookSecret(secret, id) } };
    },
  ),

  keyedOperation(
    "mappen:read",
    {
      ...{ id: "listWebhooks", subject, method: "get", path: "/mappen/{id}/webhooks", pathParameters: mappePath },
      success: { status: 200, json: webhookListSchema },
    },
    async ({ path }, _context, visitor) => {
      const { own } = await openedMappe(visitor, path.id);
      const messages = await own.webhooks.messages(shown);
      return { json: { webhooks: (await own.webhooks.list()).map((one) => ({ ...one, messages: messages.get(one.id) ?? [] })) } };
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "testWebhook", subject, method: "post", path: "/mappen/{id}/webhooks/{webhook}/test", pathParameters: webhookPath },
      success: { status: 204 },
    },
    async ({ path }, { webhooks }, visitor) => {
      const { own } = await openedMappe(visitor, path.id);
      needed(webhooks);
      if (!(await own.webhooks.test(path.webhook))) throw new ApiProblem("not-found");
      return {};
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "deleteWebhook", subject, method: "delete", path: "/mappen/{id}/webhooks/{webhook}", pathParameters: webhookPath },
      success: { status: 204 },
    },
    async ({ path }, _context, visitor) => {
      const { own } = await openedMappe(visitor, path.id);
      if (!(await own.webhooks.remove(path.webhook))) throw new ApiProblem("not-found");
      return {};
    },
  ),
];
