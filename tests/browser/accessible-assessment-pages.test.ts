import { describe } from "vitest";
import type { Answers } from "../../app/core/assessment/answer";
import { languages } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { expectAccessibleInTurn, test } from "../support/browser";
import { expectState } from "../support/saving";
import { assessmentPages } from "../support/pages";
import { answered, keep, levelIn, nextButton, questionIn, questionsOf } from "../support/walk";

for (const language of languages)
  describe(`in ${language}`, () => {
    const locale = localeOf(language);
    const { messages, href } = locale;

    test("every page of a filled assessment", { timeout: 120_000 }, async ({ app, visit }) => {
      const { page } = await visit();
      const assessment = answered(app.services.content, "municipality", "full", (index) => ([1, 2, 4, 3, 0] as const)[index % 5] ?? 0);
      const [open, unknown, notApplicable, remarked] = Object.keys(assessment.answers);
      const answers: Answers = {
        ...assessment.answers,
        ...(unknown && { [unknown]: { answer: "dk" } }),
        ...(notApplicable && { [notApplicable]: { answer: "na", reason: "Gibt es hier nicht" } }),
        ...(remarked && { [remarked]: { level: 3, note: "Notiz", evidence: "https://example.org/beschluss" } }),
      };
      if (open) delete answers[open];
      const { id, editPath } = await keep(app, {
        ...assessment,
        aiUse: "operation",
        organisation: { ...assessment.organisation, name: "Musterstadt" },
        answers,
      });
      await page.goto(href(editPath));
      for (const address of assessmentPages(id)) {
        await page.goto(href(address));
        await expectAccessibleInTurn(page);
      }
    });

    // What is there without an answer is there with them, too, but for a few sentences: in the dark on a phone is enough.
    if (language === "de")
      test("every page of an assessment without an answer", { timeout: 120_000 }, async ({ app, visit }) => {
        const { page } = await visit();
        const { id, editPath } = await keep(app, {
          ...answered(app.services.content, "sme", "quick", () => 0),
          aiUse: "none",
          answers: {},
        });
        await page.goto(href(editPath));
        for (const address of assessmentPages(id)) {
          await page.goto(href(address));
          await expectAccessibleInTurn(page);
        }
      });

    test("a page of questions with everything open, a missing reason and a conflict", async ({ app, visit }) => {
      const { page, context } = await visit();
      const { content } = app.services;
      const mayNotApply = content.questionnaires.municipality.dimensions.find(({ items }) =>
        items.slice(1).some((item) => item.allowsNotApplicable),
      );
      const item = mayNotApply?.items.slice(1).find(({ allowsNotApplicable }) => allowsNotApplicable)?.id;
      if (!mayNotApply || !item) throw new Error("no question that may not apply");
      const questions = questionsOf(content, locale, "municipality", "full", mayNotApply.id);
      const { id, editPath } = await keep(app, { ...answered(content, "municipality", "full", () => 0), answers: {} });
      await page.goto(href(editPath));
      await page.goto(href(`/assessments/${id}/${mayNotApply.id}`));
      const other = await context.newPage();
      await other.goto(page.url());

      const first = questions[0]?.question ?? "";
      await levelIn(questionIn(other, first), locale, 1).check();
      await expectState(other, messages.saving.state.saved);
      // A page behind another is drawn once a second only.
      await other.close();
      await levelIn(questionIn(page, first), locale, 2).check();
      await page.getByRole("alert").filter({ hasText: messages.saving.conflict.title }).waitFor();
      for (const { question, id: asked } of questions) {
        const group = questionIn(page, question);
        await group.getByText(messages.form.remarks).click();
        if (asked === item) await group.getByRole("radio", { name: messages.form.notApplicable }).check();
      }
      await nextButton(page, locale, mayNotApply.id).click();
      await page.getByRole("alert").filter({ hasText: messages.saving.summaryTitle }).waitFor();
      await expectAccessibleInTurn(page);
    });

    test("the profile with a wrong field", async ({ app, visit }) => {
      const { page, expectComplaint } = await visit();
      const { id, editPath } = await keep(app, { ...answered(app.services.content, "sme", "quick", () => 0), organisation: {} });
      await page.goto(href(editPath));
      await page.goto(href(`/assessments/${id}/profile`));
      await page.getByRole("button", { name: messages.assessment.profileSubmit }).click();
      await page.getByRole("link", { name: messages.start.errors.sizeClass }).waitFor();
      expectComplaint("422");
      await expectAccessibleInTurn(page);
    });
  });
