import readExcelFile from "read-excel-file/node";
import { beforeEach, describe, expect, it } from "vitest";
import { momentOf } from "../../app/core/day";
import { tracks } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { openDatabase } from "../../db/connection";
import { everythingIn } from "../support/engine";
import { invite, linksOfMappe, makeMany, makeMappe, openLink } from "./mappe-visitor";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const pages = ["", "/members", "/gaps", "/compare", "/documents", "/settings"];
const editing = ["/add", "/links", "/links.csv", "/table/sme"];

let owner: Visitor;
let mappe: string;
beforeEach(async () => {
  owner = newVisitor(app.url);
  mappe = await makeMappe(owner);
});
const newcomer = async (path: string) => {
  const visitor = newVisitor(app.url);
  expect((await visitor.get(path)).headers.get("location")).toBe(`/mappen/${mappe}`);
  return visitor;
};
const statuses = async (visitor: Visitor, ends: string[], id = mappe) => {
  const all = await Promise.all(ends.map(async (end) => (await visitor.get(`/mappen/${id}${end}`)).status));
  return [...new Set(all)];
};
const addLink = (visitor: Visitor, path: string, more: Record<string, string> = {}) =>
  visitor.post(`/mappen/${mappe}/add`, { intent: "link", link: app.url + path, sharing: "edit", consent: "on", ...more });

describe("who may do what in a Mappe", () => {
  it("a stranger finds none, whatever the address and the id", async () => {
    const stranger = newVisitor(app.url);
    for (const id of [mappe, mappe.replace(/./g, "A")]) {
      expect(await statuses(stranger, [...pages, ...editing, "/delete"], id)).toEqual([404]);
      for (const end of ["/add", "/settings", "/delete"])
        expect((await stranger.post(`/mappen/${id}${end}`, { intent: "rename", name: "x" })).status).toBe(404);
    }
    const of = async (id: string) => (await stranger.text(`/mappen/${id}`)).replaceAll(id, "ID").replace(/nonce-[^']*/g, "");
    expect(await of(mappe)).toBe(await of(mappe.replace(/./g, "A")));
  });

  it("a viewer looks, an editor adds, and the owner alone decides about people and the end", async () => {
    const viewer = await newcomer(await invite(owner, mappe, "viewer"));
    const editor = await newcomer(await invite(owner, mappe, "editor"));
    expect([await statuses(viewer, pages), await statuses(editor, [...pages, ...editing])]).toEqual([[200], [200]]);
    expect(await statuses(viewer, [...editing, "/delete"])).toEqual([403]);
    expect(await statuses(editor, ["/delete"])).toEqual([403]);
    expect(await editor.text(`/mappen/${mappe}/delete`)).toContain(
      `<a class="button" href="/mappen/${mappe}">${localeOf("de").messages.errors.toMappe}</a>`,
    );
    expect((await viewer.post(`/mappen/${mappe}/add`, { intent: "names", names: "A", track: "sme" })).status).toBe(403);
    for (const visitor of [viewer, editor]) {
      const forms: Record<string, string>[] = [
        { intent: "rename", name: "x" },
        { intent: "invite", person: "x", role: "editor" },
        { intent: "renew-owner" },
      ];
      for (const form of forms) expect((await visitor.post(`/mappen/${mappe}/settings`, form)).status).toBe(403);
      expect((await visitor.post(`/mappen/${mappe}/delete`, {})).status).toBe(403);
      expect(await visitor.text(`/mappen/${mappe}/settings`)).not.toContain("/open/");
    }
    expect(await app.services.stores.mappen.find(mappe)).toMatchObject({ name: "Kreis Musterland" });
  });

  it("a link that is taken back or renewed opens nothing, and no other suffers", async () => {
    const [viewerPath, editorPath] = [await invite(owner, mappe, "viewer"), await invite(owner, mappe, "editor")];
    const [viewer, editor] = [await newcomer(viewerPath), await newcomer(editorPath)];
    const [person] = await app.services.stores.mappen.people(mappe);
    await owner.post(`/mappen/${mappe}/settings`, { intent: "renew-person", id: person?.id ?? "" });
    expect([await statuses(viewer, [""]), await statuses(editor, [""])]).toEqual([[404], [200]]);
    const [ownerPath = "", renewed = ""] = await linksOfMappe(owner, mappe);
    await newcomer(renewed);
    await owner.post(`/mappen/${mappe}/settings`, { intent: "remove-person", id: person?.id ?? "" });
    expect((await newVisitor(app.url).get(renewed)).status).toBe(404);

    const deputy = await newcomer(ownerPath);
    await owner.post(`/mappen/${mappe}/settings`, { intent: "renew-owner" });
    expect([await statuses(deputy, [""]), await statuses(owner, ["/delete"]), await statuses(editor, editing)]).toEqual([
      [404],
      [200],
      [200],
    ]);
    expect((await newVisitor(app.url).get(ownerPath)).status).toBe(404);
    await newcomer((await linksOfMappe(owner, mappe))[0] ?? "");
  });

  it("keeps no key, only hashes and what is sealed under them", async () => {
    const paths = [...(await linksOfMappe(owner, mappe)), await invite(owner, mappe, "editor")];
    const links = await makeMany(owner, mappe, ["Musterstadt"]);
    const database = await openDatabase(app.services.environment.DATABASE_URL);
    const everything = await everythingIn(database);
    await database.destroy();
    for (const path of [...paths, ...links.values()]) expect(everything).not.toContain(path.slice("/open/".length));
  });

  it("names what is missing at the field, keeps what was typed, and creates nothing", async () => {
    const refused = await owner.post("/mappen", { name: "x".repeat(121) });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("x".repeat(121))]);
    const many = await owner.post(`/mappen/${mappe}/add`, { intent: "names", names: "A-Stadt\nB-Stadt\nA-Stadt", track: "municipality" });
    expect([many.status, await many.text()]).toEqual([422, expect.stringMatching(/„A-Stadt“ steht zweimal da[^]*A-Stadt\nB-Stadt/)]);
    expect(await app.services.stores.mappen.count(mappe)).toBe(0);
  });
});

