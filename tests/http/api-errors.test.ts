import { beforeAll, describe, expect, it } from "vitest";
import { textLimits } from "../../app/core/assessment/text";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { languages } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { newApiKey, newEditKey } from "../../app/http/access/keys";
import { bodyLimit } from "../../app/http/security";
import { apiScopes, type ApiScope } from "../../db/api-keys";
import { openDatabase } from "../../db/connection";
import { grantKey, kindOf, newProgram, type ApiResponse, type Program } from "./program";
import { rawRequest, rawStatus } from "./raw-request";
import { sharedApp } from "../support/shared-app";
import { newVisitor } from "./visitor";
import { today } from "../support/today";

const app = sharedApp();

let key: string;
let program: Program;
const file = (more: object = {}) => ({
  ...toSaveFile({ track: "sme", depth: "full", aiUse: "unknown", modelVersion: "1.0.0", organisation: {}, answers: {} }),
  ...more,
});
beforeAll(async () => {
  ({ key } = await grantKey(app));
  program = newProgram(app.url, key);
});

const create = async (): Promise<string> => (await program.post("/assessments", file())).body.id;
const expectProblem = (response: ApiResponse, status: number, kind: string) =>
  expect([response.status, kindOf(response)]).toEqual([status, kind]);

/** Every operation that needs a key, as its holder would call it. */
const guarded: [scope: ApiScope, method: string, path: (id: string) => string, body?: unknown][] = [
  ["score", "POST", () => "/scores", file()],
  ["assessments:write", "POST", () => "/assessments", file()],
  ["assessments:read", "GET", () => "/assessments"],
  ["assessments:read", "GET", (id) => `/assessments/${id}`],
  ["assessments:write", "PATCH", (id) => `/assessments/${id}/answers`, { "strategy-goals": { level: 1 } }],
  ["reports", "GET", (id) => `/assessments/${id}/report`],
  ["assessments:write", "DELETE", (id) => `/assessments/${id}`],
];

