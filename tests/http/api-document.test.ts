import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { AxiosResponse } from "axios";
import { OpenAPIClientAxios, type Document } from "openapi-client-axios";
import { beforeAll, describe, expect, it } from "vitest";
import { documentKinds } from "../../app/documents/document-options";
import { fileTypes } from "../../app/documents/make-document";
import { apiOperations } from "../../app/http/api/operations";
import { languages } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { grantKey, newProgram } from "./program";
import { sharedApp } from "../support/shared-app";

const app = sharedApp();

type Description = { openapi: string; paths: Record<string, Record<string, { operationId: string; security: unknown[] }>> };
type Client = Record<string, (parameters?: object | null, data?: unknown, config?: object) => Promise<AxiosResponse>>;

let description: Description;
let client: Client;
beforeAll(async () => {
  const response = await newProgram(app.url).get("/openapi.json");
  expect(response.headers.get("cache-control")).toBe("public, max-age=300");
  description = response.body;
  const { key } = await grantKey(app);
  const api = new OpenAPIClientAxios({
    definition: description as unknown as Document,
    withServer: { url: `${app.url}/api/v1` },
    axiosConfigDefaults: { headers: { Authorization: `Bearer ${key}` }, adapter: "http", validateStatus: () => true },
  });
  client = await api.init();
});

const example = (name: string) => JSON.parse(readFileSync(`seeds/demo/${name}.json`, "utf8"));

describe("the description", () => {
  it("is sound OpenAPI 3.1", async () => {
    expect(description.openapi).toBe("3.1.0");
    const { valid, errors } = await new Validator().validate(structuredClone<Record<string, unknown>>(description));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it("has every operation that is answered, with its scope, and no other", () => {
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, security }]) => ({ operationId, method, path, security })),
    );
    const answered = apiOperations.map(({ id, method, path, scope }) => {
      const security = scope ? [{ key: [scope] }] : [];
      return { operationId: id, method, path, security };
    });
    const byId = (a: { operationId: string }, b: { operationId: string }) => a.operationId.localeCompare(b.operationId);
    expect(described.sort(byId)).toEqual(answered.sort(byId));
  });

  it("offers every format that can be made", () => {
    const text = JSON.stringify(description);
    for (const kind of documentKinds) expect(text).toContain(fileTypes[kind].type.split(";")[0]);
  });

  it("stands on a page in each language, with every operation, scope and problem", async () => {
    for (const language of languages) {
      const { messages, href } = localeOf(language);
      const html = await (await fetch(app.url + href("/api"))).text();
      for (const { id, method, path } of apiOperations) {
        expect(html).toContain(messages.api.operations[id].title);
        expect(html).toContain(`${method.toUpperCase()} ${path}`);
      }
      for (const scope of Object.keys(messages.api.scopeTexts)) expect(html).toContain(scope);
      for (const problem of Object.keys(messages.api.problems)) expect(html).toContain(`id="problem-${problem}"`);
      expect(html).toContain(`${app.url}/api/v1/openapi.json`);
      expect(html, "linked from every page").toContain(`href="${href("/api")}"`);
    }
  });
});

