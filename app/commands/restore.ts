import { openStores } from "../../db";
import { readEnvironment } from "../http/environment";
import type { Command } from "./command";

const usage = `Usage: npm run --silent restore -- <what>

  --list       assessments that retention has removed and not deleted yet
  ID...        brings these back
  --all        brings all back

  What is brought back opens with the links it had, and is kept for the whole period from now on. Whoever has deleted an assessment
  themselves has deleted it for good; that is in a backup at most (npm run backup).
`;

/** Brings back what retention has removed. */
export const run: Command = async ({ args }) => {
  const [first, ...others] = args;
  const isOption = first?.startsWith("--") ?? false;
  if (first === undefined || (isOption && (others.length > 0 || !["--list", "--all"].includes(first)))) {
    process.stderr.write(usage);
    return 2;
  }
  const stores = await openStores(readEnvironment(process.env).DATABASE_URL);
  const { assessments } = stores;
  try {
    if (first === "--list") {
      for (const { id, removedAt, updatedAt } of await assessments.listRemoved())
        process.stdout.write(`${id}  removed ${removedAt}  last changed ${updatedAt}\n`);
      return 0;
    }
    const wanted = first === "--all" ? null : args;
    const count = await assessments.restore(wanted, new Date());
    process.stdout.write(`${count} ${count === 1 ? "assessment is" : "assessments are"} back.\n`);
    return wanted !== null && count < wanted.length ? 1 : 0;
  } finally {
    await stores.close();
  }
};