describe("keys", () => {
  it.each(guarded)("%s: %s needs one", async (_scope, method, path, body) => {
    const response = await newProgram(app.url).call(method, path(await create()), { body });
    expectProblem(response, 401, "key-missing");
    expect(response.headers.get("www-authenticate")).toBe('Bearer realm="KI-Pegel"');
  });

  it.each(["", "Bearer", "Bearer ", "Bearer x", "Basic a2V5", `Bearer ${newApiKey()}`, `Bearer ${newEditKey()}`, "Bearer kp_' OR 1=1 --"])(
    "%j is none, not even for what is public",
    async (Authorization) => {
      for (const path of ["/assessments", "/regions"]) {
        const response = await newProgram(app.url).get(path, { Authorization });
        expectProblem(response, 401, "key-invalid");
        expect(response.headers.get("www-authenticate")).toContain('error="invalid_token"');
      }
    },
  );

  it("open nothing once they are revoked or over, and everything until then", async () => {
    const { apiKeys } = app.services.stores;
    const statusOf = async (of: string) => (await newProgram(app.url, of).get("/assessments")).status;
    const revoked = await grantKey(app);
    expect(await statusOf(revoked.key)).toBe(200);
    await apiKeys.revoke(revoked.id, new Date());
    expect(await statusOf(revoked.key)).toBe(401);
    expect(await statusOf((await grantKey(app, apiScopes, today())).key)).toBe(200);
    expect(await statusOf((await grantKey(app, apiScopes, "2020-12-31")).key)).toBe(401);
  });

  it("are marked with the day of their last use", async () => {
    const { id, key: fresh } = await grantKey(app);
    const stored = async () => (await app.services.stores.apiKeys.list()).find((one) => one.id === id);
    expect(await stored()).toMatchObject({ lastUsedOn: null });
    await newProgram(app.url, fresh).get("/assessments");
    expect((await stored())?.lastUsedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it.each(guarded)("without %s cannot %s", async (scope, method, path, body) => {
    const others = apiScopes.filter((one) => one !== scope);
    const { key: weak } = await grantKey(app, others);
    const response = await newProgram(app.url, weak).call(method, path(await create()), { body });
    expectProblem(response, 403, "scope-missing");
    expect(response.headers.get("www-authenticate")).toContain(`error="insufficient_scope", scope="${scope}"`);
  });

  it.each(guarded)("with %s alone can %s", async (scope, method, path, body) => {
    const { key: narrow } = await grantKey(app, [scope]);
    const response = await newProgram(app.url, narrow).call(method, path(await create()), { body });
    const ofAnotherKey = path("x") !== path("y");
    expect(ofAnotherKey ? [404] : [200, 201]).toContain(response.status);
  });

  it("of the pages, as cookies, open nothing here", async () => {
    const visitor = newVisitor(app.url);
    const id = await visitor.begin();
    const cookie = Array.from(visitor.cookies, ([name, value]) => `${name}=${value}`).join("; ");
    expect((await newProgram(app.url).get(`/assessments/${id}`, { Cookie: cookie })).status).toBe(401);
    expect((await program.get(`/assessments/${id}`, { Cookie: cookie })).status).toBe(404);
  });
});

describe("another site's page", () => {
  it("gets nowhere with the API, and a program needs no Origin", async () => {
    const headers = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
    const response = await program.post("/scores", file(), headers);
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, null]);
    const preflight = await program.call("OPTIONS", "/scores", { headers: { ...headers, "Access-Control-Request-Method": "POST" } });
    expectProblem(preflight, 405, "method-not-allowed");
  });

  it("still gets nowhere with the pages beside it", async () => {
    for (const path of ["/start", "/api", "/api/v1.data", "/api/v10/scores", "//api/v1/scores"]) {
      const response = await fetch(app.url + path, {
        method: "POST",
        redirect: "manual",
        headers: { Origin: "https://evil.example", Authorization: `Bearer ${key}` },
        body: new URLSearchParams({ track: "sme" }),
      });
      expect(response.status, path).toBe(403);
    }
  });
});

describe("an address", () => {
  it.each([
    "",
    "/",
    "/nothing",
    "/assessments/a/b/c",
    "/regions/nowhere",
    "/questionnaires/land",
    "/regions/__proto__",
    "/initiatives/constructor",
  ])("%j that leads nowhere is not found", async (path) => {
    expectProblem(await program.get(path), 404, "not-found");
  });

  it.each(["/regions/%E0%A4%A", "/assessments/%"])("%s that cannot be decoded is refused", async (path) => {
    expectProblem(await program.get(path), 400, "malformed-request");
  });

  it("with a Host that is none is refused", async () => {
    const answer = await rawRequest(app.url, "GET /api/v1/regions HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("application/problem+json");
  });

  it.each([
    ["/regions", "POST", "GET, HEAD"],
    ["/openapi.json", "DELETE", "GET, HEAD"],
    ["/scores", "GET", "POST"],
    ["/assessments", "PUT", "POST, GET, HEAD"],
    ["/assessments/x", "PATCH", "GET, HEAD, DELETE"],
    ["/assessments/x/answers", "GET", "PATCH"],
    ["/assessments/x/report", "POST", "GET, HEAD"],
  ])("%s does not take %s", async (path, method, allowed) => {
    const response = await program.call(method, path, method === "GET" ? {} : { body: {} });
    expectProblem(response, 405, "method-not-allowed");
    expect(response.headers.get("allow")).toBe(allowed);
  });
});

describe("parameters", () => {
  it("that are wrong are all named", async () => {
    const response = await program.get("/assessments?limit=0&after=x&langauge=de&language=fr", { "Accept-Language": "en" });
    expectProblem(response, 400, "invalid-parameters");
    expect(response.body.errors).toEqual([
      { path: "limit", code: "unknown-value", detail: "This value is not allowed." },
      { path: "language", code: "unknown-value", detail: "This value is not allowed." },
      { path: "langauge", code: "unknown-key", detail: "This entry is unknown." },
    ]);
  });

  it.each([
    "/assessments?limit=101", "/assessments?limit=1.5", "/assessments?limit=x", "/assessments?after=x", "/assessments?after=",
    "/regions?language=de&language=en", "/regions?language[a]=b",
  ])("%s is refused", async (path) => {
    expectProblem(await program.get(path), 400, "invalid-parameters");
  }); // prettier-ignore

  it("in headers are checked too", async () => {
    expectProblem(await program.post("/assessments", file(), { "Idempotency-Key": "a b" }), 400, "invalid-parameters");
    expectProblem(await program.post("/assessments", file(), { "Idempotency-Key": "x".repeat(256) }), 400, "invalid-parameters");
  });

  it("for a format that cannot be made are refused", async () => {
    const id = await create();
    expectProblem(await program.get(`/assessments/${id}/report?format=rtf`), 400, "invalid-parameters");
    expectProblem(await program.get(`/assessments/${id}/report`, { Accept: "image/gif" }), 406, "not-acceptable");
  });
});

describe("a body", () => {
  const send = (raw: BodyInit, headers: Record<string, string>) => program.call("POST", "/scores", { raw, headers });
  const json = { "Content-Type": "application/json" };

  it.each(["", "{", "nul", "{'a':1}", "\u0000", '{"a":1}x'])("that is %j is no JSON", async (raw) => {
    expectProblem(await send(raw, json), 400, "malformed-json");
  });

  it("that is not UTF-8 is no JSON", async () => {
    expectProblem(await send(new Uint8Array([0x22, 0xff, 0x22]), json), 400, "malformed-json");
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp", "text/json", ""])(
    "that comes as %j is refused, so that no form of another site can send it",
    async (type) => {
      const response = await send(new Blob([JSON.stringify(file())]), type ? { "Content-Type": type } : {});
      expectProblem(response, 415, "unsupported-media-type");
      expect(response.headers.get("accept")).toBe("application/json");
    },
  );

  it("that is compressed is refused", async () => {
    expectProblem(await send("x", { ...json, "Content-Encoding": "gzip" }), 415, "unsupported-media-type");
  });

  it("may have a charset and a mark at its beginning", async () => {
    const response = await send(`\uFEFF${JSON.stringify(file())}`, { "Content-Type": "Application/JSON ; charset=utf-8" });
    expect(response.status).toBe(200);
  });

  it("that is too large is refused before anything is read, and one at the limit is read", async () => {
    const head = { Host: "localhost", Authorization: `Bearer ${key}`, ...json };
    for (const length of [bodyLimit + 1, 1e12])
      expect(await rawStatus(app.url, "POST /api/v1/scores HTTP/1.1", { ...head, "Content-Length": String(length) })).toBe(413);
    expectProblem(await send("x".repeat(bodyLimit + 1), json), 413, "too-large");
    expectProblem(await send(`{"${"x".repeat(bodyLimit - 100)}":1}`, json), 422, "invalid-input");
  });

  it("that does not say how long it is is refused", async () => {
    const chunked = { Host: "localhost", Authorization: `Bearer ${key}`, ...json, "Transfer-Encoding": "chunked" };
    expect(await rawStatus(app.url, "POST /api/v1/scores HTTP/1.1", chunked, "2\r\n{}\r\n0\r\n\r\n")).toBe(411);
  });

  it.each(["null", "[]", "1", '"text"', "true"])("that is %s is no assessment", async (raw) => {
    const response = await send(raw, json);
    expectProblem(response, 422, "invalid-input");
    expect(response.body.errors).toEqual([{ path: "", code: "not-an-object", detail: "Hier muss ein Objekt stehen." }]);
  });

  it("with faults is refused with every one of them, in the language asked for", async () => {
    const faulty = file({
      version: 3,
      extra: 1,
      organisation: { sizeClass: "inhabitants-under-20000" },
      answers: {
        "strategy-goals": { level: 5 },
        nowhere: { level: 1 },
        __proto__x: { level: 1 },
        "strategy-backing": { level: 1, answer: "dk" },
        "funding-budget": { level: 1, note: "x".repeat(textLimits.note + 1) },
      },
    });
    for (const language of languages) {
      const { messages } = localeOf(language);
      const response = await program.post(`/scores?language=${language}`, faulty);
      expectProblem(response, 422, "invalid-input");
      const codes = response.body.errors.map(({ path, code, detail }: Record<string, string>) => [path, code, detail]);
      const say = messages.errors.saveFile;
      expect(codes).toEqual([
        ["extra", "unknown-key", say["unknown-key"]],
        ["version", "future-version", say["future-version"]],
        ["organisation.sizeClass", "size-class-of-other-track", say["size-class-of-other-track"]],
        ["answers.strategy-goals.level", "level-out-of-range", say["level-out-of-range"]],
        ["answers.nowhere", "unknown-item", say["unknown-item"]],
        ["answers.__proto__x", "unknown-item", say["unknown-item"]],
        ["answers.strategy-backing", "two-answers", say["two-answers"]],
        ["answers.funding-budget.note", "text-too-long", say["text-too-long"]],
      ]);
      expect(response.body).toMatchObject({ title: messages.api.problems["invalid-input"].title, errorCount: 8 });
      expect(response.headers.get("content-language")).toBe(language);
    }
  });

  it("with a hundred thousand faults gets the first hundred and their number", async () => {
    const answers = Object.fromEntries(Array.from({ length: 100_000 }, (_none, index) => [`a${index}`, 0]));
    const { body } = await program.post("/scores", file({ answers }));
    expect([body.errors.length, body.errorCount]).toEqual([100, 100_000]);
  });

  it("is not read from somebody without a key", async () => {
    const response = await newProgram(app.url).call("POST", "/scores", { raw: "{", headers: json });
    expectProblem(response, 401, "key-missing");
  });
});

it("a failure on the server is told without a word of what is inside", async () => {
  const id = await create();
  const database = await openDatabase(app.services.environment.DATABASE_URL);
  await database.schema.renameTable("answers", "elsewhere");
  const response = await program.get(`/assessments/${id}`);
  await database.schema.renameTable("elsewhere", "answers");
  await database.destroy();
  expectProblem(response, 500, "internal");
  expect(JSON.stringify(response.body)).not.toMatch(/sqlite|answers|select|node_modules/i);
  expect((await program.get(`/assessments/${id}`)).status).toBe(200);
});

it("every problem leads to a passage of the documentation", async () => {
  const response = await program.get("/nothing");
  // Whatever the host is called, the type is the same.
  expect(response.body.type).toBe("/en/api#problem-not-found");
  const { pathname, hash } = new URL(response.body.type, app.url);
  const html = await (await fetch(app.url + pathname)).text();
  expect(html).toContain(`id="${hash.slice(1)}"`);
});
