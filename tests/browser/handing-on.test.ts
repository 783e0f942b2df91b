import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { localeOf } from "../../app/i18n";
import { expectAccessible, expectAccessibleEverywhere, test } from "../support/browser";
import { answered, keep } from "../support/walk";

for (const language of ["de", "en"] as const) {
  const { messages, href } = localeOf(language);
  const { download, writing } = messages;

  test(`a document is fetched from the menu, which says how it goes on (${language})`, async ({ app, visit }) => {
    const { page } = await visit();
    const { id, editPath } = await keep(app, answered(app.services.content, "sme", "quick", () => 1)); // prettier-ignore
    await page.goto(editPath);
    await page.goto(href(`/assessments/${id}/report/documents`));
    await page.getByRole("radio", { name: download.kinds.csv }).check();
    await page.getByRole("combobox", { name: download.table }).selectOption({ label: messages.tables.answers.name });
    const arriving = page.waitForEvent("download");
    await page.getByRole("button", { name: download.submit }).click();
    const file = await arriving;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^ki-pegel-${messages.papers.fileNames.tables}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
    expect(readFileSync(await file.path(), "utf8")).toContain(messages.tables.answers.question);
    await page.getByRole("status").filter({ hasText: download.done }).waitFor();

    // The annex takes long enough to think better of it.
    await page.getByRole("radio", { name: messages.papers.names.annex }).check();
    await page.getByRole("radio", { name: download.kinds["pdf-a-2b"] }).check();
    await page.getByRole("button", { name: download.submit }).click();
    await page.getByRole("status").filter({ hasText: download.working }).waitFor();
    await page.getByRole("button", { name: download.cancel }).click();
    await page.getByRole("status").filter({ hasText: download.cancelled }).waitFor();
    await expectAccessible(page);
  });

  test(`without a script the menu gives the same document (${language})`, async ({ app, visit }) => {
    const { page } = await visit({ javaScriptEnabled: false });
    const { id, editPath } = await keep(app, answered(app.services.content, "sme", "quick", () => 1)); // prettier-ignore
    await page.goto(editPath);
    await page.goto(href(`/assessments/${id}/report/documents`));
    await page.getByRole("radio", { name: download.kinds["csv-plain"] }).check();
    const arriving = page.waitForEvent("download");
    await page.getByRole("button", { name: download.submit }).click();
    expect(readFileSync(await (await arriving).path(), "utf8")).toContain(messages.tables.scores.topic);
  });

  test(`one's own words stand in the report, and faults are told where they are (${language})`, async ({ app, visit }) => {
    const { page } = await visit();
    const { id, editPath } = await keep(app, answered(app.services.content, "sme", "quick", () => 1)); // prettier-ignore
    await page.goto(editPath);
    await page.goto(href(`/assessments/${id}/report/documents`));
    await page.getByRole("link", { name: writing.link }).click();
    await page.getByRole("textbox", { name: writing.author, exact: true }).fill("Beratung <b>Beispiel</b>");
    await page.getByRole("textbox", { name: writing.summary }).fill("x".repeat(6_001));
    await page.getByRole("button", { name: writing.submit }).click();
    await page
      .getByRole("alert")
      .getByRole("link", { name: messages.saving.tooLong(writing.summary, 1, 6_000) })
      .waitFor();
    await expectAccessibleEverywhere(page);
    await page.getByRole("textbox", { name: writing.summary }).fill("Erstens.\n\n- Geld\n- Zeit");
    await page.getByRole("button", { name: writing.submit }).click();
    await page.getByRole("region", { name: messages.document.authorsSummary }).waitFor();
    expect(new URL(page.url()).hash).toBe("#summary");
    expect(await page.locator("#summary").innerText()).toBe(messages.document.authorsSummary);
    await page.getByText(writing.by("Beratung <b>Beispiel</b>")).waitFor();
    expect(await page.locator(".written li").allTextContents()).toEqual(["Geld", "Zeit"]);
  });
}
