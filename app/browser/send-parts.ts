import { seenName, triedName } from "../forms/part";
import { saveResultSchema } from "../forms/save-result";
import { belowBasePath } from "./below-base-path";
import type { Reply, SentPart } from "./save-queue";

/** Browsers carry no more than 64 KiB at once beyond the end of a page. */
const carried = 60_000;
const patience = 30_000;

/** Sends parts, also beyond the end of the page. Stored is only what the server itself says is. */
export async function sendParts(address: string, parts: SentPart[]): Promise<Reply> {
  const body = bodyOf(parts);
  const size = JSON.stringify(parts).length * 2;
  try {
    const response = await fetch(belowBasePath(address), {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      keepalive: size < carried,
      signal: AbortSignal.timeout(patience),
    });
    if (response.status === 404 && ["no-access", "no-part"].includes(await response.text())) return { kind: "gone" };
    if ([401, 403, 429].includes(response.status)) return { kind: "denied" };
    if (response.status >= 500) return { kind: "away" };
    const result = saveResultSchema.safeParse(await response.json().catch(() => null));
    return result.success && response.ok ? { kind: "result", result: result.data } : { kind: "foreign" };
  } catch {
    return { kind: "away" };
  }
}

/** The last chance before the page ends. Whether it arrives is learned on the next page. */
export function sendBeacon(address: string, parts: SentPart[]): void {
  navigator.sendBeacon(belowBasePath(address), bodyOf(parts));
}

function bodyOf(parts: SentPart[]): FormData {
  const body = new FormData();
  // A form with nothing in it is none to some servers.
  body.set("sent", String(parts.length));
  for (const { part, typed, seen, tried } of parts) {
    body.set(seenName(part), seen);
    for (const one of tried) body.append(triedName(part), new URLSearchParams(one).toString());
    for (const [name, value] of Object.entries(typed)) body.set(name, value);
  }
  return body;
}