describe("a client that is generated from it", () => {
  it("creates, reads, answers, reports, lists and deletes", async () => {
    const created = await client.createAssessment?.({ "Idempotency-Key": "walk" }, example("kleinhausen"));
    expect(created?.status).toBe(201);
    const { id, links } = created?.data ?? {};
    expect(links.self).toBe(`${app.url}/api/v1/assessments/${id}`);
    expect(created?.headers.location).toBe(`/api/v1/assessments/${id}`);

    const read = await client.readAssessment?.({ id });
    expect(read?.data).toMatchObject(example("kleinhausen"));
    const changes = { "strategy-backing": { level: 4 }, "funding-budget": null };
    const changed = await client.changeAnswers?.({ id, "If-Match": read?.headers.etag }, changes);
    expect(changed?.status).toBe(200);
    const { "funding-budget": _withdrawn, ...kept } = example("kleinhausen").answers;
    expect(changed?.data.answers).toEqual({ ...kept, "strategy-backing": { level: 4, date: expect.any(String) as string } });

    const report = await client.readReport?.({ id });
    // Of a quick check a topic says only where it can lie.
    expect(report?.data.dimensions.slice(0, 2)).toMatchObject([
      { id: "strategy", score: null, lower: 100, upper: 100 },
      { id: "funding", score: null, lower: 0, upper: 100 },
    ]);
    const listed = await client.listAssessments?.();
    expect(listed?.data.assessments).toMatchObject([{ id, name: "Kleinhausen" }]);

    expect((await client.deleteAssessment?.({ id }))?.status).toBe(204);
    expect((await client.readAssessment?.({ id }))?.status).toBe(404);
    expect((await client.listAssessments?.())?.data).toEqual({ assessments: [], next: null });
  });

  it.each(["musterstadt", "kleinhausen", "tischlerei-muster"])("gets for %s the numbers that the command line gives", async (name) => {
    const assess = ["build/server/ki-pegel.js", "assess", `seeds/demo/${name}.json`];
    const { stdout } = await promisify(execFile)(process.execPath, assess, { maxBuffer: 10 * 1024 ** 2 });
    const expected = { ...JSON.parse(stdout), language: "de" };
    expect((await client.score?.(null, example(name)))?.data).toEqual(expected);
    const created = await client.createAssessment?.(null, example(name));
    expect((await client.readReport?.({ id: created?.data.id }))?.data).toEqual(expected);
  });

  it("gets the same of an assessment with weights and a plan of its own, whether it is kept or not", async () => {
    const limits = { budgetEuro: 60_000, personDaysPerQuarter: 40, quarters: 6, pinned: [], excluded: [], forceDuties: true };
    const file = { ...example("musterstadt"), version: 2, weights: { strategy: 3 }, plan: { limits, since: "2026-08-03", steps: {} } };
    const scored = await client.score?.(null, file);
    expect(scored?.status).toBe(200);
    expect(scored?.data.dimensions[0]).toMatchObject({ id: "strategy", weight: 3 });
    expect(scored?.data.plan).toMatchObject({ suggested: false, limits });
    const created = await client.createAssessment?.(null, file);
    expect((await client.readReport?.({ id: created?.data.id }))?.data).toEqual(scored?.data);
  });
});

describe("the models need no key", () => {
  const program = () => newProgram(app.url);

  it.each(["/questionnaires", "/regions", "/initiatives"])("%s", async (path) => {
    const response = await program().get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("public, max-age=3600");
    // Said here, because fetch would otherwise ask for a fresh copy.
    const again = await program().get(path, { "If-None-Match": response.headers.get("etag") ?? "", "Cache-Control": "max-age=0" });
    expect(again.status).toBe(304);
  });

  it("every one by itself, in the language asked for", async () => {
    const { regions, initiatives } = app.services.content;
    for (const { id, name } of regions)
      for (const language of languages)
        expect((await program().get(`/regions/${id}?language=${language}`)).body).toMatchObject({ id, name: name[language] });
    for (const { id, title } of initiatives)
      expect((await program().get(`/initiatives/${id}`, { "Accept-Language": "de-DE" })).body).toMatchObject({ id, title: title.de });
    for (const track of ["municipality", "sme"] as const)
      expect((await program().get(`/questionnaires/${track}?language=de`)).body).toMatchObject({
        track,
        language: "de",
        text: app.services.content.questionnaires[track].text.de,
      });
  });

  it("in German where nothing is asked for, and as the address says before the header does", async () => {
    const languageWith = async (query: string, header?: string) =>
      (await program().get(`/questionnaires/sme${query}`, header === undefined ? {} : { "Accept-Language": header })).body.language;
    expect(await languageWith("")).toBe("de");
    expect(await languageWith("", "fr")).toBe("de");
    expect(await languageWith("", "de, en;q=0.5")).toBe("de");
    expect(await languageWith("", "fr, en;q=0.9, de;q=0.5")).toBe("en");
    expect(await languageWith("?language=en", "de")).toBe("en");
  });

  it("HEAD says what GET would say", async () => {
    const head = await program().call("HEAD", "/regions");
    expect([head.status, head.body]).toEqual([200, ""]);
    expect(head.headers.get("etag")).toBe((await program().get("/regions")).headers.get("etag"));
  });
});
