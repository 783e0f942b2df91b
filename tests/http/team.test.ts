import { beforeAll, expect, it } from "vitest";
import { versionTag } from "../../app/core/assessment/answer";
import { localeOf } from "../../app/i18n";
import { grantKey, newProgram } from "./program";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const { messages } = localeOf("de");
const { team } = messages;
const item = "strategy-goals";

let owner: Visitor;
let id: string;
beforeAll(async () => {
  owner = newVisitor(app.url);
  id = await owner.begin({ name: "Musterbau GmbH" });
  await owner.saveAnswer(id, item, { choice: "2", note: "geheime Notiz" });
});

const fields = (name: string, more: [string, string][] = [["topics", "strategy"]]) => {
  const form = new FormData();
  for (const [field, value] of [["name", name], ["until", "2099-12-01"], ["intent", "invite"], ...more] as [string, string][])
    // prettier-ignore
    form.append(field, value);
  return form;
};
const linkIn = (html: string) => /\/answer\/[\w-]{43}/.exec(html)?.[0] ?? "";

/** Asks somebody, who opens their link. */
async function ask(name: string, more?: [string, string][]) {
  const shown = await (await owner.post(`/assessments/${id}/team`, fields(name, more))).text();
  const link = linkIn(shown);
  const visitor = newVisitor(app.url);
  const part = (await visitor.get(link)).headers.get("location") ?? "";
  const person = part.replace("/parts/", "");
  const save = (of: string, choice: string, seen = versionTag(null)) =>
    visitor.post(`${part}/save/answers`, { [`${of}.seen`]: seen, [`${of}.choice`]: choice, [`${of}.reason`]: "", [`${of}.note`]: "", [`${of}.evidence`]: "" }); // prettier-ignore
  return { link, visitor, part, person, save };
}
const stored = async (person: string) => (await app.services.stores.people.find(id)).people.find((one) => one.id === person);

it("a link leads to an address without its key, is told once, and only its hash is kept", async () => {
  const { link, part } = await ask("Kämmerei");
  expect(part).toMatch(/^\/parts\/[\w-]{22}$/);
  expect(await owner.text(`/assessments/${id}/team`)).not.toContain("/answer/");
  expect(JSON.stringify(await app.services.stores.people.find(id))).not.toContain(link.slice(8));
});

