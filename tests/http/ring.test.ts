import { describe, expect, it } from "vitest";
import type { Level } from "../../app/core/assessment/answer";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { localeOf } from "../../app/i18n";
import { invite as inviteToMappe, makeMany } from "./mappe-visitor";
import { answerAll, makeRing, type RingTown as Member } from "./ring-visitor";
import { grantKey, kindOf, newProgram } from "./program";
import { sharedApp } from "../support/shared-app";
import { newVisitor } from "./visitor";

/** The attacks that the method names (section 6), by what a browser can do. */
const app = sharedApp();

const newRing = (levels: Level[], rule?: "open" | "anonymous") => makeRing(app, levels, rule);
const answer = (id: string, level: Level) => answerAll(app, id, level);

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
    // From now on another rule is only a proposal.
    expect((await set("open")).status).toBe(303);
    const html = await page(member);
    expect(figuresIn(html)).toEqual([]);
    expect(html).toContain("Wer zu wissen glaubt, wer vorn liegt");
    for (const name of ["Stadt B", "Stadt G"]) expect(html).toContain(name);
    // An organiser who is no member sees who has contributed, and no value.
    const seen = await organiser.text(`/mappen/${mappe}/ring`);
    expect([seen.match(/>dabei</g)?.length, figuresIn(seen).length]).toEqual([6, 10]);
    expect((await organiser.get(`/assessments/${member.id}/ki-pegel.json`)).status).toBe(404);
    expect(await organiser.text(`/mappen/${mappe}`)).not.toContain("heat-1");
    const both = `with=${members[1]?.id}&with=${members[2]?.id}`;
    expect(await organiser.text(`/mappen/${mappe}/compare?${both}`)).not.toContain("Stadt B");
    expect((await organiser.get(`/mappen/${mappe}/report`)).status).toBe(404);
    expect((await organiser.post(`/mappen/${mappe}/documents`, { with: members[1]?.id ?? "" })).status).toBe(422);
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

