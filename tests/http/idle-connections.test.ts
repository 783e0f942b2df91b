import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, type TestContext } from "vitest";
import { startServer } from "./server-process";

/** Says nothing at all. @returns whether the server ends that. */
function keepSilent(url: string, waitSeconds: number): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  return new Promise((resolve) => {
    socket.once("close", () => resolve(true));
    setTimeout(() => {
      socket.destroy();
      resolve(false);
    }, waitSeconds * 1000);
  });
}

/** Asks once over a connection that stays open. @returns what the answer says of it, and how long it stays, in seconds. */
async function stay(url: string, waitSeconds: number) {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname, () => socket.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`));
  let answer = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => (answer += chunk));
  const begun = performance.now();
  const closed = await new Promise<boolean>((resolve) => {
    socket.once("close", () => resolve(true));
    setTimeout(() => resolve(false), waitSeconds * 1000);
  });
  socket.destroy();
  return { says: /keep-alive: *timeout=(\d+)/i.exec(answer)?.[1], seconds: closed ? (performance.now() - begun) / 1000 : null };
}

async function start({ onTestFinished }: TestContext, variables: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-idle-"));
  const server = await startServer(folder, { LOG_LEVEL: "silent", ...variables });
  onTestFinished(async () => {
    await server.end("SIGKILL");
    rmSync(folder, { recursive: true });
  });
  return server.url;
}

// Side by side, because all they do is wait.
it.concurrent("an idle connection outlives the minute for which a proxy reuses it", { timeout: 30_000 }, async (context) => {
  // Node closed it after 6 seconds.
  expect(await stay(await start(context, {}), 8)).toEqual({ says: "75", seconds: null });
});

it.concurrent("an operator may choose how long", { timeout: 30_000 }, async (context) => {
  const { says, seconds } = await stay(await start(context, { KEEP_ALIVE_SECONDS: "2" }), 12);
  expect(says).toBe("2");
  expect(seconds).toBeGreaterThan(1.5);
  expect(seconds).toBeLessThan(8);
});

it.concurrent("a connection that never says anything ends, too", { timeout: 30_000 }, async (context) => {
  expect(await keepSilent(await start(context, { KEEP_ALIVE_SECONDS: "1" }), 15)).toBe(true);
});
