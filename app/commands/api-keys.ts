import { openStores } from "../../db";
import { readEnvironment } from "../http/environment";
import type { Command } from "./command";
import { runApiKeys } from "./run-api-keys";

/** Makes, lists and revokes keys of the API. */
export const run: Command = async ({ args }) => {
  const stores = await openStores(readEnvironment(process.env).DATABASE_URL);
  try {
    const { stdout, stderr, code } = await runApiKeys(args, stores.apiKeys, new Date());
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    return code;
  } finally {
    await stores.close();
  }
};
