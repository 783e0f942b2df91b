import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { openDatabase } from "../../db/connection";
import { everythingIn } from "../support/engine";
import { makeMappe } from "./mappe-visitor";
import { grantKey, kindOf, newProgram, type Program } from "./program";
import { sharedApp } from "../support/shared-app";
import { newVisitor } from "./visitor";

const app = sharedApp();
let program: Program;
let other: Program;
let mappe: string;
beforeAll(async () => {
  program = newProgram(app.url, (await grantKey(app)).key);
  other = newProgram(app.url, (await grantKey(app)).key);
});
beforeEach(async () => {
  mappe = (await program.post("/mappen", { name: "Kreis Musterland" })).body.id;
});
const at = (end = "") => `/mappen/${mappe}${end}`;
const pathOf = (link: string) => link.replace(app.url, "");
const visit = async (link: string) => {
  const visitor = newVisitor(app.url);
  return { visitor, to: (await visitor.get(pathOf(link))).headers.get("location") };
};
const towns = (...names: string[]) => ({
  assessments: names.map((name) => ({ track: "municipality", organisation: { name, land: "NW" } })),
});
const make = async (...names: string[]) => (await program.post(at("/assessments/new"), towns(...names))).body.assessments;

/** The assessments of a list by their id: what was made together comes in no order of its own. */
const listedBy = async (end: string) => {
  const { assessments } = (await program.get(at(end))).body as { assessments: { id: string; links?: unknown }[] };
  return new Map(assessments.map((one) => [one.id, one]));
};

