import { spawn } from "node:child_process";
import { once } from "node:events";
import { unlimitedVisitors } from "../support/app";
import { databaseIn } from "../support/engine";

export type ServerProcess = Awaited<ReturnType<typeof startServer>>;

/**
 * Starts the application as its operator does: a process of its own, on a free port.
 * @param node the Node to run it with.
 * @throws with all that it has said, where it ends before it is ready.
 */
export async function startServer(dataFolder: string, variables: Record<string, string> = {}, node = process.execPath) {
  const environment = {
    ...{ PATH: process.env.PATH, NODE_ENV: "production" as const, PORT: "0" },
    ...{ DATA_DIR: dataFolder, DATABASE_URL: await databaseIn(dataFolder) },
    ...unlimitedVisitors,
    ...variables,
  };
  const child = spawn(node, ["build/server/ki-pegel.js", "serve"], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit") as Promise<[code: number | null, signal: NodeJS.Signals | null]>;
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: string) => {
      said += chunk;
      const ready = /KI-Pegel is ready at (https?:\/\/\S+?)\/?\n/.exec(said)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", listen);
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
  return {
    url,
    /** Of the process itself; its children have it for a parent. */
    pid: child.pid,
    /** All that it has written so far, on both channels. */
    said: () => said,
    /** @returns the exit code once it has ended; null where the signal ended it. */
    async end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}
