import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ownApp, sharedApp } from "../support/shared-app";
import { newVisitor } from "./visitor";

const app = sharedApp();
const behindHttps = ownApp({ PUBLIC_URL: "https://ki-pegel.example.org/" });

/** The answer as it travels, still compressed. */
function getPlain(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const sent = request(new URL(path, app.url), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    });
    sent.on("error", reject).end();
  });
}

describe.each(["/", "/en/start", "/unknown", "/healthz", "/icon.svg", "/assessments/x/report.json", "/%E0%A4%A"])(
  "the headers of %s",
  (path) => {
    it("keep a page to its own origin", async () => {
      const { headers } = await newVisitor(app.url).get(path);
      const policy = Object.fromEntries(
        (headers.get("content-security-policy") ?? "").split(";").map((part) => [part.split(" ")[0], part.split(" ").slice(1)]),
      );
      expect(policy).toEqual({
        "default-src": ["'none'"],
        "script-src": ["'self'", expect.stringMatching(/^'sha256-[\w+/]{43}='$/)],
        "style-src": ["'self'"],
        "style-src-attr": ["'unsafe-inline'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
      });
      expect(Object.fromEntries(headers)).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
        "permissions-policy": expect.stringContaining("camera=()") as string,
      });
      for (const name of ["x-powered-by", "server", "access-control-allow-origin", "strict-transport-security"])
        expect(headers.has(name), name).toBe(false);
    });
  },
);

it("a page has one script inside, and the browser lets that one in by what it is", async () => {
  const visitor = newVisitor(app.url);
  for (const path of ["/", "/en/initiatives", "/start", "/unknown"]) {
    const response = await visitor.get(path);
    const html = await response.text();
    expect(html.match(/<script\b/g), path).toHaveLength(2);
    const inside = [...html.matchAll(/<script type="text\/javascript">([^]*?)<\/script>/g)].map(([, text = ""]) => text);
    const hashes = inside.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    expect(response.headers.get("content-security-policy")).toContain(`script-src 'self' ${hashes.join(" ")};`);
    expect(html, "no handler in an attribute").not.toMatch(/<[^>]+\son\w+=/i);
  }
});

it("pages load nothing from elsewhere", async () => {
  const visitor = newVisitor(app.url);
  const id = await visitor.begin();
  for (const path of [
    "/",
    "/en",
    "/regions",
    "/sources",
    `/assessments/${id}`,
    `/assessments/${id}/strategy`,
    `/assessments/${id}/report`,
  ]) {
    const loads = [
      ...(await visitor.text(path)).matchAll(/<(?:script|img|iframe|source|object|embed|link)\b[^>]*\b(?:src|href)="([^"]*)"/g),
    ];
    expect(loads.length, path).toBeGreaterThan(0);
    for (const [, address] of loads) expect(address, path).toMatch(/^\/(?!\/)/);
  }
});

it("a page that shows keys is not compressed, so that its length tells nothing of them", async () => {
  const visitor = newVisitor(app.url);
  const id = await visitor.begin();
  const cookie = `ki-pegel=${visitor.cookies.get("ki-pegel")}`;
  const encodingOf = async (path: string) =>
    (await getPlain(path, { "Accept-Encoding": "gzip, br", Cookie: cookie })).headers["content-encoding"];
  expect([await encodingOf(`/assessments/${id}`), await encodingOf(`/en/assessments/${id}?q=x`)]).toEqual([undefined, undefined]);
  expect(await encodingOf(`/assessments/${id}/strategy`)).toBe("br");
});

it("nobody gets the data of a page without the page", async () => {
  const visitor = newVisitor(app.url);
  const id = await visitor.begin();
  for (const path of ["/start.data", `/assessments/${id}.data`, "/_root.data", "/start?_data=x"])
    expect((await visitor.get(path)).status, path).toBe(404);
});

it("no page is kept by a cache", async () => {
  const visitor = newVisitor(app.url);
  const id = await visitor.begin();
  for (const page of [
    "/",
    "/unknown",
    `/assessments/${id}`,
    `/assessments/${id}/report`,
    `/assessments/${id}/report.json`,
    `/assessments/${id}/ki-pegel.json`,
  ])
    expect((await visitor.get(page)).headers.get("cache-control"), page).toBe("no-store");
  expect((await visitor.saveAnswer(id, "strategy-goals", { choice: "1" })).headers.get("cache-control")).toBe("no-store");
  const { edit } = await visitor.links(id);
  const led = await visitor.get(edit);
  expect([led.status, led.headers.get("cache-control")]).toEqual([302, "no-store"]);
});

