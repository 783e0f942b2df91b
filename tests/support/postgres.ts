import { execFile, execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import knex, { type Knex } from "knex";
import { systemProgram } from "../../tools/system-programs.js";

const user = "ki_pegel";

/** Nothing has to outlive the tests, so nothing waits for the disk. */
const settings = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300", "listen_addresses=127.0.0.1"];

/** A PostgreSQL server of its own: `url` is its address without the name of a database. */
export type PostgresServer = { url: string; stop: () => Promise<void> };

/**
 * Starts a real PostgreSQL in a temporary folder on a free port.
 * @param more settings that go before ours, such as those that wait for the disk.
 * @throws where there is none, saying what to install.
 */
export async function startPostgres(more: string[] = []): Promise<PostgresServer> {
  const programs = dirname(systemProgram("database"));
  const account = accountForServer();
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-postgres-"));
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid);
  const data = join(folder, "data");
  const options = { ...account, cwd: folder, env: { ...process.env, LC_ALL: "C" } };
  // Everybody on this machine may log in: what stands there is made up.
  await promisify(execFile)(join(programs, "initdb"), ["-D", data, "-U", user, "--auth=trust", "--encoding=UTF8", "--no-sync"], options);
  const port = await freePort();
  const flags = [...settings, ...more, `unix_socket_directories=${folder}`].flatMap((setting) => ["-c", setting]);
  const server = spawn(join(programs, "postgres"), ["-D", data, "-p", String(port), ...flags], { ...options, stdio: "ignore" });
  const url = `postgres://${user}@127.0.0.1:${port}`;
  await answering(join(programs, "pg_isready"), port, server);
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      // "Immediate": the folder goes anyway.
      server.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs something as the server's administrator. */
export async function administer<Result>(serverUrl: string, work: (database: Knex) => Promise<Result>): Promise<Result> {
  const database = knex({ client: "pg", connection: `${serverUrl}/postgres`, pool: { min: 0, max: 1 } });
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user whom its package has made, or as nobody. */
function accountForServer(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const [uid, gid] = ["-u", "-g"].map((what) => Number(execFileSync("id", [what, name], { stdio: ["ignore", "pipe", "ignore"] })));
      return { uid, gid };
    } catch {
      continue;
    }
  }
  throw new Error("PostgreSQL does not run as root, and this machine has neither a user postgres nor a user nobody.");
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function answering(isReady: string, port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && server.exitCode === null; tries += 1) {
    const ready = await promisify(execFile)(isReady, ["-q", "-h", "127.0.0.1", "-p", String(port)]).then(
      () => true,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill("SIGQUIT");
  throw new Error(`PostgreSQL does not answer (exit code ${server.exitCode}).`);
}