describe("assessments in a Mappe", () => {
  it("are made, handed out, answered, and seen by all of it", async () => {
    const links = await makeMany(owner, mappe, ["Ahlen", "Bünde"]);
    const viewer = await newcomer(await invite(owner, mappe, "viewer"));
    const client = newVisitor(app.url);
    const id = await openLink(client, links.get("Bünde") ?? "");
    expect((await client.saveAnswer(id, "strategy-goals", { choice: "3" })).status).toBe(200);
    expect(await viewer.text(`/mappen/${mappe}/members`)).toMatch(/Bünde[^]*in Arbeit/);
    expect([(await viewer.get(`/assessments/${id}/ki-pegel.json`)).status, (await viewer.get(`/assessments/${id}`)).status]).toEqual([
      200, 403,
    ]);
    expect((await viewer.saveAnswer(id, "strategy-goals", { choice: "1" })).status).toBe(403);
    // Who made it may edit it, and has its link until the owner renews it.
    expect(await owner.text(`/assessments/${id}`)).toContain(links.get("Bünde"));
    await client.post(`/assessments/${id}`, { intent: "renew-edit-link" });
    expect(await owner.text(`/assessments/${id}`)).not.toContain("/open/");
    expect((await owner.get(`/assessments/${id}/delete`)).status).toBe(403);
    for (const form of [{ intent: "renew-read-link" }, { intent: "renew-edit-link" }])
      expect((await owner.post(`/assessments/${id}`, form)).status).toBeGreaterThanOrEqual(403);
    expect((await owner.post(`/assessments/${id}/delete`, {})).status).toBe(403);
    expect((await owner.post(`/assessments/${id}/mappen`, { intent: "leave", mappe })).status).toBe(403);
    expect(await owner.text(`/mappen/${mappe}/links`)).toContain("Diesen kennt nur sie.");
  });

  it("lead to one organisation over its rounds, once there are two", async () => {
    const links = await makeMany(owner, mappe, ["Ahlen", "Bünde"]);
    const viewer = await newcomer(await invite(owner, mappe, "viewer"));
    const client = newVisitor(app.url);
    const id = await openLink(client, links.get("Bünde") ?? "");
    await openLink(client, links.get("Ahlen") ?? "");
    await client.saveAnswer(id, "strategy-goals", { choice: "1" });
    const history = `href="/assessments/${id}/report/history" aria-label="Runde 2, Verlauf von Bünde"`;
    expect(await viewer.text(`/mappen/${mappe}`)).not.toContain("Verlauf von");
    await client.post(`/assessments/${id}/rounds`, { intent: "close", number: "1", date: "2026-05-12", people: "no" });
    await client.post(`/assessments/${id}/rounds`, { intent: "begin", number: "2" });
    expect(await viewer.text(`/mappen/${mappe}`)).toContain(history);
    expect((await viewer.get(`/assessments/${id}/report/history`)).status).toBe(200);
  });

  it("come in by the editing link with consent, and go when their owner says so", async () => {
    const client = newVisitor(app.url);
    const id = await client.begin({ name: "Musterbau GmbH" });
    const { edit } = await client.links(id);
    expect((await addLink(owner, edit, { consent: "" })).status).toBe(422);
    expect((await addLink(owner, "/open/x")).status).toBe(422);
    expect((await addLink(owner, `/open/${"A".repeat(43)}`)).status).toBe(422);
    expect((await addLink(owner, edit)).headers.get("location")).toBe(`/mappen/${mappe}/members?added=1`);
    expect((await addLink(owner, edit)).status).toBe(422);
    expect(await client.text(`/assessments/${id}`)).toContain("In der Mappe „Kreis Musterland“");
    expect(await client.text(`/assessments/${id}/delete`)).toContain(localeOf("de").messages.assessment.deleteMappen(1));
    expect((await owner.saveAnswer(id, "strategy-goals", { choice: "2" })).status).toBe(200);

    // History says for each change who it was.
    expect((await owner.post(`/assessments/${id}/team`, { intent: "show-names", showNames: "on" })).status).toBeLessThan(400);
    await client.post(`/assessments/${id}/checking`, { intent: "renew" });
    await owner.post(`/assessments/${id}/checking`, { intent: "withdraw" });
    expect((await app.services.stores.assessments.find(id))?.checkKeyVersion).not.toBeNull();
    const { history } = (await app.services.stores.assessments.findWhole(id)) ?? { history: [] };
    expect(history.filter(({ what }) => what === "names").map(({ by }) => by)).toEqual(["mappe"]);

    await client.post(`/assessments/${id}/mappen`, { intent: "agree-read", mappe });
    expect((await owner.saveAnswer(id, "strategy-goals", { choice: "3" })).status).toBe(403);
    expect((await owner.get(`/assessments/${id}/ki-pegel.json`)).status).toBe(200);
    await client.post(`/assessments/${id}/mappen`, { intent: "leave", mappe });
    expect((await owner.get(`/assessments/${id}/ki-pegel.json`)).status).toBe(404);
    expect(await owner.text(`/mappen/${mappe}/members`)).not.toContain("Musterbau");
  });

  it("come in by the reading link only once their owner agrees; until then not even the name is told", async () => {
    const client = newVisitor(app.url);
    const id = await client.begin({ name: "Musterbau GmbH" });
    const { read } = await client.links(id);
    expect((await addLink(owner, read)).headers.get("location")).toBe(`/mappen/${mappe}/members?waits`);
    for (const end of ["", "/members", "/gaps", "/documents"])
      expect(await owner.text(`/mappen/${mappe}${end}`)).not.toContain("Musterbau");
    expect((await owner.get(`/assessments/${id}/ki-pegel.json`)).status).toBe(404);
    // Whoever has the reading link agrees to nothing.
    const reader = newVisitor(app.url);
    await reader.get(read);
    expect((await reader.post(`/assessments/${id}/mappen`, { intent: "agree-read", mappe })).status).toBe(403);

    expect(await client.text(`/assessments/${id}`)).toContain("fragt, ob sie diese Bewertung sehen darf");
    await client.post(`/assessments/${id}/mappen`, { intent: "agree-read", mappe });
    expect(await owner.text(`/mappen/${mappe}`)).toContain("Musterbau");
    expect([(await owner.get(`/assessments/${id}/ki-pegel.json`)).status, (await owner.get(`/assessments/${id}`)).status]).toEqual([
      200, 403,
    ]);
  });

  it("of another Mappe are out of reach", async () => {
    const other = newVisitor(app.url);
    const elsewhere = await makeMappe(other, "Anderer Kreis");
    const links = await makeMany(owner, mappe, ["Ahlen"]);
    const id = await openLink(newVisitor(app.url), links.get("Ahlen") ?? "");
    expect((await other.get(`/assessments/${id}/ki-pegel.json`)).status).toBe(404);
    for (const path of [`/mappen/${elsewhere}/members/${id}`, `/mappen/${mappe}/members/${id}`])
      expect([(await other.get(path)).status, (await other.post(path, { choice: "leave" })).status]).toEqual([404, 404]);
    expect(await other.text(`/mappen/${elsewhere}/compare?with=${id}&with=${id}`)).not.toContain("Ahlen");
    expect(await app.services.stores.mappen.count(mappe)).toBe(1);
  });

  it("come from a table that the page hands out empty, for either track and in the page's language", async () => {
    const page = await owner.text(`/en/mappen/${mappe}/add`);
    for (const track of tracks) {
      const address = `/en/mappen/${mappe}/table/${track}`;
      expect(page).toContain(`href="${address}"`);
      const answer = await owner.get(address);
      expect(answer.headers.get("content-disposition")).toContain(`ki-pegel-organisations-${track}.xlsx`);
      const [sheet] = await readExcelFile(Buffer.from(await answer.arrayBuffer()));
      const [keys = [], titles = []] = sheet?.data ?? [];
      expect(keys).toEqual(expect.arrayContaining(["name", "track", "strategy-goals"]));
      expect(titles).toContain(localeOf("en").messages.tables.clients.columns.name);
    }
    expect((await owner.get(`/mappen/${mappe}/table/other`)).status).toBe(404);
  });

  it("come from save files and tables together, or not at all", async () => {
    const client = newVisitor(app.url);
    const file = await client.text(`/assessments/${await client.begin({ name: "Aus Datei" })}/ki-pegel.json`);
    const send = (...files: [string, string][]) => {
      const form = new FormData();
      form.set("intent", "files");
      for (const [name, content] of files) form.append("files", new Blob([content]), name);
      return owner.post(`/mappen/${mappe}/add`, form);
    };
    const table = (size: string) => `name;track;depth;sizeClass;Betreut von;land\r\nAus Tabelle;sme;full;${size};Frau Beck;NW\r\n`;
    const wrong = await send(["a.json", file], ["b.csv", table("riesig")]);
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringMatching(/b\.csv[^]*riesig/)]);
    expect(await app.services.stores.mappen.count(mappe)).toBe(0);
    const right = await send(["a.json", file], ["b.csv", table("12")]);
    const told = `/mappen/${mappe}/members?added=2&own=E`;
    expect(right.headers.get("location")).toBe(told);
    expect(await owner.text(told)).toMatch(/Spalte E der Tabelle[^]*Aus Datei[^]*Aus Tabelle/);
  });

  it("come in once, also by a table that is sent a second time, and are told apart where they have one name", async () => {
    const send = (rows: string[], more: Record<string, string> = {}) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ intent: "files", ...more })) form.set(name, value);
      form.append("files", new Blob([["name;key;track;depth;land", ...rows].join("\r\n")]), "kunden.csv");
      return owner.post(`/mappen/${mappe}/add`, form);
    };
    const { add } = localeOf("de").messages.mappe;
    const [hesse, saxony, ahlen] = [
      "Neustadt;K-HE;municipality;full;HE",
      "Neustadt;K-SN;municipality;full;SN",
      "Ahlen;;municipality;full;NW",
    ];
    expect((await send([hesse, "Neustadt;;municipality;full;SN"])).status, "two of one name, one without a key").toBe(422);
    expect((await send([hesse, saxony, ahlen])).headers.get("location")).toBe(`/mappen/${mappe}/members?added=3`);
    const again = await send([hesse, ahlen, "Bünde;;municipality;full;NW"]);
    expect([again.status, (await again.text()).split(add.isThere).length - 1]).toEqual([422, 2]);
    const left = await send([hesse, ahlen, "Bünde;;municipality;full;NW"], { onlyNew: "on" });
    expect(left.headers.get("location")).toBe(`/mappen/${mappe}/members?added=1&left=2`);
    expect((await send([hesse], { onlyNew: "on" })).status).toBe(422);
    expect((await owner.post(`/mappen/${mappe}/add`, { intent: "names", names: "Ahlen", track: "municipality" })).status).toBe(422);
    expect(await app.services.stores.mappen.count(mappe)).toBe(4);
    for (const page of ["", "/members", "/compare", "/links", "/links.csv", "/audit"]) {
      const text = await owner.text(`/mappen/${mappe}${page}`);
      expect([text.includes("Neustadt (K-HE)"), text.includes("Neustadt (K-SN)")], page).toEqual([true, true]);
    }
  });

  it("are handed over: with a look in, or without", async () => {
    const links = await makeMany(owner, mappe, ["Ahlen", "Bünde"]);
    const client = newVisitor(app.url);
    const [first, second] = [await openLink(client, links.get("Ahlen") ?? ""), await openLink(client, links.get("Bünde") ?? "")];
    expect(await owner.text(`/mappen/${mappe}/members/${first}`)).toContain(links.get("Ahlen"));
    expect((await owner.post(`/mappen/${mappe}/members/${first}`, {})).status).toBe(422);
    await owner.post(`/mappen/${mappe}/members/${first}`, { choice: "less" });
    await owner.post(`/mappen/${mappe}/members/${second}`, { choice: "leave" });
    expect([(await owner.get(`/assessments/${first}`)).status, (await owner.get(`/assessments/${first}/ki-pegel.json`)).status]).toEqual([
      403, 200,
    ]);
    expect((await owner.get(`/assessments/${second}/ki-pegel.json`)).status).toBe(404);
    for (const id of [first, second]) expect((await client.get(`/assessments/${id}`)).status).toBe(200);
  });

  it("stay with their owners when the Mappe ends", async () => {
    const links = await makeMany(owner, mappe, ["Ahlen"]);
    const client = newVisitor(app.url);
    const id = await openLink(client, links.get("Ahlen") ?? "");
    expect((await owner.post(`/mappen/${mappe}/delete`, {})).headers.get("location")).toBe("/mappen");
    expect([(await owner.get(`/mappen/${mappe}`)).status, (await owner.get(`/assessments/${id}/ki-pegel.json`)).status]).toEqual([
      404, 404,
    ]);
    expect((await client.get(`/assessments/${id}`)).status).toBe(200);
  });
});

