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

test("where answers are not known, somebody who may know them is one press away", async ({ app, visit }) => {
  const { page } = await visit();
  const assessment = answered(app.services.content, "municipality", "full", () => 2);
  const [item = ""] = Object.keys(assessment.answers);
  const { id, editPath } = await keep(app, { ...assessment, answers: { ...assessment.answers, [item]: { answer: "dk" } } });
  await page.goto(href(editPath));
  await page.goto(href(`/assessments/${id}/check`));
  await page.getByRole("link", { name: team.invite.title }).click();
  await page.getByRole("heading", { name: team.invite.title }).waitFor();
  expect(new URL(page.url()).pathname).toBe(href(`/assessments/${id}/team`));
});

test(
  "an owner and three colleagues, one of them offline for a while, answer the same, agree, and begin a second round",
  {
    timeout: 240_000,
  },
  async ({ app, visit }) => {
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
    const links = [await invite("IT-Leitung"), await invite("Kämmerei"), await invite("Datenschutz")] as const;
    await expectAccessibleEverywhere(owner);
    await open("");
    await owner.getByText(new RegExp(`IT-Leitung.*${team.states.invited}, bis 1. Dezember 2099.*Kämmerei`)).waitFor();

    async function answer(page: Page, link: string, level: 0 | 3 | 4): Promise<void> {
      await page.goto(link);
      expect(page.url()).not.toContain(link);
      await page.getByRole("heading", { name: team.part.titleOf("Musterstadt"), level: 1 }).waitFor();
      await page.getByText(team.part.until("1. Dezember 2099")).waitFor();
      await page.getByRole("link", { name: team.part.begin }).click();
      // As in the quick check: its levels are sentences without numbers.
      await page.getByText(messages.form.scaleQuick).waitFor();
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
    // Who has handed back is not asked to once more.
    await without.getByText(team.part.backDone, { exact: true }).waitFor();

    // A laptop without a network, and meanwhile the same person on a phone: neither answer goes unseen.
    const laptop = await visit();
    await laptop.page.goto(links[2]);
    await laptop.page.getByRole("link", { name: team.part.begin }).click();
    await laptop.context.setOffline(true);
    await levelIn(questionIn(laptop.page, first.question), locale, 3).check();
    await levelIn(questionIn(laptop.page, second.question), locale, 2).check();
    await expect.poll(() => laptop.page.locator("[data-state]").textContent()).toContain(messages.saving.state.kept);
    await without.goto(links[2]);
    await without.getByRole("link", { name: team.part.begin }).click();
    await levelIn(questionIn(without, first.question), locale, 1).check();
    await without.getByRole("button", { name: messages.form.saveAndNext }).click();
    await without.getByText(messages.form.stateOf(1, 4)).waitFor();
    await laptop.context.setOffline(false);
    await expectState(laptop.page, messages.saving.state.conflict);
    const conflict = laptop.page.getByRole("alert").filter({ hasText: messages.saving.conflict.stored });
    await conflict.getByRole("button", { name: messages.saving.conflict.keepMine }).click();
    await expectState(laptop.page, messages.saving.state.saved);
    laptop.expectComplaints("ERR_INTERNET_DISCONNECTED");
    await laptop.page.goto("/");
    await laptop.page.getByRole("link", { name: "Musterstadt", exact: true }).waitFor();
    await laptop.page.getByText(team.answered(2, 4)).waitFor();
    await expectAccessibleEverywhere(laptop.page);

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
    expect(await differing.innerText()).toMatch(
      /Sie .*Stufe 2[^]*IT-Leitung: Stufe 4[^]*Kämmerei: Stufe 0[^]*Datenschutz: Stufe 3[^]*Vorläufig zählt: Stufe 2/,
    );
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
      team.agreement.people(4),
      team.agreement.named("IT-Leitung, Kämmerei und Datenschutz", 1),
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

    const { rounds } = messages;
    await open("/rounds");
    await owner.getByRole("button", { name: rounds.close.submit }).click();
    await owner.getByText(rounds.saved.closed).waitFor();
    await owner.getByText(rounds.begin.people).waitFor();
    await owner.getByRole("button", { name: rounds.begin.submit }).click();
    await owner.getByText(rounds.saved.begun).waitFor();
    await laptop.page.goto("/");
    await laptop.page.getByText(team.answered(0, 4)).waitFor();
    await open("/rounds/confirm/strategy");
    for (let topic = 0; topic < 9; topic += 1) await owner.getByRole("button", { name: rounds.confirm.submit }).click();
    await owner.getByRole("heading", { name: rounds.title, exact: true }).waitFor();
    await open("/strategy");
    await levelIn(questionIn(owner, second.question), locale, 4).check();
    await expectState(owner, messages.saving.state.saved);
    await open("/report/history");
    const history = (await owner.getByRole("main").innerText()).replaceAll("\u00a0", " ");
    // What was agreed goes on, and nothing else: the one question that has changed since is 50 points of 36.
    for (const line of ["+1,4 Punkte", [2, 4].map(rounds.history.standings.level).join(" → "), rounds.history.within("13", false)])
      expect(history).toContain(line);
    await open("/report/certainty?round=1");
    await owner.getByText(team.agreement.title, { exact: true }).first().click();
    const closed = await owner.getByRole("main").innerText();
    expect(closed).toContain(team.agreement.people(4));
    expect(closed, "a closed round keeps no names").not.toContain("Kämmerei");
  },
);
