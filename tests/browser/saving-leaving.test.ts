import { momentOf } from "../../app/core/day";
import { expect } from "vitest";
import { localeOf } from "../../app/i18n";
import { test } from "../support/browser";
import { begun, expectState, filled, hold, keptOnDevice, refusedConnection, saves } from "../support/saving";
import { openFurther, openLimits, nextButton } from "../support/walk";

const german = localeOf("de");
const english = localeOf("en");
const { messages } = german;
const { state } = messages.saving;
const { roadmap, start, writing } = messages;

test("a note, and the page left at once: it is saved, and leaving asks nothing", async ({ app, visit }) => {
  const { page } = await visit();
  const assessment = await begun(app, page);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await (await assessment.remark(page, messages.form.note)).fill("Schnell noch etwas");
  await page.getByRole("link", { name: messages.layout.home }).click();
  await page.getByRole("heading", { level: 1, name: messages.home.title }).waitFor();
  await expect.poll(assessment.stored).toEqual({ note: "Schnell noch etwas" });
  expect(asked).toEqual([]);
  await page.goto(assessment.path);
  expect(await (await assessment.remark(page, messages.form.note)).inputValue()).toBe("Schnell noch etwas");
  await expect.poll(() => keptOnDevice(page)).toEqual([]);
});

test("an answer, and 'Back' within a moment on a slow network: it is saved", async ({ app, visit }) => {
  const { page } = await visit();
  const assessment = await begun(app, page);
  await assessment.level(page, 3).check();
  await page.getByRole("link", { name: messages.form.back }).click();
  await page.waitForURL(`**/assessments/${assessment.id}`);
  await expect.poll(assessment.stored).toEqual({ level: 3 });
});

test("a page answered, on to the next, and the browser's back: all answers are there, and changing one meets no conflict", async ({
  app,
  visit,
}) => {
  const { page } = await visit();
  const assessment = await begun(app, page);
  await assessment.level(page, 3).check();
  await expectState(page, state.saved);
  await nextButton(page, german, "strategy").click();
  await page.waitForURL((url) => !url.pathname.endsWith("/strategy"));
  await page.goBack();
  await expect.poll(() => assessment.level(page, 3).isChecked()).toBe(true);
  await assessment.level(page, 1).check();
  await expect.poll(assessment.stored).toEqual({ level: 1 });
  await expectState(page, state.saved);
  expect(await page.getByText(messages.saving.conflict.title).count()).toBe(0);
});

test("offline, answered, tab killed: the next visit has it, saves it, and can discard it", async ({ app, visit }) => {
  const { page, context, expectComplaints } = await visit();
  const assessment = await begun(app, page);
  await page.route(saves, (route) => route.abort("connectionrefused"));
  await assessment.level(page, 2).check();
  await (await assessment.remark(page, messages.form.evidence)).fill("Beschluss");
  await expectState(page, `${state.away(1)} ${state.kept}`);
  // Killed, not closed: a tab that is closed would send it still.
  await page.goto("chrome://crash").catch(() => undefined);
  expectComplaints(refusedConnection);
  expect(await assessment.stored()).toBeUndefined();

  const later = await context.newPage();
  await later.goto(assessment.path);
  await later.getByText(messages.saving.restored).waitFor();
  await expectState(later, state.saved);
  expect(await assessment.level(later, 2).isChecked()).toBe(true);
  expect(await assessment.stored()).toEqual({ level: 2, evidence: "Beschluss" });
  await later.getByRole("button", { name: messages.saving.discard }).click();
  await expect.poll(assessment.stored).toBeUndefined();
  await expectState(later, state.saved);
  expect(await keptOnDevice(later)).toEqual([]);
});

