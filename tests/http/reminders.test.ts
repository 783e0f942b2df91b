import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startReminders } from "../../app/http/mail/reminders";
import { openLog } from "../../app/http/log";
import { localeOf } from "../../app/i18n";
import { mailOrigin as origin, sharedApp, sharedMailApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const without = sharedApp();
const mail = sharedMailApp();
const { reminders: words } = localeOf("de").messages;
let visitor: Visitor;
let id: string;
beforeEach(async () => {
  visitor = mail.visit();
  id = await visitor.begin({ name: "Geheimes Haus" });
});
// What one test leaves waiting would be due in the next.
afterEach(async () => {
  for (const { id: left } of await kept()) await mail.app.services.stores.reminders.remove(left);
});
const rounds = () => `/assessments/${id}/rounds`;
const months = async () => [...(await visitor.text(rounds())).matchAll(/<option value="(\d{4}-\d{2})"/g)].map(([, month = ""]) => month);
const ask = (address: string, month: string) => visitor.post(rounds(), { intent: "remind", "mail-month": month, address });
const keyIn = (text = "") => /\/reminder\/([\w-]{43})/.exec(text)?.[1] ?? "";
const kept = () => mail.app.services.stores.reminders.list(id);
/** One run of what the server does every hour. */
async function sendDue(mailed: number): Promise<void> {
  const { stores, mailer } = mail.app.services;
  if (!mailer) throw new Error("No mailer");
  const stop = startReminders(stores, { sending: { mailer, origin }, timeZone: "Europe/Berlin" }, openLog("silent"));
  for (let waited = 0; mail.mails.length < mailed && waited < 50; waited += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => setTimeout(resolve, 100));
  stop();
}
/** As if the month were here. */
async function makeDue(): Promise<void> {
  const [one] = await kept();
  const { reminders } = mail.app.services.stores;
  await reminders.remove(one?.id ?? "");
  await reminders.ask(id, { address: "a@example.org", month: new Date().toISOString().slice(0, 7), language: "de" }, "due", new Date());
  await reminders.confirm("due", new Date());
}

describe("a reminder by mail", () => {
  it("is confirmed by a link, looked at without harm, sent once, and then forgotten", async () => {
    const month = (await months())[5] ?? "";
    const asked = await ask("erika@example.org", month);
    expect([asked.status, asked.headers.get("location")]).toEqual([303, `${rounds()}?saved=reminder-asked`]);
    expect(mail.mails.map(({ to }) => to)).toEqual([["erika@example.org"]]);
    const [first] = mail.mails;
    expect(first?.text).toContain(`${origin}/reminder/`);
    expect(first?.text).not.toContain("Geheimes Haus");
    expect(first?.head).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/i);
    const page = await visitor.text(rounds());
    expect(page).toContain("e…@example.org");
    expect(page).not.toContain("erika@example.org");

    const key = keyIn(first?.text);
    const reader = mail.visit();
    expect(await reader.text(`/reminder/${key}`)).toContain(words.page.confirm);
    expect(await kept()).toMatchObject([{ isConfirmed: false }]);
    await sendDue(2);
    expect(mail.mails).toHaveLength(1);
    await reader.post(`/reminder/${key}`, { intent: "confirm" });
    expect(await kept()).toMatchObject([{ isConfirmed: true, address: "erika@example.org", month }]);
    await sendDue(2);
    expect(mail.mails, "its month is not here yet").toHaveLength(1);

    await makeDue();
    await sendDue(2);
    await sendDue(3);
    expect(mail.mails.slice(1).map(({ to }) => to)).toEqual([["a@example.org"]]);
    expect(await kept()).toEqual([]);
    const last = keyIn(mail.mails[1]?.text);
    expect(last).not.toBe("");
    const nothing = await reader.get(`/reminder/${last}`);
    expect([nothing.status, (await nothing.text()).includes(words.page.nothing)]).toEqual([404, true]);
  });

  it.each([
    ["the page", { intent: "stop" }, true],
    ["the button of a mail program, which names no origin", { "List-Unsubscribe": "One-Click" }, false],
  ])("is stopped in one press by %s", async (_how, form, hasOrigin) => {
    await ask("erika@example.org", (await months())[0] ?? "");
    const key = keyIn(mail.mails[0]?.text);
    await fetch(`${mail.app.url}/reminder/${key}`, { method: "POST", redirect: "manual", headers: hasOrigin ? { Origin: origin } : {}, body: new URLSearchParams({ ...form }) }); // prettier-ignore
    expect(await kept()).toEqual([]);
  });

  it.each([
    ["no address", "2099-01", words.errors.address],
    ["a@example.org", "2020-01", words.errors.month],
    ["a@example.org\r\nBcc: b@example.org", "", words.errors.address],
    ["unknown@example.org", "", words.errors.notSent],
  ])("is refused for %j in %j, and what was typed stays", async (address, month, error) => {
    const response = await ask(address, month || ((await months())[0] ?? ""));
    const page = await response.text();
    expect([response.status, page.includes(error), page.includes('aria-invalid="true"')]).toEqual([422, true, true]);
    expect(page).toContain(address.split("\r")[0] ?? "");
    expect(await kept()).toEqual([]);
  });

  it("waits with four others at most, and any of them can be deleted by whoever works here", async () => {
    const month = (await months())[0] ?? "";
    for (const name of ["a", "b", "c", "d", "e"]) expect((await ask(`${name}@example.org`, month)).status).toBe(303);
    expect(await (await ask("f@example.org", month)).text()).toContain(words.errors.tooMany);
    const [first] = await kept();
    await visitor.post(rounds(), { intent: "forget-reminder", reminder: first?.id ?? "" });
    expect(await kept()).toHaveLength(4);
  });

  it("is not deleted from another assessment, and goes with its own", async () => {
    await ask("a@example.org", (await months())[0] ?? "");
    const [one] = await kept();
    const { reminders } = mail.app.services.stores;
    expect(await reminders.remove(one?.id ?? "", "another")).toBe(0);
    await visitor.post(`/assessments/${id}/delete`, {});
    expect(await kept()).toEqual([]);
  });

  it("that nobody confirms is forgotten after two days", async () => {
    await ask("a@example.org", (await months())[0] ?? "");
    const { reminders } = mail.app.services.stores;
    await reminders.forgetUnconfirmed(new Date(Date.now() + 47 * 3_600_000));
    expect(await kept()).toHaveLength(1);
    await reminders.forgetUnconfirmed(new Date(Date.now() + 49 * 3_600_000));
    expect(await kept()).toEqual([]);
  });

  it("is forgotten also where mail is set up no more, unconfirmed or a month too late", async () => {
    const { reminders } = mail.app.services.stores;
    const [day, now] = [86_400_000, new Date()];
    const month = (months: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 15)).toISOString().slice(0, 7);
    for (const [key, when, before] of [
      ["old", 3, 3],
      ["new", 3, 1],
      ["missed", -2, 90],
      ["late", -1, 90],
    ] as const) {
      await reminders.ask(id, { address: `${key}@example.org`, month: month(when), language: "de" }, key, new Date(now.getTime() - before * day)); // prettier-ignore
      if (before === 90) await reminders.confirm(key, now);
    }
    const stop = startReminders(mail.app.services.stores, { sending: null, timeZone: "Europe/Berlin" }, openLog("silent"));
    await expect.poll(async () => (await kept()).map(({ address }) => address)).toEqual(["late@example.org", "new@example.org"]);
    stop();
    expect(mail.mails).toEqual([]);
  });

  it("is taken by one process only, and by another once that has ended", async () => {
    await ask("a@example.org", (await months())[0] ?? "");
    await makeDue();
    const { reminders } = mail.app.services.stores;
    const now = new Date();
    const taken = await Promise.all(["x", "y", "z"].map((key) => reminders.claimDue("2099-12", key, now)));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(await reminders.claimDue("2099-12", "w", new Date(now.getTime() + 2 * 3_600_000))).not.toBeNull();
  });
});

it("without a mail server the page says so, and the calendar file is there", async () => {
  const other = newVisitor(without.url);
  const own = await other.begin();
  const page = await other.text(`/assessments/${own}/rounds`);
  expect(page).toContain(words.notSetUp);
  expect(page).not.toContain(words.submit);
  expect((await other.get(`/assessments/${own}/reminder.ics?month=2027-05`)).status).toBe(200);
  const response = await other.post(`/assessments/${own}/rounds`, { intent: "remind", "mail-month": "x", address: "" });
  expect(response.status).toBe(422);
});
