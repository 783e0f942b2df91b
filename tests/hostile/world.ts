import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { apiScopes, type ApiScope } from "../../db/api-keys";
import { openStores, type Stores } from "../../db";
import { momentOf } from "../../app/core/day";
import { fewestInReport } from "../../app/core/mappe/members-standing";
import type { GivenRole } from "../../app/core/mappe/mappe";
import { hashOf, newApiKey } from "../../app/http/access/keys";
import { invite as inviteToMappe, makeMany, makeMappe, openLink } from "../http/mappe-visitor";
import { newProgram, type Program } from "../http/program";
import { startServer, type ServerProcess } from "../http/server-process";
import { newVisitor, type Visitor } from "../http/visitor";
import { everybodysFile } from "./addresses";
import { databaseIn } from "../support/engine";

/** Somebody whose assessment says a word of its own wherever it can say anything, so that it is known wherever it turns up. */
export type Tenant = {
  marker: string;
  id: string;
  owner: Visitor;
  reader: Visitor;
  colleague: Visitor;
  /** Who is asked to check what stands in it. */
  checker: Visitor;
  person: string;
  links: { edit: string; read: string };
};
/** A Mappe with its people and assessments in it, of which `assessment` is shared for editing, and `inRing` takes part in the ring alone. */
export type MappeTenant = {
  marker: string;
  id: string;
  assessment: string;
  inRing: string;
  batch: string;
  people: Record<"owner" | GivenRole, Visitor>;
};
/** The same for a program. */
export type ProgramTenant = { marker: string; id: string; mappe: string; keyId: string; key: string; program: Program };

export type World = {
  url: string;
  server: ServerProcess;
  stores: Stores;
  /** A new tenant beside those there are. */
  settle(marker: string): Promise<Tenant>;
  settleMappe(marker: string): Promise<MappeTenant>;
  settleProgram(marker: string): Promise<ProgramTenant>;
  grantKey(scopes?: readonly ApiScope[], expiresOn?: string | null): Promise<{ id: string; key: string }>;
  close(): Promise<void>;
};

/** A save file of which every text says the marker. */
export function markedFile(marker: string): string {
  const file = JSON.parse(readFileSync("seeds/demo/musterwerk.json", "utf8")) as {
    organisation: object;
    answers: Record<string, object>;
  };
  file.organisation = { ...file.organisation, name: `${marker} Name` };
  for (const [item, answer] of Object.entries(file.answers))
    file.answers[item] = { ...answer, note: `${marker} Notiz`, evidence: `${marker} Nachweis` };
  const texts = {
    author: `${marker} Autorin`,
    language: "de",
    summary: `${marker} Zusammenfassung`,
    comments: { strategy: `${marker} K` },
  };
  return JSON.stringify({ ...file, texts });
}

