import { Agent, request } from "node:http";

export type Answer = { status: number; location: string; text: string };
export type Client = ReturnType<typeof openClient>;

/** One connection that stays open, with cookies and an origin, as cheap as it can be: it shares the machine with what it measures. */
export function openClient(url: string, address = "192.0.2.10", cookie = "") {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port, origin } = new URL(url);
  const ask = (method: "GET" | "POST", path: string, body?: string | Buffer, type = "application/x-www-form-urlencoded"): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = {
        ...(cookie && { Cookie: cookie }),
        Origin: origin,
        "X-Forwarded-For": address,
        ...(body !== undefined && { "Content-Type": type, "Content-Length": Buffer.byteLength(body) }),
      };
      const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part)).on("error", reject);
        response.on("end", () => {
          for (const line of response.headers["set-cookie"] ?? []) cookie = line.split(";")[0] ?? cookie;
          const text = Buffer.concat(parts).toString("latin1");
          resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? "", text });
        });
      });
      sent.on("error", reject).end(body);
    });
  return {
    get: (path: string) => ask("GET", path),
    post: (path: string, body: string) => ask("POST", path, body),
    ask,
    cookie: () => cookie,
    close: () => agent.destroy(),
  };
}

/** @throws where an answer is not what it should be: a refusal is quickly made and would look like speed. */
export function expectStatus({ status, text }: Answer, expected: number): void {
  if (status !== expected) throw new Error(`Answered with ${status} in place of ${expected}: ${text.slice(0, 200)}`);
}

export const percentile = (values: number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;

/** @returns how long something took, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Does something over and over, so many beside one another, for so many seconds. @returns how often a second. */
export async function perSecond(seconds: number, beside: number, work: (lane: number) => Promise<unknown>): Promise<number> {
  const [begun, end] = [performance.now(), performance.now() + seconds * 1000];
  let count = 0;
  await Promise.all(
    Array.from({ length: beside }, async (_none, lane) => {
      while (performance.now() < end) {
        await work(lane);
        count += 1;
      }
    }),
  );
  return (count * 1000) / (performance.now() - begun);
}
