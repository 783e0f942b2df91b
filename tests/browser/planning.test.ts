import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { parseSaveFileText } from "../../app/core/assessment/parse-save-file";
import type { Content } from "../../app/core/content";
import { languages } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { expectAccessible, test } from "../support/browser";
import { answered, keep, openAllSteps, openLimits, seePlanChart } from "../support/walk";

function example(content: Content) {
  const { assessment } = parseSaveFileText(readFileSync("seeds/demo/musterstadt.json", "utf8"), content.models);
  if (!assessment) throw new Error("The example is no save file");
  return assessment;
}

for (const language of languages)
  describe(`in ${language}`, () => {
    const locale = localeOf(language);
    const { messages, href } = locale;
    const { roadmap, whatIf, peers, tables, result } = messages;

    test("a roadmap within limits, kept, ticked off and exported, without a script", async ({ app, visit }) => {
      const { page, context, expectComplaint } = await visit({ javaScriptEnabled: false });
      const { id, editPath } = await keep(app, example(app.services.content));
      await page.goto(href(editPath));
      await page.goto(href(`/assessments/${id}/plan`));
      await openLimits(page, locale);
      await page.getByRole("textbox", { name: roadmap.budget }).fill("viel");
      await page.getByRole("button", { name: roadmap.submit }).click();
      await page.getByRole("link", { name: roadmap.errors.budget }).waitFor();
      expect(await page.getByRole("textbox", { name: roadmap.budget }).inputValue()).toBe("viel");
      expectComplaint("422");

      await openLimits(page, locale);
      await page.getByRole("textbox", { name: roadmap.budget }).fill("30000");
      await page.getByRole("combobox", { name: roadmap.quarters }).selectOption("4");
      await page.getByRole("button", { name: roadmap.submit }).click();
      await page.getByText(result.plan.optimal).waitFor();
      await seePlanChart(page, locale);
      await page.getByText(roadmap.frontier, { exact: true }).click();
      await page.getByRole("img", { name: roadmap.frontierChart }).waitFor();

      await page.getByRole("combobox", { name: roadmap.status }).first().selectOption("begun");
      await page.getByRole("textbox", { name: roadmap.owner }).first().fill("=CIO()");
      await page.getByRole("button", { name: roadmap.saveSteps }).click();
      await page.getByRole("status").filter({ hasText: roadmap.savedSteps }).waitFor();
      expect(await page.getByRole("combobox", { name: roadmap.status }).first().inputValue()).toBe("begun");

      const table = await context.request.get(`${app.url}${href(`/assessments/${id}/plan.csv`)}`);
      expect(table.headers()["content-type"]).toContain("text/csv");
      const [head, first] = (await table.text()).split("\r\n");
      expect(head?.split(";").slice(0, 2)).toEqual([`\uFEFF${tables.roadmap.quarter}`, tables.roadmap.title]);
      expect(first).toContain(`${roadmap.statuses.begun};'=CIO()`);
      const calendar = await context.request.get(`${app.url}${href(`/assessments/${id}/plan.ics`)}`);
      expect(calendar.headers()["content-type"]).toContain("text/calendar");
      expect((await calendar.text()).match(/BEGIN:VEVENT/g)?.length).toBe((await table.text()).trim().split("\r\n").length - 1);

      // What is done stays, asks for no money any more, and offers its questions for a new answer.
      await page.getByRole("combobox", { name: roadmap.status }).first().selectOption("done");
      await page.getByRole("button", { name: roadmap.saveSteps }).click();
      await page.getByRole("status").filter({ hasText: roadmap.savedSteps }).waitFor();
      await openAllSteps(page);
      const done = page.getByRole("group", { name: `(${roadmap.statuses.done})` });
      expect(await done.getByRole("textbox", { name: roadmap.owner }).inputValue()).toBe("=CIO()");
      await done.getByText(result.plan.doneOffer).waitFor();
      const question = await done.getByText(result.plan.doneOffer).getByRole("link").first().getAttribute("href");
      expect(question).toMatch(new RegExp(`^${href(`/assessments/${id}/`)}[a-z-]+#[a-z-]+$`));

      // An error is seen at once, wherever the page stood; and what was noted stays, whatever the limits are.
      await openLimits(page, locale);
      await page.getByRole("textbox", { name: roadmap.budget }).fill("15,50");
      await page.getByRole("button", { name: roadmap.submit }).click();
      await page.getByRole("link", { name: roadmap.errors.budget }).waitFor();
      expect(new URL(page.url()).hash).toBe("");
      expectComplaint("422");
      await openLimits(page, locale);
      await page.getByRole("textbox", { name: roadmap.budget }).fill("30000");
      await openLimits(page, locale);
      await page.getByRole("textbox", { name: roadmap.capacity }).fill("0");
      await page.getByRole("button", { name: roadmap.submit }).click();
      await page.getByRole("heading", { name: result.plan.impossible }).waitFor();
      await openAllSteps(page);
      expect(await done.getByRole("combobox", { name: roadmap.status }).inputValue()).toBe("done");
    });

    test("limits that cannot be kept say what is missing", async ({ app, visit }) => {
      const { page } = await visit();
      // Whoever has AI in operation has duties now, and nobody has the time for them.
      const assessment = answered(app.services.content, "municipality", "full", () => 0);
      const { id, editPath } = await keep(app, { ...assessment, aiUse: "operation" });
      await page.goto(href(editPath));
      await page.goto(href(`/assessments/${id}/plan`));
      await openLimits(page, locale);
      await page.getByRole("textbox", { name: roadmap.capacity }).fill("0");
      await page.getByRole("button", { name: roadmap.submit }).click();
      await page.getByRole("heading", { name: result.plan.impossible }).waitFor();
      const missing = await page.locator(".alert-warning").getByRole("listitem").allTextContents();
      expect(
        missing.some((text) => new RegExp(result.plan.missingDays("\\d+")).test(text)),
        missing.join(),
      ).toBe(true);
      await page.getByRole("heading", { name: result.plan.nearest }).waitFor();
      await page.getByRole("status").filter({ hasText: roadmap.savedLimits }).waitFor();
      await seePlanChart(page, locale);
      await expectAccessible(page);

      // The overview says the same, and not that there is nothing to do.
      await page.goto(href(`/assessments/${id}/report`));
      await page.getByText(result.nextSteps.impossible(missing.join(" "))).waitFor();
      expect(await page.getByText(result.nextSteps.noneLeft).count()).toBe(0);
      await page.getByRole("link", { name: roadmap.toPlan }).click();
      await page.getByRole("heading", { name: result.plan.impossible }).waitFor();

      // Nobody has to type what is missing, and it says before the press what will stand there.
      const sets = await page.locator("#nearest-sets").innerText();
      await page.getByRole("button", { name: roadmap.takeNearest }).click();
      await page.getByRole("status").filter({ hasText: roadmap.saved }).waitFor();
      expect(await page.getByRole("button", { name: roadmap.takeNearest }).count()).toBe(0);
      await openLimits(page, locale);
      const days = Number(await page.getByRole("textbox", { name: roadmap.capacity }).inputValue());
      expect(days).toBeGreaterThan(0);
      expect(sets).toContain(locale.personDays(days, days));
    });

    test("a supposed answer moves the result at once and leaves the stored one alone", async ({ app, visit }) => {
      const { page } = await visit();
      const assessment = answered(app.services.content, "sme", "full", () => 1);
      const { id, editPath } = await keep(app, assessment);
      await page.goto(href(editPath));
      await page.goto(href(`/assessments/${id}/what-if`));
      await page.getByRole("heading", { name: whatIf.nothing }).waitFor();
      await page
        .getByText(app.services.content.questionnaires.sme.text[language].dimensions.strategy?.name ?? "")
        .first()
        .click();
      await page.getByRole("combobox").first().selectOption("4");
      await page.getByRole("heading", { name: whatIf.supposed(1) }).waitFor();
      expect(page.url()).toContain("=4");
      expect((await app.services.stores.assessments.find(id))?.answers).toEqual(assessment.answers);
    });

    test("nobody is compared with strangers, and the page says why", async ({ app, visit }) => {
      const { page } = await visit();
      const { id, editPath } = await keep(
        app,
        answered(app.services.content, "sme", "full", () => 2),
      );
      await page.goto(href(editPath));
      await page.goto(href(`/assessments/${id}/peers`));
      await page.getByText(peers.whyNot).waitFor();
      await expectAccessible(page);
    });

    test("the report prints the seed, and the same answers print the same numbers", async ({ app, visit }) => {
      const { page } = await visit();
      const texts: string[] = [];
      for (let turn = 0; turn < 2; turn += 1) {
        const { id, editPath } = await keep(app, example(app.services.content));
        await page.goto(href(editPath));
        // The address of before leads on.
        await page.goto(href(`/assessments/${id}/certainty`));
        expect(new URL(page.url()).pathname).toBe(href(`/assessments/${id}/report/certainty`));
        await page.getByRole("heading", { level: 2, name: result.certainty.openTitle }).waitFor();
        texts.push(await page.getByRole("main").innerText());
      }
      expect(texts[1]).toBe(texts[0]);
      expect(texts[0]).toContain(result.certainty.reproducible);
    });
  });
