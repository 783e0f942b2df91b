import type { AddressInfo } from "node:net";
import { createRequestHandler } from "@remix-run/express";
import type { ActionFunctionArgs, EntryContext, ServerBuild } from "@remix-run/node";
import { Outlet, RemixServer, useLoaderData } from "@remix-run/react";
import express from "express";
import knex from "knex";
import { renderToString } from "react-dom/server";

/** The least that a Remix application does: a page that reads a row, and a form that inserts one and answers once it is on disk. */
const url = process.env.DATABASE_URL ?? "";
const isSqlite = url.startsWith("file:");
const database = knex({
  client: isSqlite ? "sqlite3" : "pg",
  connection: isSqlite ? { filename: url.slice("file:".length) } : url,
  useNullAsDefault: true,
  pool: { min: 1, max: isSqlite ? 1 : 10 },
});
if (isSqlite) for (const pragma of ["journal_mode=WAL", "synchronous=FULL"]) await database.raw(`PRAGMA ${pragma}`);
if (!(await database.schema.hasTable("bare")))
  await database.schema.createTable("bare", (table) => {
    table.increments("id");
    table.text("note");
  });

function Root() {
  return (
    <html lang="de">
      <body>
        <Outlet />
      </body>
    </html>
  );
}

function Page() {
  const { count } = useLoaderData<{ count: number }>();
  return (
    <main>
      <h1>{count}</h1>
      <form method="post">
        <input name="note" aria-label="Notiz" />
      </form>
    </main>
  );
}

const page = {
  default: Page,
  loader: async () => ({ count: Number((await database("bare").max<{ last: number | null }[]>("id as last"))[0]?.last ?? 0) }),
};

const save = {
  async action({ request }: ActionFunctionArgs) {
    const note = (await request.formData()).get("note");
    await database("bare").insert({ note: typeof note === "string" ? note : "" });
    return Response.json({ saved: true });
  },
};

const failed = (error: unknown) => console.error(error);
/** A route without a page is one all the same; its type does not say so. */
type ServerRouteModule = NonNullable<ServerBuild["routes"][string]>["module"];
const asset = {
  hasAction: false,
  hasLoader: false,
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: false,
  module: "/x.js",
};
const build: ServerBuild = {
  entry: {
    module: {
      handleError: failed,
      default: (request: Request, status: number, headers: Headers, context: EntryContext) => {
        headers.set("Content-Type", "text/html");
        const html = renderToString(<RemixServer context={context} url={request.url} />);
        return new Response(`<!doctype html>${html}`, { status, headers });
      },
    },
  },
  routes: {
    root: { id: "root", path: "", module: { default: Root } },
    page: { id: "page", parentId: "root", path: "page", module: page },
    save: { id: "save", parentId: "root", path: "save", module: save as ServerRouteModule },
  },
  assets: {
    entry: { module: "/x.js", imports: [] },
    routes: {
      root: { ...asset, id: "root", path: "" },
      page: { ...asset, id: "page", parentId: "root", path: "page", hasLoader: true },
      save: { ...asset, id: "save", parentId: "root", path: "save", hasAction: true },
    },
    url: "/x.js",
    version: "1",
  },
  publicPath: "/",
  assetsBuildDirectory: "build",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: false,
  },
  isSpaMode: false,
  mode: "production",
};

const app = express();
app.disable("x-powered-by");
const handle = createRequestHandler({ build, mode: "production" });
app.all("*", (incoming, outgoing, next) => void handle(incoming, outgoing, next));
const server = app.listen(0, "127.0.0.1", () => {
  console.log(`KI-Pegel is ready at http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
