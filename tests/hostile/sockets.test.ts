import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { newVisitor } from "../http/visitor";
import { expectNothingOfInside, expectUnharmed, sharedWorld } from "./world";

const world = sharedWorld({ KEEP_ALIVE_SECONDS: "1" });
afterEach(() => expectUnharmed(world()));

/** Bytes as they are, and all that comes back until the server hangs up or has said nothing for a while. */
function exchange(bytes: string | Buffer, quietMilliseconds = 1_500): Promise<string> {
  const { hostname, port } = new URL(world().url);
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(quietMilliseconds, () => socket.destroy());
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString("latin1")));
    // A reset in answer to what is no HTTP is an answer, too.
    socket.on("error", () => undefined).on("close", () => resolve(answer));
  });
}

const statuses = (answer: string): number[] => [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
const host = "Host: localhost\r\n";
const close = "Connection: close\r\n\r\n";
/** What a second request would ask for, were one smuggled in. */
const smuggled = `GET /imprint HTTP/1.1\r\n${host}Connection: close\r\n\r\n`;
const begin = `POST /start HTTP/1.1\r\n${host}Origin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n`;

describe("a request that is none is refused, and nothing behind it is answered", () => {
  it.each<[what: string, bytes: string | Buffer]>([
    ["nothing but a line", "hello\r\n\r\n"],
    ["a request line without a version", "GET /\r\n\r\n"],
    ["an unknown version", `GET / HTTP/9.9\r\n${host}${close}`],
    ["HTTP/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["the beginning of TLS", Buffer.from("16030100c8010000c40303", "hex")],
    ["an unknown method", `BREW / HTTP/1.1\r\n${host}${close}`],
    ["a method in small letters", `get / HTTP/1.1\r\n${host}${close}`],
    ["a space in the address", `GET /a b HTTP/1.1\r\n${host}${close}`],
    ["a NUL in the address", `GET /\0 HTTP/1.1\r\n${host}${close}`],
    ["a header that goes on in the next line", `GET / HTTP/1.1\r\n${host}X: a\r\n \x01b\r\n${close}`],
    ["a header without a name", `GET / HTTP/1.1\r\n${host}: x\r\n${close}`],
    ["a NUL in a header", `GET / HTTP/1.1\r\n${host}X: a\0b\r\n${close}`],
    ["a lone return in a header", `GET / HTTP/1.1\r\n${host}X: a\rEvil: b\r\n${close}`],
    ["a space before the colon", `POST / HTTP/1.1\r\n${host}Transfer-Encoding : chunked\r\n${close}0\r\n\r\n${smuggled}`],
    ["both lengths", `${begin}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ["two lengths", `${begin}Content-Length: 0\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`],
    ["a length with a sign", `${begin}Content-Length: +0\r\n\r\n${smuggled}`],
    ["a length in hexadecimal", `${begin}Content-Length: 0x0\r\n\r\n${smuggled}`],
    ["a length beyond all numbers", `${begin}Content-Length: 99999999999999999999999\r\n\r\n${smuggled}`],
    ["a coding that is none", `${begin}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ["a chunk of no size", `${begin}Transfer-Encoding: chunked\r\n\r\nz\r\n0\r\n\r\n${smuggled}`],
    ["a chunk of a size below nothing", `${begin}Transfer-Encoding: chunked\r\n\r\n-1\r\n0\r\n\r\n${smuggled}`],
    ["a name for a tunnel", "CONNECT localhost:22 HTTP/1.1\r\nHost: localhost:22\r\n\r\n"],
  ])("%s", async (_what, bytes) => {
    const answer = await exchange(bytes);
    expect(answer).not.toMatch(/Impressum/);
    const said = statuses(answer);
    expect(said.length, answer).toBeLessThanOrEqual(1);
    for (const status of said) expect([400, 403, 404, 411, 413, 501, 505], answer).toContain(status);
    expectNothingOfInside(answer, answer);
  });

  it("headers or an address without end", async () => {
    for (const bytes of [
      `GET / HTTP/1.1\r\n${host}X: ${"x".repeat(40_000)}\r\n${close}`,
      `GET / HTTP/1.1\r\n${host}${Array.from({ length: 3_000 }, (_none, index) => `X${index}: y\r\n`).join("")}${close}`,
      `GET /${"x".repeat(40_000)} HTTP/1.1\r\n${host}${close}`,
      `GET / HTTP/1.1\r\n${host}Cookie: ${"a=b; ".repeat(8_000)}\r\n${close}`,
    ])
      expect(statuses(await exchange(bytes))).toEqual([431]);
  });
});

describe("what is strange and allowed has one answer, that of the page it asks for", () => {
  it.each<[what: string, line: string, more: string, status: number, body?: string]>([
    ["an address in full", "GET http://localhost/imprint HTTP/1.1", host, 200],
    ["an address in full of somebody else", "GET http://evil.example/imprint HTTP/1.1", host, 200],
    ["one with a name and a password", "GET http://a:b@evil.example/imprint HTTP/1.1", host, 200],
    ["all of the server", "OPTIONS * HTTP/1.1", host, 204],
    ["another protocol", "GET ftp://localhost/ HTTP/1.1", host, 400],
    ["a way up", "GET /../../etc/passwd HTTP/1.1", host, 404],
    ["many slashes", "GET ////imprint HTTP/1.1", host, 404],
    ["a wish for a WebSocket", "GET /imprint HTTP/1.1", `${host}Upgrade: websocket\r\nSec-WebSocket-Key: x\r\n`, 200],
    ["a wish for HTTP/2", "GET /imprint HTTP/1.1", `${host}Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n`, 200],
    ["a Host with a path", "GET /imprint HTTP/1.1", "Host: localhost/assessments/x?\r\n", 400],
    ["two Hosts", "GET /imprint HTTP/1.1", `${host}Host: evil.example\r\n`, 400],
    ["no Host", "GET /imprint HTTP/1.1", "", 400],
    ["an expectation that nobody meets", "GET /imprint HTTP/1.1", `${host}Expect: miracles\r\n`, 417],
    ["a body to a question", "GET /imprint HTTP/1.1", `${host}Content-Length: 3\r\n`, 200, "abc"],
  ])("%s", async (_what, line, more, status, body = "") => {
    const answer = await exchange(`${line}\r\n${more}${close}${body}`);
    expect(statuses(answer), answer).toEqual([status]);
    expectNothingOfInside(answer, answer);
  });

  it("requests one behind the other over one connection, each in its turn", async () => {
    const one = (path: string) => `GET ${path} HTTP/1.1\r\n${host}\r\n`;
    const answer = await exchange(`${one("/imprint")}${one("/unknown")}${one("/healthz")}GET /glossary HTTP/1.1\r\n${host}${close}`);
    expect(statuses(answer)).toEqual([200, 404, 200, 200]);
  });
});

/** A connection that is held open. @returns when the server has ended it, in milliseconds. */
function hold(bytes: string): { socket: Socket; ended: Promise<number> } {
  const { hostname, port } = new URL(world().url);
  const begun = performance.now();
  const socket = connect(Number(port), hostname, () => socket.write(bytes));
  socket.on("error", () => undefined).resume();
  return { socket, ended: new Promise((resolve) => socket.once("close", () => resolve(performance.now() - begun))) };
}

it("who sends slowly holds up nobody, and headers that never end are cut off", async () => {
  const slowHeaders = Array.from({ length: 50 }, () => hold(`GET / HTTP/1.1\r\n${host}X-Slow: `));
  const slowBodies = Array.from({ length: 50 }, () => hold(`${begin}Content-Length: 100000\r\n\r\ntrack=`));
  const drip = setInterval(() => [...slowHeaders, ...slowBodies].forEach(({ socket }) => socket.writable && socket.write("x")), 200);
  await pause(300);
  const visitor = newVisitor(world().url);
  for (let times = 0; times < 10; times += 1) {
    const begun = performance.now();
    expect((await visitor.get("/start")).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(3_000);
  }
  // Bodies may take their two minutes; headers end with the time for which a connection may be idle.
  const ended = await Promise.all(slowHeaders.map((one) => one.ended));
  expect(Math.max(...ended)).toBeLessThan(20_000);
  clearInterval(drip);
  for (const { socket } of slowBodies) socket.destroy();
});
