import type { Page } from "playwright-core";
import { expect } from "vitest";
import { localeOf } from "../../app/i18n";
import { test } from "../support/browser";
import { begun, expectState, filled, saidSaved } from "../support/saving";
import { openFurther, answersKept, nextButton, questionIn, questionsOf, levelIn } from "../support/walk";

const german = localeOf("de");
const { messages } = german;
const { state, conflict } = messages.saving;
const { roadmap, start, writing } = messages;

/** The note at a field where two have changed it. */
const noteAt = (page: Page) => page.getByRole("alert").filter({ hasText: conflict.stored });

test("two tabs on the steps of a plan: different rows are both kept", async ({ app, visit }) => {
  const { page: first, context } = await visit();
  const { id } = await filled(app, first);
  await first.goto(`/assessments/${id}/plan`);
  const second = await context.newPage();
  await second.goto(`/assessments/${id}/plan`);
  const owner = (page: Page, row: number) => page.getByRole("textbox", { name: roadmap.owner }).nth(row);

  await owner(first, 0).fill("Anna");
  await first.getByRole("button", { name: roadmap.saveSteps }).click();
  await first.getByRole("status").filter({ hasText: roadmap.savedSteps }).waitFor();
  await owner(second, 1).fill("Bernd");
  await second.getByRole("button", { name: roadmap.saveSteps }).click();
  await second.getByRole("status").filter({ hasText: roadmap.savedSteps }).waitFor();
  expect(await owner(second, 0).inputValue()).toBe("Anna");
  expect(await owner(second, 1).inputValue()).toBe("Bernd");
});

test("two tabs on one step: the second sees both, decides, and the focus stays there", async ({ app, visit }) => {
  const { page: first, context } = await visit();
  const { id } = await filled(app, first);
  await first.goto(`/assessments/${id}/plan`);
  const second = await context.newPage();
  await second.goto(`/assessments/${id}/plan`);
  const note = (page: Page) => page.getByRole("group").getByRole("textbox", { name: roadmap.note }).first();
  await note(first).fill("Von Anna");
  await expectState(first, state.saved);
  await note(second).fill("Von Bernd");
  await expectState(second, state.conflict);
  expect(await note(second).inputValue()).toBe("Von Bernd");
  await noteAt(second).getByText("Von Anna").waitFor();
  await noteAt(second).getByRole("button", { name: conflict.keepStored }).click();
  await expectState(second, state.saved);
  expect(await note(second).inputValue()).toBe("Von Anna");
  expect(await note(second).evaluate((element) => element === document.activeElement)).toBe(true);
});

test("two devices on the profile: name and sector are both kept", async ({ app, visit }) => {
  const { page: first } = await visit();
  await first.goto("/start?track=sme");
  await first.getByRole("radio", { name: messages.names.sizeClasses["employees-10-49"] }).check();
  await first.getByRole("button", { name: start.submit }).click();
  await first.waitForURL("**/assessments/**");
  const [, id = ""] = /assessments\/([^/]+)/.exec(first.url()) ?? [];
  await first.goto(`/assessments/${id}`);
  const link = await first.getByText("/open/").first().innerText();
  const { page: second } = await visit();
  await second.goto(link.trim());
  for (const page of [first, second]) await page.goto(`/assessments/${id}/profile`);

  await openFurther(first, german);
  await first.getByRole("textbox", { name: start.name }).fill("Muster GmbH");
  await first.getByRole("button", { name: messages.assessment.profileSubmit }).click();
  await first.waitForURL(`**/assessments/${id}`);
  await openFurther(second, german);
  await second.getByRole("combobox", { name: start.sector }).selectOption("crafts");
  await second.getByRole("button", { name: messages.assessment.profileSubmit }).click();
  await second.waitForURL(`**/assessments/${id}`);
  expect((await app.services.stores.assessments.find(id))?.organisation).toMatchObject({ name: "Muster GmbH", sector: "crafts" });
});

for (const javaScriptEnabled of [true, false])
  test(`one's own text, written by two ${javaScriptEnabled ? "" : "without JavaScript "}at once: nobody's comment is lost`, async ({
    app,
    visit,
  }) => {
    const { page: first, context, expectComplaints } = await visit({ javaScriptEnabled });
    const { id } = await filled(app, first);
    await first.goto(`/assessments/${id}/words`);
    const second = await context.newPage();
    await second.goto(`/assessments/${id}/words`);
    const summary = (page: Page) => page.getByRole("textbox", { name: writing.summary });
    const comment = (page: Page, index: number) => page.getByRole("textbox", { name: writing.comment("") }).nth(index);

    await summary(first).fill("Von Anna");
    await comment(first, 0).fill("Anmerkung von Anna");
    await first.getByRole("button", { name: writing.submit }).click();
    await first.waitForURL("**/report#summary");
    await summary(second).fill("Von Bernd");
    await comment(second, 1).fill("Anmerkung von Bernd");
    await second.getByRole("button", { name: writing.submit }).click();
    await noteAt(second).getByText("Von Anna").waitFor();
    expect(await saidSaved(second)).toBe(false);
    expect(await second.title()).toContain(messages.saving.titlePrefix);
    if (!javaScriptEnabled) expectComplaints("409");
    await noteAt(second).getByRole("button", { name: conflict.keepMine }).click();
    await expect
      .poll(() => app.services.stores.authorTexts.find(id), { timeout: 5_000 })
      .toMatchObject({ summary: "Von Bernd", comments: { strategy: "Anmerkung von Anna", funding: "Anmerkung von Bernd" } });
  });

test("different questions in two tabs are both kept, also by the button that sends the whole page", async ({ app, visit }) => {
  const { page: first, context } = await visit();
  const assessment = await begun(app, first);
  const second = await context.newPage();
  await second.goto(assessment.path);
  const other = questionsOf(app.services.content, german, "municipality", "full", "strategy")[1];
  if (!other) throw new Error("no second question");
  await assessment.level(first, 1).check();
  await expectState(first, state.saved);
  await levelIn(questionIn(second, other.question), german, 3).check();
  await nextButton(second, german, "strategy").click();
  await second.waitForURL(`**/assessments/${assessment.id}/funding`);
  expect(await answersKept(app, assessment.id)).toEqual({
    [assessment.item]: { level: 1 },
    [other.id]: { level: 3 },
  });
});
