import { buffer } from "node:stream/consumers";
import { createReadableStreamFromReadable, writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as Incoming, Response as Outgoing } from "express";

/** What is asked of the server, as routes know it; without a body. */
const asked = (incoming: Incoming): [url: string, init: RequestInit] => [
  `${incoming.protocol}://${incoming.get("host")}${incoming.originalUrl}`,
  {
    method: incoming.method,
    headers: Object.entries(incoming.headers).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one])),
  },
];

/** The same with its body. Whoever leaves before the answer is there ends the work at it. */
export function requestOf(incoming: Incoming, outgoing: Outgoing): Request {
  const left = new AbortController();
  outgoing.once("close", () => outgoing.writableFinished || left.abort());
  const [url, init] = asked(incoming);
  if (incoming.method === "GET" || incoming.method === "HEAD") return new Request(url, { ...init, signal: left.signal });
  return new Request(url, { ...init, signal: left.signal, body: createReadableStreamFromReadable(incoming), duplex: "half" });
}

/** A form that is sent. Its body is read from the connection when a route asks for it, and only then. */
export class SentForm extends Request {
  readonly #incoming: Incoming;

  constructor(incoming: Incoming) {
    super(...asked(incoming));
    this.#incoming = incoming;
  }

  override async formData(): Promise<FormData> {
    const body = await buffer(this.#incoming);
    const type = this.headers.get("Content-Type") ?? "";
    if (/^multipart/i.test(type)) return new Response(body, { headers: { "Content-Type": type } }).formData();
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(new TextDecoder().decode(body))) form.append(name, value);
    return form;
  }
}

/** An answer whose text is there as a whole, so that nobody has to make a stream of it to send it. */
export class TextResponse extends Response {
  readonly #text: string;

  constructor(text: string, init: ResponseInit) {
    super(null, init);
    this.#text = text;
  }

  override text(): Promise<string> {
    return Promise.resolve(this.#text);
  }
}

/** Sends what a route has answered: as a whole where it is there, else as it comes. */
export async function send(answer: Response, outgoing: Outgoing): Promise<void> {
  outgoing.status(answer.status);
  for (const [name, value] of answer.headers) outgoing.append(name, value);
  // Bytes at once: of a text, each who asks how long it is would have to encode it.
  if (answer instanceof TextResponse) return void outgoing.end(Buffer.from(await answer.text()));
  if (!answer.body) return void outgoing.end();
  // Whoever follows something hears first that they do.
  if (answer.headers.get("Content-Type")?.startsWith("text/event-stream")) outgoing.flushHeaders();
  await writeReadableStreamToWritable(answer.body, outgoing);
}
