import { createServer as createHttpServer, type Server } from "node:http";
import {
  closeServices,
  createServer,
  endIdleAccounts,
  giveMemoryBack,
  openServices,
  startReminders,
  startRetention,
  startWebhooks,
  webhookSettingsOf,
  type Environment,
} from "../http/app";
import type { Command } from "./command";

/** A load balancer that reuses a connection must not meet one that is just being closed; `requestTimeout` is still longer. */
const headersAfterKeepAliveSeconds = 5;

/** How often it is looked after connections that send too slowly; Node does so every half minute. */
const lookMilliseconds = 5_000;
/** The same as the server stops. */
const lookForIdleMilliseconds = 100;
/** Four megabytes over a slow line take half as long. */
const slowestRequestSeconds = 120;
/** No job takes so long, with its turn. */
const idleSeconds = 180;

/** Starts the server, and stops it when the system asks for it. */
export const run: Command = async ({ root }) => {
  const services = await openServices(root, process.env);
  const { environment, stores, log } = services;
  const server = createHttpServer({ connectionsCheckingInterval: lookMilliseconds }, createServer(services));
  endSilent(server, environment.KEEP_ALIVE_SECONDS * 1000);
  await listen(server, environment).catch(async (error: unknown) => {
    await closeServices(services);
    throw error;
  });
  server.keepAliveTimeout = environment.KEEP_ALIVE_SECONDS * 1000;
  server.headersTimeout = (environment.KEEP_ALIVE_SECONDS + headersAfterKeepAliveSeconds) * 1000;
  server.requestTimeout = slowestRequestSeconds * 1000;
  // Whoever reads nothing of an answer for so long has gone.
  server.setTimeout(idleSeconds * 1000);
  const { RETENTION_MONTHS: months, PEOPLE_RETENTION_MONTHS: peopleMonths, RETENTION_GRACE_DAYS: graceDays } = environment;
  const periods = { months, peopleMonths, graceDays };
  const { mailer, accounts } = services;
  const endAccounts = accounts && ((day: Date, now: Date) => endIdleAccounts(accounts, environment.ACCOUNT_RETENTION_MONTHS, day, now));
  const stopRetention = startRetention(stores, periods, log, endAccounts ?? undefined);
  const { PUBLIC_URL, TIME_ZONE } = environment;
  const sending = mailer && PUBLIC_URL !== undefined ? { mailer, origin: PUBLIC_URL } : null;
  const stopReminders = startReminders(stores, { sending, timeZone: TIME_ZONE }, log);
  const webhooks = webhookSettingsOf(environment);
  const stopWebhooks = webhooks && startWebhooks(stores, webhooks, log);

  services.batches.start();
  const stopCollecting = giveMemoryBack(server);

  const stop = (signal: string) => {
    log.info({ signal }, "stopping");
    stopCollecting();
    stopRetention();
    stopReminders();
    stopWebhooks?.();
    services.streams.close();
    // Requests under way get their answer; idle connections would keep the process alive for nothing.
    server.close(() => void closeServices(services).then(() => process.exit(signal === "fault" ? 1 : 0)));
    server.closeIdleConnections();
    // Who gets an answer only now keeps the connection for the next request, which will not be answered.
    setInterval(() => server.closeIdleConnections(), lookForIdleMilliseconds).unref();
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  // The last resort: what nobody has foreseen is logged, and the process ends in order, to be started again.
  process.on("uncaughtException", (error) => {
    log.fatal({ stack: error.stack }, "unforeseen");
    if (!isHarmless(error)) stop("fault");
  });
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  console.log("For a few example assessments run: npm run demo");
  console.log(`KI-Pegel is ready at ${addressOf(server, environment)}`);
};

/** Somebody has hung up, or reads our output no more. */
const isHarmless = ({ code }: NodeJS.ErrnoException): boolean => code === "EPIPE" || code === "ECONNRESET";

/** Node waits for ever for the first byte of a connection. */
function endSilent(server: Server, milliseconds: number): void {
  server.on("connection", (socket) => {
    const timer = setTimeout(() => socket.bytesRead === 0 && socket.destroy(), milliseconds);
    socket.once("close", () => clearTimeout(timer));
  });
}

/** @throws with what to do where the address cannot be had. */
function listen(server: Server, { HOST, PORT }: Environment): Promise<void> {
  const explain: Record<string, string> = {
    EADDRINUSE: "is taken: another process listens there. Stop that, or set PORT to another one",
    EACCES: "may not be used by this user. Set PORT to one above 1023",
    EADDRNOTAVAIL: "is no address of this machine. Check HOST",
    ENOTFOUND: "is no address. Check HOST",
  };
  return new Promise((resolve, reject) => {
    server.once("listening", resolve).once("error", (error: NodeJS.ErrnoException) => {
      const reason = explain[error.code ?? ""];
      reject(reason ? new Error(`${HOST}:${PORT} ${reason}.`) : error);
    });
    server.listen(PORT, HOST);
  });
}

function addressOf(server: Server, { PUBLIC_URL, HOST, PORT }: Environment): string {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : PORT;
  return PUBLIC_URL ?? `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${port}/`;
}
