import { momentOf } from "../../app/core/day";
import { expect } from "vitest";
import { versionTag, type Level } from "../../app/core/assessment/answer";
import { localeOf } from "../../app/i18n";
import { expectAccessible, test } from "../support/browser";
import { begun, expectState } from "../support/saving";
import { answered, answersKept, keep, levelIn, nextButton, questionIn, questionsOf } from "../support/walk";

const german = localeOf("de");
const { messages } = german;
const { state, conflict } = messages.saving;

test("'saved' is said only once the server has acknowledged", async ({ app, visit }) => {
  const { page } = await visit();
  const assessment = await begun(app);
  await page.goto(assessment.editPath);
  await page.goto(assessment.path);
  const answers: (() => void)[] = [];
  await page.route("**/save/answers", async (route) => {
    const response = await route.fetch();
    await new Promise<void>((resolve) => answers.push(resolve));
    await route.fulfill({ response });
  });
  /** Lets the next answer of the server come to the page, once it is there. */
  const letThrough = async () => {
    await expect.poll(() => answers.length).toBe(1);
    answers.shift()?.();
  };

  await assessment.level(page, 2).check();
  await expect.poll(assessment.stored).toEqual({ level: 2 });
  // On disk, but this page does not know it yet.
  await expectState(page, state.saving);
  await letThrough();
  await expectState(page, state.saved);

  await assessment.question(page).getByText(messages.form.remarks).click();
  await assessment.question(page).getByRole("textbox", { name: messages.form.note }).fill("noch");
  // Not even sent yet: the form waits for the end of typing.
  expect(await page.getByText(state.saved, { exact: true }).count()).toBe(0);
  await expect.poll(assessment.stored).toEqual({ level: 2, note: "noch" });
  await expectState(page, state.saving);
  await letThrough();
  await expectState(page, state.saved);
});

test("the first click on a page, which wakes its script, changes an answer that is stored already", async ({ app, visit }) => {
  const { page } = await visit();
  const { stores } = app.services;
  const assessment = await begun(app);
  await page.goto(assessment.editPath);
  const changes: [Level, Level][] = [
    [1, 3],
    [3, 1],
    [0, 4],
    [4, 0],
  ];
  for (const [before, after] of changes) {
    const seen = versionTag((await assessment.stored()) ?? null);
    await stores.answers.save(assessment.id, [{ item: assessment.item, seen, next: { level: before } }], momentOf(new Date(), "UTC"));
    await page.goto(assessment.path);
    await assessment.level(page, after).check();
    await expectState(page, state.saved);
    expect(await assessment.level(page, after).isChecked()).toBe(true);
    expect(await assessment.stored()).toEqual({ level: after });
  }
});

test("a choice made before any script arrived is saved once it has", async ({ app, visit }) => {
  const { page } = await visit();
  const assessment = await begun(app);
  await page.goto(assessment.editPath);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/assets/entry.client*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(assessment.path, { waitUntil: "commit" });
  await assessment.level(page, 3).check();
  expect(await assessment.stored()).toBeUndefined();
  release();
  await expectState(page, state.saved);
  expect(await assessment.stored()).toEqual({ level: 3 });
});

test("what is chosen and typed before the script arrives is not lost", async ({ app, visit }) => {
  const { page } = await visit();
  const assessment = await begun(app);
  await page.goto(assessment.editPath);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let asked = 0;
  await page.route("**/assets/answer-progress*", async (route) => {
    asked += 1;
    await held;
    await route.continue();
  });
  await page.goto(assessment.path);
  await assessment.level(page, 4).check();
  await assessment.level(page, 2).check();
  const question = assessment.question(page);
  await question.getByText(messages.form.remarks, { exact: false }).click();
  await question.getByRole("textbox", { name: messages.form.evidence }).fill("Beschluss vom Mai");
  expect(asked).toBeGreaterThan(0);
  release();

  await expectState(page, state.saved);
  expect(await assessment.stored()).toEqual({ level: 2, evidence: "Beschluss vom Mai" });
  expect(await assessment.level(page, 2).isChecked()).toBe(true);
  expect(await question.getByRole("textbox", { name: messages.form.evidence }).inputValue()).toBe("Beschluss vom Mai");
});

