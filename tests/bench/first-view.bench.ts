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

/** People come to the page from the one before; a new tab would first start a process, which takes longer than any page. */
async function newPage() {
  const page = await context.newPage();
  await page.goto("/start");
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  return { page, devtools };
}

/** The page in a browser that has nothing of it in store, on a processor four times slower. @param bare without its style sheet. */
async function view(bare: boolean) {
  const { page, devtools } = await newPage();
  if (bare) await page.route("**/*.css", (route) => route.fulfill({ contentType: "text/css", body: "" }));
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
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => (window as unknown as { seen: { shift: number; longest: number } }).seen);
  return { page, bytes, ...seen };
}

type TraceEvent = { name: string; ph: string; pid: number; tid: number; tdur?: number; args?: { name?: string } };

/**
 * The processor time of the page's longest task, in milliseconds. The clock on the wall also counts what the browser's
 * other threads and other work take of a machine with few cores.
 */
async function longestTask(): Promise<number> {
  const { page, devtools } = await newPage();
  const events: TraceEvent[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await devtools.send("Tracing.start", { categories: "-*,toplevel", transferMode: "ReportEvents" });
  await page.goto(address, { waitUntil: "networkidle" });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
  const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  await complete;
  await page.close();
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(threadOf));
  const tasks = events.filter((event) => main.has(threadOf(event)) && event.ph === "X" && event.name.endsWith("RunTask"));
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
const sum = (bytes: Map<string, number>) => [...bytes.values()].reduce((all, size) => all + size, 0);
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** One run says little: a browser's other threads take their share of a small machine. */
const runs = 15;
const longest: Record<"styled" | "bare" | "processor", number[]> = { styled: [], bare: [], processor: [] };
let shift = 0;
// Before anything is throttled: pages share processes.
for (let run = 0; run < runs; run += 1) longest.processor.push(await longestTask());
for (let run = 0; run < runs; run += 1) {
  const [styled, bare] = [await view(false), await view(true)];
  longest.styled.push(styled.longest);
  longest.bare.push(bare.longest);
  shift = Math.max(shift, styled.shift);
  await Promise.all([styled.page.close(), bare.page.close()]);
}
const last = await view(false);
for (const [name, size] of last.bytes)
  report(`first view: ${name.replace(/-[\w-]{8}\./, ".").replace(/\/assessments\/[^/]+/, "/assessments/:id")}`, size / 1000, "kB");
report("first view: all over the wire", sum(last.bytes) / 1000, "kB (limit 105)");
report("first view: layout shift", shift, "(limit 0)");
report(`first view: longest task, its processor time times four, median of ${runs}`, 4 * median(longest.processor), "ms (limit 50)");
report("first view: longest task on a throttled processor, by the clock", median(longest.styled), "ms (0: none over 50)");
report("first view: the same without a style sheet", median(longest.bare), "ms");

const before = sum(last.bytes);
await last.page.locator("input[type=radio]").first().check();
await last.page.waitForTimeout(3000);
report("first touch: form script", (sum(last.bytes) - before) / 1000, "kB");

await browser.close();
await app.close();
