// @ts-check
/**
 * The application while somebody works on it: Express and Vite in one server. Every request meets the source as it is now, and
 * an open page loads itself anew when something of it has changed.
 */
import { existsSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
process.env.NODE_ENV ||= "development";
const http = createHttpServer();
const vite = await createServer({ root, appType: "custom", server: { middlewareMode: true, hmr: { server: http } } });

/** @typedef {typeof import("../app/http/app")} App */
/** @type {{ module: App, services: import("../app/http/app").Services, handle: import("express").Express } | null} */
let current = null;
let contentChanged = false;

/** The app of the source as it is now; opened anew where a module of the server or the content has changed. */
async function currentApp() {
  const module = /** @type {App} */ (await vite.ssrLoadModule("/app/http/app.ts"));
  if (current?.module !== module || contentChanged) {
    if (current) await current.module.closeServices(current.services);
    current = null;
    contentChanged = false;
    const services = await module.openServices(root, process.env);
    current = { module, services, handle: module.createServer(services) };
  }
  return current;
}

vite.watcher.on("all", (_event, file) => {
  if (!/\.(tsx?|yaml|typ)$/.test(file)) return;
  contentChanged ||= file.endsWith(".yaml");
  vite.ws.send({ type: "full-reload" });
});

/** One after the other, so that two requests after a change do not both open the app. @type {Promise<unknown>} */
let turn = Promise.resolve();

http.on("request", (request, response) => {
  vite.middlewares(request, response, () => {
    const opened = turn.then(currentApp);
    turn = opened.catch(() => null);
    opened.then(
      ({ handle }) => handle(request, response),
      (/** @type {Error} */ error) => {
        vite.ssrFixStacktrace(error);
        response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(error.stack);
      },
    );
  });
});

const { services } = await currentApp();
const { HOST, PORT } = services.environment;
http.listen(PORT, HOST, () => {
  const { port } = /** @type {import("node:net").AddressInfo} */ (http.address());
  console.log(`KI-Pegel is ready at http://${HOST}:${port}/`);
});
