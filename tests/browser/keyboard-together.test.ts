import { expect } from "vitest";
import { localeOf } from "../../app/i18n";
import { test } from "../support/browser";
import { onKeyboard } from "../support/keyboard";
import { answered, keep, levelIn, questionIn, questionsOf } from "../support/walk";

const locale = localeOf("de");
const { messages, href } = locale;
const { form, team, checking, workshop, mappe, mails } = messages;

test("somebody is asked, answers, hands back, checks and votes by keyboard alone", { timeout: 120_000 }, async ({ app, visit }) => {
  const { content } = app.services;
  const { page: owner } = await visit();
  const { id, editPath } = await keep(app, {
    ...answered(content, "municipality", "full", () => 3),
    organisation: { name: "Musterstadt" },
  });
  const [first] = questionsOf(content, locale, "municipality", "full", "strategy");
  const topic = content.questionnaires.municipality.text.de.dimensions.strategy?.name ?? "";
  const open = (path: string) => owner.goto(href(`/assessments/${id}${path}`));
  await owner.goto(href(editPath));

  await open("/team");
  const asking = onKeyboard(owner);
  await asking.type(team.invite.name, "Bauamt");
  await asking.tick(topic);
  await asking.enter("button", team.invite.submit);
  await owner.getByRole("heading", { name: team.shown.title("Bauamt") }).waitFor();
  const link = /\/answer\/[\w-]{43}/.exec(await owner.getByRole("main").innerText())?.[0] ?? "";

  const { page: colleague } = await visit();
  await colleague.goto(link);
  const answering = onKeyboard(colleague);
  await answering.enter("link", team.part.begin);
  const question = questionIn(colleague, first?.question ?? "");
  await question.waitFor();
  await answering.choose(question, 2);
  expect(await levelIn(question, locale, 2).isChecked()).toBe(true);
  await answering.enter("button", form.saveAndNext);
  await colleague.getByRole("heading", { level: 1, name: team.part.titleOf("Musterstadt") }).waitFor();
  await answering.type(team.part.ask, "Frage 2 weiß die Kämmerei.");
  await answering.enter("button", team.part.asks);
  await colleague.getByText(team.part.isAsking).waitFor();
  await open("/team");
  await owner.getByText("Frage 2 weiß die Kämmerei.").first().waitFor();

  await open("/checking");
  await asking.enter("button", checking.owner.create);
  await owner.getByText(mails.handOn).waitFor();
  const checkLink = /\/open\/[\w-]{43}/.exec(await owner.getByRole("main").innerText())?.[0] ?? "";
  const { page: checker } = await visit();
  await checker.goto(checkLink);
  const confirming = onKeyboard(checker);
  await confirming.choose(checker.getByRole("group", { name: checking.form.question }).first(), 1);
  await confirming.type(checking.form.note, "Welcher Beschluss?");
  await confirming.type(checking.form.by, "Revision");
  await confirming.enter("button", checking.form.submit);
  await checker.getByText("Welcher Beschluss?").first().waitFor();

  await open("/team/workshop");
  await asking.enter("button", workshop.open.submit);
  await owner.getByRole("link", { name: workshop.current.room }).waitFor();
  await asking.enter("link", workshop.current.room);
  await owner.getByText(workshop.room.joined(0)).waitFor();
  const code = /\w{4}-\w{4}/.exec(await owner.getByRole("main").innerText())?.[0] ?? "";
  const { page: phone } = await visit();
  await phone.goto(href(`/w/${code}`));
  const voting = onKeyboard(phone);
  await voting.enter("button", workshop.join.submit);
  await phone.getByRole("heading", { level: 1, name: workshop.phone.waiting }).waitFor();
  await asking.enter("button", workshop.room.begin);
  await phone.getByRole("group", { name: workshop.phone.levels }).waitFor();
  await voting.choose(phone.getByRole("group", { name: workshop.phone.levels }), 3);
  await voting.enter("button", workshop.phone.vote);
  await phone.getByText(workshop.phone.voted).waitFor();
  await owner.getByText(workshop.room.voted(1, 1)).waitFor();
  await asking.enter("button", workshop.room.show);
  await owner.getByText(workshop.room.votes(1)).first().waitFor();
});

test("a Mappe is made, filled, sorted, compared and handed out by keyboard alone", { timeout: 120_000 }, async ({ visit }) => {
  const { page } = await visit();
  const { enter, type, tick, choose } = onKeyboard(page);
  await page.goto(href("/mappen"));
  await type(mappe.start.name, "Kreis Musterland");
  await enter("button", mappe.start.submit);
  await page.getByRole("heading", { level: 1, name: "Kreis Musterland" }).waitFor();
  await enter("link", mappe.add.title);
  await page.getByRole("heading", { level: 1, name: mappe.add.title }).waitFor();
  await type(mappe.add.names, "Ahlen\nCoesfeld");
  await choose(page.getByRole("group", { name: mappe.add.track }).first(), 0);
  await enter("button", mappe.add.manySubmit);
  await page.waitForURL(/\/(members|links)/);
  await enter("link", mappe.pages.overview);
  await page.getByRole("checkbox", { name: mappe.overview.choose("Ahlen") }).waitFor();
  for (const name of ["Ahlen", "Coesfeld"]) await tick(mappe.overview.choose(name));
  await enter("button", mappe.overview.compare);
  await page.getByRole("columnheader", { name: "Coesfeld" }).waitFor();
  await enter("link", mappe.pages.settings);
  await page.getByRole("heading", { level: 1, name: mappe.settings.title }).waitFor();
  await type(mappe.settings.person, "Vertretung");
  await choose(page.getByRole("group", { name: mappe.settings.role }), 1);
  await enter("button", mappe.settings.personSubmit);
  await page.getByText("Vertretung").first().waitFor();
});
