import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { openBrowser } from "./chromium";
import { test as base } from "./shared-app";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Pages that bring axe with each document: to send it there takes several times as long. */
const withAxe = new WeakSet<Page>();

export type Visitor = Awaited<ReturnType<typeof newVisitor>>;
export type Visit = (options?: BrowserContextOptions) => Promise<Visitor>;

/**
 * A fresh visitor with a first page. At `close` whatever the pages complained about on the console fails the test,
 * and so does a request to any origin but the application's own.
 */
export async function newVisitor(browser: Browser, baseURL: string, options: BrowserContextOptions = {}) {
  // Without smooth scrolling, so that nothing waits for it.
  const defaults = { viewport: { width: 1280, height: 900 }, locale: "de-DE", reducedMotion: "reduce" } as const;
  const context = await browser.newContext({ baseURL, ...defaults, ...options });
  context.setDefaultTimeout(40_000);
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  watch(context, (complaint) => complaints.push(complaint));
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== "data:" && origin !== baseURL) elsewhere.push(request.url());
  });
  return {
    context,
    page: await context.newPage(),
    /** Console errors this test brings about on purpose, such as a refused request. */
    expectComplaint: (part: string) => {
      const at = complaints.findIndex((complaint) => complaint.includes(part));
      expect(at, `a console error with "${part}" among ${JSON.stringify(complaints)}`).toBeGreaterThanOrEqual(0);
      complaints.splice(at, 1);
    },
    /** The same, however many there are; at least one. */
    expectComplaints: (part: string) => {
      const others = complaints.filter((complaint) => !complaint.includes(part));
      expect(others.length, `console errors with "${part}" among ${JSON.stringify(complaints)}`).toBeLessThan(complaints.length);
      complaints.splice(0, complaints.length, ...others);
    },
    async close() {
      await context.close();
      expect(complaints, "console errors").toEqual([]);
      expect(elsewhere, "requests to other origins").toEqual([]);
    },
  };
}

function watch(context: BrowserContext, complain: (complaint: string) => void): void {
  context.on("console", (message) => message.type() === "error" && complain(message.text()));
  context.on("weberror", (error) => complain(error.error().message));
}

/** A test with the application and a browser, both shared by all files that a process runs, and visitors that close by themselves. */
export const test = base.extend<{ $worker: { browser: Browser }; $test: { visit: Visit } }>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const browser = await openBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  visit: async ({ app, browser }, use) => {
    const visitors: Visitor[] = [];
    await use(async (options) => {
      const visitor = await newVisitor(browser, app.url, options);
      visitors.push(visitor);
      return visitor;
    });
    for (const visitor of visitors) await visitor.close();
  },
});

/** What depends on colours and measures: the same in every language, and more than half of axe's work. */
const looks = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

/**
 * Fails on any violation axe finds (WCAG 2.2 A and AA and its best practices).
 * @param only these rules, by axe's names; all where none is given.
 */
export async function expectAccessible(page: Page, only?: string[]): Promise<void> {
  if (!withAxe.has(page)) {
    withAxe.add(page);
    await page.addInitScript(axeSource);
    await page.evaluate(axeSource);
  }
  const violations = await page.evaluate(async (asked) => {
    type Axe = { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    const { axe } = window as unknown as { axe: Axe };
    const found = await axe.run({ resultTypes: ["violations"], ...(asked && { runOnly: asked }) });
    return found.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} – ${failureSummary}`),
    }));
  }, only ?? null);
  expect(violations, page.url()).toEqual([]);
}

/**
 * Fails where the page as it stands is not accessible on a desktop, or in the dark on a phone, or is too wide for either.
 * The size of targets, which axe leaves out by itself, is measured there, where no bar at the bottom covers any.
 */
export async function expectAccessibleEverywhere(page: Page): Promise<void> {
  await surround(page, 320, "dark");
  await expectAccessible(page, looks);
  await surround(page, 1280, "light");
  await expectAccessible(page);
}

/** The same of a page that is looked at in both languages: in German in the dark on a phone, in English on a desktop. */
export async function expectAccessibleInTurn(page: Page): Promise<void> {
  await surround(page, 320, "dark");
  if ((await page.getAttribute("html", "lang")) !== "de") await surround(page, 1280, "light");
  await expectAccessible(page);
}

/** @throws where the page is wider than the window. */
async function surround(page: Page, width: number, colorScheme: "light" | "dark"): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  const overflow = await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);
  expect(overflow, `pixels that ${page.url()} is too wide at ${width}`).toBeLessThanOrEqual(0);
}
