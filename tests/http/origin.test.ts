import { newDeviceSecret } from "../../app/http/access/keys";
import { beforeAll, describe, expect, it } from "vitest";
import { ownApp, sharedApp } from "../support/shared-app";
import { rawRequest, rawStatus } from "./raw-request";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const publicUrl = "https://ki-pegel.example.org";
const behindProxy = ownApp({ PUBLIC_URL: publicUrl });

const form = "application/x-www-form-urlencoded";
let owner: Visitor;
let id: string;
beforeAll(async () => {
  owner = newVisitor(app.url);
  id = await owner.begin();
});

/** Every address that changes something, as the owner of an assessment would call it. */
const changes: [method: string, path: (id: string) => string, type: string][] = [
  ["POST", (id) => `/assessments/${id}/save/answers`, form],
  ["POST", (id) => `/assessments/${id}/save/answers.data`, form],
  ["POST", (id) => `/assessments/${id}/strategy`, form],
  ["POST", (id) => `/en/assessments/${id}/strategy`, form],
  ["POST", (id) => `/assessments/${id}/profile`, form],
  ["POST", (id) => `/assessments/${id}/delete`, form],
  ["POST", (id) => `/assessments/${id}/delete.data`, form],
  ["POST", (id) => `/assessments/${id}`, form],
  ["POST", () => "/start", form],
  ["POST", () => "/load", form],
  ["POST", () => "/accessibility", form],
  ["PUT", (id) => `/assessments/${id}/save/answers`, form],
  ["PATCH", (id) => `/assessments/${id}/profile`, form],
  ["DELETE", (id) => `/assessments/${id}/delete`, form],
];

describe.each(changes)("%s on %s", (method, path, type) => {
  /** As a browser would send it for another site's page, the owner's cookie included. */
  async function statusFrom(headers: Record<string, string>): Promise<number> {
    const cookie = Array.from(owner.cookies, ([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(app.url + path(id), {
      method,
      redirect: "manual",
      body: "a=b",
      headers: { "Content-Type": type, Cookie: cookie, ...headers },
    });
    return response.status;
  }

  it("is refused unless it comes from the own site", async () => {
    const own = app.url;
    const foreign: Record<string, string>[] = [
      {},
      { Origin: "https://evil.example" },
      { Origin: "null" },
      { Origin: "" },
      { Origin: own.replace("127.0.0.1", "localhost") },
      { Origin: own.replace(/:\d+$/, ":1") },
      { Origin: own.replace("http:", "https:") },
      { Origin: `${own}.evil.example` },
      { Origin: `${own}@evil.example` },
      { Referer: "https://evil.example/page" },
      { Origin: "https://evil.example", Referer: `${own}/start` },
      { Origin: own, "Sec-Fetch-Site": "cross-site" },
      { Origin: own, "Sec-Fetch-Site": "same-site" },
      { Origin: own, "Sec-Fetch-Site": "none" },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-origin" },
      { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
    ];
    for (const headers of foreign) expect(await statusFrom(headers), JSON.stringify(headers)).toBe(403);
    expect((await owner.get(`/assessments/${id}`)).status, "nothing was deleted").toBe(200);
  });
});

it.each<Record<string, string>>([
  { Origin: "own" },
  { Referer: "own/start?a=b" },
  { Origin: "own", "Sec-Fetch-Site": "same-origin" },
  { Origin: "own", Referer: "https://evil.example/" },
])("a change from the own site passes: %j", async (given) => {
  const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.replace("own", app.url)]));
  headers.Cookie = `ki-pegel=${newDeviceSecret()}`;
  const body = new URLSearchParams({ track: "sme", depth: "quick", sizeClass: "employees-1-9" });
  const response = await fetch(`${app.url}/start`, { method: "POST", redirect: "manual", headers, body });
  expect(response.status).toBe(303);
});

it("reading is open to links from anywhere", async () => {
  const headers = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
  expect((await owner.send("/", { headers })).status).toBe(200);
  expect((await owner.send("/", { headers, method: "HEAD" })).status).toBe(200);
});

describe("the host", () => {
  const hosts = ["[", "a b", "x:y", "", "a@b", "x/assessments/y?", "x/imprint?", "x#y", "x\\y", "-x", "evil.example"];
  it.each(hosts)("%j is none, and refused", async (host) => {
    expect(await rawStatus(app.url, "GET / HTTP/1.1", { Host: host })).toBe(400);
    expect(await rawStatus(app.url, "POST /load HTTP/1.1", { Host: host, "Content-Length": "0" })).toBe(400);
  });

  it("decides nothing of which page comes, nor does an address in full", async () => {
    const page = await rawRequest(app.url, "GET http://x/assessments/y HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    expect(page).toMatch(/^HTTP\/1\.1 404/);
    expect(await rawStatus(app.url, "GET http://evil.example/imprint HTTP/1.1", { Host: "localhost" })).toBe(200);
    expect(await rawStatus(app.url, "OPTIONS * HTTP/1.1", { Host: "localhost" })).toBe(204);
  });

  it("may not be missing, nor be missing together with the origin", async () => {
    expect(await rawStatus(app.url, "GET / HTTP/1.1")).toBe(400);
    expect(await rawStatus(app.url, "POST /load HTTP/1.0", { "Content-Length": "0" })).toBe(400);
  });

  it("that a forwarding header claims does not count", async () => {
    const headers = { "X-Forwarded-Host": "evil.example:99", "X-Forwarded-Proto": "https" };
    const response = await owner.send("/start", {
      method: "POST",
      headers,
      body: new URLSearchParams({ track: "sme", depth: "quick", sizeClass: "employees-1-9" }),
    });
    expect(response.status).toBe(303);
    expect(response.headers.getSetCookie()[0]).not.toContain("Secure");
    const page = await owner.send(`/assessments/${id}`, { headers });
    expect(await page.text()).not.toContain("evil.example");
  });
});

describe("behind a proxy that hides the host", () => {
  const body = () => new URLSearchParams({ track: "sme", depth: "quick", sizeClass: "employees-1-9" });
  const start = (headers: Record<string, string>, path = "/start") =>
    fetch(behindProxy.url + path, {
      ...{ method: "POST", redirect: "manual", body: body() },
      headers: { Cookie: `ki-pegel=${newDeviceSecret()}`, ...headers },
    });

  it("the public address is the own origin, with or without a forwarded host", async () => {
    expect((await start({ Origin: publicUrl })).status).toBe(303);
    expect((await start({ Origin: publicUrl, "X-Forwarded-Host": "ki-pegel.example.org", "X-Forwarded-Proto": "https" })).status).toBe(303);
    expect((await start({ Origin: publicUrl, "X-Forwarded-Host": "inner.example" })).status).toBe(303);
  });

  it("no other is", async () => {
    expect((await start({ Origin: behindProxy.url })).status).toBe(403);
    expect((await start({ Origin: "https://evil.example" })).status).toBe(403);
  });
});
