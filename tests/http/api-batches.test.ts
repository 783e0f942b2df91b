import { unzipSync } from "fflate";
import { beforeAll, expect, it, vi } from "vitest";
import { sharedApp } from "../support/shared-app";
import { grantKey, kindOf, newProgram, type Program } from "./program";

const app = sharedApp();
let program: Program;
let key: string;
let mappe: string;
let ids: Map<string, string>;
beforeAll(async () => {
  key = (await grantKey(app)).key;
  program = newProgram(app.url, key);
  mappe = (await program.post("/mappen", { name: "Kreis Musterland" })).body.id;
  const towns = ["Ahlen", "Bünde"].map((name) => ({ track: "municipality", organisation: { name }, ...(name === "Ahlen" && { key: "k-0001" }) })); // prettier-ignore
  const { assessments } = (await program.post(`/mappen/${mappe}/assessments/new`, { assessments: towns })).body;
  ids = new Map((assessments as { id: string; name: string }[]).map(({ id, name }) => [name, id]));
});
const at = (end = "") => `/mappen/${mappe}/batches${end}`;
const wish = { kind: "csv-plain", begun: false };

it("starts documents of many, says how far they are, hands them out and deletes them", async () => {
  const started = await program.post(at(), { ...wish, language: "en" });
  const { id } = started.body;
  expect(started.headers.get("location")).toBe(`/api/v1/mappen/${mappe}/batches/${id}`);
  expect(started.body).toMatchObject({ kind: "csv-plain", paper: null, language: "en", all: 2, finishedAt: null, keptUntil: null });
  const read = async () => (await program.get(at(`/${id}`))).body;
  await vi.waitFor(async () => expect((await read()).finishedAt).toEqual(expect.any(String)), { timeout: 40_000, interval: 200 });
  const done = await program.get(at(`/${id}`));
  expect(done.headers.get("retry-after")).toBeNull();
  expect(done.body).toMatchObject({
    made: 2,
    failed: 0,
    workbook: null,
    documents: [{ name: "Ahlen", state: "made", file: "k-0001.csv" }, { name: "Bünde" }],
  });
  expect(Date.parse(done.body.keptUntil) - Date.parse(done.body.finishedAt)).toBe(24 * 3_600_000);
  expect((await program.get(at())).body.batches).toMatchObject([{ id, made: 2 }]);

  const response = await fetch(`${app.url}/api/v1${at(`/${id}/documents`)}`, { headers: { Authorization: `Bearer ${key}` } });
  expect([response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual(["application/zip", "no-store"]);
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="[^"]+\.zip"/);
  const names = Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())));
  expect(names).toEqual([...done.body.documents.map(({ file }: { file: string }) => `ki-pegel/${file}`), "ki-pegel/contents.csv"]);

  const { entries } = (await program.get(`/mappen/${mappe}/audit?group=exported`)).body as { entries: { what: string; by: string }[] };
  const taken = entries.map(({ what, by }) => `${what} by ${by}`).sort();
  expect(taken).toEqual(["assessment-file by program", "assessment-file by program", "documents by program"]);

  expect((await program.delete(at(`/${id}`))).status).toBe(204);
  for (const end of [`/${id}`, `/${id}/documents`]) expect((await program.get(at(end))).status).toBe(404);
});

it("says what holds it up, what is wrong with the wish, and nothing to anybody else", async () => {
  const { stores } = app.services;
  const kept = { mappeId: mappe, options: "kind=csv-plain", origin: app.url, day: "2026-11-26", assessmentIds: [ids.get("Ahlen") ?? ""] };

  const { id } = (await stores.batches.create(kept, { open: 1_000, bytes: 1e12 }, new Date())) as { id: string };
  // Somebody works on it, so that it stays as it is.
  await stores.batches.renew(id, 60_000, new Date());
  const read = await program.get(at(`/${id}`));
  for (const refused of [await program.post(at(), wish), await program.get(at(`/${id}/documents`))])
    expect([refused.status, kindOf(refused), refused.headers.get("retry-after")]).toEqual([409, "batch-under-way", "5"]);
  expect([read.body.made, read.headers.get("retry-after")]).toEqual([0, "5"]);
  await program.delete(at(`/${id}`));

  expect((await program.post(at(), { kind: "xlsx", paper: "annex", table: "scores", assessments: ["x"] })).body.errors).toMatchObject([
    { path: "paper", code: "unknown-key" },
    { path: "table", code: "unknown-key" },
    { path: "assessments.0", code: "unknown-value" },
  ]);
  expect((await program.post(at(), { kind: "pdf" })).body.errors).toMatchObject([{ path: "assessments", code: "missing" }]);
  const other = newProgram(app.url, (await grantKey(app)).key);
  for (const refused of [await other.post(at(), wish), await other.get(at(`/${id}`)), await other.delete(at(`/${id}`))])
    expect(refused.status).toBe(404);
  const reader = newProgram(app.url, (await grantKey(app, ["mappen:read"])).key);
  expect(kindOf(await reader.get(at(`/${id}/documents`)))).toBe("scope-missing");
});
