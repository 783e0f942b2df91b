import { openStores } from "../../db";
import { readEnvironment } from "../http/environment";
import { runApiKeys } from "./run-api-keys";

try {
  const stores = await openStores(readEnvironment(process.env).DATABASE_URL);
  try {
    const result = await runApiKeys(process.argv.slice(2), stores.apiKeys, new Date());
    process.stdout.write(result.stdout);
    process.stderr.write(result.stderr);
    process.exitCode = result.code;
  } finally {
    await stores.close();
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
