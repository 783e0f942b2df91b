import type { Page } from "playwright-core";
import { expect } from "vitest";
import { localeOf } from "../../app/i18n";
import { expectAccessibleEverywhere, test } from "../support/browser";
import { expectState } from "../support/saving";
import { partPages } from "../support/pages";
import { answered, keep, levelIn, questionIn, questionsOf } from "../support/walk";

const locale = localeOf("de");
const { messages, href } = locale;
const { team } = messages;

test("an owner and two colleagues answer the same, see where they differ, and agree", { timeout: 120_000 }, async ({ app, visit }) => {
  const { content } = app.services;
  const { page: owner, expectComplaints } = await visit();
  const { id, editPath } = await keep(app, {
    ...answered(content, "municipality", "full", () => 2),
    organisation: { name: "Musterstadt" },
  });
  await owner.goto(href(editPath));
  const open = (path: string) => owner.goto(href(`/assessments/${id}${path}`));
  const [first, second] = questionsOf(content, locale, "municipality", "full", "strategy");
  if (!first || !second) throw new Error("no questions");
  const topic = content.questionnaires.municipality.text.de.dimensions.strategy?.name ?? "";

  async function invite(name: string): Promise<string> {
    await open("/team");
    await owner.getByLabel(team.invite.name).fill(name);
    await owner.getByRole("checkbox", { name: topic }).check();
    await owner.getByLabel(team.invite.until).fill("2099-12-01");
    await owner.getByRole("button", { name: team.invite.submit }).click();
    await owner.getByRole("heading", { name: team.shown.title(name) }).waitFor();
    const link = /\/answer\/[\w-]{43}/.exec(await owner.getByRole("main").innerText())?.[0];
    if (!link) throw new Error("no link is shown");
    return link;
  }
  await open("/team");
  await owner.getByRole("button", { name: team.invite.submit }).click();
  await owner.getByRole("link", { name: team.invite.nameError }).waitFor();
  await expectAccessibleEverywhere(owner);
  const links = [await invite("IT-Leitung"), await invite("Kämmerei")] as const;
  await expectAccessibleEverywhere(owner);
  await open("");
  await owner.getByText(new RegExp(`IT-Leitung.*${team.states.invited}, bis 1. Dezember 2099.*Kämmerei`)).waitFor();

  async function answer(page: Page, link: string, level: 0 | 4): Promise<void> {
    await page.goto(link);
    expect(page.url()).not.toContain(link);
    await page.getByRole("heading", { name: team.part.titleOf("Musterstadt"), level: 1 }).waitFor();
    await page.getByText(team.part.until("1. Dezember 2099")).waitFor();
    await page.getByRole("link", { name: team.part.begin }).click();
    await levelIn(questionIn(page, first?.question ?? ""), locale, level).check();
    await levelIn(questionIn(page, second?.question ?? ""), locale, 2).check();
  }
  const { page: withScript } = await visit();
  await answer(withScript, links[0], 4);
  await expectState(withScript, messages.saving.state.saved);
  const part = /parts\/([\w-]{22})/.exec(withScript.url())?.[1] ?? "";
  for (const path of partPages(part)) {
    await withScript.goto(href(path));
    await expectAccessibleEverywhere(withScript);
  }
  await withScript.goto(`/parts/${part}`);
  await withScript.getByLabel(team.part.ask).fill("Frage 3 weiß die Rechtsabteilung");
  await withScript.getByRole("button", { name: team.part.asks }).click();
  await withScript.getByText(team.part.isAsking).waitFor();

  const { page: without } = await visit({ javaScriptEnabled: false });
  await answer(without, links[1], 0);
  await without.getByRole("button", { name: messages.form.saveAndNext }).click();
  await without.getByRole("button", { name: team.part.done }).click();
  await without.getByText(team.part.isDone).waitFor();

  await open("/team");
  await owner.getByText(team.asks("Frage 3 weiß die Rechtsabteilung")).waitFor();
  await owner.getByText(team.states.done, { exact: true }).waitFor();
  await owner.getByRole("link", { name: team.openOf("IT-Leitung") }).click();
  await owner.getByRole("heading", { name: "IT-Leitung", level: 1 }).waitFor();
  await expectAccessibleEverywhere(owner);

  await open("/team/answers");
  await owner.getByRole("heading", { name: team.answers.talkTitle(1) }).waitFor();
  const differing = owner.getByRole("region", { name: first.question });
  await differing.getByText(team.answers.spread(4)).waitFor();
  expect(await differing.innerText()).toMatch(/Sie .*Stufe 2[^]*IT-Leitung: Stufe 4[^]*Kämmerei: Stufe 0[^]*Vorläufig zählt: Stufe 2/);
  await differing.getByText(team.answers.record, { exact: false }).first().click();
  await levelIn(differing, locale, 4).check();
  await differing.getByRole("button", { name: team.answers.record }).click();
  await owner.getByRole("link", { name: team.answers.reasonError }).waitFor();
  await expectAccessibleEverywhere(owner);
  expect(await levelIn(differing, locale, 4).isChecked()).toBe(true);
  await differing.getByLabel(team.answers.reason).fill("Der Beschluss lag allen vor");
  await differing.getByRole("button", { name: team.answers.record }).click();
  await differing.getByText(team.answers.recordedReason("Der Beschluss lag allen vor")).waitFor();
  await owner.getByRole("heading", { name: team.answers.talkTitle(1) }).waitFor({ state: "detached" });

  await open("/team");
  await owner.getByRole("checkbox", { name: team.names.label }).check();
  await owner.getByRole("button", { name: team.names.save }).click();
  await owner.getByText(team.personPage.saved).waitFor();
  await open("/report/certainty");
  await owner.getByText(team.agreement.title, { exact: true }).first().click();
  const said = await owner.getByRole("main").innerText();
  for (const line of [
    team.agreement.people(3),
    team.agreement.named("IT-Leitung und Kämmerei", 1),
    team.agreement.shared(2, 1, 0, 1),
    team.agreement.recorded(1),
    team.agreement.provisional(1),
  ])
    expect(said).toContain(line);
  await expectAccessibleEverywhere(owner);
  // What was sent without a name, and without a reason.
  expectComplaints("422");
  // One question of 36 from level 2 to 4: 50 + 50 / 36.
  await open("/report");
  await owner.getByRole("heading", { level: 2, name: /51/ }).waitFor();
});
