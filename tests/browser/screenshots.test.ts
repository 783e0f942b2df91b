import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Level } from "../../app/core/assessment/answer";
import { byOwner } from "../../app/core/mappe/audit";
import { dimensionIds } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { test } from "../support/browser";
import { expectState } from "../support/saving";
import { answered, expectDimension, expectReport, keep, levelIn, questionIn, questionsOf } from "../support/walk";

const german = localeOf("de");
const { messages } = german;
/** Of each dimension, as a town that has begun might answer. */
const levelsOfDimensions: Level[] = [2, 1, 1, 2, 3, 2, 1, 3, 0];

/** The width that a PNG file states, in pixels. */
const widthOf = (png: Buffer) => png.readUInt32BE(16);

test("the pictures of the README can be taken (SCREENSHOTS=1 keeps them)", async ({ app, visit }) => {
  const { content } = app.services;
  const folder = process.env.SCREENSHOTS ? join(import.meta.dirname, "screenshots") : mkdtempSync(join(tmpdir(), "ki-pegel-screenshots-"));
  mkdirSync(folder, { recursive: true });
  const { page } = await visit();
  const take = async (name: string, what: Page | Locator, width = 1280) => {
    const path = join(folder, `${name}.png`);
    await what.screenshot({ path, animations: "disabled" });
    expect(widthOf(readFileSync(path)), name).toBeLessThanOrEqual(width);
  };

  const assessment = answered(content, "municipality", "full", (index) => levelsOfDimensions[Math.floor(index / 4)] ?? 0);
  // A few questions are open, so that there is an interval to be seen.
  for (const { items } of content.questionnaires.municipality.dimensions.slice(0, 5)) delete assessment.answers[items[3]?.id ?? ""];
  const { id, editPath } = await keep(app, { ...assessment, organisation: { ...assessment.organisation, name: "Musterstadt" } });

  await page.goto("/");
  // Fonts come with the first page; what was drawn before they came is drawn again.
  await page.reload();
  expect(await page.evaluate(() => document.fonts.check("600 1em 'Fira Sans'"))).toBe(true);
  await take("home", page);

  await page.goto(editPath);
  await page.goto(`/assessments/${id}/strategy`);
  await expectDimension(page, content, german, "municipality", dimensionIds[0]);
  const [first] = questionsOf(content, german, "municipality", "full", dimensionIds[0]);
  const question = questionIn(page, first?.question ?? "");
  await levelIn(question, german, 3).check();
  await expectState(page, messages.saving.state.saved);
  await take("question", page);
  await page.setViewportSize({ width: 320, height: 640 });
  await question.evaluate((element) => element.scrollIntoView());
  await take("question-320", page, 320);
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.goto(`/assessments/${id}/report`);
  await expectReport(page, app, id, german);
  await take("report", page);
  await page.emulateMedia({ colorScheme: "dark" });
  await take("report-dark", page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`/assessments/${id}/report/topics?region=bochum-ruhr`);
  await take("charts", page.getByRole("region", { name: messages.report.sections.chart }));

  const { stores } = app.services;
  const now = new Date();
  const items = content.questionnaires.municipality.dimensions[0]?.items.map((item) => item.id) ?? [];
  for (const name of ["Frau Kern, IT", "Herr Abel, Datenschutz"])
    await stores.people.invite(id, { name, items, until: null }, `picture of ${id} ${name}`, now);
  await page.goto(`/assessments/${id}/team`);
  await take("team", page);
  const workshop = await stores.workshops.open(id, { items, mostPeople: 12, until: "2099-12-31" }, { now, today: "2026-11-26" });
  await page.goto(`/workshops/${workshop?.id}`);
  await page.getByRole("img", { name: messages.workshop.room.qr }).waitFor();
  await take("workshop", page);

  await page.goto("/mappen");
  await page.getByRole("textbox", { name: messages.mappe.start.name }).fill("Kreis Beispiel 2027");
  await page.getByRole("button", { name: messages.mappe.start.submit }).click();
  await page.getByRole("heading", { level: 1, name: "Kreis Beispiel 2027" }).waitFor();
  const [, mappe = ""] = /mappen\/([^/]+)/.exec(page.url()) ?? [];
  for (const [town, name] of ["Altdorf", "Bergheim", "Cremlingen", "Dornstadt", "Ebersbach", "Falkenau"].entries()) {
    const { organisation, ...answers } = answered(content, "municipality", "full", (index) => levelsOfDimensions[(Math.floor(index / 4) + town) % 9] ?? 0); // prettier-ignore
    const { id: member } = await keep(app, { ...answers, organisation: { ...organisation, name } });
    await stores.mappen.add(mappe, [member], "read", now, { now, by: byOwner });
  }
  await page.reload();
  await page.getByRole("region", { name: messages.mappe.overview.table }).waitFor();
  await take("mappe", page);
  if (!process.env.SCREENSHOTS) rmSync(folder, { recursive: true });
});
