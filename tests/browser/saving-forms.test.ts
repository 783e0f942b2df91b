import { expect } from "vitest";
import { localeOf } from "../../app/i18n";
import { expectAccessible, test } from "../support/browser";
import { begun, expectState, filled } from "../support/saving";
import { openFurther, expectReport, keep, answered, openLimits } from "../support/walk";

const german = localeOf("de");
const { messages } = german;
const { state } = messages.saving;
const { roadmap } = messages;

for (const javaScriptEnabled of [true, false])
  test(`a too long note in one step ${javaScriptEnabled ? "" : "without JavaScript "}is named at its field, in the summary and in the title, and nothing typed is gone`, async ({
    app,
    visit,
  }) => {
    const { page, expectComplaints } = await visit({ javaScriptEnabled });
    const { id } = await filled(app, page);
    await page.goto(`/assessments/${id}/plan`);
    const step = page.getByRole("group").filter({ has: page.getByRole("textbox", { name: roadmap.note }) });
    await step.nth(0).getByRole("textbox", { name: roadmap.owner }).fill("Anna");
    await step.nth(1).getByRole("textbox", { name: roadmap.note }).fill("z".repeat(2_012));
    await page.getByRole("button", { name: roadmap.saveSteps }).click();
    const text = messages.saving.tooLong(roadmap.note, 12, 2_000);
    const summary = page.getByRole("alert").filter({ hasText: messages.saving.summaryTitle });
    await summary.getByRole("link", { name: text }).waitFor();
    expect(await page.title()).toMatch(/^Fehler: /);
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await step.nth(0).getByRole("textbox", { name: roadmap.owner }).inputValue()).toBe("Anna");
    const note = step.nth(1).getByRole("textbox", { name: roadmap.note });
    expect(await note.inputValue()).toBe("z".repeat(2_012));
    await step.nth(1).getByText(text).waitFor();
    if (javaScriptEnabled) await expectAccessible(page);
    else expectComplaints("422");

    await summary.getByRole("link").click();
    expect(await note.evaluate((element) => element === document.activeElement)).toBe(true);
    await note.fill("kurz");
    await page.getByRole("button", { name: roadmap.saveSteps }).click();
    await page.getByRole("status").filter({ hasText: roadmap.savedSteps }).waitFor();
    expect(await page.title()).not.toMatch(/^Fehler: /);
    const { steps } = await stepsOf(id);
    expect(Object.values(steps).map((one) => [one.owner, one.note]).sort()).toEqual([["", "kurz"], ["Anna", ""]]); // prettier-ignore

    async function stepsOf(of: string) {
      return app.services.stores.plans.find(of);
    }
  });

test("a counter says how much is left of a text when little is, and how much too long it is", async ({ app, visit }) => {
  const { page } = await visit();
  const assessment = await begun(app, page);
  const note = await assessment.remark(page, messages.form.note);
  await note.fill("x".repeat(9_990));
  await page.getByText(messages.saving.left(10)).waitFor();
  await note.fill("x".repeat(12_003));
  await page.getByText(messages.saving.over(2_003), { exact: true }).waitFor();
  await expectState(page, state.incomplete);
  expect(await note.inputValue()).toHaveLength(12_003);
  // Whoever is still typing is not told off; whoever leaves the question is.
  const error = page.getByText(messages.saving.tooLong(messages.form.note, 2_003, 10_000));
  expect(await error.count()).toBe(0);
  await page.getByRole("link", { name: messages.form.back, exact: true }).focus();
  await error.waitFor();
});

test("a press that leaves a field with an error meets its button", async ({ app, visit }) => {
  const { page } = await visit();
  const { id } = await filled(app, page);
  await page.goto(`/assessments/${id}/plan`);
  await openLimits(page, german);
  await page.getByRole("textbox", { name: roadmap.budget }).fill("viel");
  await expectState(page, state.incomplete);
  const button = page.getByRole("button", { name: roadmap.submit });
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error("no button");
  await page.mouse.move(box.x + box.width / 2, box.y + 4);
  await page.mouse.down();
  await page.waitForTimeout(300);
  expect((await button.boundingBox())?.y, "the button while it is pressed").toBe(box.y);
  await page.mouse.up();
  await page.getByRole("alert").getByRole("link", { name: roadmap.errors.budget }).waitFor();
});

test("Enter in a line of remarks saves and stays; with and without JavaScript", async ({ app, visit }) => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await visit({ javaScriptEnabled });
    const assessment = await begun(app, page);
    const evidence = await assessment.remark(page, messages.form.evidence);
    await evidence.fill("Beschluss vom Mai");
    await evidence.press("Enter");
    await expect.poll(assessment.stored).toEqual({ evidence: "Beschluss vom Mai" });
    expect(new URL(page.url()).pathname).toBe(assessment.path);
    // Where a form has one page, Enter sends it.
    await page.goto("/start?track=sme");
    await page.getByRole("radio", { name: messages.names.sizeClasses["employees-1-9"] }).check();
    await openFurther(page, german);
    await page.getByRole("textbox", { name: messages.start.name }).press("Enter");
    await page.waitForURL("**/assessments/**");
    expect(new URL(page.url()).pathname).toMatch(/^\/assessments\//);
  }
});

test("the focus stays at a question whose answer was withdrawn", async ({ app, visit }) => {
  const { page } = await visit();
  const assessment = await begun(app, page);
  await assessment.level(page, 2).check();
  await assessment.question(page).getByRole("button", { name: messages.form.clear }).click();
  expect(await assessment.question(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await expectState(page, state.saved);
  expect(await assessment.stored()).toBeUndefined();
});

test("the arrow keys through the levels are not commented one by one", async ({ app, visit }) => {
  const { page } = await visit();
  const assessment = await begun(app, page);
  await page.evaluate(() => {
    const said: string[] = [];
    const region = document.querySelector("[data-said]");
    if (region) new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, { childList: true });
    Object.assign(window, { said });
  });
  await assessment.level(page, 0).check();
  for (const _press of [1, 2, 3, 4]) {
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(150);
  }
  await expectState(page, state.saved);
  await page.getByRole("status").filter({ hasText: state.saved }).waitFor();
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([state.saved]);
  expect(await assessment.stored()).toEqual({ level: 4 });
});

test("a quick check's result stays while the full questionnaire has too few answers, and the way back is open", async ({ app, visit }) => {
  const { page } = await visit();
  const { content, stores } = app.services;
  const { id, editPath } = await keep(
    app,
    answered(content, "sme", "quick", () => 2),
  );
  await page.goto(editPath);
  await page.goto(`/assessments/${id}/report`);
  const score = await expectReport(page, app, id, german);
  await page.getByRole("button", { name: messages.assessment.toFull }).click();
  await page.waitForURL("**/strategy");
  expect((await stores.assessments.find(id))?.depth).toBe("full");
  await page.goto(`/assessments/${id}/report`);
  await page.getByText(messages.report.stillQuick).waitFor();
  await page.getByRole("img", { name: messages.result.value.exact(score) }).waitFor();
  await expectAccessible(page);

  await page.goto(`/assessments/${id}/profile`);
  await page.getByRole("radio", { name: messages.start.quick }).check();
  await page.getByRole("button", { name: messages.assessment.profileSubmit }).click();
  await page.waitForURL(`**/assessments/${id}`);
  expect((await stores.assessments.find(id))?.depth).toBe("quick");
});
