import { lookup as resolve } from "node:dns/promises";
import { request as requestHttp, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import type { DeliveryOutcome } from "../../core/webhooks/webhook";
import { isLoopbackAddress, isPublicAddress } from "./public-address";

/** For a name to be found, a connection, and an answer, together. */
const longestMilliseconds = 10_000;

/** `local`: also http, and also this machine itself; for whoever develops a receiver, and for tests. */
export type WebhookReach = "public" | "local";

/** `status`: of the answer; null where there was none. */
type Delivery = { outcome: DeliveryOutcome; status: number | null };

/** @returns why nothing is ever sent there, or null. What a name leads to shows only when it is sent. */
export function webhookUrlFault(text: string, reach: WebhookReach): "no-url" | "no-https" | "forbidden" | null {
  if (!URL.canParse(text)) return "no-url";
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== "" || password !== "") return "no-url";
  const address = hostname.replace(/^\[|\]$/g, "");
  const isLocal = reach === "local" && (hostname === "localhost" || (isIP(address) > 0 && isLoopbackAddress(address)));
  if (protocol !== "https:" && !(protocol === "http:" && isLocal)) return "no-https";
  return isIP(address) > 0 && !isLocal && !isPublicAddress(address) ? "forbidden" : null;
}

/**
 * Sends a message to where its receiver is, and nowhere else: the name is looked up once, every address it has must be one of the open
 * internet, and the connection goes to what was looked up. No redirect is followed; of the answer nothing but its status is read.
 */
export async function sendWebhook(url: string, headers: Record<string, string>, body: string, reach: WebhookReach): Promise<Delivery> {
  if (webhookUrlFault(url, reach) !== null) return { outcome: "forbidden", status: null };
  const target = new URL(url);
  const signal = AbortSignal.timeout(longestMilliseconds);
  const found = await resolved(target.hostname.replace(/^\[|\]$/g, ""), signal);
  const [first] = found;
  if (first === undefined) return { outcome: "unreachable", status: null };
  const isAllowed = (address: string) => isPublicAddress(address) || (reach === "local" && isLoopbackAddress(address));
  if (!found.every(({ address }) => isAllowed(address))) return { outcome: "forbidden", status: null };
  const status = await post(target, first, headers, body, signal);
  return { outcome: status === null ? "unreachable" : status >= 200 && status < 300 ? "delivered" : "refused", status };
}

async function resolved(name: string, signal: AbortSignal): Promise<{ address: string; family: number }[]> {
  const given = new Promise<[]>((settle) => signal.addEventListener("abort", () => settle([])));
  return Promise.race([resolve(name, { all: true }).catch(() => []), given]);
}

function post(
  target: URL,
  { address, family }: { address: string; family: number },
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<number | null> {
  const options: RequestOptions = {
    method: "POST",
    agent: false,
    signal,
    headers: { ...headers, "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body), "User-Agent": "KI-Pegel" },
    // The name stays in the certificate's check and in the Host header; where it leads is settled.
    lookup: (_name, { all }, done) => (all ? done(null, [{ address, family }]) : done(null, address, family)),
  };
  const request = target.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((settle) => {
    request(target, options, (response) => {
      settle(response.statusCode ?? null);
      response.destroy();
    })
      .on("error", () => settle(null))
      .end(body);
  });
}