describe("a Mappe", () => {
  it("is made, listed, renamed by whoever has seen it, and ended, while its assessments stay", async () => {
    const [made] = await make("Ahlen");
    expect((await program.get("/mappen")).body.mappen).toContainEqual(
      expect.objectContaining({ id: mappe, name: "Kreis Musterland", assessments: 1 }),
    );
    const read = await program.get(at());
    expect(read.body).toMatchObject({ name: "Kreis Musterland", assessments: 1, unshared: 0, progress: { "not-begun": 1, done: 0 } });
    const tag = { "If-Match": read.headers.get("etag") ?? "" };
    expect((await program.patch(at(), { name: " Kreis Neu " }, tag)).body.name).toBe("Kreis Neu");
    for (const refused of [await program.patch(at(), { name: "x" }, tag), await program.delete(at(), tag)])
      expect([refused.status, kindOf(refused)]).toEqual([412, "changed-meanwhile"]);
    expect((await program.patch(at(), { name: "" })).body.errors).toMatchObject([{ path: "name" }]);
    expect((await program.delete(at())).status).toBe(204);
    expect((await program.get(at())).status).toBe(404);
    expect((await visit(made.links.edit.de)).to).toBe(`/assessments/${made.id}`);
  });

  it("has a brand, which documents have where they are asked for through it", async () => {
    const [made] = await make("Ahlen");
    expect((await program.patch(at("/brand"), { name: "Beratung Nord", colour: "#8A1538" })).body).toMatchObject({ colour: "#8a1538" });
    expect((await program.patch(at("/brand"), { colour: null })).body).toMatchObject({ name: "Beratung Nord", colour: null });
    const seen = { "If-Match": (await program.get(at("/brand"))).headers.get("etag") ?? "" };
    expect((await program.patch(at("/brand"), { footer: "A" }, seen)).status).toBe(200);
    expect([(await program.patch(at("/brand"), { footer: "B" }, seen)).status, (await other.get(at("/brand"))).status]).toEqual([412, 404]);
    expect((await program.patch(at("/brand"), { logo: { type: "png", base64: "AAAA" } })).body.errors).toMatchObject([{ path: "logo" }]);
    const json = (query: string) => program.get(`/assessments/${made.id}/report?format=json${query}`);
    expect([(await json("")).body.brand, (await json(`&mappe=${mappe}`)).body.brand]).toEqual([
      null,
      { name: "Beratung Nord", contact: null },
    ]);
    expect((await json("&mappe=none")).body.errors).toMatchObject([{ path: "mappe", code: "unknown-value" }]);
  });

  it("of another key, and one that people have made, look as if there were none", async () => {
    const visitor = newVisitor(app.url);
    for (const [who, id] of [
      [other, mappe],
      [program, await makeMappe(visitor)],
    ] as const)
      expect([(await who.get(`/mappen/${id}`)).status, (await who.get(`/mappen/${id}/links`)).status]).toEqual([404, 404]);
    expect((await other.get("/mappen")).body.mappen).toEqual([]);
  });

  it("opens to people by links that can be read again, until they take it over", async () => {
    const person = (await program.post(at("/people"), { name: "Frau Kern", role: "viewer" })).body;
    const { body: links } = await program.get(at("/links"));
    expect(links.people).toEqual([person]);
    const [owner, viewer] = [await visit(links.owner.de), await visit(links.people[0].link.en)];
    expect([owner.to, viewer.to]).toEqual([`/mappen/${mappe}`, `/en/mappen/${mappe}`]);
    expect([(await owner.visitor.get(at("/delete"))).status, (await viewer.visitor.get(at("/add"))).status]).toEqual([200, 403]);

    const renewed = (await program.call("POST", at(`/people/${person.id}/renew`))).body;
    expect([(await viewer.visitor.get(at())).status, (await visit(renewed.link.de)).to]).toEqual([404, `/mappen/${mappe}`]);
    expect((await program.delete(at(`/people/${person.id}`))).status).toBe(204);
    expect([(await program.get(at("/people"))).body.people, (await program.delete(at(`/people/${person.id}`))).status]).toEqual([[], 404]);

    await owner.visitor.post(at("/settings"), { intent: "renew-owner" });
    expect([(await program.get(at())).status, (await owner.visitor.get(at())).status]).toEqual([404, 200]);
  });

  it("hands no link to a key that may only read", async () => {
    const { key } = await grantKey(app, ["mappen:read", "assessments:read"]);
    expect([
      kindOf(await newProgram(app.url, key).get(at("/links"))),
      kindOf(await newProgram(app.url, key).post("/mappen", { name: "x" })),
    ]).toEqual(["scope-missing", "scope-missing"]);
  });

  it("keeps no key, only hashes and what is sealed under them", async () => {
    await make("Ahlen");
    await program.post(at("/people"), { name: "Frau Kern", role: "editor" });
    const keys = JSON.stringify((await program.get(at("/links"))).body).match(/(?<=\/open\/)[\w-]{43}/g) ?? [];
    const database = await openDatabase(app.services.environment.DATABASE_URL);
    const everything = await everythingIn(database);
    await database.destroy();
    expect(new Set(keys).size).toBe(4);
    for (const key of keys) expect(everything).not.toContain(key);
  });
});

