import { beforeAll, expect, it } from "vitest";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { documentKinds } from "../../app/documents/document-options";
import { fileTypes } from "../../app/documents/make-document";
import { readDemo } from "../../seeds/demo";
import { grantKey, newProgram, type Program } from "./program";
import { sharedApp } from "../support/shared-app";

const app = sharedApp();
let program: Program;
let id: string;
beforeAll(async () => {
  const { key } = await grantKey(app);
  program = newProgram(app.url, key);
  const [example] = readDemo(process.cwd(), app.services.content.models);
  id = (await program.post("/assessments", toSaveFile(example!.assessment))).body.id;
});

it.each(documentKinds.map((kind) => [kind, fileTypes[kind]] as const))("a report comes as %s", async (kind, { type, ending }) => {
  const response = await program.get(`/assessments/${id}/report?format=${kind}`);
  expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([200, type, "no-store"]);
  expect(response.headers.get("content-disposition")).toMatch(
    new RegExp(`^attachment; filename="(ki-pegel-[a-z-]+-[0-9-]+\\.${ending})"; filename\\*=UTF-8''\\1$`),
  );
});

it.each([
  ["?format=csv", "application/pdf", "text/csv; charset=utf-8"],
  ["", "application/pdf", "application/pdf"],
  ["", "text/csv;q=0.5, application/pdf;q=0.9", "application/pdf"],
  ["", "text/*", "text/csv; charset=utf-8"],
  ["", "*/*", "application/json; charset=utf-8"],
  ["?format=json", "application/pdf", "application/json; charset=utf-8"],
])("report%s with Accept %s comes as %s", async (query, Accept, type) => {
  const response = await program.get(`/assessments/${id}/report${query}`, { Accept });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
});

it("language, table and what is left out are chosen in the address", async () => {
  const table = (query: string) => program.get(`/assessments/${id}/report?format=csv-plain&${query}`).then(({ body }) => String(body));
  expect(await table("table=answers&language=en")).toMatch(/^No\.|^Nr|Question/);
  expect(await table("table=answers&language=de")).not.toBe(await table("table=answers&language=de&without=notes&without=evidence"));
  expect(await table("table=scores")).not.toBe(await table("table=answers"));
});

it.each([
  ["format=json&without=details", "without"],
  ["format=json&table=scores", "table"],
  ["format=pdf&table=scores", "table"],
  ["without=notes", "without"],
])("what a format has no use for is refused: %s", async (query, path) => {
  const { status, body } = await program.get(`/assessments/${id}/report?${query}`);
  expect([status, body.errors?.map((error: { path: string }) => error.path)]).toEqual([400, [path]]);
});

it("what cannot be made is refused", async () => {
  expect((await program.get(`/assessments/${id}/report?format=rtf`)).status).toBe(400);
  expect((await program.get(`/assessments/${id}/report?format=pdf&without=everything`)).status).toBe(400);
  expect((await program.get(`/assessments/${id}/report`, { Accept: "image/gif" })).status).toBe(406);
});
