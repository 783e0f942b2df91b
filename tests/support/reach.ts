import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { buffer } from "node:stream/consumers";

/**
 * `fetch` over TLS, as far as the tests need it, from an address of this machine: each of 127.0.0.1 to 127.255.255.254 is
 * somebody else. Each request has a connection of its own.
 * @param ca the certificate to trust, PEM.
 */
export function reachFrom(localAddress: string, ca: string) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const asked = new Request(url, init);
    const body = Buffer.from(await asked.arrayBuffer());
    const headers: Record<string, string> = Object.fromEntries(new Headers(init.headers));
    const type = asked.headers.get("content-type");
    if (type) headers["content-type"] = type;
    if (body.length > 0) headers["content-length"] = String(body.length);
    const sent = request(url, { method: asked.method, headers, localAddress, ca, agent: false });
    sent.end(body);
    const [received] = (await once(sent, "response")) as [IncomingMessage];
    const lines = Object.entries(received.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    const status = received.statusCode ?? 0;
    const content = await buffer(received);
    return new Response([204, 304].includes(status) ? null : new Uint8Array(content), { status, headers: lines });
  };
}
