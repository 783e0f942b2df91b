import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeEach, expect, it, vi } from "vitest";
import { byOwner } from "../../app/core/mappe/audit";
import { sharedApp } from "../support/shared-app";
import { openStores, type Stores } from "../../db";
import { databaseIn } from "../support/engine";
import { invite, makeMany, makeMappe, openLink } from "./mappe-visitor";
import { startServer } from "./server-process";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
/** The quickest kind there is. */
const wish = { kind: "csv-plain", table: "scores", language: "de", which: "all" };

const act = () => ({ now: new Date(), by: byOwner });
let owner: Visitor;
let mappe: string;
beforeEach(async () => {
  owner = newVisitor(app.url);
  mappe = await makeMappe(owner, "Kunden Nord");
});

const idOf = ({ headers }: Response) => /\/batches\/([\w-]{22})$/.exec(headers.get("location") ?? "")?.[1] ?? "";
async function finished(stores: Stores, id: string, of = mappe): Promise<void> {
  const look = async () => expect((await stores.batches.list(of)).find((one) => one.id === id)?.finishedAt).toEqual(expect.any(String));
  await vi.waitFor(look, { timeout: 40_000, interval: 200 });
}
async function archive(visitor: Visitor, id: string): Promise<Record<string, string>> {
  const response = await visitor.get(`/mappen/${mappe}/batches/${id}/documents.zip`);
  expect(response.headers.get("content-type")).toBe("application/zip");
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}
/** Clients from a table, with the keys by which whoever advises them knows them. */
async function bring(rows: string[]): Promise<Map<string | undefined, string>> {
  const form = new FormData();
  form.set("intent", "files");
  form.append("files", new Blob([`name;key;track;depth;land\r\n${rows.join("\r\n")}\r\n`]), "kunden.csv");
  expect((await owner.post(`/mappen/${mappe}/add`, form)).status).toBe(303);
  return new Map((await app.services.stores.portfolios.lines(mappe, "")).map(({ id, organisation }) => [organisation.name, id]));
}

it("makes documents beside the server, names them by the client's key, and says what failed and why", { timeout: 90_000 }, async () => {
  const { stores } = app.services;
  const ids = await bring(["Ahlen;k-0001;municipality;full;NW", "Bünde;Kunde 2;municipality;full;NW", "Coesfeld;;municipality;full;NW"]);
  await stores.mappeBrands.save(mappe, [{ field: "name", seen: null, next: "Beratung Nord" }], act());
  const viewer = newVisitor(app.url);
  await viewer.get(await invite(owner, mappe, "viewer"));
  expect((await viewer.post(`/mappen/${mappe}/documents`, { ...wish, begun: "on" })).status).toBe(422);
  expect((await viewer.post(`/mappen/${mappe}/documents`, { ...wish, kind: "exe" })).status).toBe(400);

  const batch = idOf(await viewer.post(`/mappen/${mappe}/documents`, { ...wish, kind: "xlsx", summed: "on" }));
  await finished(stores, batch);
  const page = await viewer.text(`/mappen/${mappe}/batches/${batch}`);
  expect(page).toContain("Fertig. Von 3 Organisationen sind 3 Unterlagen entstanden.");
  expect(await viewer.text(`/mappen/${mappe}/documents`)).toContain(`/mappen/${mappe}/batches/${batch}`);
  const files = await archive(viewer, batch);
  expect(Object.keys(files)).toEqual([
    "ki-pegel/k-0001.xlsx",
    expect.stringMatching(/^ki-pegel\/kunde-2-[0-9a-f]{10}\.xlsx$/),
    expect.stringMatching(/^ki-pegel\/coesfeld-[0-9a-f]{10}\.xlsx$/),
    "ki-pegel/ueberblick.xlsx",
    "ki-pegel/inhalt.csv",
  ]);
  expect(files["ki-pegel/inhalt.csv"]).toContain("Ahlen;k-0001.xlsx;\r\n");

  // The audit knows whose documents were taken.
  const taken = await stores.mappeAudit.list(mappe, { actor: null, group: "exported", assessment: null }, { offset: 0, limit: 9 });
  const whose = taken.filter(({ what, by }) => what === "assessment-file" && by.by === "person").map(({ of }) => of);
  expect(whose.sort()).toEqual([...ids.values()].sort());

  // Who takes the consent back is in it no more, nor in what is about all.
  await stores.mappen.takeOut(mappe, ids.get("Ahlen") ?? "", act());
  const rest = await archive(viewer, batch);
  expect([Object.keys(rest).length, Object.keys(rest).some((name) => /k-0001|ueberblick/.test(name))]).toEqual([3, false]);
  expect(rest["ki-pegel/inhalt.csv"]).toMatch(/Ahlen;;Die Mappe darf [^]*Arbeitsmappe über alle;;Eine der Organisationen/);

  expect((await viewer.post(`/mappen/${mappe}/batches/${batch}`, { intent: "discard" })).status).toBe(403);
  expect((await owner.post(`/mappen/${mappe}/batches/${batch}`, { intent: "discard" })).headers.get("location")).toBe(
    `/mappen/${mappe}/documents`,
  );
  expect((await viewer.get(`/mappen/${mappe}/batches/${batch}/documents.zip`)).status).toBe(404);
});

