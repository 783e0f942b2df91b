import type { Page } from "playwright-core";
import { expect } from "vitest";
import { languages } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { expectAccessibleEverywhere, test } from "../support/browser";
import { phonePages, roomPages } from "../support/pages";
import { answered, keep, levelIn, questionsOf } from "../support/walk";

const locale = localeOf("de");
const { messages, href } = locale;
const { workshop, team } = messages;
const { room: onScreen, phone: onPhone } = workshop;

test("a workshop of eight phones and one screen", { timeout: 120_000 }, async ({ app, visit }) => {
  const { content } = app.services;
  const { page: room, expectComplaint } = await visit({ viewport: { width: 1280, height: 720 } });
  const { id, editPath } = await keep(app, {
    ...answered(content, "municipality", "full", () => 2),
    organisation: { name: "Musterstadt" },
  });
  const [first, second] = questionsOf(content, locale, "municipality", "full", "strategy");
  if (!first || !second) throw new Error("no questions");
  const topic = content.questionnaires.municipality.text.de.dimensions.strategy?.name ?? "";
  await room.goto(href(editPath));
  await room.goto(href(`/assessments/${id}/team`));
  await room.getByRole("link", { name: workshop.link }).click();
  await expectAccessibleEverywhere(room);
  await room.getByRole("radio", { name: topic }).check();
  await room.getByRole("button", { name: workshop.open.submit }).click();
  await room.getByRole("link", { name: workshop.current.room }).click();
  const code = /\w{4}-\w{4}/.exec(await room.getByRole("main").innerText())?.[0] ?? "";

  async function join(
    name: string,
    options = {},
  ): Promise<{ page: Page; expectComplaints: (part: string) => void; setOffline: (is: boolean) => Promise<void> }> {
    const { page, context, expectComplaints } = await visit({ viewport: { width: 320, height: 640 }, ...options });
    await page.goto(href(`/w/${code}`));
    await page.getByLabel(workshop.join.name).fill(name);
    await page.getByRole("button", { name: workshop.join.submit }).click();
    await page.getByRole("heading", { level: 1, name: onPhone.waiting }).waitFor();
    return { page, expectComplaints, setOffline: (isOffline) => context.setOffline(isOffline) };
  }
  async function vote(page: Page, level: 0 | 1 | 2 | 3 | 4): Promise<void> {
    await levelIn(page.getByRole("group", { name: onPhone.levels }), locale, level).check();
    await page.getByRole("button", { name: onPhone.vote }).click();
  }
  const plain = await join("", { javaScriptEnabled: false });
  const lost = await join("Bürgermeisterin");
  const others = await Promise.all(Array.from({ length: 5 }, () => join("")));
  const phones = [lost, ...others];
  await room.getByText(onScreen.joined(7)).waitFor();
  for (const { href: inLanguage } of languages.map(localeOf)) {
    for (const path of roomPages(/workshops\/([\w-]{22})/.exec(room.url())?.[1] ?? "")) {
      await room.goto(inLanguage(path));
      await expectAccessibleEverywhere(room);
    }
    for (const path of phonePages(/participants\/([\w-]{22})/.exec(lost.page.url())?.[1] ?? "")) {
      await lost.page.goto(inLanguage(path));
      await expectAccessibleEverywhere(lost.page);
    }
  }
  await room.goto(href(new URL(room.url()).pathname.replace(/^\/en/, "")));
  await lost.page.goto(href(new URL(lost.page.url()).pathname.replace(/^\/en/, "")));
  await room.getByRole("button", { name: onScreen.begin }).click();

  // The first question: one phone has no script, one no connection, one comes late.
  await lost.page.getByRole("heading", { level: 1, name: first.question }).waitFor();
  await expectAccessibleEverywhere(lost.page);
  await lost.setOffline(true);
  await vote(lost.page, 4);
  await lost.page.getByText(onPhone.offline).waitFor();
  for (const { page } of others) {
    await page.getByRole("heading", { level: 1, name: first.question }).waitFor();
    await vote(page, 3);
    await page.getByText(onPhone.voted).waitFor();
  }
  const { page: late } = await visit();
  await late.goto(href(`/w/${code}`));
  await expectAccessibleEverywhere(late);
  await late.getByRole("button", { name: workshop.join.submit }).click();
  await vote(late, 3);
  await room.getByText(onScreen.voted(6, 8)).waitFor();
  await plain.page.getByRole("link", { name: onPhone.refresh }).click();
  await vote(plain.page, 0);
  await plain.page.getByText(onPhone.voted).waitFor();
  await plain.page.getByRole("link", { name: onPhone.change }).click();
  await vote(plain.page, 1);
  await room.getByText(onScreen.voted(7, 8)).waitFor();
  expect(await room.content(), "nothing of a vote before all have voted").not.toContain("tally-count");
  await lost.setOffline(false);
  await room.getByText(onScreen.spread(3)).waitFor();
  const counts = await room.locator(".tally-count").allInnerTexts();
  expect(counts.slice(0, 5)).toEqual([0, 1, 0, 6, 1].map(onScreen.votes));
  await lost.page.getByText(onPhone.shown).waitFor();
  await expectAccessibleEverywhere(lost.page);

  // What is agreed is recorded with its reason.
  await room.getByRole("button", { name: team.answers.record }).click();
  await room.getByRole("link", { name: team.answers.reasonError }).waitFor();
  await levelIn(room.getByRole("group", { name: team.answers.legend }), locale, 3).check();
  await room.getByLabel(team.answers.reason).fill("Der Beschluss lag allen vor");
  await room.getByRole("button", { name: team.answers.record }).click();
  await room.getByText("Der Beschluss lag allen vor").first().waitFor();
  await expectAccessibleEverywhere(room);
  await room.getByRole("button", { name: onScreen.next, exact: true }).click();

  // The second question: the moderator shows what there is.
  for (const { page } of phones.slice(0, 2)) {
    await page.getByRole("heading", { level: 1, name: second.question }).waitFor();
    await vote(page, 2);
    await page.getByText(onPhone.voted).waitFor();
  }
  await room.getByRole("button", { name: onScreen.show }).click();
  await room.getByText(onScreen.same).waitFor();
  for (let left = 3; left > 0; left -= 1)
    await room.getByRole("button", { name: left === 1 ? onScreen.toSummary : onScreen.next, exact: true }).click();
  await room.getByText(onScreen.summary(1, 4)).waitFor();
  await room.getByRole("button", { name: onScreen.end }).click();
  await room.getByText(onScreen.over).waitFor();
  await lost.page.getByRole("heading", { level: 1, name: onPhone.over }).waitFor();

  await room.getByRole("link", { name: onScreen.toTeam }).click();
  await room.getByText(workshop.participants(8)).click();
  await room.getByRole("link", { name: team.openOf("Bürgermeisterin") }).waitFor();
  await room.goto(href(`/assessments/${id}/team/answers`));
  const said = await room.getByRole("main").innerText();
  // Whoever works with the assessment and eight phones; the first question is agreed, on the second all see the same.
  for (const line of [team.agreement.people(9), team.agreement.recorded(1), team.agreement.shared(2, 1, 0, 1)])
    expect(said).toContain(line);
  // What was sent without an answer and a reason, and without a connection.
  expectComplaint("422");
  lost.expectComplaints("ERR_INTERNET_DISCONNECTED");
});
