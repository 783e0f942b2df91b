import { byAssessment } from "../../app/core/mappe/audit";
import { describe, expect, it } from "vitest";
import { momentOf } from "../../app/core/day";
import type { Level } from "../../app/core/assessment/answer";
import { makeMany, makeMappe, openLink } from "./mappe-visitor";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

/** The attacks that the method names (section 6), by what a browser can do. */
const app = sharedApp();

type Member = { visitor: Visitor; id: string };

/** Gives every answer of an assessment. */
async function answer(id: string, level: Level) {
  const { content, stores } = app.services;
  const items = content.questionnaires.municipality.dimensions.flatMap((dimension) => dimension.items);
  const changes = items.map(({ id: item }) => ({ item, seen: null, next: { level } }));
  await stores.answers.save(id, changes, momentOf(new Date(), "Europe/Berlin"));
}

async function newRing(levels: Level[], rule: "open" | "anonymous" = "anonymous") {
  const organiser = newVisitor(app.url);
  const mappe = await makeMappe(organiser, "Vergleich");
  const set = (of: string) => organiser.post(`/mappen/${mappe}/ring`, { intent: "set", rule: of, track: "municipality" });
  await set(rule);
  const links = await makeMany(
    organiser,
    mappe,
    levels.map((_level, index) => `Stadt ${String.fromCharCode(65 + index)}`),
  );
  const members: Member[] = [];
  for (const [index, link] of [...links.values()].entries()) {
    const visitor = newVisitor(app.url);
    const id = await openLink(visitor, link);
    await answer(id, levels[index] ?? 0);
    // From now on the Mappe sees the name alone, and the link is the member's own.
    await visitor.post(`/assessments/${id}`, { intent: "renew-edit-link" });
    await app.services.stores.mappen.share(mappe, id, "ring", { now: new Date(), by: byAssessment });
    members.push({ visitor, id });
  }
  const invite = (those: Member[]) => {
    const form = new FormData();
    form.set("intent", "invite");
    for (const { id } of those) form.append("invite", id);
    return organiser.post(`/mappen/${mappe}/ring`, form);
  };
  const address = ({ id }: Member) => `/assessments/${id}/ring/${mappe}`;
  const join = ({ visitor, id }: Member, more: Record<string, string> = {}) =>
    visitor.post(`/assessments/${id}/ring/${mappe}`, {
      ...{ intent: "join", consent: "on", rule, track: "municipality", modelVersion: "2.0.0" },
      ...more,
    });
  const leave = (member: Member) => member.visitor.post(address(member), { intent: "leave" });
  const page = (member: Member) => member.visitor.text(address(member));
  await invite(members);
  return { organiser, mappe, members, set, invite, join, leave, address, page };
}

/** The published figures that a page shows, row by row: count, median, middle half. */
const figuresIn = (html: string) =>
  [
    ...html
      .replaceAll("<!-- -->", "")
      .matchAll(
        /<tr><th scope="row">([^<]+)<\/th><td class="number">(\d+)<\/td><td class="number">(\d+)<\/td><td class="number">([^<]+)</g,
      ),
  ].map(([, name, n, median, half]) => `${name} ${n} ${median} ${half}`);

describe("a ring", () => {
  it("shows nothing below six values, a median from six on, the middle half from eight on, and everybody the same", async () => {
    const { members, join, page, organiser, mappe } = await newRing([1, 1, 2, 2, 2, 3, 3, 4]);
    for (const member of members.slice(0, 5)) expect((await join(member)).status).toBe(303);
    const [first, , , , , sixth, seventh, eighth] = members;
    if (!first || !sixth || !seventh || !eighth) throw new Error("There are eight.");
    expect(figuresIn(await page(first))).toEqual([]);
    await join(sixth);
    const six = figuresIn(await page(first));
    expect(six).toHaveLength(10);
    expect(six[0]).toBe("Gesamt 6 50 –");
    // Two more are not five: what was published stays until then.
    for (const member of [seventh, eighth]) await join(member);
    for (const member of members) expect(figuresIn(await page(member))).toEqual(six);
    expect(figuresIn(await organiser.text(`/mappen/${mappe}/ring`))).toEqual(six);
    for (const { id } of members.slice(0, 3)) await answer(id, 3);
    expect(figuresIn(await page(first))[0]).toBe("Gesamt 8 75 65 bis 85");
  });

  it("lets nobody in who has not agreed to the rule that holds, and shows them no figure", async () => {
    const { members, join, set, page, organiser, mappe } = await newRing([1, 1, 1, 1, 1, 1, 1]);
    const [member, ...others] = members;
    if (!member) throw new Error("There are seven.");
    expect((await join(member, { consent: "" })).status).toBe(422);
    await set("open");
    expect((await join(member)).status).toBe(409);
    await set("anonymous");
    for (const one of others) await join(one);
    expect((await set("open")).status).toBe(422);
    const html = await page(member);
    expect(figuresIn(html)).toEqual([]);
    expect(html).toContain("Wer zu wissen glaubt, wer vorn liegt");
    for (const name of ["Stadt B", "Stadt G"]) expect(html).toContain(name);
    // An organiser who is no member sees who has contributed, and no value.
    const seen = await organiser.text(`/mappen/${mappe}/ring`);
    expect([seen.match(/>dabei</g)?.length, figuresIn(seen).length]).toEqual([6, 10]);
    expect((await organiser.get(`/assessments/${member.id}/ki-pegel.json`)).status).toBe(404);
    expect(await organiser.text(`/mappen/${mappe}`)).not.toContain("heat-1");
  });

  it("is seen by nobody who was not invited", async () => {
    const { members, mappe, join } = await newRing([1, 1]);
    const [member, other] = members;
    if (!member || !other) throw new Error("There are two.");
    await join(member);
    const stranger = newVisitor(app.url);
    const foreign = await stranger.begin({ name: "Fremd" });
    for (const id of [member.id, foreign]) {
      expect((await stranger.get(`/assessments/${id}/ring/${mappe}`)).status).toBe(404);
      expect((await join({ visitor: stranger, id })).status).toBe(404);
    }
    expect((await other.visitor.get(`/assessments/${member.id}/ring/${mappe}`)).status).toBe(404);
    expect((await stranger.post(`/mappen/${mappe}/ring`, { intent: "invite", invite: foreign })).status).toBe(404);
  });

  it("that is open shows values by name to members, and to nobody else", async () => {
    const { members, join, page, organiser, mappe } = await newRing([1, 3], "open");
    const [member, other] = members;
    if (!member || !other) throw new Error("There are two.");
    await join(member);
    expect(await page(other)).not.toContain("Die Werte der Mitglieder");
    await join(other);
    expect(await page(other)).toMatch(/Die Werte der Mitglieder[^]*Stadt A[^]*>25<[^]*Stadt B[^]*>75</);
    expect(await organiser.text(`/mappen/${mappe}/ring`)).not.toContain("Die Werte der Mitglieder");
  });
});

