import { openStores } from "../../db";
import { momentOf } from "../core/day";
import { readEnvironment } from "../http/environment";
import type { Command } from "./command";
import { runApiKeys } from "./run-api-keys";

/** Makes, lists and revokes keys of the API. */
export const run: Command = async ({ args }) => {
  const { DATABASE_URL, TIME_ZONE } = readEnvironment(process.env);
  const stores = await openStores(DATABASE_URL);
  try {
    const { stdout, stderr, code } = await runApiKeys(args, stores.apiKeys, momentOf(new Date(), TIME_ZONE));
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    return code;
  } finally {
    await stores.close();
  }
};