it("says where figures of different questionnaires stand together, and where a filter finds nobody", async () => {
  const { mixed, titleNoneFound } = localeOf("de").messages.mappe.overview;
  await makeMany(owner, mappe, ["Ahlen"]);
  expect(await owner.text(`/mappen/${mappe}`)).not.toContain(mixed);
  await makeMany(owner, mappe, ["Tischlerei"], "sme");
  expect(await owner.text(`/mappen/${mappe}`)).toContain(mixed);
  expect(await owner.text(`/mappen/${mappe}?track=sme`)).not.toContain(mixed);
  // A heading begins with a capital letter in English, too.
  const { names } = localeOf("en").messages;
  expect(names.trackGroups.sme).toBe("companies");
  expect(localeOf("en").messages.mappe.gaps.titleOf(names.trackGroups.sme, "Gaps")).toBe("Companies: Gaps");
  const nobody = await owner.text(`/mappen/${mappe}?search=nobody`);
  expect(nobody).toContain(titleNoneFound);
  expect(nobody).not.toContain("mappe-progress");
  expect(nobody).not.toContain("<table");
});

it("leads from every page that has nothing yet to adding organisations, whoever may add some", async () => {
  const viewer = await newcomer(await invite(owner, mappe, "viewer"));
  const leads = async (visitor: Visitor, end: string) =>
    (await visitor.text(`/mappen/${mappe}${end}`)).includes(`href="/mappen/${mappe}/add"`);
  for (const end of ["", "/members", "/gaps", "/compare", "/documents", "/links"]) expect(await leads(owner, end), end).toBe(true);
  for (const end of pages) expect(await leads(viewer, end), end).toBe(false);
  const { text } = localeOf("de").messages.mappe.remove;
  expect(await owner.text(`/mappen/${mappe}/delete`)).toContain(text(0));
});

