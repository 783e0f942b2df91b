import { expect } from "vitest";
import { test } from "../support/browser";
import { assessmentPages, publicPages } from "../support/pages";
import { answered, keep } from "../support/walk";

/** Attributes that make a browser fetch something by itself. */
const fetched = /<(?:script|img|iframe|source|link(?=[^>]*rel="(?:stylesheet|preload|modulepreload|icon)"))[^>]*?\s(?:src|href)="([^"]*)"/g;
const linked = /<a [^>]*?href="([^"]*)"/g;
const posted = /<form[^>]*?action="([^"]*)"/g;

/** Of pages about one entry each, what a query does is the same for all of them. */
const shapeOf = (pathname: string, search: string) => pathname.replace(/(initiatives|regions)\/[^/]+$/, "$1/*") + search;

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, address = ""]) => address.replaceAll("&amp;", "&"));

test("every link leads to a page and a place on it, and no page fetches anything from elsewhere", { timeout: 120_000 }, async ({ app }) => {
  const { id, editPath } = await keep(
    app,
    answered(app.services.content, "municipality", "full", (index) => (index % 2 === 0 ? 1 : 3)),
  );
  const opened = await fetch(app.url + editPath, { redirect: "manual" });
  const headers = { cookie: opened.headers.get("set-cookie")?.split(";")[0] ?? "" };

  const pages = new Map<string, string>();
  const shapes = new Set<string>();
  const waiting = ["/", "/en", ...assessmentPages(id), ...publicPages(app.services.content)];
  const anchors: { from: string; to: string; anchor: string }[] = [];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    const { pathname, search } = new URL(address, app.url);
    const here = pathname + search;
    const shape = shapeOf(pathname, search);
    if (pages.has(here)) continue;
    if (search && shapes.has(shape)) {
      waiting.push(pathname);
      continue;
    }
    shapes.add(shape);
    const response = await fetch(app.url + here, { headers });
    expect(response.status, here).toBe(200);
    const html = await response.text();
    pages.set(here, html);
    if (!response.headers.get("content-type")?.startsWith("text/html")) continue;

    for (const resource of [...all(html, fetched), ...all(html, posted)])
      expect(new URL(resource, app.url + here).origin, `${resource} on ${here}`).toBe(app.url);
    for (const link of all(html, linked)) {
      const target = new URL(link, app.url + here);
      if (target.origin !== app.url) continue;
      waiting.push(target.pathname + target.search);
      if (target.hash) anchors.push({ from: here, to: target.pathname + target.search, anchor: decodeURIComponent(target.hash.slice(1)) });
    }
  }
  const htmlOf = (address: string) => pages.get(address) ?? pages.get(new URL(address, app.url).pathname);
  const lost = anchors.filter(({ to, anchor }) => !htmlOf(to)?.includes(` id="${anchor}"`));
  expect(lost).toEqual([]);
  // Every initiative in both languages, at least: the walk did not end early.
  expect(pages.size).toBeGreaterThan(2 * app.services.content.initiatives.length);
});

test("cookies are set only where an assessment is opened", async ({ app, visit }) => {
  const { page, context } = await visit();
  for (const address of ["/", "/regions", "/en/privacy"]) await page.goto(address);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  // Where one begins, a cookie until the browser is closed shows whether it takes any.
  await page.goto("/start?track=sme");
  const [check, ...others] = await context.cookies();
  expect([check?.expires, others]).toEqual([-1, []]);
  const { editPath } = await keep(
    app,
    answered(app.services.content, "sme", "quick", () => 1),
  );
  await page.goto(editPath);
  const [kept, ...more] = await context.cookies();
  expect([kept?.name, more]).toEqual([check?.name, []]);
  expect(kept?.expires).toBeGreaterThan(Date.now() / 1000);
});