it("one at a time for a Mappe; what leaves it meanwhile is told on the page, and nobody else finds it", async () => {
  const { stores, batches } = app.services;
  const links = await makeMany(owner, mappe, ["Ahlen", "Bünde"]);
  const [gone = "", stays = ""] = await Promise.all([...links.values()].map((link) => openLink(newVisitor(app.url), link)));
  const kept = { mappeId: mappe, options: "kind=csv-plain&language=de", origin: app.url, day: "2026-11-26", assessmentIds: [gone, stays] };
  const started = await stores.batches.create(kept, { open: 1_000, bytes: 1e12 }, new Date());
  const { id } = started as { id: string };
  expect(await owner.text(`/mappen/${mappe}/batches/${id}`)).toMatch(
    /0 von 2 sind bearbeitet[^]*<meta http-equiv="refresh"|<meta http-equiv="refresh"[^]*0 von 2 sind bearbeitet/i,
  );
  const second = await owner.post(`/mappen/${mappe}/documents`, wish);
  expect([second.status, await second.text()]).toEqual([409, expect.stringContaining("entstehen gerade Unterlagen")]);
  expect((await owner.get(`/mappen/${mappe}/batches/${id}/documents.zip`)).status).toBe(404);
  await stores.mappen.takeOut(mappe, gone, act());
  batches.wake();
  await finished(stores, id);
  expect(await owner.text(`/mappen/${mappe}/batches/${id}`)).toMatch(
    /Eine Unterlage ist nicht entstanden[^]*Ahlen[^]*Die Mappe darf diese Bewertung nicht mehr sehen/,
  );
  const stranger = newVisitor(app.url);
  const other = await makeMappe(stranger, "Andere");
  for (const path of [`/mappen/${mappe}/batches/${id}`, `/mappen/${other}/batches/${id}`, `/mappen/${other}/batches/${id}/documents.zip`])
    expect((await stranger.get(path)).status, path).toBe(404);
});

it("goes on where it was after the server was killed", { timeout: 90_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-killed-"));
  const first = await startServer(folder, { LOG_LEVEL: "silent" });
  const stores = await openStores(await databaseIn(folder));
  const visitor = newVisitor(first.url);
  const id = await makeMappe(visitor);
  await makeMany(
    visitor,
    id,
    Array.from({ length: 5 }, (_, index) => `Stadt ${index + 1}`),
  );
  const batch = idOf(await visitor.post(`/mappen/${id}/documents`, { ...wish, kind: "xlsx" }));
  const made = async () => (await stores.batches.list(id))[0]?.made ?? 0;
  await vi.waitFor(async () => expect(await made()).toBeGreaterThan(0), { timeout: 20_000, interval: 20 });
  await first.end("SIGKILL");
  const file = join(folder, "batches", batch, "1");
  const [before, written, many] = [readFileSync(file), statSync(file).mtimeMs, await made()];
  expect(many).toBeLessThan(5);
  const second = await startServer(folder, { LOG_LEVEL: "silent" });
  await finished(stores, batch, id);
  expect([await made(), statSync(file).mtimeMs, readFileSync(file).equals(before)]).toEqual([5, written, true]);
  await Promise.all([second.end("SIGKILL"), stores.close()]);
  rmSync(folder, { recursive: true });
});