describe("assessments in a Mappe", () => {
  it("are made at once with links, answered, read and changed through it, and taken out", async () => {
    const [ahlen, buende] = await make("Ahlen", "Bünde");
    const { visitor } = await visit(buende.links.edit.de);
    await visitor.saveAnswer(buende.id, "strategy-goals", { choice: "3" });
    const listed = await listedBy("/assessments");
    expect(listed.get(ahlen.id)).toMatchObject({
      name: "Ahlen",
      sharing: "edit",
      waits: false,
      progress: { state: "not-begun", due: null },
    });
    expect(listed.get(buende.id)).toMatchObject({ progress: { state: "in-progress", answered: 1 } });
    expect((await program.patch(`/assessments/${ahlen.id}/answers`, { "strategy-goals": { level: 1 } })).status).toBe(200);
    expect((await program.get(`/assessments/${buende.id}/report`)).body.organisation.name).toBe("Bünde");
    expect((await other.get(`/assessments/${ahlen.id}`)).status).toBe(404);
    const { history } = (await app.services.stores.assessments.findWhole(ahlen.id)) ?? { history: [] };
    expect(history.at(-1)).toMatchObject({ by: "mappe", what: "answer" });

    await visitor.post(`/assessments/${buende.id}`, { intent: "renew-edit-link" });
    const links = await listedBy("/links");
    expect([links.get(ahlen.id)?.links, links.get(buende.id)?.links]).toEqual([ahlen.links, null]);
    expect(kindOf(await program.get(`/assessments/${buende.id}/links`))).toBe("link-not-known");
    expect((await program.delete(at(`/assessments/${buende.id}`))).status).toBe(204);
    expect((await program.get(`/assessments/${buende.id}`)).status).toBe(404);
    expect((await program.delete(at(`/assessments/${buende.id}`))).status).toBe(404);
  });

  it("have a key each, set when they are made or later, over the API or on the page, once in the Mappe", async () => {
    const town = (name: string, key?: string) => ({ track: "municipality", organisation: { name }, ...(key && { key }) });
    const make = (...assessments: object[]) => program.post(at("/assessments/new"), { assessments });
    const { assessments } = (await make(town("Ahlen", " k-0001 "), town("Bünde"))).body;
    const [ahlen, buende] = assessments as { id: string; key: string | null }[];
    expect([ahlen?.key, buende?.key]).toEqual(["k-0001", null]);
    for (const [twice, path] of [
      [[town("C", "x"), town("D", "x")], "assessments.1.key"],
      [[town("C", "k-0001")], "assessments.0.key"],
    ] as const)
      // prettier-ignore
      expect((await make(...twice)).body.errors).toMatchObject([{ path, code: "taken" }]);
    const change = (key: string | null) => program.patch(at(`/assessments/${buende?.id}`), { key });
    expect((await change("k-0001")).body.errors).toMatchObject([{ path: "key", code: "taken" }]);
    expect((await change("k-0002")).body).toEqual({ id: buende?.id, key: "k-0002", sharing: "edit" });
    expect((await program.patch(at("/assessments/nowhere"), { key: "x" })).status).toBe(404);

    const { visitor: owner } = await visit((await program.get(at("/links"))).body.owner.de);
    const page = at(`/members/${buende?.id}`);
    const typed = (clientKey: string) => owner.post(page, { intent: "key", clientKey });
    const refused = await typed("k-0001");
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringMatching(/„k-0001“ hat in dieser Mappe schon[^]*value="k-0001"/),
    ]);
    expect((await typed("k".repeat(81))).status).toBe(422);
    expect((await typed("Kunde 2")).headers.get("location")).toBe(`${page}?saved`);
    expect(await owner.text(at("/members"))).toMatch(/Bünde[^]*Kunde 2/);
    expect((await listedBy("/assessments")).get(buende?.id ?? "")).toMatchObject({ key: "Kunde 2" });
    expect((await change("k-0002")).body).toMatchObject({ sharing: "edit" });
    await typed(" ");
    expect((await program.patch(at(`/assessments/${buende?.id}`), { sharing: "read" })).body).toMatchObject({ key: null, sharing: "read" });
    expect((await program.patch(`/assessments/${buende?.id}/answers`, { "strategy-goals": null })).status).toBe(404);
  });

  it("are made all of them or none, and every fault is told", async () => {
    const wrong = { assessments: [{ track: "sme" }, { track: "municipality", organisation: { sizeClass: "employees-10-49" } }] };
    const refused = await program.post(at("/assessments/new"), wrong);
    expect([refused.status, refused.body.errors]).toMatchObject([422, [{ path: "assessments.1.organisation.sizeClass" }]]);
    expect(await app.services.stores.mappen.count(mappe)).toBe(0);
  });

  it("come in by link with consent; of a reading link its owner is asked first", async () => {
    const client = newVisitor(app.url);
    const id = await client.begin({ name: "Musterbau GmbH" });
    const { edit, read } = await client.links(id);
    const add = (link: string, more: object = {}) =>
      program.post(at("/assessments"), { link: app.url + link, sharing: "edit", consent: true, ...more });
    expect((await add(edit, { consent: false })).body.errors).toMatchObject([{ path: "consent" }]);
    expect((await add(`/open/${"A".repeat(43)}`)).body.errors).toMatchObject([{ path: "link" }]);
    expect((await add(read)).body).toEqual({ outcome: "waits" });
    expect(JSON.stringify((await program.get(at("/assessments"))).body)).not.toContain("Musterbau");
    expect((await program.get(`/assessments/${id}`)).status).toBe(404);
    expect(kindOf(await add(edit))).toBe("already-in-mappe");

    await client.post(`/assessments/${id}/mappen`, { intent: "agree-read", mappe });
    expect((await program.get(`/assessments/${id}`)).status).toBe(200);
    expect((await program.patch(`/assessments/${id}/answers`, { "strategy-goals": null })).status).toBe(404);
    await client.post(`/assessments/${id}/mappen`, { intent: "leave", mappe });
    expect((await program.get(`/assessments/${id}`)).status).toBe(404);
  });

  it("of the key itself come in by their id", async () => {
    const file = toSaveFile({
      track: "sme",
      depth: "full",
      aiUse: "none",
      modelVersion: "2.0.0",
      organisation: { name: "Eigen" },
      answers: {},
    });
    const { id } = (await program.post("/assessments", file)).body;
    const add = (who: Program, body: object) => who.post(at("/assessments"), { sharing: "read", consent: true, ...body });
    expect((await add(program, {})).body.errors).toMatchObject([{ path: "link", code: "missing" }]);
    expect((await add(program, { assessment: "A".repeat(22) })).body.errors).toMatchObject([{ path: "assessment" }]);
    expect((await add(other, { assessment: id })).status).toBe(404);
    expect((await add(program, { assessment: id })).body).toEqual({ outcome: "added" });
  });
});

