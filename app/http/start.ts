import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createServer } from "./server";
import { startRetention } from "./retention";
import { closeServices, openServices } from "./services";

const root = process.cwd();
const buildFolder = join(root, "build");

try {
  const services = await openServices(root, process.env);
  const { environment, stores, log } = services;
  // React and Express read it for themselves; without it they would run as if somebody were developing them.
  process.env.NODE_ENV = environment.NODE_ENV;
  const build = (await import(pathToFileURL(join(buildFolder, "server/index.js")).href)) as ServerBuild;
  const stopRetention = startRetention(stores.assessments, environment.RETENTION_MONTHS, log);
  const server = createServer(services, build, buildFolder).listen(environment.PORT, environment.HOST, () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : environment.PORT;
    const host = environment.HOST.includes(":") ? `[${environment.HOST}]` : environment.HOST;
    console.log(`KI-Pegel is ready at ${environment.PUBLIC_URL ?? `http://${host}:${port}/`}`);
    console.log("For a few example assessments run: npm run demo");
  });
  server.on("error", (error) => fail(error));

  const stop = (signal: string) => {
    log.info({ signal }, "stopping");
    stopRetention();
    // Requests under way get their answer; idle connections would keep the process alive for nothing.
    server.close(() => void closeServices(services).then(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  fail(error as Error);
}

function fail(error: Error): never {
  console.error(error.message);
  process.exit(1);
}
