import { beforeEach, describe, expect, it } from "vitest";
import { localeOf } from "../../app/i18n";
import { makeMany, makeMappe, openLink } from "./mappe-visitor";
import { mailOrigin as origin, sharedApp, sharedMailApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const without = sharedApp();
const mail = sharedMailApp();
const { mails: words, team, checking } = localeOf("de").messages;
let owner: Visitor;
let id: string;
async function begin(name: string): Promise<void> {
  owner = mail.visit();
  id = await owner.begin({ name });
}
beforeEach(() => begin("Musterbau GmbH"));
const page = (end: string) => `/assessments/${id}${end}`;
const invite = (address: string) =>
  owner.post(page("/team"), { intent: "invite", name: "Erika Geheim", until: "2099-12-01", topics: "strategy", address });
const people = async () => (await mail.app.services.stores.people.find(id)).people;

it("brings a client the link of its assessment once, with nothing that the consultant has typed but a plain name", async () => {
  const consultant = mail.visit();
  const mappe = await makeMappe(consultant, "Beratung Geheim");
  const links = await makeMany(consultant, mappe, ["Ahlen", "www.example.org"]);
  const { hand } = localeOf("de").messages.mappe;
  for (const [name, link] of links) {
    const client = `/mappen/${mappe}/members/${await openLink(mail.visit(), link)}`;
    const send = (address: string) => consultant.post(client, { intent: "mail", address });
    const wrong = await send("no address");
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringMatching(/value="no address"/)]);
    expect((await send("client@example.org")).headers.get("location")).toBe(`${client}?mailed`);
    expect(await consultant.text(`${client}?mailed`)).toContain(hand.mailed);
    const sent = mail.mails.at(-1);
    expect(sent?.to).toEqual(["client@example.org"]);
    expect(sent?.text.includes(name)).toBe(name === "Ahlen");
    expect(sent?.text).toContain(`${origin}${link}`);
    expect(sent?.text).not.toContain("Geheim");
  }
  expect(mail.mails).toHaveLength(2);
});

describe("a mail to somebody who is asked to answer", () => {
  it("brings the link of the public address once, names nobody, and its address is kept nowhere", async () => {
    const shown = await (await invite("erika@example.org")).text();
    expect(shown).toContain(words.sent("erika@example.org"));
    const [first, second] = mail.mails;
    expect([first?.to, second]).toEqual([["erika@example.org"], undefined]);
    expect(first?.text).toContain("Musterbau GmbH");
    expect(first?.text).toContain("1. Dezember 2099");
    expect(first?.text).not.toContain("Geheim");
    expect(first?.head).not.toMatch(/List-Unsubscribe/i);
    const link = new RegExp(`${origin}(/answer/[\\w-]{43})`).exec(first?.text ?? "")?.[1] ?? "";
    expect((await mail.visit().get(link)).headers.get("location")).toMatch(/^\/parts\//);
    const [person] = await people();
    const kept = [await mail.app.services.stores.assessments.findWhole(id), person, await owner.text(page("/team")), await owner.text(page(`/team/people/${person?.id}`))]; // prettier-ignore
    expect(JSON.stringify(kept)).not.toContain("erika@");
  });

  it("is asked for with an address, or not at all", async () => {
    const wrong = await invite("no address");
    const html = await wrong.text();
    expect([wrong.status, html.includes(words.errors.address), html.includes('value="no address"')]).toEqual([422, true, true]);
    expect(html).toContain("Erika Geheim");
    expect(await people()).toEqual([]);
    expect((await invite("")).status).toBe(200);
    expect(await people()).toHaveLength(1);
    expect(mail.mails).toEqual([]);
  });

  it("that the mail server refuses leaves the link to hand on", async () => {
    const html = await (await invite("unknown@example.org")).text();
    expect(html).toContain(words.failed("unknown@example.org"));
    expect(html).toMatch(/\/answer\/[\w-]{43}/);
  });

  it("reaches one recipient three times an hour, whoever sends it", async () => {
    for (const _ of [1, 2, 3]) expect((await invite("often@example.org")).status).toBe(200);
    await begin("Andere GmbH");
    const refused = await invite("Often@example.org");
    expect([refused.status, (await refused.text()).includes(words.errors.tooMany)]).toEqual([422, true]);
    expect(await people(), "nothing is made that nobody is told of").toEqual([]);
    expect(mail.mails).toHaveLength(3);
  });

  it("carries no link that somebody calls an organisation", async () => {
    await begin("Gewonnen: www.evil.example");
    await invite("a@example.org");
    expect(mail.mails[0]?.text).not.toContain("evil");
    expect(mail.mails[0]?.text).toContain("unsere Organisation");
  });

  it("reminds them without their link, and gives them a new one where it is renewed", async () => {
    await invite("");
    const [person] = await people();
    const path = page(`/team/people/${person?.id}`);
    expect(await owner.text(path)).toContain(team.personPage.nudgeSubmit);
    expect((await owner.post(path, { intent: "nudge", "nudge-address": "" })).status).toBe(422);
    const nudged = await owner.post(path, { intent: "nudge", "nudge-address": "b@example.org" });
    expect([nudged.status, nudged.headers.get("location")]).toEqual([303, `${path}?saved=nudged`]);
    expect(mail.mails[0]?.text).toMatch(/4 Fragen bis|4 Fragen\. Wir brauchen sie bis/);
    expect(mail.mails[0]?.text).not.toContain("/answer/");
    const failed = await owner.post(path, { intent: "nudge", "nudge-address": "unknown@example.org" });
    expect([failed.status, (await failed.text()).includes(words.errors.notSent)]).toEqual([422, true]);
    await owner.post(path, { intent: "renew", "renew-address": "b@example.org" });
    const link = /\/answer\/[\w-]{43}/.exec(mail.mails[1]?.text ?? "")?.[0] ?? "";
    expect((await mail.visit().get(link)).status).toBe(302);
  });

  it("brings the link for checking to whoever checks", async () => {
    expect((await owner.post(page("/checking"), { intent: "mail", address: "c@example.org" })).status, "there is none yet").toBe(400);
    await owner.post(page("/checking"), { intent: "renew" });
    expect((await owner.post(page("/checking"), { intent: "mail", address: "c" })).status).toBe(422);
    expect((await owner.post(page("/checking"), { intent: "mail", address: "c@example.org" })).status).toBe(303);
    const link = new RegExp(`${origin}(/open/[\\w-]{43})`).exec(mail.mails[0]?.text ?? "")?.[1] ?? "";
    expect((await mail.visit().get(link)).headers.get("location")).toBe(page("/checking"));
  });
});

it("without a mail server the pages say so, and offer the text to copy and to open in one's own mail program", async () => {
  const other = newVisitor(without.url);
  const own = await other.begin();
  const form = { intent: "invite", name: "A", topics: "strategy", address: "a@example.org" };
  expect(await other.text(`/assessments/${own}/team`)).toContain(words.notSetUp);
  const shown = await (await other.post(`/assessments/${own}/team`, form)).text();
  expect(shown).toMatch(/href="mailto:\?subject=KI-Pegel%3A[^"]*&amp;body=[^"]*%2Fanswer%2F/);
  expect(shown).not.toContain('name="address"');
  await other.post(`/assessments/${own}/checking`, { intent: "renew" });
  const page = await other.text(`/assessments/${own}/checking`);
  expect([page.includes(words.notSetUp), page.includes(checking.owner.mail), page.includes("mailto:")]).toEqual([true, false, true]);
  expect((await other.post(`/assessments/${own}/checking`, { intent: "mail", address: "a@example.org" })).status).toBe(400);
});
