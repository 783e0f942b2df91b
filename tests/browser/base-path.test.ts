import { expect } from "vitest";
import { localeOf } from "../../app/i18n";
import { startApp } from "../support/app";
import { newVisitor, test } from "../support/browser";
import { openProxy } from "../support/proxy";
import { idOf } from "../support/walk";

const path = "/dienste/ki-pegel";
const locale = localeOf("de");
const { messages } = locale;

test.for([
  ["takes the path off", true],
  ["leaves the path", false],
] as const)("behind a proxy that %s, everything works below it", { timeout: 120_000 }, async ([, strip], { browser }) => {
  const proxy = await openProxy(path, strip);
  const app = await startApp({ PUBLIC_URL: `${proxy.url}/` });
  proxy.leadTo(app.url);
  const visitor = await newVisitor(browser, new URL(proxy.url).origin);
  const { page, context } = visitor;
  const outside: string[] = [];
  context.on("request", (request) => {
    const { pathname, protocol } = new URL(request.url());
    if (/^https?:/.test(protocol) && pathname !== path && !pathname.startsWith(`${path}/`)) outside.push(request.url());
  });
  try {
    await page.goto(proxy.url);
    await page.getByRole("link", { name: messages.home.sme }).click();
    await page.getByRole("radio", { name: messages.names.sizeClasses["employees-10-49"], exact: true }).check();
    await page.getByRole("button", { name: messages.start.submit }).click();
    await page.waitForURL(`${proxy.url}/assessments/**`);
    const id = idOf(page);
    expect((await context.cookies()).map((cookie) => cookie.path)).toEqual([`${path}/`]);

    // The form's script has to find its way, too.
    const saved = page.waitForResponse((response) => response.url() === `${proxy.url}/assessments/${id}/save/answers`);
    await page.getByRole("radio").nth(2).check();
    expect((await saved).status()).toBe(200);

    await page.goto(`${proxy.url}/assessments/${id}/report`);
    const fonts = await page.evaluate(
      async () => (await document.fonts.ready, [...document.fonts].filter(({ status }) => status === "loaded").length),
    );
    expect(fonts).toBeGreaterThan(0);
    const download = page.waitForEvent("download");
    await page.goto(`${proxy.url}/assessments/${id}/document?kind=csv`).catch(() => null);
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);

    await page.goto(`${proxy.url}/assessments/${id}`);
    const link = await page.getByText(`${proxy.url}/open/`).first().textContent();
    await page.getByRole("link", { name: "English" }).click();
    await page.waitForURL(`${proxy.url}/en/assessments/${id}`);

    const reader = await newVisitor(browser, new URL(proxy.url).origin);
    await reader.page.goto(/\S+\/open\/\S+/.exec(link ?? "")?.[0] ?? "");
    expect(reader.page.url()).toContain(`${proxy.url}/assessments/${id}`);
    await reader.close();

    const api = await page.request.get(`${proxy.url}/api/v1/openapi.json`);
    expect(await api.json()).toMatchObject({ servers: [{ url: `${path}/api/v1` }] });
    expect((await page.request.get(`${proxy.url}/healthz`)).status()).toBe(200);
    expect(outside).toEqual([]);
  } finally {
    await visitor.context.close();
    await app.close();
    await proxy.close();
  }
});

test("no page has an address that leads out of the path", { timeout: 60_000 }, async () => {
  const app = await startApp({ PUBLIC_URL: `https://example.org${path}` });
  try {
    const seen = new Set<string>();
    const waiting = [`${path}/`, `${path}/en`];
    for (let address = waiting.pop(); address !== undefined && seen.size < 60; address = waiting.pop()) {
      if (seen.has(address)) continue;
      seen.add(address);
      const response = await fetch(app.url + address);
      expect(response.status, address).toBe(200);
      const html = await response.text();
      for (const [, found = ""] of html.matchAll(/\s(?:href|src|action|formaction|data-copy)="(\/[^"]*)"/gi)) {
        expect(found.startsWith(`${path}/`), `${found} on ${address}`).toBe(true);
        const [next = ""] = found.replaceAll("&amp;", "&").split("#");
        if (!/\/(assets|open)\//.test(next)) waiting.push(next);
      }
    }
    expect(seen.size).toBe(60);
  } finally {
    await app.close();
  }
});

test("a path that cannot be told from the application's own addresses is refused at the start", async () => {
  await expect(startApp({ PUBLIC_URL: "https://example.org/assessments" })).rejects.toThrow(
    'The path of PUBLIC_URL begins with "assessments", as addresses of the application do: choose another one.',
  );
});
