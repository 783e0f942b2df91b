import { describe, expect } from "vitest";
import { localeOf } from "../../app/i18n";
import type { Language } from "../../app/core/vocabulary";
import { expectAccessible, test } from "../support/browser";

const file = "seeds/demo/musterstadt.json";

describe.each<[Language, boolean]>([
  ["de", false],
  ["en", true],
])("two rounds in %s, with a script: %s", (language, javaScriptEnabled) => {
  const { messages, href } = localeOf(language);
  const { rounds } = messages;

  test("closed, begun, confirmed, changed and closed again, the history is right", async ({ visit }) => {
    const { page } = await visit({ javaScriptEnabled });
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    await page.goto(href("/load"));
    await page.getByLabel(messages.load.file).setInputFiles(file);
    await press(messages.load.submit);
    const id = /assessments\/([\w-]{22})/.exec(page.url())?.[1] ?? "";
    const open = (path: string) => page.goto(href(`/assessments/${id}${path}`));

    await page.getByRole("link", { name: rounds.link }).click();
    await page.getByLabel(rounds.close.date).fill("2026-05-12");
    await press(rounds.close.submit);
    await page.getByText(rounds.saved.closed).waitFor();
    await press(rounds.begin.submit);
    await page.getByText(rounds.saved.begun).waitFor();
    if (javaScriptEnabled) await expectAccessible(page);

    // Whoever has begun a round is led to what waits in it, wherever they are.
    await open("/report");
    await page.getByText(rounds.past.waiting(2, 36)).waitFor();
    await open("");
    await page.getByRole("link", { name: rounds.confirm.link(36) }).waitFor();
    await open("/rounds");
    await page.getByRole("link", { name: rounds.confirm.link(36) }).click();
    await page.getByText(rounds.confirm.lead).waitFor();
    expect(page.url()).toContain("/rounds/confirm/strategy");
    if (javaScriptEnabled) await expectAccessible(page);
    // Every topic in turn: with the last one confirmed, the way leads back to the rounds.
    for (let topic = 0; topic < 9; topic += 1) await press(rounds.confirm.submit);
    await page.getByRole("heading", { name: rounds.title, exact: true }).waitFor();

    await open("/strategy");
    await page.locator("#strategy-goals").getByRole("radio").nth(4).check();
    await page.getByRole("button", { name: messages.form.saveAndNext }).click();
    await page.waitForURL(/funding/);
    if (javaScriptEnabled) await expectAccessible(page);
    await open("/report/history");
    await page.getByRole("heading", { name: rounds.history.headline.soFar.within, level: 1 }).waitFor();
    await page.getByText(rounds.history.runningHint).waitFor();
    await open("/rounds");
    await page.getByLabel(rounds.close.peopleChoices.yes).check();
    await press(rounds.close.submit);
    await page.getByText(rounds.saved.closed).waitFor();

    await open("/report/history");
    await page.getByRole("heading", { name: rounds.history.headline.within, level: 1 }).waitFor();
    const text = (await page.getByRole("main").innerText()).replaceAll("\u00a0", " ");
    expect(text).not.toContain(rounds.history.runningHint);
    // Level 2 to 4 of one of the 35 questions that apply: 50 points of 35.
    expect(text).toContain(language === "de" ? "+1,4 Punkte" : "+1.4 points");
    expect(text).toContain(rounds.history.within("5", true));
    const [from, to] = [2, 4].map(rounds.history.standings.level);
    expect(text).toContain(`${from} → ${to}`);
    const table = page.getByRole("region", { name: rounds.history.table }).getByRole("row");
    expect(await table.nth(1).innerText()).toMatch(/1\s.*2026\s+41\s+41–50\s+27–52/);
    expect(await table.nth(2).innerText()).toMatch(/2\s.*\s+43\s/);
    if (javaScriptEnabled) await expectAccessible(page);

    await open("/rounds");
    await page.getByRole("link", { name: rounds.name(1) }).click();
    await page.getByText(rounds.past.today).waitFor();
  });
});
