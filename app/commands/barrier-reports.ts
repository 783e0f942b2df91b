import { openStores } from "../../db";
import { readEnvironment } from "../http/environment";
import { describeBarrierReports } from "./describe-barrier-reports";

try {
  const stores = await openStores(readEnvironment(process.env).DATABASE_URL);
  try {
    process.stdout.write(describeBarrierReports(await stores.barrierReports.list()));
  } finally {
    await stores.close();
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