/** The application as it is delivered and started, with limits that nobody reaches, and a door of our own to its database. */
export async function openWorld(variables: Record<string, string> = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-hostile-"));
  const server = await startServer(folder, { LOG_LEVEL: "warn", ...variables });
  const stores = await openStores(await databaseIn(folder));

  /** Asks a colleague for a part of the questions, who opens their link. */
  async function invite(owner: Visitor, id: string, name: string) {
    const shown = await owner.post(`/assessments/${id}/team`, { intent: "invite", name, topics: "strategy", until: "2099-12-01" });
    const link = /\/answer\/[\w-]{43}/.exec(await shown.text())?.[0];
    if (!link) throw new Error(`The invitation was answered with ${shown.status}`);
    const colleague = newVisitor(server.url);
    const part = (await colleague.get(link)).headers.get("location") ?? "";
    return { colleague, person: part.replace("/parts/", "") };
  }

  async function settle(marker: string): Promise<Tenant> {
    const owner = newVisitor(server.url);
    const loaded = await owner.load(markedFile(marker));
    const id = /\/assessments\/([\w-]{22})/.exec(loaded.headers.get("location") ?? "")?.[1];
    if (!id) throw new Error(`The save file was answered with ${loaded.status}`);
    const proof = new FormData();
    proof.set("intent", "add");
    proof.set("file", new Blob([everybodysFile]), `${marker}.pdf`);
    expect((await owner.post(`/assessments/${id}/evidence/strategy-goals`, proof)).status).toBe(303);
    const links = await owner.links(id);
    const reader = newVisitor(server.url);
    await reader.get(links.read);
    const { colleague, person } = await invite(owner, id, `${marker} Kämmerei`);
    const checker = newVisitor(server.url);
    expect((await owner.post(`/assessments/${id}/checking`, { intent: "renew" })).status).toBe(303);
    await checker.get(/\/open\/[\w-]{43}/.exec(await owner.text(`/assessments/${id}/checking`))?.[0] ?? "");
    return { marker, id, owner, reader, colleague, checker, person, links };
  }

  async function settleMappe(marker: string): Promise<MappeTenant> {
    const owner = newVisitor(server.url);
    const id = await makeMappe(owner, `${marker} Mappe`);
    // As many as the report on all asks for.
    const names = Array.from({ length: fewestInReport }, (_, index) => `${marker} Stadt ${index + 1}`);
    const made = [];
    for (const link of (await makeMany(owner, id, names)).values()) {
      const one = await openLink(newVisitor(server.url), link);
      const begun = [{ item: "strategy-goals", seen: null, next: { level: 1 as const } }];
      await stores.answers.save(one, begun, momentOf(new Date(), "Europe/Berlin"));
      made.push(one);
    }
    const [assessment = ""] = made;
    // By somebody who has made it elsewhere: the Mappe has never had a link of it.
    const alone = newVisitor(server.url);
    const inRing = await alone.begin({ name: `${marker} allein` });
    const added = { intent: "link", link: new URL((await alone.links(inRing)).edit, server.url).href, sharing: "ring", consent: "on" };
    await owner.post(`/mappen/${id}/add`, added);
    expect(await stores.mappen.of(inRing)).toMatchObject([{ mappeId: id, sharing: "ring" }]);
    const join = async (role: GivenRole) => {
      const visitor = newVisitor(server.url);
      await visitor.get(await inviteToMappe(owner, id, role));
      return visitor;
    };
    const wish = { mappeId: id, options: "kind=csv-plain", origin: server.url, day: "2026-11-26", assessmentIds: [assessment] };
    const started = await stores.batches.create(wish, { open: 100, bytes: 1e9 }, new Date());
    const batch = typeof started === "string" ? "" : started.id;
    const isOver = async () => (await stores.batches.list(id)).every(({ finishedAt }) => finishedAt !== null);
    while (!(await isOver())) await new Promise((resolve) => setTimeout(resolve, 200));
    return { marker, id, assessment, inRing, batch, people: { owner, editor: await join("editor"), viewer: await join("viewer") } };
  }

  async function grantKey(scopes: readonly ApiScope[] = apiScopes, expiresOn: string | null = null) {
    const key = newApiKey();
    return { key, id: await stores.apiKeys.create({ name: "Test", scopes: [...scopes], expiresOn }, hashOf(key), new Date()) };
  }

  async function settleProgram(marker: string): Promise<ProgramTenant> {
    const { key, id: keyId } = await grantKey();
    const program = newProgram(server.url, key);
    const made = await program.post("/assessments", JSON.parse(markedFile(marker)));
    expect(made.status).toBe(201);
    const mappe = await program.post("/mappen", { name: `${marker} Mappe` });
    const client = { track: "municipality", organisation: { name: `${marker} Stadt` } };
    expect((await program.post(`/mappen/${mappe.body.id}/assessments/new`, { assessments: [client] })).status).toBe(201);
    return { marker, id: String(made.body.id), mappe: String(mappe.body.id), keyId, key, program };
  }

  return {
    url: server.url,
    server,
    stores,
    settle,
    settleMappe,
    settleProgram,
    grantKey,
    async close() {
      await stores.close();
      await server.end("SIGKILL");
      rmSync(folder, { recursive: true });
    },
  };
}

/** One world for all tests of a file. Read its properties inside tests only. */
export function sharedWorld(variables: Record<string, string> = {}): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await openWorld(variables);
  });
  afterAll(() => world?.close());
  return () => {
    if (!world) throw new Error("The world is there only while tests run");
    return world;
  };
}

/** What no answer and no line of the log may say of the inside of the program. */
const inside = /\n\s+at .+:\d+:\d+|node_modules|build\/server|SQLITE_|knex|\bselect [`"]/i;

/** An answer that tells nothing of how the program is made. */
export function expectNothingOfInside(text: string, where: string): void {
  expect(inside.exec(text)?.[0], where).toBeUndefined();
}

/** The server has met nothing that nobody has foreseen, is still there, and has written nothing about anybody. */
export async function expectUnharmed({ server, url }: World, ...secrets: string[]): Promise<void> {
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const said = server.said();
  expect(said.split("\n").filter((line) => /"level":(50|60)|\n\s+at /.test(line))).toEqual([]);
  for (const secret of secrets) expect(said).not.toContain(secret);
}