it("a colleague sees their questions, and nothing else of the assessment", async () => {
  const { visitor, part, person } = await ask("Kämmerei");
  const pages = [await visitor.text(part), await visitor.text(`${part}/strategy`), await visitor.text(`${part}/data`)];
  for (const html of pages) expect(html).not.toMatch(/geheime Notiz|\/assessments\//);
  expect(pages[1]).toContain(item);
  expect((await visitor.get(`${part}/funding`)).status, "a topic they were not given").toBe(404);
  for (const page of ["", "/report", "/strategy", "/ki-pegel.json", "/team", "/team/answers", `/team/people/${person}`, "/delete"]) {
    expect((await visitor.get(`/assessments/${id}${page}`)).status, page).toBe(404);
    expect([404, 405], page).toContain((await visitor.post(`/assessments/${id}${page}`, { intent: "go-full" })).status);
  }
  expect((await visitor.saveAnswer(id, item, { choice: "4" })).status).toBe(404);
});

it("answers of a colleague are saved beside those of the assessment, and only to their questions", async () => {
  const { save, visitor, part, person } = await ask("Kämmerei", [["items", item]]);
  expect(await (await save(item, "4")).json()).toMatchObject({ errors: {}, conflicts: {} });
  await (await save("funding-budget", "4")).arrayBuffer();
  expect((await stored(person))?.answers).toEqual({ [item]: { level: 4, date: expect.any(String) as string } });
  expect((await app.services.stores.assessments.find(id))?.answers[item]).toMatchObject({ level: 2 });
  const conflict = (await (await save(item, "1")).json()) as { conflicts: object };
  expect(Object.keys(conflict.conflicts), "from what they had seen before").toEqual([item]);
  const wrong = await visitor.post(`${part}/strategy`, { [`${item}.choice`]: "9" });
  expect(wrong.status).toBe(422);
  expect((await visitor.post(part, { intent: "asks", ask: "" })).status).toBe(422);
  expect((await visitor.post(part, { intent: "asks", ask: "Frau Y" })).status).toBe(303);
  expect(await stored(person)).toMatchObject({ state: "asks", ask: "Frau Y" });
  expect((await visitor.post(part, { intent: "unknown" })).status).toBe(400);
});

it("one colleague reaches nothing of another, nor does a stranger, a reader or the owner without their key", async () => {
  const [first, second] = [await ask("A"), await ask("B")];
  const reader = newVisitor(app.url);
  await reader.get((await owner.links(id)).read);
  for (const other of [first.visitor, newVisitor(app.url), reader, owner])
    for (const page of ["", "/strategy", "/data"]) {
      expect((await other.get(second.part + page)).status).toBe(404);
      expect([404, 405]).toContain((await other.post(second.part + page, { intent: "done" })).status);
    }
  expect((await first.visitor.post(`${second.part}/save/answers`, { [`${item}.choice`]: "4" })).status).toBe(404);
  for (const page of ["/team", "/team/answers", `/team/people/${second.person}`, `/team/people/${second.person}/data`]) {
    expect((await reader.get(`/assessments/${id}${page}`)).status, page).toBe(403);
    expect([403, 405], page).toContain((await reader.post(`/assessments/${id}${page}`, { intent: "erase" })).status);
  }
  expect(await stored(second.person)).toMatchObject({ state: "invited", answers: {} });
});

it("a person of one assessment cannot be changed through another", async () => {
  const { person, part, visitor } = await ask("A");
  const stranger = newVisitor(app.url);
  const theirs = await stranger.begin();
  for (const intent of ["renew", "revoke", "erase", "change"])
    expect((await stranger.post(`/assessments/${theirs}/team/people/${person}`, { intent })).status, intent).toBe(404);
  expect((await visitor.get(part)).status).toBe(200);
});

it("a link that was blocked or renewed opens nothing any more, where it was open neither", async () => {
  const { person, part, visitor, link, save } = await ask("A");
  await save(item, "3");
  const page = `/assessments/${id}/team/people/${person}`;
  const renewed = linkIn(await (await owner.post(page, { intent: "renew" })).text());
  expect((await visitor.get(part)).status).toBe(404);
  expect((await newVisitor(app.url).get(link)).status).toBe(404);
  expect((await visitor.get(renewed)).headers.get("location")).toBe(part);
  expect((await owner.post(page, { intent: "revoke" })).status).toBe(303);
  expect([(await visitor.get(part)).status, (await newVisitor(app.url).get(renewed)).status, (await save(item, "1")).status]).toEqual([
    404, 404, 404,
  ]);
  expect((await stored(person))?.answers[item]).toMatchObject({ level: 3 });
});

it("somebody takes their data along, and deletes all of it, once they say that they are sure", async () => {
  const { person, part, visitor, save } = await ask("Erika Muster");
  await save(item, "1");
  expect(await (await visitor.get(`${part}/data`)).json()).toMatchObject({ name: "Erika Muster", answers: { [item]: { level: 1 } } });
  await visitor.post(part, { intent: "erase" });
  expect(await stored(person)).toBeDefined();
  expect((await visitor.post(part, { intent: "erase", sure: "yes" })).headers.get("location")).toBe("/deleted?part");
  expect(await stored(person)).toBeUndefined();
  expect(await visitor.text("/deleted?part")).toContain(`<h1>${team.part.erasedTitle}</h1>`);
  const gone = await visitor.get(part);
  expect([gone.status, (await gone.text()).includes(messages.errors.noPartTitle)]).toEqual([404, true]);
});

it("the form keeps what was typed where something is missing, and says what", async () => {
  const refused = await owner.post(`/assessments/${id}/team`, fields("", [["items", "funding-budget"]]));
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain(team.invite.nameError);
  expect(html).toMatch(/value="funding-budget"[^>]*checked=""|checked=""[^>]*value="funding-budget"/);
  const past = fields("A");
  past.set("until", "2020-01-01");
  expect(await (await owner.post(`/assessments/${id}/team`, past)).text()).toContain(team.invite.untilError);
  expect(await (await owner.post(`/assessments/${id}/team`, fields("A", []))).text()).toContain(team.invite.itemsError);
});

it("what is recorded counts, and is refused where somebody has answered otherwise since it was seen", async () => {
  const other = newVisitor(app.url);
  const theirs = await other.begin();
  await other.saveAnswer(theirs, item, { choice: "2" });
  const link = linkIn(await (await other.post(`/assessments/${theirs}/team`, fields("A"))).text());
  const colleague = newVisitor(app.url);
  const part = (await colleague.get(link)).headers.get("location") ?? "";
  const save = (choice: string) => colleague.post(`${part}/strategy`, { [`${item}.choice`]: choice });
  await save("0");
  const page = `/assessments/${theirs}/team/answers`;
  const seen = async () => new RegExp(`name="item" value="${item}"/><input type="hidden" name="seen" value="([^"]+)"`).exec(await other.text(page))?.[1] ?? ""; // prettier-ignore
  const [before, agreed] = [await seen(), { item, intent: "record", choice: "3", reason: "besprochen" }];
  await colleague.submit(`${part}/strategy`, { [`${item}.choice`]: "1" });
  const stale = await other.post(page, { ...agreed, seen: before });
  expect([stale.status, (await stale.text()).includes(team.answers.newer)]).toEqual([409, true]);
  expect((await other.post(page, { ...agreed, seen: await seen(), reason: " " })).status).toBe(422);
  expect((await other.post(page, { ...agreed, seen: await seen() })).status).toBe(303);
  expect(await other.text(page)).toContain(team.answers.recordedReason("besprochen"));
  expect((await app.services.stores.assessments.findAnswers([theirs])).get(theirs)?.[item]).toMatchObject({ level: 3 });
  expect((await other.post(page, { item: "unknown", intent: "record" })).status).toBe(400);

  const reader = newVisitor(app.url);
  await reader.get((await other.links(theirs)).read);
  const file = await reader.text(`/assessments/${theirs}/ki-pegel.json`);
  expect(JSON.parse(file)).toMatchObject({ team: {}, answers: { [item]: { level: 3 } } });
  expect(JSON.parse(await other.text(`/assessments/${theirs}/ki-pegel.json`))).toMatchObject({
    team: { people: [{ name: "A", answers: { [item]: { level: 1 } } }], agreed: { [item]: { reason: "besprochen" } } },
    answers: { [item]: { level: 2 } },
  });
});

it("a program's key opens no part", async () => {
  const { part } = await ask("A");
  const { key } = await grantKey(app);
  const response = await fetch(app.url + part, { headers: { Authorization: `Bearer ${key}` } });
  expect(response.status).toBe(404);
  expect((await newProgram(app.url, key).get(`/assessments/${id}`)).status).toBe(404);
});

it("the start page lists the parts that a browser opens, until it forgets them or their link is blocked", async () => {
  const { keeping } = messages;
  const { visitor, part, person, save } = await ask("A");
  await save(item, "2");
  const home = () => visitor.text("/");
  expect(await home()).toMatch(new RegExp(`href="${part}"[^>]*>Musterbau GmbH</a>[^]*${team.answered(1, 4)}[^]*bis 1. Dezember 2099`));
  expect(await owner.text("/")).not.toContain(part);
  expect(await visitor.text(`/device/forget?part=${person}`)).toContain(keeping.forget.part("Musterbau GmbH"));
  const stranger = newVisitor(app.url);
  expect((await stranger.get(`/device/forget?part=${person}`)).status).toBe(404);
  await visitor.post("/device/forget", { part: person });
  expect([(await home()).includes(part), (await visitor.get(part)).status]).toEqual([false, 404]);
  expect((await stored(person))?.answers[item]).toMatchObject({ level: 2 });

  const other = await ask("B");
  expect(await other.visitor.text("/")).toContain(other.part);
  await owner.post(`/assessments/${id}/team/people/${other.person}`, { intent: "revoke" });
  expect(await other.visitor.text("/")).not.toContain(other.part);
});

it("the history says who of the team it was, question by question, and forgets their name with them", async () => {
  const answered = async (who: { save: (of: string, choice: string) => Promise<Response> }) =>
    expect((await who.save(item, "3")).status).toBe(200);
  const [treasury, building] = [await ask("Kämmerei"), await ask("Bauamt")];
  await answered(treasury);
  await answered(building);
  await building.visitor.post(building.part, { intent: "done" });
  const history = async (search = "", who = owner) => (await who.text(`/assessments/${id}/changes${search}`)).replaceAll("<!-- -->", "");
  const said = messages.changes;
  const whole = await history();
  for (const line of [said.byPerson("Kämmerei"), said.byPerson("Bauamt"), said.aboutPerson("Bauamt", said.person.done), said.aboutPerson("Kämmerei", said.person.asked)])
    expect(whole).toContain(line); // prettier-ignore
  const ofQuestion = await history(`?question=${item}`);
  expect(ofQuestion).toContain(said.byPerson("Kämmerei"));
  expect(ofQuestion).not.toContain(said.aboutPerson("Kämmerei", said.person.asked));
  await owner.post(`/assessments/${id}/team/people/${building.person}`, { intent: "erase", sure: "yes" });
  const after = await history();
  expect(after).not.toContain("Bauamt");
  expect(after).toContain(said.actors.colleague);
  // Nor is who it was in a file that may go to others.
  const file = await owner.text(`/assessments/${id}/ki-pegel.json`);
  for (const { person } of [treasury, building]) expect(file).not.toContain(person);
});