test("an answer that lacks its reason is not called saved, and going on says what is missing", async ({ app, visit }) => {
  const { page } = await visit();
  const { content } = app.services;
  const [item] = content.questionnaires.municipality.dimensions.flatMap((dimension) =>
    dimension.items.filter(({ allowsNotApplicable }) => allowsNotApplicable).map(({ id }) => ({ id, dimension: dimension.id })),
  );
  if (!item) throw new Error("no question that may not apply");
  const { id, editPath } = await keep(app, { ...answered(content, "municipality", "full", () => 0), answers: {} });
  const stored = async () => (await answersKept(app, id))[item.id];
  await page.goto(editPath);
  await page.goto(`/assessments/${id}/${item.dimension}`);
  const question = questionIn(page, content.questionnaires.municipality.text.de.items[item.id]?.question ?? "");

  await levelIn(question, german, 2).check();
  await expectState(page, state.saved);
  await question.getByRole("radio", { name: messages.form.notApplicable }).check();
  await expectState(page, state.incomplete);
  expect(await stored()).toEqual({ level: 2 });
  // Another answer that is saved meanwhile does not make it true.
  const others = questionsOf(content, german, "municipality", "full", item.dimension).filter(({ id: asked }) => asked !== item.id);
  const another = levelIn(questionIn(page, others[0]?.question ?? ""), german, 1);
  await Promise.all([page.waitForResponse("**/save/answers"), another.check()]);
  await expectState(page, state.incomplete);

  const reason = question.getByRole("textbox", { name: messages.form.reason });
  await reason.focus();
  await page.keyboard.press("Tab");
  // Only the field is marked: whoever tabs through the form keeps their place in it.
  await question.getByText(messages.form.errors["reason-missing"]).waitFor();
  expect(await question.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  expect(await page.getByRole("alert").count()).toBe(0);

  await nextButton(page, german, item.dimension).click();
  const summary = page.getByRole("alert").filter({ hasText: messages.saving.summaryTitle });
  await summary.waitFor();
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  await expectAccessible(page);
  await summary.getByRole("link", { name: messages.form.errors["reason-missing"] }).click();
  expect(await reason.evaluate((element) => element === document.activeElement)).toBe(true);

  await reason.fill("Gibt es bei uns nicht");
  await expectState(page, state.saved);
  expect(await stored()).toEqual({ answer: "na", reason: "Gibt es bei uns nicht" });
  expect(await summary.count()).toBe(0);
});

for (const keepMine of [true, false])
  test(`two tabs change one answer: the second sees both and keeps ${keepMine ? "its own" : "the stored one"}`, async ({ app, visit }) => {
    const { page: first, context } = await visit();
    const assessment = await begun(app);
    await first.goto(assessment.editPath);
    await first.goto(assessment.path);
    const second = await context.newPage();
    await second.goto(assessment.path);

    await first.bringToFront();
    await assessment.level(first, 1).check();
    await expectState(first, state.saved);
    await second.bringToFront();
    await assessment.level(second, 3).check();
    await expectState(second, state.conflict);
    const alert = second.getByRole("alert").filter({ hasText: conflict.stored });
    await alert
      .getByRole("definition")
      .filter({ hasText: assessment.said(1) })
      .waitFor();
    await alert
      .getByRole("definition")
      .filter({ hasText: assessment.said(3) })
      .waitFor();
    await expectAccessible(second);
    expect(await assessment.stored()).toEqual({ level: 1 });

    await alert.getByRole("button", { name: keepMine ? conflict.keepMine : conflict.keepStored }).click();
    await expectState(second, state.saved);
    await alert.waitFor({ state: "detached" });
    const level = keepMine ? 3 : 1;
    expect(await assessment.level(second, level).isChecked()).toBe(true);
    expect(await assessment.stored()).toEqual({ level });
    // The way on is free again.
    await nextButton(second, german, "strategy").click();
    await second.waitForURL(`**/assessments/${assessment.id}/funding`);
    expect(await assessment.stored()).toEqual({ level });
  });

for (const keepMine of [true, false])
  test(`the same without JavaScript: the second tab keeps ${keepMine ? "its own" : "the stored one"}`, async ({ app, visit }) => {
    const { page: first, context, expectComplaint } = await visit({ javaScriptEnabled: false });
    const assessment = await begun(app);
    await first.goto(assessment.editPath);
    await first.goto(assessment.path);
    const second = await context.newPage();
    await second.goto(assessment.path);

    await first.bringToFront();
    await assessment.level(first, 1).check();
    await nextButton(first, german, "strategy").click();
    await second.bringToFront();
    await assessment.level(second, 3).check();
    await nextButton(second, german, "strategy").click();
    const alert = second.getByRole("alert").filter({ hasText: conflict.stored });
    await alert
      .getByRole("definition")
      .filter({ hasText: assessment.said(1) })
      .waitFor();
    await alert
      .getByRole("definition")
      .filter({ hasText: assessment.said(3) })
      .waitFor();
    expectComplaint("409");
    expect(await second.title()).toContain(messages.saving.titlePrefix);
    expect(await assessment.level(second, 3).isChecked()).toBe(true);
    expect(await assessment.stored()).toEqual({ level: 1 });

    await alert.getByRole("button", { name: keepMine ? conflict.keepMine : conflict.keepStored }).click();
    await second.waitForURL(`**${assessment.path}#${assessment.item}`);
    const level = keepMine ? 3 : 1;
    expect(await assessment.level(second, level).isChecked()).toBe(true);
    expect(await assessment.stored()).toEqual({ level });
  });

test("an answer can be withdrawn, with and without JavaScript", async ({ app, visit }) => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await visit({ javaScriptEnabled });
    const assessment = await begun(app);
    await page.goto(assessment.editPath);
    await page.goto(assessment.path);
    await assessment.level(page, 2).check();
    if (javaScriptEnabled) {
      await expectState(page, state.saved);
      await page.getByRole("link", { name: messages.form.stateOf(1, 4) }).waitFor();
    }
    await assessment.question(page).getByRole("button", { name: messages.form.clear }).click();
    await expect.poll(assessment.stored).toBeUndefined();
    await expect.poll(() => page.getByRole("link", { name: messages.form.stateOf(1, 4) }).count()).toBe(0);
    await expect.poll(() => assessment.level(page, 2).isChecked()).toBe(false);
    await page.getByText(messages.form.progress(0, 36)).waitFor();
  }
});
