import { createRequestHandler, data, redirect, type EntryContext, type ServerBuild } from "@remix-run/node";
import { expect, it } from "vitest";
import { closeData, openData } from "./closed-data";

type Module = { loader?: () => unknown; action?: () => unknown };

/** What a page of this route is rendered from, and what Remix has written out of it. */
async function handled(module: Module, method: "GET" | "POST" = "GET") {
  let context: EntryContext | null = null;
  const asset = { hasLoader: true, hasAction: true, hasClientAction: false, hasClientLoader: false, hasErrorBoundary: false, module: "" };
  const page = { ...module, default: () => null };
  const build = {
    entry: {
      module: {
        default: (_request: Request, status: number, headers: Headers, given: EntryContext) => {
          context = given;
          return new Response(null, { status, headers });
        },
      },
    },
    routes: {
      root: { id: "root", path: "", module: { default: () => null } },
      page: { id: "page", parentId: "root", path: "page", module: page },
    },
    assets: { entry: { module: "", imports: [] }, routes: { root: { ...asset, id: "root" }, page: { ...asset, id: "page" } } },
    future: { v3_singleFetch: true },
    mode: "production",
  } as unknown as ServerBuild;
  const response = await createRequestHandler(closeData(build))(new Request("http://localhost/page", { method }), {} as never);
  const { staticHandlerContext, serverHandoffStream } = (context ?? {}) as Partial<EntryContext>;
  return {
    response,
    opened: staticHandlerContext && openData(staticHandlerContext),
    written: serverHandoffStream ? await new Response(serverHandoffStream).text() : "",
  };
}

it("a page gets what its route has for it, and nothing of that is written out", async () => {
  const { opened, written } = await handled({ loader: () => ({ name: "Musterstadt" }) });
  expect(opened).toEqual({ loaderData: { root: null, page: { name: "Musterstadt" } }, actionData: null });
  expect(written).not.toBe("");
  expect(written).not.toContain("Musterstadt");
});

it("so it is with what comes of a form, and its status counts", async () => {
  const action = () => data({ typed: "Musterstadt" }, { status: 422, headers: { "X-Kept": "1" } });
  const { response, opened, written } = await handled({ loader: () => null, action }, "POST");
  expect(response.status).toBe(422);
  expect(opened).toEqual({ loaderData: { root: null, page: null }, actionData: { page: { typed: "Musterstadt" } } });
  expect(written).not.toContain("Musterstadt");
});

it("an answer of its own is none for a page", async () => {
  const { response, opened } = await handled({ loader: () => redirect("/elsewhere") });
  expect([response.status, response.headers.get("Location"), opened]).toEqual([302, "/elsewhere", undefined]);
});
