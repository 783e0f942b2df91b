import { expect } from "vitest";
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
  keep,
  levelIn,
  nextButton,
  questionIn,
  questionsOf,
} from "../support/walk";

const ways = [
  { language: "de", javaScriptEnabled: false, how: "without JavaScript" },
  { language: "en", javaScriptEnabled: true, how: "with JavaScript" },
] as const;

for (const { language, javaScriptEnabled, how } of ways)
  test(`an enterprise does the quick check (${language}, ${how}) and goes on to all questions with its answers kept`, async ({
    app,
    visit,
  }) => {
    const locale = localeOf(language);
    const { messages } = locale;
    const { content, stores } = app.services;
    const { page } = await visit({ javaScriptEnabled });
    await begin(page, locale, "sme", "quick");
    for (const dimension of dimensionIds) {
      await expectDimension(page, content, locale, "sme", dimension);
      const questions = questionsOf(content, locale, "sme", "quick", dimension);
      expect(questions).toHaveLength(1);
      for (const { question } of questions) await levelIn(questionIn(page, question), locale, 2).check();
      await nextButton(page, locale, dimension).click();
    }
    await page.getByText(messages.assessment.checkDone).waitFor();
    await page.getByRole("link", { name: messages.assessment.toReport }).click();
    const id = idOf(page);
    const quickScore = await expectReport(page, app, id, locale);
    if (javaScriptEnabled) await expectAccessible(page);

    await page.getByRole("button", { name: messages.result.quick.toFull }).click();
    await expectDimension(page, content, locale, "sme", "strategy");
    const keyItem = content.questionnaires.sme.dimensions[0]?.items.find(({ key }) => key)?.id;
    for (const { id: item, question } of questionsOf(content, locale, "sme", "full", "strategy"))
      expect(await levelIn(questionIn(page, question), locale, 2).isChecked(), question).toBe(item === keyItem);
    await page.getByText(messages.form.progress(9, 36)).waitFor();

    expect((await stores.assessments.find(id))?.depth).toBe("full");
    expect(Object.values(await answersKept(app, id))).toEqual(Array.from({ length: 9 }, () => ({ level: 2 })));
    expect(quickScore).toBe("50");
  });

test("where no AI is in use, what presupposes it counts as answered, and can be answered all the same", async ({ app, visit }) => {
  const locale = localeOf("de");
  const { form, saving } = locale.messages;
  const { content } = app.services;
  const { page } = await visit();
  const { id, editPath } = await keep(app, {
    ...answered(content, "sme", "quick", () => 0),
    aiUse: "none",
    answers: {},
  });
  await page.goto(editPath);
  await page.goto(`/assessments/${id}/use-cases`);
  const [asked] = questionsOf(content, locale, "sme", "quick", "use-cases");
  const topic = page.getByRole("link", { name: form.stateOf(1, 1) });
  await page.getByText(form.progress(1, 9)).waitFor();
  await topic.waitFor();

  await page.getByText(form.presumed).click();
  await levelIn(questionIn(page, asked?.question ?? ""), locale, 2).check();
  await expectState(page, saving.state.saved);
  expect(await answersKept(app, id)).toEqual({ [asked?.id ?? ""]: { level: 2 } });
  await page.getByText(form.progress(1, 9)).waitFor();
  await topic.waitFor();
});
