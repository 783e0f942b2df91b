import { openStores } from "../../db";
import { readEnvironment } from "../http/environment";
import type { Command } from "./command";
import { describeBarrierReports } from "./describe-barrier-reports";

/** Prints what people reported on the accessibility page. */
export const run: Command = async () => {
  const stores = await openStores(readEnvironment(process.env).DATABASE_URL);
  try {
    process.stdout.write(describeBarrierReports(await stores.barrierReports.list()));
  } finally {
    await stores.close();
  }
};
