import { beforeEach, expect, it } from "vitest";
import { localeOf } from "../../app/i18n";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";
import { followEvents, joinRoom, moveRoom, openRoom } from "./workshop-visitor";
import { today } from "../support/today";

const app = sharedApp();
const { messages } = localeOf("de");
const { room: onScreen, phone: onPhone, join: onJoining } = messages.workshop;

let owner: Visitor;
let id: string;
let room: string;
let code: string;
beforeEach(async () => {
  owner = newVisitor(app.url);
  id = await owner.begin({ name: "Musterbau GmbH" });
  await owner.saveAnswer(id, "strategy-goals", { choice: "2", note: "geheime Notiz" });
  await open({ which: "strategy" });
});

const open = async (wish: Record<string, string>) => void ({ room, code } = await openRoom(owner, id, wish));
const move = (intent: string, visitor = owner) => moveRoom(visitor, room, intent);
const join = (name = "") => joinRoom(app.url, code, name);
const stored = async () => (await app.services.stores.people.find(id)).people.filter(({ kind }) => kind === "participant");
const plain = (html: string) => html.replace(/<!-- -->/g, "");

it("says what is wrong with a wish for a workshop", async () => {
  const post = (wish: Record<string, string>) => owner.post(`/assessments/${id}/team/workshop`, { intent: "open", which: "all", most: "3", until: today(), ...wish }); // prettier-ignore
  const wishes: Record<string, string>[] = [
    { which: "nothing" },
    { which: "spread" },
    { most: "31" },
    { most: "1" },
    { until: "2020-01-01" },
    { until: "2099-01-01" },
  ];
  for (const wrong of wishes) expect((await post(wrong)).status, JSON.stringify(wrong)).toBe(422);
});

