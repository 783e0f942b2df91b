import { expect } from "vitest";
import { languages } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { test } from "../support/browser";
import { reportFor } from "../support/report";
import { answered, keep } from "../support/walk";

for (const language of languages)
  test(`charts need no JavaScript, have a name, and stand with the table of their numbers (${language})`, async ({ app, visit }) => {
    const locale = localeOf(language);
    const { report, result } = locale.messages;
    const { content } = app.services;
    const { page } = await visit({ javaScriptEnabled: false });
    const assessment = answered(content, "municipality", "full", (index) => ([0, 2, 3, 4, 1, 2, 2] as const)[index % 7] ?? 0);
    // Two of the nine lack answers: one has an interval, the other no value at all.
    const [first, second] = content.questionnaires.municipality.dimensions.map(({ items }) => items.map(({ id }) => id));
    for (const item of [...(first ?? []).slice(0, 1), ...(second ?? []).slice(0, 3)]) delete assessment.answers[item];
    const { id, editPath } = await keep(app, assessment);
    await page.goto(editPath);
    await page.goto(locale.href(`/assessments/${id}/report/topics`));

    const rangeChart = page.getByRole("img", { name: report.rangeChart(null), exact: true });
    const radarChart = page.getByRole("img", { name: report.radarChart });
    await rangeChart.waitFor();
    await page.getByText(report.radarTitle, { exact: true }).first().click();
    await radarChart.waitFor();
    // A dot where there is a value, and only there.
    const { dimensions } = reportFor(assessment, content, "2026-11-21");
    const scored = dimensions.filter(({ score }) => score !== null);
    expect(scored).toHaveLength(8);
    expect(await rangeChart.evaluate((svg) => svg.querySelectorAll("circle").length)).toBe(8);
    for (const image of await page.getByRole("img").all()) expect(await image.evaluate((svg) => svg.tagName)).toBe("svg");

    const table = page.getByRole("region", { name: report.chartTable }).getByRole("table");
    const rows = await table.getByRole("row").all();
    expect(rows).toHaveLength(10);
    for (const [index, dimension] of dimensions.entries()) {
      const name = content.questionnaires.municipality.text[language].dimensions[dimension.id]?.name ?? "";
      const row = rows[index + 1];
      expect(await row?.getByRole("rowheader").innerText()).toBe(name);
      const [value, interval] = (await row?.getByRole("cell").allInnerTexts()) ?? [];
      const { score, lower, upper } = dimension;
      expect(value).toBe(score === null ? result.value.noNumber : locale.score(score));
      expect(interval?.split("–")).toEqual([...new Set([lower, upper].map((bound) => locale.score(bound ?? 0)))]);
    }

    const region = content.regions[0];
    const name = region ? locale.translate(region.name) : "";
    await page.getByText(locale.messages.screen.compareWith).click();
    await page.getByRole("combobox", { name: report.chooseRegion }).selectOption({ label: name });
    await page.getByRole("button", { name: report.show }).click();
    await page.getByRole("img", { name: report.rangeChart(name), exact: true }).waitFor();
    await table.getByRole("columnheader", { name }).waitFor();
  });
