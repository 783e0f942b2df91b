import { join, resolve } from "node:path";
import { backUp, backUpFiles } from "../../db/backup";
import { openDatabase } from "../../db/connection";
import { timeStore } from "../../db/times";
import { evidenceFolderOf, readEnvironment } from "../http/environment";
import type { Command } from "./command";

const usage = `Usage: npm run --silent backup -- FOLDER

  Writes everything that is kept into a new file in FOLDER and reads it through, and the files that prove answers into a folder beside
  it. The application may go on meanwhile.
  To bring it back: stop the application and start it with DATABASE_URL=file:THE-FILE, or copy it into an empty database
  with npm run db:copy -- file:THE-FILE postgres://… Copy the folder of that name to evidence/ in DATA_DIR.
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
  const environment = readEnvironment(process.env);
  const database = await openDatabase(environment.DATABASE_URL);
  try {
    const tables = await backUp(database, file);
    // After the database: a file that is named there is on disk already.
    const { files, broken } = await backUpFiles(evidenceFolderOf(environment), file.replace(/\.sqlite$/, "-evidence"));
    if (broken.length > 0) {
      process.stderr.write(`These files are damaged, or were deleted just now, and are not in the backup:\n${broken.join("\n")}\n`);
    }
    await timeStore(database).note("backup", now);
    process.stdout.write(
      `${file}\n${tables.assessments ?? 0} assessments, ${tables.answers ?? 0} answers, ${files} files; read through, all sound.\n`,
    );
  } finally {
    await database.destroy();
  }
};
