import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { toSaveFile } from "../../app/core/answers/save-file";
import { documentTypes, type DocumentService, type DocumentWish } from "../../app/server/api/document-service";
import { toOpenApi } from "../../app/server/api/openapi";
import { apiOperations } from "../../app/server/api/operations";
import { apiRouter } from "../../app/server/api/router";
import { grantKey, newProgram, unlimited, type Program } from "./program";
import { sharedApp } from "./shared-app";

const app = sharedApp(unlimited);

const wishes: DocumentWish[] = [];
/** Makes files that say what they were asked for. */
const documents: DocumentService = {
  formats: ["pdf", "csv"],
  make: ({ organisation }, wish) => {
    wishes.push(wish);
    const type = `${documentTypes[wish.format]}${wish.format === "csv" ? "; charset=utf-8" : ""}`;
    return Promise.resolve({ bytes: Buffer.from(`${wish.format} of ${organisation.name}`), type, name: `report.${wish.format}` });
  },
};
const operations = apiOperations(documents.formats);

let program: Program;
let close: () => void;
let id: string;
beforeAll(async () => {
  const server = express()
    .use("/api/v1", apiRouter({ ...app.services, documents }, operations, toOpenApi(operations)))
    .listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  close = () => void server.close();
  const { key } = await grantKey(app);
  program = newProgram(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, key, operations);
  const organisation = { name: "Muster" };
  id = (await program.post("/assessments", toSaveFile({ track: "sme", depth: "full", modelVersion: "1.0.0", organisation, answers: {} })))
    .body.id;
});
afterAll(() => close());

it.each([
  ["?format=pdf", undefined, "application/pdf"],
  ["?format=csv", "application/pdf", "text/csv; charset=utf-8"],
  ["", "application/pdf", "application/pdf"],
  ["", "text/csv;q=0.5, application/pdf;q=0.9", "application/pdf"],
  ["", "text/*", "text/csv; charset=utf-8"],
  ["", "*/*", "application/json; charset=utf-8"],
  ["?format=json", "application/pdf", "application/json; charset=utf-8"],
])("report%s with Accept %s comes as %s", async (query, Accept, type) => {
  const response = await program.get(`/assessments/${id}/report${query}`, Accept === undefined ? {} : { Accept });
  expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([200, type, "no-store"]);
  if (type.includes("json")) return;
  const format = type === "application/pdf" ? "pdf" : "csv";
  expect(response.body).toBe(`${format} of Muster`);
  expect(response.headers.get("content-disposition")).toBe(`attachment; filename="report.${format}"`);
});

it("a document is asked for in the language of the request, on today's date", async () => {
  await program.get(`/assessments/${id}/report?format=pdf&language=de`);
  expect(wishes.at(-1)).toEqual({ format: "pdf", language: "de", date: new Date().toISOString().slice(0, 10) });
});

it("what can be made is offered, and what cannot is refused", async () => {
  const { body } = await program.get("/openapi.json");
  const { parameters, responses } = body.paths["/assessments/{id}/report"].get;
  expect(parameters.find(({ name }: { name: string }) => name === "format").schema.enum).toEqual(["json", "pdf", "csv"]);
  expect(Object.keys(responses[200].content)).toEqual(["application/json", "application/pdf", "text/csv"]);
  expect((await program.get(`/assessments/${id}/report?format=docx`)).status).toBe(400);
  expect((await program.get(`/assessments/${id}/report`, { Accept: documentTypes.xlsx })).status).toBe(406);
});
