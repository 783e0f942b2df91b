import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { forTerminal } from "./for-terminal";
import type { Command } from "./command";

/**
 * The one way into the program, with the name of a command and its arguments. Nothing else is imported before the settings are
 * known: React reads NODE_ENV when it is loaded, and would run as if somebody were developing it.
 */

/** The project's folder, whatever folder the program is started from: two above this file, in the source as in the build. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const settingsFile = join(root, ".env");
// What the environment says already goes before the file.
if (existsSync(settingsFile)) process.loadEnvFile(settingsFile);
process.env.NODE_ENV ||= "production";

const commands: Record<string, () => Promise<{ run: Command }>> = {
  serve: () => import("./serve"),
  demo: () => import("./demo"),
  assess: () => import("./assess"),
  "content-check": () => import("./content-check"),
  "barrier-reports": () => import("./barrier-reports"),
  "api-keys": () => import("./api-keys"),
  "db-copy": () => import("./db-copy"),
  backup: () => import("./backup"),
  restore: () => import("./restore"),
  "renew-links": () => import("./renew-links"),
  unlock: () => import("./unlock"),
  status: () => import("./status"),
};

const [, , name = "", ...args] = process.argv;
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;

if (command) {
  try {
    const { run } = await command();
    process.exitCode = (await run({ root, args })) ?? 0;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
} else {
  console.error(`There is no command "${forTerminal(name)}". There are: ${Object.keys(commands).join(", ")}.`);
  process.exitCode = 2;
}
