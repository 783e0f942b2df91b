import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../db/connection";
import { startServer } from "../http/server-process";
import { runCommand } from "./command";

let folder: string;
let file: string;
let settings: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ki-pegel-start-"));
  file = join(folder, "ki-pegel.sqlite");
  settings = { DATA_DIR: folder };
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Changes the database by hand. */
async function change(statement: string): Promise<void> {
  const database = await openDatabase(`file:${file}`);
  await database.raw(statement);
  await database.destroy();
}

describe("a start that cannot be says in one sentence why, and what to do", () => {
  const expectRefused = async (sentence: RegExp, more: Record<string, string> = {}) => {
    const { code, stdout, stderr } = await runCommand(["serve"], { ...settings, ...more });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  };

  it("where a newer version has changed the database", async () => {
    await change("insert into knex_migrations (name, batch, migration_time) values ('0999-of-tomorrow', 9, 0)");
    await expectRefused(/changed by a newer version of KI-Pegel \(0999-of-tomorrow\)/);
  });

  it("where its file is damaged or something else", async () => {
    writeFileSync(file, "no database, but long enough to be taken for one".repeat(100));
    await expectRefused(/damaged, or is no database: .*ki-pegel\.sqlite\. Bring back a backup/);
  });

  it("where half of the file is missing", async () => {
    await change("select 1");
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, 6_000));
    await expectRefused(/damaged, or is no database/);
  });

  it("where a folder stands in its place", async () => {
    mkdirSync(file);
    await expectRefused(/cannot be opened: .*ki-pegel\.sqlite/);
  });

  it("where its folder cannot be made", async () => {
    await expectRefused(/folder of the database/, { DATA_DIR: "/proc/ki-pegel" });
    writeFileSync(join(folder, "a-file"), "");
    await expectRefused(/folder of the database|cannot be opened/, { DATA_DIR: join(folder, "a-file/below") });
  });

  it("where the database server does not answer, without telling the password", async () => {
    const { code, stderr } = await runCommand(["serve"], { DATABASE_URL: "postgres://user:geheim@127.0.0.1:1/ki" });
    expect([code, stderr]).toEqual([1, "The database server does not answer: 127.0.0.1:1/ki. Is it running, and is DATABASE_URL right?\n"]);
  });

  it("where the content is missing beside the program", async () => {
    const program = mkdtempSync(join(tmpdir(), "ki-pegel-program-"));
    cpSync("build/server", join(program, "build/server"), { recursive: true });
    for (const name of ["node_modules", "package.json", "seeds"]) symlinkSync(resolve(name), join(program, name));
    const { code, stdout, stderr } = await runCommand(["serve"], settings, join(program, "build/server/ki-pegel.js"));
    rmSync(program, { recursive: true });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^The folder content\/ is missing beside the program: \S+\.\n$/);
  });

  it("where the port is in use", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => void taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as AddressInfo;
    await expectRefused(new RegExp(`^127\\.0\\.0\\.1:${port} is taken: another process listens there`), { PORT: String(port) });
    taken.close();
  });
});

it("a lock that an interrupted start has left behind is told, and lifted by a command", async () => {
  await change("update knex_migrations_lock set is_locked = 1");
  await change("select 1").catch(() => undefined);
  const refused = await runCommand(["serve"], settings);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("npm run unlock")]);
  expect((await runCommand(["unlock"], settings)).code).toBe(0);
  const server = await startServer(folder, { DATABASE_URL: `file:${file}` });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.end("SIGTERM");
});

it("two commands started together on a fresh folder both work", async () => {
  const results = await Promise.all([runCommand(["demo"], settings), runCommand(["barrier-reports"], settings)]);
  expect(results.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, ""],
    [0, ""],
  ]);
});

it("a stop waits for a request under way, and not for the connection that it came by", async () => {
  const server = await startServer(folder, { LOG_LEVEL: "info" });
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  let answer = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => (answer += chunk));
  const origin = `Origin: ${server.url}\r\nHost: ${new URL(server.url).host}\r\n`;
  socket.write(`POST /start HTTP/1.1\r\n${origin}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\ntrack`);
  // Once this is answered, what was sent before it has arrived.
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const ended = server.end("SIGTERM");
  await expect.poll(server.said).toContain("stopping");
  socket.write("=sme");
  expect(await ended).toBe(0);
  expect(answer).toMatch(/^HTTP\/1\.1 \d{3} /);
});
