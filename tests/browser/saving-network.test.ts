import { expect } from "vitest";
import { localeOf } from "../../app/i18n";
import { expectAccessible, test } from "../support/browser";
import { begun, expectState, hold, keptOnDevice, refusedConnection, saidSaved, saves } from "../support/saving";
import { nextButton } from "../support/walk";

const german = localeOf("de");
const { messages } = german;
const { state } = messages.saving;
const awayText = (seconds: number, ...more: string[]) => [state.away(seconds), state.kept, ...more].join(" ");

test("network cut: what is typed waits, says so, and is saved once the network is back", async ({ app, visit }) => {
  const { page, expectComplaints } = await visit();
  const assessment = await begun(app, page);
  await page.route(saves, (route) => route.abort("connectionrefused"));
  await assessment.level(page, 1).check();
  await expectState(page, awayText(1));
  expect(await saidSaved(page)).toBe(false);
  await expectAccessible(page);
  // The answer given meanwhile replaces the one that waits.
  await assessment.level(page, 3).check();
  expect(await assessment.stored()).toBeUndefined();
  await page.unroute(saves);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expectState(page, state.saved);
  expect(await assessment.stored()).toEqual({ level: 3 });
  expect(await keptOnDevice(page)).toEqual([]);
  expectComplaints(refusedConnection);
});

test("server killed: a press on 'save and continue' says what happens, and is carried out by itself later", async ({ app, visit }) => {
  const { page, context, expectComplaints } = await visit();
  const assessment = await begun(app, page);
  await assessment.level(page, 2).check();
  await expectState(page, state.saved);
  await context.setOffline(true);
  await nextButton(page, german, "strategy").click();
  await expectState(page, awayText(1, state.goesOn));
  expect(new URL(page.url()).pathname).toBe(assessment.path);
  // Said aloud as well, once.
  await page.getByRole("status").filter({ hasText: state.goesOn }).waitFor();
  await context.setOffline(false);
  await page.waitForURL(`**/assessments/${assessment.id}/funding`);
  expect(await assessment.stored()).toEqual({ level: 2 });
  expectComplaints("ERR_INTERNET_DISCONNECTED");
});

test("slow network: nothing is called saved before the server has said so, and what is typed meanwhile follows", async ({ app, visit }) => {
  const { page } = await visit();
  const assessment = await begun(app, page);
  const held = await hold(page, saves);
  await assessment.level(page, 2).check();
  await expect.poll(held.count).toBe(1);
  await expectState(page, state.saving);
  await (await assessment.remark(page, messages.form.note)).fill("noch");
  expect(await saidSaved(page)).toBe(false);
  await held.release();
  await expectState(page, state.saved);
  expect(await assessment.stored()).toEqual({ level: 2, note: "noch" });
});

test("an answer that the server has, but whose receipt was lost, meets no conflict with itself", async ({ app, visit }) => {
  const { page, expectComplaints } = await visit();
  const assessment = await begun(app, page);
  let lost = 0;
  await page.route(saves, async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort("connectionrefused");
  });
  await assessment.level(page, 2).check();
  await expect.poll(assessment.stored).toEqual({ level: 2 });
  await assessment.level(page, 4).check();
  await expectState(page, state.saved);
  expect(await assessment.stored()).toEqual({ level: 4 });
  expectComplaints(refusedConnection);
});

const lies: [string, (seconds: number) => string, { status: number; contentType?: string; body: string }][] = [
  ["a page with status 200", state.foreign, { status: 200, contentType: "text/html", body: "<h1>Error</h1>" }],
  ["JSON of another kind", state.foreign, { status: 200, contentType: "application/json", body: '{"status":"saved"}' }],
  ["JSON that says nothing of what was sent", state.foreign, { status: 200, body: '{"saved":{},"conflicts":{},"errors":{}}' }],
  ["404", state.foreign, { status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }],
  ["403", state.denied, { status: 403, body: "no" }],
  ["502", state.away, { status: 502, body: "bad gateway" }],
];
test("a proxy that lies is not believed, and named for what it does", async ({ app, visit }) => {
  const { page, expectComplaints } = await visit();
  const assessment = await begun(app, page);
  for (const [index, [what, said, answer]] of lies.entries()) {
    const level = ([2, 3] as const)[index % 2] ?? 2;
    const before = await assessment.stored();
    await page.route(saves, (route) => route.fulfill(answer));
    await assessment.level(page, level).check();
    await expectState(page, `${said(1)} ${state.kept}`);
    expect(await saidSaved(page), what).toBe(false);
    expect(await assessment.stored(), what).toEqual(before);
    await page.unroute(saves);
    await expectState(page, state.saved);
    expect(await assessment.stored()).toEqual({ level });
    if (answer.status !== 200) expectComplaints(String(answer.status));
  }
});