describe("an attack on a ring", () => {
  it("by somebody with five invented members learns no value that is not a five, and none by name", async () => {
    const { members, join, page } = await newRing([0, 0, 3, 4, 4, 4]);
    for (const member of members) await join(member);
    const [inventor] = members;
    if (!inventor) throw new Error("There are six.");
    const figures = figuresIn(await page(inventor));
    expect(figures).toHaveLength(10);
    for (const figure of figures) expect(figure).toMatch(/ 6 \d*[05] –$/);
    expect(await page(inventor)).not.toContain("Die Werte der Mitglieder");
  });

  it("by four who collude and change answers again and again sees figures stand still", async () => {
    const { members, join, page } = await newRing([0, 1, 1, 2, 2, 3, 3, 4]);
    for (const member of members) await join(member);
    const [victim] = members;
    if (!victim) throw new Error("There are eight.");
    const before = figuresIn(await page(victim));
    const colluding = members.slice(4);
    for (const level of [0, 4, 1] as const) {
      for (const { id } of colluding) await answer(id, level);
      for (const member of colluding) expect(figuresIn(await page(member))).toEqual(before);
    }
    // Only when a fifth has changed are figures renewed, all at once.
    await answer(victim.id, 4);
    expect(figuresIn(await page(colluding[0] ?? victim))).not.toEqual(before);
  });

  it("by leaving and joining again, however often, counts as one change", async () => {
    const { members, join, leave, page, invite } = await newRing([0, 1, 1, 2, 2, 3, 3, 4]);
    for (const member of members) await join(member);
    const [watcher, coming] = members;
    if (!watcher || !coming) throw new Error("There are eight.");
    const before = figuresIn(await page(watcher));
    for (let round = 0; round < 6; round += 1) {
      expect((await leave(coming)).status).toBe(303);
      expect(figuresIn(await page(watcher))).toEqual(before);
      await invite([coming]);
      expect((await join(coming)).status).toBe(303);
      expect(figuresIn(await page(watcher))).toEqual(before);
    }
  });

  it("by leaving sees nothing any more; and whoever deletes takes the figures along where fewer than six are left", async () => {
    const { members, join, leave, page, address } = await newRing([0, 1, 1, 2, 2, 3]);
    for (const member of members) await join(member);
    const [watcher, leaving] = members;
    if (!watcher || !leaving) throw new Error("There are six.");
    expect(figuresIn(await page(watcher))).toHaveLength(10);
    await leave(leaving);
    expect((await leaving.visitor.get(address(leaving))).status).toBe(404);
    expect(figuresIn(await page(watcher))).toEqual([]);
    await join(leaving);
    for (const { visitor, id } of members.slice(4)) await visitor.post(`/assessments/${id}/delete`, {});
    expect(figuresIn(await page(watcher))).toEqual([]);
    const kept = await app.services.stores.rings.members(address(watcher).split("/").at(-1) ?? "");
    expect(kept.map(({ id }) => id).includes(members[4]?.id ?? "")).toBe(false);
  });

  it("by looking again and again sees the same", async () => {
    const { members, join, page } = await newRing([0, 1, 1, 2, 2, 3]);
    for (const member of members) await join(member);
    const looks = [];
    for (let look = 0; look < 5; look += 1) for (const member of members.slice(0, 2)) looks.push(figuresIn(await page(member)).join());
    expect(new Set(looks).size).toBe(1);
  });
});
