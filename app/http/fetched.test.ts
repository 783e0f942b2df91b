import { once } from "node:events";
import { get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type RequestHandler } from "express";
import { expect, it, onTestFinished } from "vitest";
import { requestOf, send, TextResponse } from "./fetched";

async function serve(handle: RequestHandler): Promise<string> {
  const app = express();
  app.all("*", handle);
  const server = await new Promise<Server>((resolve) => {
    const begun = app.listen(0, "127.0.0.1", () => resolve(begun));
  });
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const answering = (answer: Response) => serve((_incoming, outgoing, next) => void send(answer, outgoing).catch(next));

it("a request has its address, its headers and its body", async () => {
  const url = await serve((incoming, outgoing, next) => {
    const answer = async () => {
      const request = requestOf(incoming, outgoing);
      const { method, headers } = request;
      await send(Response.json({ url: request.url, method, kept: headers.get("X-Kept"), text: await request.text() }), outgoing);
    };
    answer().catch(next);
  });
  const asked = `${url}/a%20b?c=d`;
  expect(await (await fetch(asked, { headers: { "X-Kept": "1" } })).json()).toEqual({ url: asked, method: "GET", kept: "1", text: "" });
  expect(await (await fetch(asked, { method: "POST", body: "Grüße" })).json()).toMatchObject({ method: "POST", text: "Grüße" });
});

it("whoever leaves ends the work, whoever is answered does not", async () => {
  const seen: AbortSignal[] = [];
  const url = await serve((incoming, outgoing) => {
    seen.push(requestOf(incoming, outgoing).signal);
    if (incoming.path === "/answered") outgoing.end();
    else outgoing.write("x");
  });
  await (await fetch(`${url}/answered`)).text();
  const leaving = get(url);
  await once(leaving, "response");
  const left = once(seen[1] ?? new AbortController().signal, "abort");
  leaving.destroy();
  await left;
  expect(seen.map(({ aborted }) => aborted)).toEqual([false, true]);
});

it("a text goes as a whole, with its headers", async () => {
  const headers = [["Set-Cookie", "a=1"], ["Set-Cookie", "b=2"], ["Content-Type", "text/html; charset=utf-8"]] as [string, string][]; // prettier-ignore
  const page = new TextResponse("<p>Grüße</p>", { status: 422, headers });
  expect(await page.text()).toBe("<p>Grüße</p>");
  const answer = await fetch(await answering(page));
  expect([answer.status, answer.headers.get("Content-Length"), await answer.text()]).toEqual([422, "14", "<p>Grüße</p>"]);
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

it("a stream goes as it comes, and nothing as nothing", async () => {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of ["a", "b"]) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
  expect(await (await fetch(await answering(new Response(stream)))).text()).toBe("ab");
  const moved = await fetch(await answering(new Response(null, { status: 303, headers: { Location: "/b" } })), { redirect: "manual" });
  expect([moved.status, moved.headers.get("Location"), await moved.text()]).toEqual([303, "/b", ""]);
});