it("the report on all is there from six who have begun, for the people of the Mappe alone", async () => {
  const links = [...(await makeMany(owner, mappe, ["Ahlen", "Bünde", "Cern", "Dorf", "Essen", "Fulda"])).values()];
  const begin = async (path: string) => {
    const id = await openLink(owner, path);
    const changes = [{ item: "strategy-goals", seen: null, next: { level: 1 as const } }];
    await app.services.stores.answers.save(id, changes, momentOf(new Date(), "Europe/Berlin"));
  };
  const [last = "", ...first] = links;
  for (const path of first) await begin(path);
  expect(await owner.text(`/mappen/${mappe}/documents`)).toContain("sobald 6 Organisationen begonnen haben");
  expect((await owner.get(`/mappen/${mappe}/report?reportKind=pdf`)).status).toBe(404);

  await begin(last);
  const viewer = await newcomer(await invite(owner, mappe, "viewer"));
  const page = await viewer.text(`/mappen/${mappe}/documents`);
  expect(page).toContain(`action="/mappen/${mappe}/report"`);
  // Two forms on one page: no label may lead to the other's field.
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
  const file = await viewer.get(`/mappen/${mappe}/report?reportKind=pdf&reportLanguage=en`);
  expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  expect(file.headers.get("content-disposition")).toContain("ki-pegel-standing-kreis-musterland-");
  expect((await viewer.get(`/mappen/${mappe}/report?reportKind=exe`)).status).toBe(400);
  expect((await newVisitor(app.url).get(`/mappen/${mappe}/report`)).status).toBe(404);
});

it("a browser that forgets a Mappe opens it no more, and nobody else is hurt", async () => {
  const [path = ""] = await linksOfMappe(owner, mappe);
  const deputy = await newcomer(path);
  expect(await owner.text("/mappen")).toContain("Kreis Musterland");
  await owner.post("/mappen", { forget: mappe });
  expect([(await owner.get(`/mappen/${mappe}`)).status, (await deputy.get(`/mappen/${mappe}`)).status]).toEqual([404, 200]);
  expect(await owner.text("/mappen")).not.toContain("Kreis Musterland");
});
