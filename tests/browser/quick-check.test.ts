import { expect } from "vitest";
import { dimensionIds } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { expectAccessible, test } from "../support/browser";
import { expectState } from "../support/saving";
import { answered, answersKept, begin, expectDimension, expectReport, idOf, keep, levelIn, questionIn, questionsOf } from "../support/walk";

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
    await page.getByRole("heading", { level: 1, name: messages.assessment.quickTitle }).waitFor();
    for (const dimension of dimensionIds) {
      const questions = questionsOf(content, locale, "sme", "quick", dimension);
      expect(questions).toHaveLength(1);
      for (const { question } of questions) await levelIn(questionIn(page, question), locale, 2).check();
    }
    await page.getByRole("button", { name: messages.form.saveAndResult }).click();
    await page.waitForURL(/\/report$/);
    const id = idOf(page);
    const quickScore = await expectReport(page, app, id, locale);
    if (javaScriptEnabled) await expectAccessible(page);
    const expected = page.getByText(messages.result.quick.expected("35", "65"));
    await expected.waitFor();
    await page.getByRole("link", { name: messages.result.parts.certainty }).click();
    await expected.waitFor();
    await page.goBack();

    await page.getByRole("button", { name: messages.assessment.toFull }).click();
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
  const link = page.getByRole("link", { name: locale.messages.assessment.keepTitle });
  await link.waitFor();
  expect(new URL(page.url()).pathname).toBe(`/assessments/${id}/questions`);
  const presumed = content.questionnaires.sme.dimensions.flatMap(({ items }) =>
    items.filter(({ key, presupposesUse }) => key && presupposesUse),
  );
  await page.getByText(form.progress(presumed.length, 9)).waitFor();

  await page
    .locator("summary")
    .filter({ hasText: asked?.question ?? "" })
    .first()
    .click();
  await levelIn(questionIn(page, asked?.question ?? ""), locale, 2).check();
  await expectState(page, saving.state.saved);
  expect(await answersKept(app, id)).toEqual({ [asked?.id ?? ""]: { level: 2 } });
  await page.getByText(form.progress(presumed.length, 9)).waitFor();
});

for (const javaScriptEnabled of [true, false])
  test(`who uses no AI yet says so once, for every question about it, and can take it back (script: ${javaScriptEnabled})`, async ({
    app,
    visit,
  }) => {
    const locale = localeOf("de");
    const { form } = locale.messages;
    const { content, stores } = app.services;
    const { page } = await visit({ javaScriptEnabled });
    const { id, editPath } = await keep(app, { ...answered(content, "sme", "full", () => 0), aiUse: "trial", answers: {} });
    await page.goto(editPath);
    await page.goto(`/assessments/${id}/use-cases`);
    const asked = questionsOf(content, locale, "sme", "full", "use-cases");
    const before = await page.getByRole("radio", { name: form.dontKnow }).count();
    expect(before).toBe(asked.length);
    await levelIn(questionIn(page, asked[0]?.question ?? ""), locale, 1).check();
    await page.getByRole("button", { name: form.notUsed }).first().click();
    await page
      .getByRole("status")
      .filter({ has: page.getByRole("button", { name: form.undo }) })
      .waitFor();
    expect((await stores.assessments.find(id))?.aiUse).toBe("none");
    // What was answered on the page is kept, and what depends on the use of AI is folded away.
    expect(await answersKept(app, id)).toEqual({ [asked[0]?.id ?? ""]: { level: 1 } });
    expect(await page.getByText(form.presumed, { exact: true }).count()).toBeGreaterThan(0);

    await page.getByRole("button", { name: form.undo }).click();
    await page.getByRole("button", { name: form.notUsed }).first().waitFor();
    expect((await stores.assessments.find(id))?.aiUse).toBe("trial");
  });