test("what waits on the device is also saved from another page, and never over a newer answer", async ({ app, visit }) => {
  const { page, context, expectComplaints } = await visit();
  const assessment = await begun(app, page);
  await context.route(saves, (route) => route.abort("connectionrefused"));
  await assessment.level(page, 2).check();
  await expectState(page, `${state.away(1)} ${state.kept}`);
  const wait = async () => {
    // As if some time had passed.
    await page.evaluate(() => {
      for (const [key, text] of Object.entries<string>(localStorage))
        localStorage.setItem(key, JSON.stringify({ ...(JSON.parse(text) as object), at: Date.now() - 60_000 }));
    });
    await page.goto("/privacy");
  };
  await page.goto("/imprint");
  await context.unroute(saves);
  await wait();
  await expect.poll(assessment.stored).toEqual({ level: 2 });
  await expect.poll(() => keptOnDevice(page)).toEqual([]);
  expectComplaints(refusedConnection);

  await page.goto(assessment.path);
  await context.route(saves, (route) => route.abort("connectionrefused"));
  await assessment.level(page, 4).check();
  await expectState(page, `${state.away(1)} ${state.kept}`);
  await page.goto("/imprint");
  const elsewhere = [{ item: assessment.item, seen: null, next: { level: 1 } }] as const;
  await app.services.stores.answers.save(assessment.id, [...elsewhere], momentOf(new Date(), "UTC"));
  await context.unroute(saves);
  await wait();
  await page.goto(assessment.path);
  await expectState(page, state.conflict);
  await page
    .getByRole("definition")
    .filter({ hasText: assessment.said(4) })
    .waitFor();
  expectComplaints(refusedConnection);
  // Nobody has decided: the newer answer stands, whatever page is opened next, and both are shown again.
  await wait();
  await page.waitForTimeout(500);
  expect(await assessment.stored()).toEqual({ level: 1 });
  await page.goto(assessment.path);
  await expectState(page, state.conflict);
  await page.getByRole("button", { name: messages.saving.conflict.keepMine }).click();
  await expectState(page, state.saved);
  expect(await assessment.stored()).toEqual({ level: 4 });
});

test("the language is changed with something typed: nothing is lost", async ({ app, visit }) => {
  const { page } = await visit();
  const assessment = await begun(app, page);
  const other = () => page.getByRole("link", { name: messages.layout.otherLanguageHint }).click();
  await (await assessment.remark(page, messages.form.note)).fill("vor dem Wechsel");
  await other();
  await page.waitForURL("**/en/assessments/**");
  await page.getByRole("textbox", { name: english.messages.form.note, exact: true }).first().waitFor({ state: "attached" });
  await expect.poll(assessment.stored).toEqual({ note: "vor dem Wechsel" });

  const { id } = await filled(app, page);
  await page.goto(`/assessments/${id}/words`);
  // Too long to be saved, and still not lost.
  await page.getByRole("textbox", { name: writing.summary }).fill("y".repeat(6_001));
  await other();
  await page.waitForURL("**/en/**");
  expect(await page.getByRole("textbox", { name: english.messages.writing.summary }).inputValue()).toBe("y".repeat(6_001));

  await page.goto(`/assessments/${id}/profile`);
  await openFurther(page, german);
  await page.getByRole("textbox", { name: start.name }).fill("Gemeinde Muster");
  await other();
  await page.waitForURL("**/en/**");
  expect(await page.getByRole("textbox", { name: english.messages.start.name }).inputValue()).toBe("Gemeinde Muster");
  await expect.poll(async () => (await app.services.stores.assessments.find(id))?.organisation.name).toBe("Gemeinde Muster");
});

test("the start form keeps what is typed when the language changes or something is wrong, and forgets it once it has begun", async ({
  visit,
}) => {
  const { page } = await visit();
  await page.goto("/start?track=sme");
  await openFurther(page, german);
  await page.getByRole("textbox", { name: start.name }).fill("Muster GmbH");
  await page.getByRole("combobox", { name: start.land }).selectOption("NW");
  await page.getByRole("button", { name: start.submit }).click();
  await page.getByRole("alert").getByRole("link", { name: start.errors.sizeClass }).waitFor();
  await page.getByRole("link", { name: messages.layout.otherLanguageHint }).click();
  await page.waitForURL("**/en/start**");
  expect(await page.getByRole("textbox", { name: english.messages.start.name }).inputValue()).toBe("Muster GmbH");
  expect(await page.getByRole("combobox", { name: english.messages.start.land }).inputValue()).toBe("NW");
  await page.getByRole("radio", { name: english.messages.names.sizeClasses["employees-1-9"] }).check();
  await page.getByRole("button", { name: english.messages.start.submit }).click();
  await page.waitForURL("**/en/assessments/**");
  await page.goto("/start?track=sme");
  await openFurther(page, german);
  expect(await page.getByRole("textbox", { name: start.name }).inputValue()).toBe("");
  expect(await keptOnDevice(page)).toEqual([]);
});