it("shows nobody a vote before all have voted, and then how many chose what, but not who", async () => {
  const [first, second] = [await join(), await join("Kämmerei")];
  await move("next");
  const item = await first.itemNow();
  expect((await first.vote("4")).status).toBe(303);
  expect(await first.vote("1"), "changed").toMatchObject({ status: 303 });
  const screen = plain(await owner.text(room));
  expect(screen).toContain(onScreen.voted(1, 2));
  expect(screen).not.toContain("tally-count");
  expect(plain(await second.visitor.text(second.place))).not.toContain("tally-count");
  expect(await stored()).toMatchObject([{ answers: {} }, { answers: {} }]);
  expect(await owner.text(`/assessments/${id}/team/answers`)).not.toContain("Kämmerei");
  await second.vote("3");
  const shown = plain(await owner.text(room));
  expect(shown.match(/tally-count">[^<]+/g)?.slice(0, 5)).toEqual([0, 1, 0, 1, 0].map((count) => `tally-count">${onScreen.votes(count)}`));
  expect(shown).toContain(onScreen.spread(2));
  expect(shown).not.toContain("Kämmerei");
  expect(await stored()).toMatchObject([{ answers: { [item]: { level: 1 } } }, { answers: { [item]: { level: 3 } } }]);
  expect((await first.vote("0", item)).headers.get("location")).toContain("late=shown");
  expect((await stored())[0]?.answers[item]).toMatchObject({ level: 1 });
});

it("lets people vote again where the moderator opens the vote anew, and moves on once for a button pressed twice", async () => {
  const [first, second] = [await join(), await join()];
  const seen = /name="seen" value="([^"]+)"/.exec(await owner.text(room))?.[1] ?? "";
  await owner.post(room, { intent: "next", seen });
  expect((await owner.post(room, { intent: "next", seen })).headers.get("location")).toContain("?now");
  const item = await first.itemNow();
  await first.vote("0");
  await move("show");
  expect(plain(await second.visitor.text(second.place))).toContain(onPhone.notVoted);
  await move("again");
  expect(plain(await owner.text(room))).not.toContain("tally-count");
  await first.vote("2");
  await second.vote("2");
  expect((await stored()).map(({ answers }) => answers[item])).toMatchObject([{ level: 2 }, { level: 2 }]);
  expect(plain(await owner.text(room))).toContain(onScreen.same);
});

it("records what was agreed as the team's answer, by whoever moderates, and says so in the history", async () => {
  const shown = await (await owner.post(`/assessments/${id}/team/workshop`, { intent: "moderator" })).text();
  const link = /\/answer\/[\w-]{43}/.exec(shown)?.[0] ?? "";
  const moderator = newVisitor(app.url);
  expect((await moderator.get(link)).headers.get("location")).toBe(room);
  for (const page of ["", "/report", "/team", "/team/workshop", "/team/answers", "/ki-pegel.json"])
    expect((await moderator.get(`/assessments/${id}${page}`)).status, page).toBe(404);
  const person = await join();
  await move("next", moderator);
  const item = await person.itemNow();
  await person.vote("3");
  await move("show", moderator);
  const about = /name="seen" value="([^"]{8,})"/.exec(await moderator.text(room))?.[1] ?? "";
  const record = (fields: object) => moderator.post(room, { intent: "record", item, choice: "3", reason: "", seen: about, ...fields });
  expect((await record({})).status).toBe(422);
  expect((await record({ reason: "So gesehen", seen: "other" })).status).toBe(409);
  expect((await record({ reason: "So gesehen", item: "funding-budget" })).status, "not asked here").toBe(400);
  expect((await record({ reason: "So gesehen" })).status).toBe(303);
  expect((await app.services.stores.people.find(id)).recorded[item]).toMatchObject({ answer: { level: 3 }, reason: "So gesehen" });
  const ended = (await move("end", moderator)).headers.get("location") ?? "";
  expect(await moderator.text(ended)).toContain(onScreen.ended);
  const after = await moderator.get(room);
  expect([after.status, (await after.text()).includes(messages.errors.noWorkshop)], "the link ends with the workshop").toEqual([404, true]);
  expect(plain(await owner.text(room))).toContain(onScreen.summary(1, 7).replace(/ von .*/, ""));
  const history = plain(await owner.text(`/assessments/${id}/changes`));
  for (const word of [
    ...Object.values(messages.changes.workshop).slice(0, 3),
    messages.changes.workshop.closed,
    messages.changes.actors.moderator,
  ])
    expect(history).toContain(word);
});

it("takes in as many as it may, each browser once, and refuses kindly once it is over", async () => {
  const [first] = [await join(), await join(), await join()];
  expect((await first.visitor.get(`/w/${code}`)).headers.get("location")).toBe(first.place);
  expect((await first.visitor.post(`/w/${code}`, { name: "X" })).headers.get("location")).toBe(first.place);
  const late = await join();
  expect([late.joined.status, await late.joined.text()]).toEqual([422, expect.stringContaining(onJoining.full)]);
  await move("next");
  const item = await first.itemNow();
  await first.vote("1");
  await move("end");
  expect(plain(await first.visitor.text(first.place))).toContain(onPhone.over);
  expect((await first.vote("2", item)).status).toBe(303);
  expect(
    (await stored()).map(({ answers }) => answers),
    "never shown, so never said",
  ).toEqual([{}, {}, {}]);
  for (const gone of [code, "aaaa-aaaa", "bcdf-ghjk"]) {
    const asked = await newVisitor(app.url).get(`/w/${gone}`);
    expect([asked.status, (await asked.text()).includes(messages.errors.noWorkshopTitle)]).toEqual([404, true]);
  }
});

it("ends by itself after its last day, with the votes that were never shown", async () => {
  const { workshops } = app.services.stores;
  const person = await join();
  await move("next");
  const item = await person.itemNow();
  await person.vote("1");
  await workshops.closePast(new Date());
  expect(await workshops.openVotesOf(person.place.replace("/participants/", ""))).toEqual({ [item]: { level: 1 } });
  expect(await workshops.closePast(new Date(Date.now() + 3 * 24 * 60 * 60 * 1000))).toBeGreaterThan(0);
  expect(await workshops.openVotesOf(person.place.replace("/participants/", ""))).toEqual({});
  expect((await newVisitor(app.url).get(`/w/${code}`)).status).toBe(404);
  expect(plain(await owner.text(room))).toContain(onScreen.over);
});

it("gives people what is kept of them, deletes it, and opens their place to nobody else", async () => {
  const [first, second] = [await join("Frau X"), await join()];
  await move("next");
  const item = await first.itemNow();
  await first.vote("4");
  const data = JSON.parse(await first.visitor.text(`${first.place}/data`)) as object;
  expect(data).toMatchObject({ kind: "participant", name: "Frau X", answers: {}, openVotes: { [item]: { level: 4 } } });
  for (const visitor of [second.visitor, owner, newVisitor(app.url)])
    for (const page of ["", "/data", "/events"]) expect((await visitor.get(first.place + page)).status, page).toBe(404);
  for (const visitor of [first.visitor, newVisitor(app.url)])
    for (const page of [room, `${room}/events`, `/assessments/${id}`, first.place.replace("participants", "parts")])
      expect((await visitor.get(page)).status, page).toBe(404);
  expect((await first.visitor.post(first.place, { intent: "erase", sure: "yes" })).headers.get("location")).toContain("/deleted");
  expect(await stored()).toHaveLength(1);
  expect((await first.visitor.get(first.place)).status).toBe(404);
});

it("tells pages that follow it that the room has moved on, and nothing of votes", async () => {
  const [first, second] = [await join(), await join()];
  const { next, leave } = await followEvents(app.url, second);
  expect(await next()).toBe("data: 0.0\n\n");
  await move("next");
  expect(await next()).toBe("data: 1.0\n\n");
  await first.vote("4");
  await second.vote("4");
  expect(await next(), "one vote alone says nothing").toBe("data: 1.1\n\n");
  await move("end");
  expect(await next()).toContain("event: over");
  leave();
});
