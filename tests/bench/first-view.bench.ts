import { startApp } from "../support/app";
import { openBrowser } from "../support/chromium";
import { report } from "./report-line";

/** What the first view of a question page costs: bytes over the wire, layout shift, the longest task on a slow processor. */
const app = await startApp();
const browser = await openBrowser();
const context = await browser.newContext({ baseURL: app.url, viewport: { width: 1280, height: 900 } });
const start = await context.newPage();
await start.goto("/start?track=municipality");
await start.locator("input[name=sizeClass]").first().check();
await start.locator("input[name=depth][value=full]").check();
await start.locator("button[type=submit]").click();
await start.waitForURL(/strategy/);
const address = start.url();
await start.close();

const page = await context.newPage();
const devtools = await context.newCDPSession(page);
await devtools.send("Network.enable");
await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
const bytes = new Map<string, number>();
const urls = new Map<string, string>();
devtools.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, new URL(request.url).pathname));
devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
  bytes.set(urls.get(requestId) ?? requestId, encodedDataLength),
);
await page.addInitScript(() => {
  const seen = { shift: 0, longest: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration);
  }).observe({ type: "longtask", buffered: true });
});
await page.goto(address, { waitUntil: "networkidle" });
await page.waitForTimeout(1000);
const seen = await page.evaluate(() => (window as unknown as { seen: { shift: number; longest: number } }).seen);

for (const [name, size] of bytes)
  report(`first view: ${name.replace(/-[\w-]{8}\./, ".").replace(/\/assessments\/[^/]+/, "/assessments/:id")}`, size / 1000, "kB");
report("first view: all over the wire", [...bytes.values()].reduce((sum, size) => sum + size, 0) / 1000, "kB (limit 105)");
report("first view: layout shift", seen.shift, "(limit 0)");
report("first view: longest task over 50 ms, processor four times slower", seen.longest, "ms (0: none)");

const before = [...bytes.values()].reduce((sum, size) => sum + size, 0);
await page.locator("input[type=radio]").first().check();
await page.waitForTimeout(3000);
report("first touch: form script", ([...bytes.values()].reduce((sum, size) => sum + size, 0) - before) / 1000, "kB");

await browser.close();
await app.close();
