import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startServer, type ServerProcess } from "../http/server-process";
import { newVisitor } from "../http/visitor";
import { startNginx } from "../support/nginx";
import { freePort } from "../support/postgres";
import { reachFrom } from "../support/reach";

/** Two processes on one PostgreSQL behind nginx with TLS, as `deploy/` has them run, below a path. */
let folder: string;
let ports: { tls: number; plain: number; processes: [number, number] };
let nginx: Awaited<ReturnType<typeof startNginx>>;
let url: string;
let servers: [ServerProcess, ServerProcess];
const creationsPerAddress = 8;

const start = (port: number) =>
  startServer(folder, {
    ...{ PORT: String(port), PUBLIC_URL: url, TRUST_PROXY: "1" },
    CREATIONS_PER_ADDRESS: String(creationsPerAddress),
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ki-pegel-nginx-"));
  const [tls, plain, one, other] = [await freePort(), await freePort(), await freePort(), await freePort()];
  ports = { tls, plain, processes: [one, other] };
  url = `https://localhost:${tls}/ki-pegel`;
  nginx = await startNginx(folder, ports);
  servers = await Promise.all([start(one), start(other)]);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.end("SIGKILL")));
  await nginx.stop();
  rmSync(folder, { recursive: true });
});

/** Somebody at an address of their own. */
const visitorAt = (address: string, at = url) => newVisitor(at, reachFrom(address, nginx.certificate));
/** What a process itself says, not through nginx. */
const told = async (port: number, path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();

it("what one process keeps the other shows, and both get work", async () => {
  const visitor = visitorAt("127.0.0.2");
  const id = await visitor.begin({ name: "Musterbau GmbH" });
  expect((await visitor.saveAnswer(id, "strategy-goals", { choice: "3", note: "hinter nginx" })).status).toBe(200);
  for (let count = 0; count < 4; count += 1) expect(await visitor.text(`/assessments/${id}/strategy`)).toContain("hinter nginx");
  for (const port of ports.processes) expect(await told(port, "/metrics")).toMatch(/^ki_pegel_requests_total\{status="200"\} [1-9]/m);
});

it("links, redirects and cookies are of the public address, and another origin changes nothing", async () => {
  const visitor = visitorAt("127.0.0.3");
  const id = await visitor.begin();
  const overview = await visitor.text(`/assessments/${id}`);
  expect(overview).toContain(`${url}/open/`);
  expect(overview).not.toMatch(/(href|action|src)="\/(?!ki-pegel\/)/);
  const started = await visitor.post("/start", { track: "sme", depth: "full", sizeClass: "employees-10-49" });
  expect(started.headers.get("location")).toMatch(/^\/ki-pegel\/assessments\//);
  const cookie = (await visitorAt("127.0.0.3").get("/start")).headers.getSetCookie().join();
  expect(cookie).toMatch(/Secure/);
  const home = await visitor.get("/");
  expect(home.headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
  const foreign = await visitor.send("/start", { method: "POST", body: "track=sme", headers: { Origin: `http://localhost:${ports.tls}` } });
  expect(foreign.status).toBe(403);
});

it("people are counted by their own address, whatever they claim", async () => {
  const begin = async (address: string, claimed: string) => {
    const visitor = visitorAt(address);
    await visitor.get("/start");
    const form = new URLSearchParams({ track: "sme", depth: "full", sizeClass: "employees-10-49" });
    return visitor.send("/start", { method: "POST", body: form, headers: { "X-Forwarded-For": claimed } });
  };
  const statuses: number[] = [];
  for (let count = 0; count <= creationsPerAddress; count += 1) statuses.push((await begin("127.0.0.4", `203.0.113.${count}`)).status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  expect(statuses.at(-1)).toBe(429);
  expect((await begin("127.0.0.5", "127.0.0.4")).status).not.toBe(429);
});

it("what watches the processes is not shown outside, and plain HTTP leads pages to TLS and refuses programs", async () => {
  const visitor = visitorAt("127.0.0.6");
  expect((await visitor.get("/healthz")).status).toBe(200);
  for (const path of ["/metrics", "/readyz"]) expect((await visitor.get(path)).status, path).toBe(404);
  const asked = [["GET", "start?x=1"], ["TRACE", "start?x=1"], ["POST", "api/v1/assessments"], ["GET", "api"]] as const; // prettier-ignore
  const [moved, traced, program, description] = await Promise.all(
    asked.map(async ([method, path]) => {
      const sent = request(`http://127.0.0.1:${ports.plain}/ki-pegel/${path}`, { method }).end();
      const [answer] = (await once(sent, "response")) as [IncomingMessage];
      answer.resume();
      return { status: answer.statusCode, location: answer.headers.location };
    }),
  );
  expect(moved).toEqual({ status: 308, location: "https://127.0.0.1/ki-pegel/start?x=1" });
  expect(traced?.status).toBe(405);
  expect([program?.status, program?.location, description?.status]).toEqual([403, undefined, 308]);
});

it("both processes are restarted one after the other, and no request fails", async () => {
  const [owner, reader] = [visitorAt("127.0.0.7"), visitorAt("127.0.0.8")];
  const id = await owner.begin();
  let isRestarting = true;
  const statuses = new Map<string, number>();
  const note = async (what: string, status: number) => {
    statuses.set(`${what} ${status}`, (statuses.get(`${what} ${status}`) ?? 0) + 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const reading = async () => {
    while (isRestarting) await note("page", (await reader.get("/start")).status);
  };
  const saving = async (item: string) => {
    while (isRestarting) await note("save", (await owner.saveAnswer(id, item, { choice: "3" })).status);
  };
  const work = Promise.all([reading(), reading(), saving("strategy-goals"), saving("strategy-backing")]);
  for (const index of [0, 1] as const) {
    expect(await servers[index].end("SIGTERM")).toBe(0);
    servers[index] = await start(ports.processes[index]);
  }
  isRestarting = false;
  await work;
  expect([...statuses.keys()].sort()).toEqual(["page 200", "save 200"]);
  expect(Math.min(...statuses.values())).toBeGreaterThan(20);
  expect(nginx.said()).toBe("");
});
