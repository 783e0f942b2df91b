import { copyDatabase, type CopiedTable } from "../../db/copy-database";
import { openDatabase } from "../../db/connection";
import type { Command } from "./command";

const usage = `Usage: npm run --silent db:copy -- FROM TO

  Copies an installation from one database to another and compares them row by row. FROM and TO are addresses such as
  file:data/ki-pegel.sqlite or postgres://user:password@host/database. TO must be empty. Stop the application first.
  Files that prove answers lie in evidence/ below DATA_DIR and stay there: copy that folder where DATA_DIR is another one.
`;

/** Enough to be quick, and few enough for the variables that SQLite takes in a statement. */
const batch = 500;

/** Moves an installation to another database. */
export const run: Command = async ({ args }) => {
  const [from, to, ...others] = args;
  if (!from || !to || others.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  const [source, target] = [await openDatabase(from), await openDatabase(to)];
  try {
    const copied = await copyDatabase(source, target, batch, (table) => void process.stdout.write(describe(table)));
    const differences = copied.reduce((sum, table) => sum + table.differences, 0);
    process.stdout.write(differences === 0 ? "Both databases hold the same.\n" : `${differences} rows differ. Do not use the copy.\n`);
    return differences === 0 ? 0 : 1;
  } finally {
    await Promise.all([source.destroy(), target.destroy()]);
  }
};

const describe = ({ table, rows, differences }: CopiedTable): string =>
  `${table}: ${rows} rows${differences === 0 ? ", all the same" : `, ${differences} differ`}\n`;