test("the part of the script that comes at the first touch is missing: everything is saved all the same", async ({ app, visit }) => {
  const { page, expectComplaints } = await visit();
  const assessment = await begun(app);
  await page.goto(assessment.editPath);
  await page.route("**/assets/answer-progress*", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(assessment.path);
  await assessment.level(page, 3).check();
  await expectState(page, state.saved);
  expect(await assessment.stored()).toEqual({ level: 3 });
  // It is asked for again, and then the progress follows.
  await page.getByText(messages.form.progress(0, 36), { exact: false }).waitFor();
  await page.unroute("**/assets/answer-progress*");
  await page.getByText(messages.form.progress(1, 36), { exact: false }).waitFor();
  expectComplaints("404");
});

test("the script itself is missing: the form is a plain one, and the script is fetched once it is there", async ({ app, visit }) => {
  const { page, expectComplaints } = await visit();
  const assessment = await begun(app);
  await page.goto(assessment.editPath);
  let asked = 0;
  await page.route("**/assets/entry.client*", (route) => {
    asked += 1;
    return route.abort("connectionrefused");
  });
  await page.goto(assessment.path);
  await assessment.level(page, 3).check();
  await nextButton(page, german, "strategy").click();
  await page.waitForURL(`**/assessments/${assessment.id}/funding`);
  expect(await assessment.stored()).toEqual({ level: 3 });

  await page.goto(assessment.path);
  await assessment.level(page, 1).check();
  await expect.poll(() => asked).toBeGreaterThanOrEqual(3);
  await page.unroute("**/assets/entry.client*");
  await expectState(page, state.saved);
  expect(await assessment.stored()).toEqual({ level: 1 });
  expectComplaints(refusedConnection);
});

test("offline at the first touch: later choices are saved online", async ({ app, visit }) => {
  const { page, context, expectComplaints } = await visit();
  const assessment = await begun(app, page);
  await context.setOffline(true);
  await assessment.level(page, 1).check();
  await expectState(page, awayText(1));
  await context.setOffline(false);
  await assessment.level(page, 2).check();
  await expectState(page, state.saved);
  expect(await assessment.stored()).toEqual({ level: 2 });
  await page.getByText(messages.form.progress(1, 36), { exact: false }).waitFor();
  expectComplaints("ERR_INTERNET_DISCONNECTED");
});

test("the assessment is gone: the page says so and keeps what is typed", async ({ app, visit }) => {
  const { page, context, expectComplaints } = await visit();
  const assessment = await begun(app, page);
  await context.clearCookies();
  await assessment.level(page, 2).check();
  await expectState(page, state.gone);
  expect(await assessment.level(page, 2).isChecked()).toBe(true);
  expectComplaints("404");
});

test("a file and a supposed answer, asked for offline, say that nobody answers", async ({ app, visit }) => {
  const { page, context, expectComplaints } = await visit();
  const { id, editPath } = await begun(app);
  await page.goto(editPath);
  await page.goto(`/assessments/${id}/report/documents`);
  await context.setOffline(true);
  await page.getByRole("button", { name: messages.download.submit }).click();
  await page.getByRole("status").filter({ hasText: messages.download.away }).waitFor();
  await context.setOffline(false);
  await page.goto(`/assessments/${id}/what-if`);
  const topic = app.services.content.questionnaires.municipality.text.de.dimensions.strategy?.name ?? "";
  await page.getByText(topic).first().click();
  await context.setOffline(true);
  await page.getByRole("combobox").first().selectOption("4");
  await page.getByRole("alert").filter({ hasText: messages.whatIf.failed }).waitFor();
  await context.setOffline(false);
  await page.getByRole("combobox").first().selectOption("3");
  await page.getByRole("heading", { name: messages.whatIf.supposed(1) }).waitFor();
  expect(await page.getByText(messages.whatIf.failed).isVisible()).toBe(false);
  expectComplaints("ERR_INTERNET_DISCONNECTED");
});