describe("the assets of the build", () => {
  const names = readdirSync("build/client/assets");
  const pick = (extension: string) => `/assets/${names.find((name) => name.endsWith(extension)) ?? ""}`;

  it("are cacheable for ever, compressed with brotli as browsers ask for it", async () => {
    for (const name of names) {
      const font = name.endsWith(".woff2");
      const { headers, body } = await getPlain(`/assets/${name}`, { "Accept-Encoding": "gzip, deflate, br, zstd" });
      expect(headers["cache-control"], name).toBe("public, max-age=31536000, immutable");
      expect(headers["vary"], name).toBe("Accept-Encoding");
      expect(headers["content-encoding"], name).toBe(font ? undefined : "br");
      const plain = await getPlain(`/assets/${name}`);
      expect(plain.headers["content-encoding"], name).toBeUndefined();
      expect((font ? body : brotliDecompressSync(body)).equals(plain.body), name).toBe(true);
    }
  });

  it("come with gzip where a browser knows no brotli, or wants none", async () => {
    for (const accepted of ["gzip", "gzip, br;q=0"]) {
      const { headers, body } = await getPlain(pick(".css"), { "Accept-Encoding": accepted });
      expect(headers["content-encoding"]).toBe("gzip");
      expect(gunzipSync(body).equals((await getPlain(pick(".css"))).body)).toBe(true);
    }
  });

  it.each([
    [".js", "text/javascript; charset=utf-8"],
    [".css", "text/css; charset=utf-8"],
    [".woff2", "font/woff2"],
  ])("of kind %s have the type %s", async (extension, type) => {
    expect((await getPlain(pick(extension))).headers["content-type"]).toBe(type);
  });

  it("are only the files of their folder", async () => {
    for (const path of [
      "/assets/",
      "/assets/none.js",
      "/assets/..%2f..%2f..%2fpackage.json",
      "/assets/%2e%2e/%2e%2e/server/index.js",
      "/server/index.js",
      "/.vite/manifest.json",
    ])
      expect((await newVisitor(app.url).get(path)).status, path).toBe(404);
  });
});

it("pages travel compressed too", async () => {
  const { headers, body } = await getPlain("/", { "Accept-Encoding": "gzip, deflate, br" });
  expect(headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(body).toString()).toMatch(/^<!doctype html>/);
});

it("the form with which one begins is the same for everybody, and each browser is asked for its own cookie", async () => {
  const path = "/start?track=sme";
  const [first, second] = [await getPlain(path), await getPlain(path)];
  const cookies = [first, second].map(({ headers }) => String(headers["set-cookie"]));
  expect(cookies[0]).toMatch(/^ki-pegel=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(cookies[1]).not.toBe(cookies[0]);
  expect(second.body.equals(first.body)).toBe(true);
  expect(first.body.toString()).toContain('data-save="/start/sme/check"');
  const again = await getPlain(path, { Cookie: cookies[0]?.split(";")[0] ?? "" });
  expect([again.headers["set-cookie"], again.headers["cache-control"]]).toEqual([undefined, "no-store"]);
  expect((await getPlain(`${path}&name=Musterbau`)).body.toString()).toContain('value="Musterbau"');
  expect((await getPlain(path)).body.equals(first.body)).toBe(true);
});

describe("behind https", () => {
  it("browsers are told to stay there", async () => {
    const { headers } = await newVisitor(behindHttps.url).get("/");
    expect(headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);
    expect(headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });

  it("cookies go over https alone, and links to keep carry the public address", async () => {
    const visitor = newVisitor(behindHttps.url);
    const headers = { Origin: "https://ki-pegel.example.org" };
    await visitor.get("/start");
    const started = await visitor.send("/start", {
      method: "POST",
      headers,
      body: new URLSearchParams({ track: "sme", depth: "quick", sizeClass: "employees-1-9" }),
    });
    expect(started.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-ki-pegel=[^;]+; Path=\/; .*; Secure; /)]);
    const [, id] = /\/assessments\/([^/]+)/.exec(started.headers.get("location") ?? "") ?? [];
    // A browser from before there was a prefix is known, and its cookie moved.
    const secret = visitor.cookies.get("__Host-ki-pegel") ?? "";
    visitor.cookies.clear();
    visitor.cookies.set("ki-pegel", secret);
    expect(await visitor.text(`/assessments/${id}`)).toMatch(/>https:\/\/ki-pegel\.example\.org\/open\/[\w-]{43}</);
    expect([...visitor.cookies]).toEqual([["__Host-ki-pegel", secret]]);
  });
});
