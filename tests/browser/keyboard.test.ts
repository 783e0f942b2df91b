import { expect } from "vitest";
import { dimensionIds } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { test } from "../support/browser";
import { expectFocusVisible, hasFocus, tabUntil } from "../support/keyboard";
import { answered, expectReport, idOf, keep, levelIn, nextButton, questionIn, questionsOf } from "../support/walk";

const german = localeOf("de");
const { messages } = german;

test("the quick check can be done by keyboard alone", async ({ app, visit }) => {
  const { content } = app.services;
  const { page } = await visit();
  const tabTo = (role: "link" | "button" | "radio", name: string) => {
    const locator = page.getByRole(role, { name, exact: true }).first();
    return tabUntil(page, () => hasFocus(locator), name);
  };

  await page.goto("/");
  await page.keyboard.press("Tab");
  expect(await hasFocus(page.getByRole("link", { name: messages.layout.skip }))).toBe(true);
  await expectFocusVisible(page);
  await page.keyboard.press("Enter");
  // The link into the content skips the navigation: the next stop is the first thing to choose.
  await page.keyboard.press("Tab");
  expect(await hasFocus(page.getByRole("link", { name: messages.home.municipality }))).toBe(true);
  await tabUntil(page, () => hasFocus(page.getByRole("link", { name: messages.home.sme })), messages.home.sme);
  await page.keyboard.press("Enter");

  await page.getByRole("heading", { level: 1, name: messages.start.title }).waitFor();
  await tabTo("radio", messages.names.sizeClasses["employees-1-9"]);
  await page.keyboard.press("ArrowDown");
  await expectFocusVisible(page);
  expect(await page.getByRole("radio", { name: messages.names.sizeClasses["employees-10-49"], exact: true }).isChecked()).toBe(true);
  await tabTo("button", messages.start.submit);
  await page.keyboard.press("Enter");

  await page.getByRole("heading", { level: 1, name: messages.assessment.quickTitle }).waitFor();
  for (const dimension of dimensionIds)
    for (const { question } of questionsOf(content, german, "sme", "quick", dimension)) {
      const group = questionIn(page, question);
      await tabUntil(page, () => hasFocus(levelIn(group, german, 0)), question);
      await page.keyboard.press("Space");
      expect(await levelIn(group, german, 0).isChecked()).toBe(true);
      for (const level of [1, 2, 3] as const) {
        await page.keyboard.press("ArrowRight");
        await expectFocusVisible(page);
        expect(await levelIn(group, german, level).isChecked()).toBe(true);
      }
    }
  await tabTo("button", messages.form.saveAndResult);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/report$/);
  expect(await expectReport(page, app, idOf(page), german)).toBe("75");
});

for (const height of [500, 900])
  test(`nothing that has focus hides behind the bar of the form, forwards or backwards (window ${height} pixels high)`, async ({
    app,
    visit,
  }) => {
    const { content } = app.services;
    const { page } = await visit({ viewport: { width: 1280, height } });
    const { id, editPath } = await keep(
      app,
      answered(content, "municipality", "full", () => 2),
    );
    await page.goto(editPath);
    await page.goto(`/assessments/${id}/strategy`);
    const skip = page.getByRole("link", { name: messages.layout.skip });
    const next = nextButton(page, german, "strategy");
    await tabUntil(page, () => hasFocus(next), "the button that goes on");
    await tabUntil(page, () => hasFocus(skip), "the top of the page", "Shift+Tab");
  });

test("what is wrong takes the focus, and its link leads to the field", async ({ visit }) => {
  const { page } = await visit();
  await page.goto("/start?track=sme");
  await tabUntil(page, () => hasFocus(page.getByRole("button", { name: messages.start.submit })), messages.start.submit);
  await page.keyboard.press("Enter");
  const summary = page.getByRole("alert");
  await summary.waitFor();
  expect(await hasFocus(summary)).toBe(true);
  await page.keyboard.press("Tab");
  expect(await hasFocus(page.getByRole("link", { name: messages.start.errors.sizeClass }))).toBe(true);
  await page.keyboard.press("Enter");
  // The link leads to the group; the next stop is its first choice.
  await page.keyboard.press("Tab");
  expect(await hasFocus(page.getByRole("radio").first())).toBe(true);
});
