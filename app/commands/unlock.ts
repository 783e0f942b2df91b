import { unlockMigrations } from "../../db/connection";
import { readEnvironment } from "../http/environment";
import type { Command } from "./command";

/** Lets go of the lock of a start that ended while it changed the tables. */
export const run: Command = async () => {
  await unlockMigrations(readEnvironment(process.env).DATABASE_URL);
  process.stdout.write("The lock is gone. Start the application.\n");
};
