import { expect, it } from "vitest";
import { newApiKey } from "../../app/http/access/keys";
import { grantKey, kindOf, newProgram } from "./program";
import { ownApp } from "../support/shared-app";

const app = ownApp({ API_LIMIT_PER_KEY: "3", API_LIMIT_PER_ADDRESS: "2", TRUST_PROXY: "1" });
const left = (headers: Headers) => headers.get("ratelimit");

it("each key has a limit of its own, whatever its address", async () => {
  const [one, another] = [newProgram(app.url, (await grantKey(app)).key), newProgram(app.url, (await grantKey(app)).key)];
  for (const remaining of [2, 1, 0]) {
    const { status, headers } = await one.get("/assessments", { "X-Forwarded-For": `203.0.113.${remaining}` });
    expect([status, headers.get("ratelimit-policy")]).toEqual([200, '"key";q=3;w=60']);
    expect(left(headers)).toMatch(new RegExp(`^"key";r=${remaining};t=\\d+$`));
    expect(headers.has("retry-after")).toBe(false);
  }
  const refused = await one.get("/assessments");
  expect([refused.status, kindOf(refused)]).toEqual([429, "too-many-requests"]);
  expect(left(refused.headers)).toMatch(/^"key";r=0;t=\d+$/);
  const seconds = Number(refused.headers.get("retry-after"));
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(60);
  expect((await another.get("/assessments")).status).toBe(200);
});

it("without a key the address counts, whatever is asked, and a wrong key is no key", async () => {
  const nobody = newProgram(app.url);
  const from = (address: string, headers: Record<string, string> = {}) => ({ "X-Forwarded-For": address, ...headers });
  expect((await nobody.get("/openapi.json", from("198.51.100.1"))).headers.get("ratelimit-policy")).toBe('"address";q=2;w=60');
  expect((await nobody.get("/nothing", from("198.51.100.1", { Authorization: `Bearer ${newApiKey()}` }))).status).toBe(401);
  for (const headers of [{}, { Authorization: `Bearer ${newApiKey()}` }] as Record<string, string>[])
    expect((await nobody.get("/regions", from("198.51.100.1", headers))).status).toBe(429);
  expect((await nobody.get("/regions", from("198.51.100.2"))).status).toBe(200);
  expect((await fetch(`${app.url}/regions`, { headers: from("198.51.100.1") })).status, "pages are not counted").toBe(200);
});

it("whoever has an IPv6 network has one limit for it", async () => {
  const nobody = newProgram(app.url);
  const statuses: number[] = [];
  for (const host of ["1", "2", "ffff:3"])
    statuses.push((await nobody.get("/regions", { "X-Forwarded-For": `2001:db8:0:7::${host}` })).status);
  expect(statuses).toEqual([200, 200, 429]);
  expect((await nobody.get("/regions", { "X-Forwarded-For": "2001:db8:0:8::1" })).status).toBe(200);
});
