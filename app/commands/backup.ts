import { join, resolve } from "node:path";
import { backUp } from "../../db/backup";
import { openDatabase } from "../../db/connection";
import { timeStore } from "../../db/times";
import { readEnvironment } from "../http/environment";
import type { Command } from "./command";

const usage = `Usage: npm run --silent backup -- FOLDER

  Writes everything that is kept into a new file in FOLDER and reads it through. The application may go on meanwhile.
  To bring it back: stop the application and start it with DATABASE_URL=file:THE-FILE, or copy it into an empty database
  with npm run db:copy -- file:THE-FILE postgres://…
`;

/** Makes a backup that can be started from. */
export const run: Command = async ({ args }) => {
  const [folder, ...others] = args;
  if (!folder || others.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  const now = new Date();
  const name = `ki-pegel-${now.toISOString().slice(0, 19).replaceAll(":", "-")}Z.sqlite`;
  const file = join(resolve(process.env.INIT_CWD ?? process.cwd(), folder), name);
  const database = await openDatabase(readEnvironment(process.env).DATABASE_URL);
  try {
    const tables = await backUp(database, file);
    await timeStore(database).note("backup", now);
    process.stdout.write(`${file}\n${tables.assessments ?? 0} assessments, ${tables.answers ?? 0} answers; read through, all sound.\n`);
  } finally {
    await database.destroy();
  }
};