it("a ring invites nobody who answers the other questionnaire, and says how many do", async () => {
  const { organiser, mappe } = await newRing([1, 2]);
  const ring = () => organiser.text(`/mappen/${mappe}/ring`);
  const { ofOtherTrack } = localeOf("de").messages.ring;
  await makeMany(organiser, mappe, ["Stadt Z"]);
  expect(await ring()).not.toContain(ofOtherTrack(1));
  await makeMany(organiser, mappe, ["Tischlerei"], "sme");
  const page = await ring();
  expect(page).toContain(ofOtherTrack(1));
  const offered = [...page.matchAll(/name="invite"[^>]*> *<span>([^<]+)</g)].map(([, name]) => name);
  expect(offered).toEqual(["Stadt Z"]);
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
    // Without a new invitation there is no way back, by an address that is known either.
    expect((await join(leaving)).status).toBe(404);
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

describe("a ring over the API", () => {
  it("is set, joined by consent to what was shown, and shows what its pages show: the attacks gain nothing there", async () => {
    const program = newProgram(app.url, (await grantKey(app)).key);
    const mappe: string = (await program.post("/mappen", { name: "Vergleich" })).body.id;
    const at = `/mappen/${mappe}/ring`;
    expect((await program.get(at)).status).toBe(404);
    expect((await program.post(at, { rule: "open", track: "municipality" })).body).toMatchObject({
      setting: { rule: "open" },
      members: [],
    });
    const { setting } = (await program.post(at, { rule: "anonymous", track: "municipality" })).body;
    const towns = Array.from({ length: 8 }, (_, index) => ({
      track: "municipality",
      organisation: { name: `Stadt ${"ABCDEFGH"[index]}` },
    }));
    const made = (await program.post(`/mappen/${mappe}/assessments/new`, { assessments: towns })).body.assessments as { id: string }[];
    const ids = made.map(({ id }) => id);
    const [first = "", second = "", third = ""] = ids;
    for (const [index, id] of ids.entries()) await answer(id, ([0, 1, 1, 2, 2, 3, 3, 4] as const)[index] ?? 0);
    expect((await program.post(`${at}/invitations`, { assessments: [first, "x"] })).body.errors).toMatchObject([{ path: "assessments.1" }]);
    expect((await program.post(`${at}/invitations`, { assessments: ids })).body.members).toHaveLength(8);

    const own = (id: string, end = "") => `/assessments/${id}/mappen/${mappe}/ring${end}`;
    const join = (id: string, more: object = {}) => program.post(own(id, "/join"), { setting, consent: true, ...more });
    expect((await join(first, { consent: false })).body.errors).toMatchObject([{ path: "consent" }]);
    expect(kindOf(await join(first, { setting: { ...setting, rule: "open" } }))).toBe("ring-changed");
    expect((await program.get(own(first))).body).toMatchObject({ state: "invited", own: null, named: null, figures: { overall: null } });
    for (const id of ids.slice(0, 5)) await join(id);
    expect((await program.get(at)).body.figures).toEqual({ overall: null, topics: {} });
    for (const id of ids.slice(5)) await join(id);
    const before = (await program.get(own(first))).body;
    expect(before).toMatchObject({ state: "joined", own: { overall: 0 }, named: null, figures: { overall: { n: 6, lower: null } } });
    // Whoever runs it sees who brings a value, and none.
    expect(JSON.stringify((await program.get(at)).body.members)).not.toContain("overall");

    // Three who change their answers, two of them not in the figures yet, one who leaves and comes again, and looks: figures stand still.
    const figures = async () => (await program.get(own(second))).body.figures as object;
    for (const id of ids.slice(5)) await answer(id, 0);
    expect(await figures()).toEqual(before.figures);
    expect((await program.delete(own(first))).status).toBe(204);
    expect([(await program.get(own(first))).status, (await join(first)).status]).toEqual([404, 404]);
    await program.post(`${at}/invitations`, { assessments: [first] });
    await join(first);
    expect(await figures()).toEqual(before.figures);

    // Another program, and one whose client has taken its link back, decide nothing for a member.
    const other = newProgram(app.url, (await grantKey(app)).key);
    for (const refused of [await other.get(at), await other.get(own(second)), await other.delete(own(second))])
      expect(refused.status).toBe(404);
    const links = (await program.get(`/assessments/${third}/links`)).body as { edit: { de: string } };
    const client = newVisitor(app.url);
    await client.get(links.edit.de.replace(app.url, ""));
    await client.post(`/assessments/${third}`, { intent: "renew-edit-link" });
    for (const refused of [await program.get(own(third)), await program.delete(own(third)), await join(third)])
      expect([refused.status, kindOf(refused)]).toEqual([409, "link-not-known"]);
  });

  it("is published while members agree, and an owner lets a Mappe in and takes an assessment back", async () => {
    const organiser = newProgram(app.url, (await grantKey(app)).key);
    const mappe: string = (await organiser.post("/mappen", { name: "Kreis" })).body.id;
    const offer = { title: "KI im Kreis", publisher: "Kreis", contact: "daten@example.org", licence: "cc-zero" };
    expect((await organiser.post(`/mappen/${mappe}/ring/open-data`, offer)).status).toBe(404);
    await organiser.post(`/mappen/${mappe}/ring`, { rule: "open", track: "sme" });
    expect((await organiser.post(`/mappen/${mappe}/ring/open-data`, { ...offer, contact: "x" })).body.errors).toMatchObject([
      { path: "contact" },
    ]);
    expect((await organiser.post(`/mappen/${mappe}/ring/open-data`, offer)).body.openData).toMatchObject({
      offer,
      agreed: 0,
      published: false,
    });

    const owner = newProgram(app.url, (await grantKey(app)).key);
    const file = toSaveFile({
      track: "sme",
      depth: "full",
      aiUse: "none",
      modelVersion: "2.0.0",
      organisation: { name: "Bau" },
      answers: {},
    });
    const created = (await owner.post("/assessments", file)).body as { id: string; links: { read: { de: string } } };
    const own = `/assessments/${created.id}/mappen`;
    await organiser.post(`/mappen/${mappe}/assessments`, { link: created.links.read.de, sharing: "read", consent: true });
    expect((await owner.get(own)).body).toEqual({ mappen: [{ mappe, name: "Kreis", sharing: "read", waits: true, ring: null }] });
    expect((await owner.post(`${own}/${mappe}/consent`, { sharing: "ring", consent: true })).body.errors).toMatchObject([
      { path: "sharing" },
    ]);
    expect((await owner.post(`${own}/${mappe}/consent`, { sharing: "edit", consent: true })).body.mappen).toMatchObject([
      { sharing: "edit", waits: false },
    ]);
    const { setting } = (await organiser.post(`/mappen/${mappe}/ring/invitations`, { assessments: [created.id] })).body;
    const agree = () => owner.post(`${own}/${mappe}/ring/open-data`, { offer, consent: true });
    expect(kindOf(await agree())).toBe("ring-changed");
    await owner.post(`${own}/${mappe}/ring/join`, { setting, consent: true });
    expect((await agree()).body).toMatchObject({ agreesToOpenData: true, openData: { agreed: 1, published: false } });
    expect((await owner.delete(`${own}/${mappe}/ring/open-data`)).status).toBe(204);
    expect((await organiser.get(`/mappen/${mappe}/ring`)).body.openData.agreed).toBe(0);
    expect((await organiser.delete(`/mappen/${mappe}/ring/open-data`)).status).toBe(204);
    expect((await organiser.get(`/mappen/${mappe}/ring`)).body.openData).toBeNull();
    expect((await owner.delete(`${own}/${mappe}`)).status).toBe(204);
    expect([(await organiser.get(`/assessments/${created.id}`)).status, (await owner.get(own)).body.mappen]).toEqual([404, []]);
  });
});

describe("open data of a ring", () => {
  const offer = { title: "KI im Musterkreis", publisher: "Kreis Musterland", contact: "daten@example.org", licence: "dl-by-de/2.0" };
  const datasetsNow = async () =>
    (await (await fetch(`${app.url}/api/v1/open-data`)).json()) as { datasets: { id: string; title: string; figures: object[] }[] };
  const named = async (title: string) => (await datasetsNow()).datasets.find((one) => one.title === title);

  /** A ring of eight with figures, whose organiser proposes to publish them. */
  async function offering(title: string) {
    const ring = await newRing([0, 1, 1, 2, 2, 3, 3, 4]);
    for (const member of ring.members) await ring.join(member);
    const mine = { ...offer, title };
    const propose = (more: Record<string, string> = {}) =>
      ring.organiser.post(`/mappen/${ring.mappe}/ring`, { intent: "offer", ...mine, ...more });
    expect((await propose()).status).toBe(303);
    const agree = (member: Member, more: Record<string, string> = {}) =>
      member.visitor.post(ring.address(member), { intent: "agree-open-data", ...mine, ...more });
    const withdraw = (member: Member) => member.visitor.post(ring.address(member), { intent: "withdraw-open-data" });
    const [first, second] = ring.members;
    if (!first || !second) throw new Error("There are eight.");
    return { ...ring, first, second, propose, agree, withdraw };
  }

  it("is there once the last member has agreed, with what members see and no more, and gone when one withdraws", async () => {
    const { members, agree, withdraw, first, page, organiser, mappe } = await offering("Achterring");
    for (const member of members.slice(1)) expect((await agree(member)).status).toBe(303);
    expect(await named("Achterring")).toBeUndefined();
    expect(await page(first)).toContain("7 von 8 Mitgliedern stimmen zu.");
    await agree(first);
    const found = await named("Achterring");
    expect(found?.figures).toHaveLength(10);
    const csv = await fetch(`${app.url}/open-data/${found?.id}/figures.csv`);
    expect([csv.headers.get("content-type"), csv.headers.get("cache-control")]).toEqual(["text/csv; charset=utf-8", "no-store"]);
    const [head, overall, ...topics] = (await csv.text()).trim().split("\r\n");
    expect(head).toBe("topic,values,median,lower_quartile,upper_quartile,published_on,questionnaire,model_version");
    expect(overall).toMatch(/^overall,6,40,,,\d{4}-\d\d-\d\d,municipality,2\.0\.0$/);
    expect([topics.length, figuresIn(await page(first))[0]]).toEqual([9, "Gesamt 6 40 –"]);
    for (const language of ["", "/en"]) {
      const shown = await newVisitor(app.url).text(`${language}/open-data`);
      expect([shown.includes("Achterring"), /Stadt [A-H]/.test(shown), shown.includes(mappe)]).toEqual([true, false, false]);
    }
    await withdraw(first);
    expect(await named("Achterring")).toBeUndefined();
    expect((await fetch(`${app.url}/open-data/${found?.id}/figures.csv`)).status).toBe(404);
    await agree(first);
    await organiser.post(`/mappen/${mappe}/ring`, { intent: "stop-offer" });
    expect(await named("Achterring")).toBeUndefined();
  });

  it("waits while figures hold the value of somebody who has left, and for who joins later", async () => {
    const { members, agree, leave, invite, join, first } = await offering("Wartering");
    for (const member of members) await agree(member);
    expect(await named("Wartering")).toBeDefined();
    await leave(first);
    expect(await named("Wartering")).toBeUndefined();
    await invite([first]);
    await join(first);
    expect(await named("Wartering")).toBeUndefined();
    await agree(first);
    expect(await named("Wartering")).toBeDefined();
  });

  it("is agreed to by members alone, and to what they have seen", async () => {
    const { members, agree, propose, first, second, leave, organiser, mappe } = await offering("Sehring");
    for (const member of members) await agree(member);
    expect((await propose({ licence: "cc-zero" })).status).toBe(303);
    expect(await named("Sehring")).toBeUndefined();
    expect((await agree(first)).status).toBe(409);
    expect((await agree(first, { licence: "cc-zero" })).status).toBe(303);
    await leave(second);
    expect((await agree(second, { licence: "cc-zero" })).status).toBe(404);
    const refused = await propose({ title: "", contact: "kein Postfach", licence: "" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    for (const fault of ["Geben Sie einen Titel ein", "Geben Sie eine E-\u2060Mail-Adresse ein", "Wählen Sie eine Lizenz", "kein Postfach"])
      expect(html).toContain(fault);
    const viewer = newVisitor(app.url);
    await viewer.get(await inviteToMappe(organiser, mappe, "editor"));
    expect((await viewer.post(`/mappen/${mappe}/ring`, { intent: "offer", ...offer })).status).toBe(403);
  });

  it("is described as DCAT-AP.de 3.0 demands, field by field", async () => {
    const { members, agree } = await offering("Katalogring");
    for (const member of members) await agree(member);
    const response = await fetch(`${app.url}/open-data/catalogue.jsonld`);
    expect(response.headers.get("content-type")).toBe("application/ld+json; charset=utf-8");
    const catalogue = (await response.json()) as Node & { "dcat:dataset": Node[] };
    const dataset = catalogue["dcat:dataset"].find((one) => one["dct:title"] === "Katalogring") ?? {};
    const distribution = dataset["dcat:distribution"] as Node;
    for (const [node, type, fields] of [
      [catalogue, "dcat:Catalog", ["dct:title", "dct:description", "dct:publisher"]],
      [dataset, "dcat:Dataset", ["dct:title", "dct:description", "dct:publisher"]],
      [distribution, "dcat:Distribution", ["dcat:accessURL", "dct:license"]],
      [catalogue["dct:publisher"] as Node, "foaf:Agent", ["foaf:name"]],
      [dataset["dct:publisher"] as Node, "foaf:Agent", ["foaf:name"]],
      [dataset["dcat:contactPoint"] as Node, "vcard:Kind", ["vcard:hasEmail"]],
    ] as const) {
      expect(node["@type"]).toBe(type);
      for (const field of fields) expect(JSON.stringify(node[field] ?? "").length, `${type} ${field}`).toBeGreaterThan(2);
    }
    // Every prefix that is used is declared, and every address is one.
    const prefixes = Object.keys(catalogue["@context"] as object);
    const keys = [...JSON.stringify(catalogue["dcat:dataset"]).matchAll(/"([a-z]+):[A-Za-z]+":/g)].map(([, prefix]) => prefix);
    expect(keys.filter((prefix) => !prefixes.includes(prefix ?? ""))).toEqual([]);
    for (const [, address = ""] of JSON.stringify(catalogue).matchAll(/"@id":"([^"]+)"/g))
      expect(URL.canParse(address), address).toBe(true);
    expect(distribution["dct:license"]).toEqual({ "@id": "http://dcat-ap.de/def/licenses/dl-by-de/2.0" });
    expect(distribution["dcatde:licenseAttributionByText"]).toBe("Kreis Musterland");
    const { "@id": file = "" } = distribution["dcat:accessURL"] as { "@id"?: string };
    expect((await fetch(file)).status).toBe(200);
  });
});

type Node = Record<string, unknown>;
