import { describe, expect } from "vitest";
import { languages } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { expectAccessible, expectAccessibleInTurn, test } from "../support/browser";
import { closedPages, publicPages } from "../support/pages";
import { answered, keep } from "../support/walk";

for (const language of languages)
  describe(`in ${language}`, () => {
    const locale = localeOf(language);
    const { messages, href } = locale;

    test("every public page", { timeout: 180_000 }, async ({ app, visit }) => {
      const { page } = await visit();
      for (const address of publicPages(app.services.content)) {
        await page.goto(href(address));
        expect(await page.title(), address).toContain(messages.layout.product);
        expect(await page.getByRole("heading", { level: 1 }).count(), address).toBe(1);
        await expectAccessibleInTurn(page);
      }
    });

    test("pages that are not there", async ({ visit }) => {
      const { page, expectComplaint } = await visit();
      for (const address of closedPages) {
        const response = await page.goto(href(address));
        expect(response?.status(), address).toBe(404);
        expectComplaint("404");
        const noAccess = /^\/(open|assessments)\//.test(address);
        await page
          .getByRole("heading", { level: 1, name: noAccess ? messages.errors.noAccessTitle : messages.errors.notFoundTitle })
          .waitFor();
        await expectAccessibleInTurn(page);
      }
    });

    test("forms that were filled in wrongly", async ({ visit }) => {
      const { page, expectComplaint } = await visit();
      const summary = page.getByRole("alert").filter({ hasText: messages.saving.summaryTitle });

      await page.goto(href("/start?track=sme"));
      await page.getByRole("button", { name: messages.start.submit }).click();
      await summary.getByRole("link", { name: messages.start.errors.sizeClass }).waitFor();
      await expectAccessibleInTurn(page);

      await page.goto(href("/accessibility"));
      await page.getByRole("button", { name: messages.accessibility.submit }).click();
      await summary.getByRole("link", { name: messages.accessibility.messageMissing }).waitFor();
      await expectAccessibleInTurn(page);

      await page.goto(href("/load"));
      await page.getByRole("button", { name: messages.load.submit }).click();
      await summary.getByRole("link", { name: messages.load.missing }).waitFor();
      await expectAccessibleInTurn(page);
      await page
        .getByLabel(messages.load.file)
        .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{ no") });
      await page.getByRole("button", { name: messages.load.submit }).click();
      await page.getByRole("alert").getByText(messages.errors.saveFile["not-json"]).waitFor();
      await expectAccessibleInTurn(page);
      for (let form = 0; form < 3; form += 1) expectComplaint("422");
    });
  });

test("nothing is lost where the system gives the colours", async ({ app, visit }) => {
  const { page } = await visit({ forcedColors: "active" });
  const { editPath, id } = await keep(
    app,
    answered(app.services.content, "municipality", "full", () => 2),
  );
  await page.goto(editPath);
  for (const part of ["", "/strategy", "/report", "/report/topics", "/plan"]) {
    await page.goto(`/assessments/${id}${part}`);
    await expectAccessible(page, ["color-contrast"]);
  }
  // Charts take the system's colours; what has focus has an outline.
  await page.goto(`/assessments/${id}/report/topics`);
  const [fill, text] = await page
    .locator("svg circle")
    .first()
    .evaluate((dot) => [getComputedStyle(dot).fill, getComputedStyle(document.body).color]);
  expect(fill).toBe(text);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe("solid");
});

test("nothing moves for those who asked for less motion", async ({ visit }) => {
  const { page } = await visit();
  await page.goto("/glossary");
  await expectAccessible(page);
  const motion = () => page.evaluate(() => [getComputedStyle(document.documentElement).scrollBehavior, document.getAnimations().length]);
  expect(await motion()).toEqual(["auto", 0]);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await motion()).toEqual(["smooth", 0]);
});
