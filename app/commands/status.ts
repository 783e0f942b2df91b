import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { openDatabase } from "../../db/connection";
import { describeDatabase } from "../../db/counts";
import { timeStore } from "../../db/times";
import { readAuthored } from "../content/authored";
import { readEnvironment } from "../http/environment";
import type { Command } from "./command";
import { describeStatus, readMetrics, type ProcessState } from "./describe-status";

const usage = `Usage: npm run --silent status -- [ADDRESS...]

  Says how an installation is: what its database (DATABASE_URL) holds, when it was backed up last, and what each of its processes
  tells of itself. An address is that of a process, such as http://127.0.0.1:3001; without one, HOST and PORT are asked.
  Ends with 1 where somebody should look: a process does not answer or cannot write, or there is no backup of the last 30 hours.
`;

const recentDays = 30;
const patienceMilliseconds = 5_000;

/** Tells the operator how the installation is. */
export const run: Command = async ({ root, args }) => {
  if (args.some((arg) => !/^https?:\/\//.test(arg))) {
    process.stderr.write(usage);
    return 2;
  }
  const environment = readEnvironment(process.env);
  const addresses = args.length > 0 ? args : [`http://${environment.HOST}:${environment.PORT}`];
  const database = await openDatabase(environment.DATABASE_URL);
  try {
    const now = new Date();
    const times = timeStore(database);
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
    const status = {
      versions: { program: version, content: readAuthored(root).content.version, node: process.version },
      database: await describeDatabase(database, new Date(now.getTime() - recentDays * 86_400_000)),
      times: { backup: await times.find("backup"), retention: await times.find("retention-run") },
      processes: await Promise.all(addresses.map((url) => ask(url.replace(/\/$/, ""), environment.METRICS_TOKEN))),
    };
    const { text, concerns } = describeStatus(status, now);
    process.stdout.write(text);
    return concerns.length > 0 ? 1 : 0;
  } finally {
    await database.destroy();
  }
};

async function ask(url: string, token: string | undefined): Promise<ProcessState> {
  const get = (path: string) =>
    fetch(url + path, {
      headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
  try {
    const [ready, metrics] = await Promise.all([get("/readyz"), get("/metrics")]);
    const text = await metrics.text();
    return { url, told: { ready: ready.status === 200, metrics: metrics.ok ? readMetrics(text) : null } };
  } catch {
    return { url, told: null };
  }
}
