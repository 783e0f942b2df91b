import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { localeOf } from "../../app/i18n";
import { expectAccessible, test } from "../support/browser";
import { answered, expectDimension, expectReport, idOf, keep } from "../support/walk";

const german = localeOf("de");
const english = localeOf("en");
const { messages } = german;

/** The address shown under a label on the overview. */
async function linkShown(page: Page, label: string): Promise<string> {
  const text = await page.getByRole("paragraph").filter({ hasText: label }).filter({ hasText: "/open/" }).innerText();
  return /http\S+\/open\/[\w-]+/.exec(text)?.[0] ?? "";
}

test("a link to edit opens the assessment for another visitor, and the key is in no address and no script's reach", async ({
  app,
  visit,
}) => {
  const { page, context } = await visit();
  const { id, editPath } = await keep(
    app,
    answered(app.services.content, "municipality", "full", (index) => (index < 4 ? 2 : 3)),
  );
  await page.goto(editPath);
  expect(new URL(page.url()).pathname).toBe(`/assessments/${id}`);
  const link = await linkShown(page, messages.assessment.editLink);
  expect(link).toBe(app.url + editPath);

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: `${messages.assessment.copy}: ${messages.assessment.editLink}` }).click();
  await page.getByRole("status").filter({ hasText: messages.assessment.copied }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  const other = await visit();
  await other.page.goto(link);
  expect(other.page.url()).toBe(`${app.url}/assessments/${id}`);
  await other.page.getByText(messages.form.progress(36, 36)).waitFor();
  expect(await other.page.evaluate(() => document.cookie)).toBe("");
  const cookies = await other.context.cookies();
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  // By the cookie the server knows the browser, and finds the key that only this browser unlocks.
  expect(cookies[0]?.value).not.toBe(link.split("/").at(-1));
});

test("a link to read shows the report and nothing to change, until it is renewed", async ({ app, visit }) => {
  const { page } = await visit();
  const { id, editPath } = await keep(
    app,
    answered(app.services.content, "municipality", "full", (index) => (index % 2 === 0 ? 1 : 3)),
  );
  await page.goto(editPath);
  const readLink = await linkShown(page, messages.assessment.readLink);

  const reader = await visit();
  await reader.page.goto(readLink);
  expect(reader.page.url()).toBe(`${app.url}/assessments/${id}/report`);
  await expectReport(reader.page, app, id, german);
  await expectAccessible(reader.page);
  expect(await reader.page.getByRole("link", { name: messages.report.back }).count()).toBe(0);
  // On paper no strength or gap is torn apart.
  await reader.page.emulateMedia({ media: "print" });
  const breaks = await reader.page.locator(".report-sides li").evaluateAll((rows) => rows.map((row) => getComputedStyle(row).breakInside));
  expect(new Set(breaks)).toEqual(new Set(["avoid"]));
  await reader.page.emulateMedia({ media: "screen" });
  // The plan stands there once; how far its steps have come, as soon as somebody has noted something.
  const { progress } = messages.roadmap;
  await reader.page.goto(`/assessments/${id}/plan`);
  await reader.page.getByRole("region", { name: messages.roadmap.plan }).waitFor();
  expect(await reader.page.getByRole("region", { name: progress }).count()).toBe(0);
  const steps = page.getByRole("group").filter({ has: page.getByLabel(messages.roadmap.owner) });
  await page.goto(`/assessments/${id}/plan`);
  const title = await steps.first().getByRole("link").first().innerText();
  await steps.first().getByLabel(messages.roadmap.owner).fill("Anna");
  await page.getByRole("button", { name: messages.roadmap.saveSteps }).click();
  await page.getByRole("status").filter({ hasText: messages.roadmap.savedSteps }).waitFor();
  await reader.page.reload();
  const noted = reader.page.getByRole("region", { name: progress }).getByRole("row");
  expect((await noted.allInnerTexts()).slice(1)).toEqual([expect.stringMatching(new RegExp(`${title}[^]*Anna`))]);
  await page.goto(`/assessments/${id}`);
  for (const closed of ["", "/strategy", "/profile", "/check", "/delete"]) {
    await reader.page.goto(`/assessments/${id}${closed}`);
    await reader.page.getByRole("heading", { level: 1, name: messages.errors.readOnlyTitle }).waitFor();
    reader.expectComplaint("403");
  }
  expect(await reader.page.getByRole("link", { name: messages.errors.toReport }).getAttribute("href")).toBe(`/assessments/${id}/report`);
  await expectAccessible(reader.page);

  await page.getByRole("button", { name: messages.assessment.renewRead }).click();
  await expect.poll(() => linkShown(page, messages.assessment.readLink)).not.toBe(readLink);
  await reader.page.goto(`/assessments/${id}/report`);
  await reader.page.getByRole("heading", { level: 1, name: messages.errors.noAccessTitle }).waitFor();
  reader.expectComplaint("404");
  await reader.page.goto(await linkShown(page, messages.assessment.readLink));
  await expectReport(reader.page, app, id, german);
});

