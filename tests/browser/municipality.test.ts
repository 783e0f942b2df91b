import { expect } from "vitest";
import type { Level } from "../../app/core/assessment/answer";
import { dimensionIds } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { expectAccessible, test } from "../support/browser";
import { expectState } from "../support/saving";
import {
  answered,
  answersKept,
  begin,
  expectDimension,
  expectReport,
  idOf,
  levelIn,
  nextButton,
  questionIn,
  questionsOf,
} from "../support/walk";

const levelAt = (index: number) => (index % 5) as Level;

test("a municipality answers all 36 questions in German and reads its report", async ({ app, visit }) => {
  const german = localeOf("de");
  const { messages } = german;
  const { content } = app.services;
  const { page } = await visit();
  await begin(page, german, "municipality", "full");

  let index = 0;
  for (const dimension of dimensionIds) {
    await expectDimension(page, content, german, "municipality", dimension);
    for (const { question } of questionsOf(content, german, "municipality", "full", dimension)) {
      await levelIn(questionIn(page, question), german, levelAt(index)).check();
      index += 1;
      await page.getByText(messages.form.progress(index, 36)).waitFor();
    }
    await expectState(page, messages.saving.state.saved);
    await nextButton(page, german, dimension).click();
  }

  await page.getByRole("heading", { level: 1, name: messages.assessment.checkTitle }).waitFor();
  await page.getByText(messages.assessment.checkDone).waitFor();
  const id = idOf(page);
  expect(await answersKept(app, id)).toEqual(answered(content, "municipality", "full", levelAt).answers);

  await page.getByRole("link", { name: messages.assessment.toReport }).click();
  await expectReport(page, app, id, german);
  await expectAccessible(page);
});

test("it does the same in English without JavaScript", async ({ app, visit }) => {
  const english = localeOf("en");
  const { messages } = english;
  const { content } = app.services;
  const plain = await visit({ javaScriptEnabled: false });
  // Axe needs a script: a second browser that holds the same cookies looks at the same pages.
  const checker = await visit();
  const checkSamePage = async () => {
    await checker.context.addCookies(await plain.context.cookies());
    await checker.page.goto(plain.page.url());
    await expectAccessible(checker.page);
  };

  await begin(plain.page, english, "municipality", "full");
  let index = 0;
  for (const dimension of dimensionIds) {
    await expectDimension(plain.page, content, english, "municipality", dimension);
    for (const { question } of questionsOf(content, english, "municipality", "full", dimension)) {
      await levelIn(questionIn(plain.page, question), english, levelAt(index)).check();
      index += 1;
    }
    await checkSamePage();
    await nextButton(plain.page, english, dimension).click();
  }
  await plain.page.getByText(messages.assessment.checkDone).waitFor();
  await checkSamePage();

  await plain.page.getByRole("link", { name: messages.assessment.toReport }).click();
  await expectReport(plain.page, app, idOf(plain.page), english);
  await checkSamePage();
});
