import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serveForms } from "./form-routes";

const failed: unknown[] = [];
const save = async ({ request, params, context }: ActionFunctionArgs) =>
  Response.json({ form: [...(await request.formData())], params, context, path: new URL(request.url).pathname }, { headers: { A: "b" } });
const actions: Record<string, (args: ActionFunctionArgs) => unknown> = {
  "things/:id/save/:form": save,
  "things/:id/page": save,
  "things/:id/refused": () => {
    throw new Response("no-access", { status: 404, headers: { "Content-Type": "text/plain", "Retry-After": "60" } });
  },
  "things/:id/broken": () => {
    throw new Error("Broken.");
  },
};
const routes = Object.entries(actions).map(([path, action]) => [
  path,
  { id: path, parentId: "root", path, module: { action, ...(path.endsWith("/page") && { default: () => null }) } },
]);
const build = {
  entry: { module: { handleError: (error: unknown) => failed.push(error) } },
  routes: Object.fromEntries([...routes, ["files", { id: "files", parentId: "root", path: "things/:id/files", module: {} }]]),
} as unknown as ServerBuild;

const app = express();
app.post(
  "*",
  serveForms(build, () => Promise.resolve({ today: "2026-11-27" } as ActionFunctionArgs["context"])),
);
app.use((_request, response) => void response.send("left to Remix"));
let server: Server;
beforeAll(() => new Promise<void>((resolve) => void (server = app.listen(0, "127.0.0.1", resolve))));
afterAll(() => void server.close());

const post = (path: string, body: BodyInit = new URLSearchParams()) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method: "POST", body });

it("a route without a page is given the form, what stands in its address and what pages are given", async () => {
  const answer = await post("/things/7/save/profile?x=1", new URLSearchParams({ name: "Öhringen & Söhne", note: "" }));
  expect([answer.status, answer.headers.get("A"), answer.headers.get("Content-Type")]).toEqual([
    200,
    "b",
    "application/json; charset=utf-8",
  ]);
  expect(await answer.json()).toEqual({
    form: [
      ["name", "Öhringen & Söhne"],
      ["note", ""],
    ],
    params: { id: "7", form: "profile" },
    context: { today: "2026-11-27" },
    path: "/things/7/save/profile",
  });
});

it("a form with files is read as well", async () => {
  const form = new FormData();
  form.append("name", "Söhne");
  const answer = await post("/things/7/save/brand", form);
  expect(await answer.json()).toMatchObject({ form: [["name", "Söhne"]] });
});

it("what a route refuses arrives as it is", async () => {
  const answer = await post("/things/7/refused");
  expect([answer.status, answer.headers.get("Retry-After"), await answer.text()]).toEqual([404, "60", "no-access"]);
});

it("what nobody has foreseen is told, and not to whoever asks", async () => {
  const answer = await post("/things/7/broken");
  expect([answer.status, await answer.text()]).toEqual([500, "Unexpected Server Error"]);
  expect(failed).toEqual([new Error("Broken.")]);
});

it.each(["/things/7/page", "/things/7/files", "/things/7/save/%70rofile", "/elsewhere"])("%s is left to Remix", async (path) => {
  expect(await (await post(path)).text()).toBe("left to Remix");
});