test("a save file, downloaded and loaded again in the other language, gives the same numbers", async ({ app, visit }) => {
  const { page } = await visit();
  const { content } = app.services;
  const { id, editPath } = await keep(
    app,
    answered(content, "sme", "full", (index) => ([0, 1, 2, 3, 4, 2, 1] as const)[index % 7] ?? 0),
  );
  await page.goto(editPath);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: messages.assessment.download }).click(),
  ]);
  const file = await download.path();
  expect(download.suggestedFilename()).toMatch(/^ki-pegel-sme-\d{4}-\d\d-\d\d\.json$/);
  expect(readFileSync(file, "utf8")).not.toContain(editPath.split("/").at(-1));
  await page.goto(`/assessments/${id}/report`);
  const score = await expectReport(page, app, id, german);

  const other = await visit();
  await other.page.goto("/en/load");
  await other.page.getByLabel(english.messages.load.file).setInputFiles(file);
  await other.page.getByRole("button", { name: english.messages.load.submit }).click();
  await other.page.getByText(english.messages.form.progress(36, 36)).waitFor();
  const loadedId = idOf(other.page);
  expect(loadedId).not.toBe(id);
  await other.page.getByRole("link", { name: english.messages.assessment.toReport }).click();
  expect(await expectReport(other.page, app, loadedId, english)).toBe(score);
  const reports = await Promise.all([
    page.request.get(`/assessments/${id}/report.json`),
    other.page.request.get(`/assessments/${loadedId}/report.json`),
  ]);
  const [before, after] = await Promise.all(reports.map((response) => response.json() as Promise<unknown>));
  expect(after).toEqual(before);
});

test("a file with faults is refused with every fault named, and nothing is kept", async ({ visit }) => {
  const { page, expectComplaint } = await visit();
  await page.goto("/load");
  const broken = {
    format: "ki-pegel/assessment",
    version: 1,
    track: "sme",
    depth: "full",
    modelVersion: "1.0.0",
    answers: { nonsense: { level: 1 }, "strategy-goals": { level: 7 } },
  };
  await page
    .getByLabel(messages.load.file)
    .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(broken)) });
  await page.getByRole("button", { name: messages.load.submit }).click();
  const alert = page.getByRole("alert").filter({ hasText: messages.load.faultsTitle(2) });
  await alert.getByText("answers.strategy-goals.level").waitFor();
  await alert.getByRole("listitem").filter({ hasText: messages.errors.saveFile["level-out-of-range"] }).waitFor();
  await alert.getByRole("listitem").filter({ hasText: messages.errors.saveFile["unknown-item"] }).waitFor();
  expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
  // Until the browser is closed, and only to see whether it takes cookies.
  expect((await page.context().cookies()).map(({ expires }) => expires)).toEqual([-1]);
  await page.goto("/");
  expect(await page.getByRole("region", { name: messages.keeping.device.title }).count()).toBe(0);
  expectComplaint("422");
});

test("deleting asks first, and then nothing is left", async ({ app, visit }) => {
  const { page, expectComplaint } = await visit();
  const { content, stores } = app.services;
  const { id, editPath } = await keep(
    app,
    answered(content, "municipality", "quick", () => 1),
  );
  await page.goto(editPath);
  await page.getByRole("link", { name: messages.assessment.deleteStart }).click();
  await page.getByRole("link", { name: messages.assessment.deleteCancel }).click();
  await page.getByText(messages.assessment.overviewTitle, { exact: true }).waitFor();
  expect(await stores.assessments.find(id)).not.toBeNull();

  await page.getByRole("link", { name: messages.assessment.deleteStart }).click();
  await page.getByRole("button", { name: messages.assessment.deleteConfirm }).click();
  await page.getByRole("heading", { level: 1, name: messages.assessment.deletedTitle }).waitFor();
  expect(await stores.assessments.find(id)).toBeNull();
  expect(await page.context().cookies()).toEqual([]);
  await page.goto(editPath);
  await page.getByRole("heading", { level: 1, name: messages.errors.noAccessTitle }).waitFor();
  expectComplaint("404");
});

test("the language can be changed in the middle, and answers stay", async ({ app, visit }) => {
  const { page } = await visit();
  const { content } = app.services;
  const { id, editPath } = await keep(
    app,
    answered(content, "municipality", "full", () => 3),
  );
  await page.goto(editPath);
  await page.goto(`/assessments/${id}/skills`);
  await page.getByRole("link", { name: messages.layout.otherLanguageHint }).click();
  await expectDimension(page, content, english, "municipality", "skills");
  await page.getByText(english.messages.form.progress(36, 36)).waitFor();
});
