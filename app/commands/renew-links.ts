import { openStores } from "../../db";
import { keyHashesOf, newEditKey } from "../http/access/keys";
import { readEnvironment } from "../http/environment";
import type { Command } from "./command";

const usage = `Usage: npm run --silent renew-links -- ID

  Makes a new link for editing the assessment with this id (it stands in the address of each of its pages), and shows it once.
  All links for editing, reading and checking that were handed out before open nothing from then on, nor does any browser or
  account that holds one. Mappen that the assessment is in and links of single people of its team stay as they are: whoever has
  the new link takes them away on its pages.
`;

/** For whoever has lost their link, or finds that somebody has it who should not, and can reach nobody but the operator. */
export const run: Command = async ({ args }) => {
  const [id, ...others] = args;
  if (id === undefined || id.startsWith("--") || others.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  const { DATABASE_URL, PUBLIC_URL } = readEnvironment(process.env);
  const stores = await openStores(DATABASE_URL);
  try {
    const key = newEditKey();
    const isDone = await stores.assessments.renewKeys(id, null, keyHashesOf(key), null);
    if (!isDone) {
      process.stderr.write("There is no assessment with this id.\n");
      return 1;
    }
    process.stdout.write(`${(PUBLIC_URL ?? "").replace(/\/+$/, "")}/open/${key}\n`);
    return 0;
  } finally {
    await stores.close();
  }
};