it("the overview, what many lack and a comparison say what the pages say", async () => {
  const [ahlen, buende] = await make("Ahlen", "Bünde", "Celle");
  const items = app.services.content.questionnaires.municipality.dimensions.flatMap((one) => one.items.map(({ id }) => id));
  const answers = (level: number) => Object.fromEntries(items.map((id) => [id, { level }]));
  for (const [{ id }, level] of [[ahlen, 1], [buende, 3]] as const) await program.patch(`/assessments/${id}/answers`, answers(level)); // prettier-ignore
  const { body: portfolio } = await program.get(at("/portfolio?sort=overall&order=down&limit=2"));
  expect(portfolio).toMatchObject({ all: 3, found: 3, next: 2, medians: [{ track: "municipality", count: 2, overall: 50 }] });
  expect(portfolio.rows.map(({ name, overall }: { name: string; overall: object }) => [name, overall])).toMatchObject([
    ["Bünde", { score: 75, securedStage: 3 }],
    ["Ahlen", { score: 25, securedStage: 1 }],
  ]);
  expect((await program.get(at("/portfolio?state=not-begun"))).body.rows).toMatchObject([{ name: "Celle", due: null }]);
  expect((await program.get(at("/portfolio?search=%C3%BCn&land=NW"))).body.rows).toMatchObject([{ name: "Bünde" }]);
  expect((await program.get(at("/portfolio?land=XX&farbe=rot"))).body.errors).toMatchObject([{ path: "land" }, { path: "farbe" }]);

  const { body: gaps } = await program.get(at("/gaps"));
  expect(gaps).toMatchObject({
    organisations: 2,
    gaps: expect.arrayContaining([expect.objectContaining({ low: 1, open: 0, applicable: 2 })]) as unknown,
  });
  expect(gaps.measures[0].lifts).toBeGreaterThan(0);

  expect(kindOf(await program.get(at("/report")))).toBe("too-few");
  const compare = (...ids: string[]) => program.get(at(`/comparison?${ids.map((id) => `with=${id}`).join("&")}`));
  expect((await compare(ahlen.id, buende.id)).body).toMatchObject({
    comparable: true,
    differences: { strategy: 50 },
    rows: [{ name: "Ahlen" }, { name: "Bünde" }],
  });
  for (const refused of [await compare(ahlen.id), await compare(ahlen.id, "A".repeat(22))])
    expect(kindOf(refused)).toBe("invalid-parameters");
});
