import { expect } from "vitest";
import { dimensionIds } from "../../app/core/vocabulary";
import { speak } from "../../app/i18n";
import { expectAccessible, test } from "../support/browser";
import { begin, expectDimension, expectReport, idOf, levelIn, nextButton, questionIn, questionsOf } from "../support/walk";

const ways = [
  { language: "de", javaScriptEnabled: false, how: "without JavaScript" },
  { language: "en", javaScriptEnabled: true, how: "with JavaScript" },
] as const;

for (const { language, javaScriptEnabled, how } of ways)
  test(`an enterprise does the quick check (${language}, ${how}) and goes on to all questions with its answers kept`, async ({
    app,
    visit,
  }) => {
    const speech = speak(language);
    const { words } = speech;
    const { content, stores } = app.services;
    const { page } = await visit({ javaScriptEnabled });
    await begin(page, speech, "sme", "quick");
    for (const dimension of dimensionIds) {
      await expectDimension(page, content, speech, "sme", dimension);
      const questions = questionsOf(content, speech, "sme", "quick", dimension);
      expect(questions).toHaveLength(1);
      for (const { question } of questions) await levelIn(questionIn(page, question), speech, 2).check();
      await nextButton(page, speech, dimension).click();
    }
    await page.getByText(words.assessment.checkDone).waitFor();
    await page.getByRole("link", { name: words.assessment.toReport }).click();
    const id = idOf(page);
    const quickScore = await expectReport(page, app, id, speech);
    if (javaScriptEnabled) await expectAccessible(page);

    await page.getByRole("button", { name: words.assessment.toFull }).click();
    await expectDimension(page, content, speech, "sme", "strategy");
    const keyItem = content.questionnaires.sme.dimensions[0]?.items.find(({ key }) => key)?.id;
    for (const { id: item, question } of questionsOf(content, speech, "sme", "full", "strategy"))
      expect(await levelIn(questionIn(page, question), speech, 2).isChecked(), question).toBe(item === keyItem);
    await page.getByText(words.form.progress(9, 36)).waitFor();

    const kept = await stores.assessments.find(id);
    expect(kept?.depth).toBe("full");
    expect(Object.values(kept?.answers ?? {})).toEqual(Array.from({ length: 9 }, () => ({ level: 2 })));
    expect(quickScore).toBe("50");
  });