test("the plan is one form: what is typed under 'Umsetzen' survives 'work out and save', with and without JavaScript", async ({
  app,
  visit,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await visit({ javaScriptEnabled });
    const { id } = await filled(app, page);
    await page.goto(`/assessments/${id}/plan`);
    await page.getByRole("textbox", { name: roadmap.owner }).first().fill("Anna");
    await openLimits(page, german);
    await page.getByRole("button", { name: roadmap.submit }).click();
    await page.getByRole("status").filter({ hasText: roadmap.saved }).waitFor();
    expect(await page.getByRole("textbox", { name: roadmap.owner }).first().inputValue()).toBe("Anna");
  }
});

test("a press waits for a slow server without being lost, and a second one does nothing twice", async ({ app, visit }) => {
  const { page } = await visit();
  const assessment = await begun(app, page);
  const held = await hold(page, saves);
  await assessment.level(page, 2).check();
  await nextButton(page, german, "strategy").click();
  await nextButton(page, german, "strategy").click();
  await expectState(page, state.saving);
  expect(new URL(page.url()).pathname).toBe(assessment.path);
  await held.release();
  await page.waitForURL(`**/assessments/${assessment.id}/funding`);
  expect(await assessment.stored()).toEqual({ level: 2 });
});

test("the language is changed without JavaScript: what is typed goes along", async ({ app, visit }) => {
  const { page, expectComplaints } = await visit({ javaScriptEnabled: false });
  const other = () => page.getByRole("button", { name: messages.layout.otherLanguageHint }).click();
  await page.goto("/start?track=sme");
  await openFurther(page, german);
  await page.getByRole("textbox", { name: start.name }).fill("Muster GmbH");
  await other();
  expect(new URL(page.url()).pathname).toBe("/en/start");
  expect(await page.getByRole("textbox", { name: english.messages.start.name }).inputValue()).toBe("Muster GmbH");
  expect(await page.getByRole("alert").count()).toBe(0);

  const { id } = await filled(app, page);
  await page.goto(`/assessments/${id}/words`);
  await page.getByRole("textbox", { name: writing.author, exact: true }).fill("Beratung");
  await page.getByRole("textbox", { name: writing.summary }).fill("y".repeat(6_001));
  await other();
  expect(new URL(page.url()).pathname).toBe(`/en/assessments/${id}/words`);
  expect(await page.getByRole("textbox", { name: english.messages.writing.author, exact: true }).inputValue()).toBe("Beratung");
  expect(await page.getByRole("textbox", { name: english.messages.writing.summary }).inputValue()).toBe("y".repeat(6_001));
  expectComplaints("422");
});

test("with an assessment goes what the device keeps of it", async ({ app, visit }) => {
  const { page, expectComplaints } = await visit();
  const assessment = await begun(app, page);
  await (await assessment.remark(page, messages.form.note)).fill("z".repeat(10_001));
  await expectState(page, state.incomplete);
  expect(await keptOnDevice(page)).toHaveLength(1);
  await page.goto(`/assessments/${assessment.id}/delete`);
  await page.getByRole("button", { name: messages.assessment.deleteConfirm }).click();
  await page.getByRole("heading", { level: 1, name: messages.assessment.deletedTitle }).waitFor();
  await expect.poll(() => keptOnDevice(page)).toEqual([]);
  expectComplaints("404");
});
