import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { deviceOf, keyHashesOf, newEditKey, readKeyOf } from "../../app/http/access/keys";
import { localeOf } from "../../app/i18n";
import { readDemo } from "../../seeds/demo";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const { keeping } = localeOf("de").messages;
let visitor: Visitor;
beforeEach(() => {
  visitor = newVisitor(app.url);
});

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const secretOf = () => visitor.cookies.get("ki-pegel") ?? "";
/** Ids of what the browser opens. */
const held = async () => (await app.services.stores.deviceKeys.list(deviceOf(secretOf()).hash)).map(({ id }) => id);
/** An assessment behind the browser's back. @returns its id and the cookie of before that opens it. */
async function made(changed: Date, modelVersion = "2.0.0") {
  const key = newEditKey();
  const { track, aiUse } = { track: "sme", aiUse: "unknown" } as const;
  const answers = { "strategy-goals": { level: 2 }, "strategy-review": { level: 1 }, "foundations-infrastructure": { level: 3 } } as const;
  const assessment = { track, aiUse, depth: "full", modelVersion, organisation: { name: "Altbau GmbH" }, answers } as const;
  const id = await app.services.stores.assessments.create(assessment, keyHashesOf(key), changed);
  return { id, key };
}

describe("without cookies", () => {
  it.each(["/start", "/en/start", "/load"])("%s says so, and nothing is created", async (path) => {
    const form = new FormData();
    for (const [name, value] of [
      ["track", "sme"],
      ["depth", "full"],
      ["sizeClass", "employees-10-49"],
    ] as const)
      form.set(name, value);
    form.set("file", new Blob([readFileSync("tests/fixtures/save-file-1.0.0.json")]), "ki-pegel.json");
    const response = await visitor.post(path, form);
    expect(response.status).toBe(422);
    expect(response.headers.getSetCookie()).toEqual([]);
    const { noCookies } = localeOf(path.startsWith("/en") ? "en" : "de").messages.keeping;
    expect(await response.text()).toContain(noCookies.text);
  });
});

describe("the start page", () => {
  it("lists what this browser opens, with name, state and last change, the newest first", async () => {
    const [first, second] = [await visitor.begin({ name: "Erste GmbH" }), await visitor.begin({ name: "Zweite <b>" })];
    await visitor.saveAnswer(first, "strategy-goals", { choice: "1" });
    const html = await visitor.text("/");
    expect(html).toContain(keeping.device.title);
    expect(html.indexOf(`/assessments/${first}"`)).toBeLessThan(html.indexOf(`/assessments/${second}"`));
    expect(html).toContain("Zweite &lt;b&gt;");
    expect(html).toContain("1 von 36 Fragen beantwortet");
    expect(await newVisitor(app.url).text("/")).not.toContain(keeping.device.title);
  });

  it("shows twenty, and all where asked", async () => {
    for (let count = 0; count < 22; count += 1) await visitor.begin({ name: `Nummer ${count}.` });
    expect((await visitor.text("/")).match(/Nummer \d+\.<\/a>/g)).toHaveLength(20);
    expect((await visitor.text("/?all")).match(/Nummer \d+\.<\/a>/g)).toHaveLength(22);
    expect(visitor.cookies.size).toBe(1);
  });

  it("500 assessments opened in one browser are all in the list, and each can be reached", async () => {
    const links = await Promise.all(Array.from({ length: 500 }, () => made(new Date("2026-11-20T10:00:00Z"))));
    for (const { key } of links) await visitor.get(`/open/${key}`);
    expect(visitor.cookies.size).toBe(1);
    const html = await visitor.text("/?all");
    for (const { id } of links) {
      expect(html).toContain(`/assessments/${id}"`);
      // Its save file, which of all that it opens takes least.
      expect((await visitor.get(`/assessments/${id}/ki-pegel.json`)).status).toBe(200);
    }
  }, 300_000);

  it("forgets one or all, after a question", async () => {
    const [one, other] = [await visitor.begin({ name: "Eins" }), await visitor.begin()];
    const page = await visitor.text(`/device/forget?assessment=${one}`);
    expect(page).toContain(keeping.forget.one("Eins"));
    expect((await visitor.post("/device/forget", { assessment: one })).status).toBe(303);
    expect(await held()).toEqual([other]);
    expect((await visitor.get(`/assessments/${one}`)).status).toBe(404);
    expect(await app.services.stores.assessments.find(one)).not.toBeNull();

    expect(await visitor.text("/device/forget")).toContain(keeping.forget.all(keeping.forget.held(1, 0, 0).join("")));
    await visitor.post("/device/forget", { assessment: "" });
    expect(visitor.cookies.size).toBe(0);
    expect((await visitor.get(`/assessments/${other}`)).status).toBe(404);
    expect((await visitor.get("/device/forget")).status).toBe(404);
  });
});

it("cookies of before are exchanged for the one, on any page", async () => {
  const [one, other] = [await made(new Date()), await made(new Date())];
  visitor.cookies.set(`ki-pegel-${one.id}`, one.key).set(`ki-pegel-${other.id}`, readKeyOf(other.key, 1));
  expect((await visitor.get(`/assessments/${one.id}`)).status).toBe(200);
  expect([...visitor.cookies.keys()]).toEqual(["ki-pegel"]);
  expect((await visitor.get(`/assessments/${one.id}`)).status).toBe(200);
  expect((await visitor.get(`/assessments/${other.id}/report`)).status).toBe(200);
  expect((await visitor.get(`/assessments/${other.id}`)).status, "the reader's key stays a reader's").toBe(403);
});

it("an assessment that will go says so in its last two months, and stays where somebody wants that", async () => {
  const old = new Date();
  old.setUTCMonth(old.getUTCMonth() - 23);
  const { id, key } = await made(old);
  await visitor.get(`/open/${key}`);
  const [, before = ""] = /wird ab dem ([^<]+?) gelöscht/.exec(await visitor.text(`/assessments/${id}`)) ?? [];
  expect(before).toMatch(/^\d+\. \S+ \d{4}$/);
  expect((await visitor.post(`/assessments/${id}`, { intent: "keep-on" })).status).toBe(303);
  expect(await visitor.text(`/assessments/${id}`)).not.toContain("gelöscht, weil so lange niemand");
});

describe("a file of an earlier questionnaire", () => {
  it("opens under today's, and says what became of its answers", async () => {
    const response = await visitor.load(readFileSync("tests/fixtures/save-file-1.0.0.json", "utf8"));
    expect(response.status).toBe(303);
    const page = await visitor.text(response.headers.get("location") ?? "");
    expect(page).toContain(keeping.opened.text("1.0.0", "2.0.0"));
    expect(page).toContain(keeping.previous.title);
    const [id = ""] = await held();
    const stored = await app.services.stores.assessments.find(id);
    expect(stored?.modelVersion).toBe("2.0.0");
    const [waiting] = Object.keys(stored?.previous ?? {});
    const dimension = app.services.content.questionnaires.municipality.dimensions.find(({ items }) =>
      items.some((item) => item.id === waiting),
    );
    expect(await visitor.text(`/assessments/${id}/${dimension?.id}`)).toContain("Ihre Antwort auf die frühere Frage (Fragebogen 1.0.0)");
  });

  it("that was never published says so, too, and has everything to be confirmed", async () => {
    const response = await visitor.load(readFileSync("tests/fixtures/save-file-0.9.0.json", "utf8"));
    const page = await visitor.text(response.headers.get("location") ?? "");
    expect(page).toContain(keeping.opened.text("0.9.0", "2.0.0"));
    const [id = ""] = await held();
    expect(Object.values((await app.services.stores.assessments.find(id))?.answers ?? {}).filter((answer) => "level" in answer)).toEqual(
      [],
    );
  });

  it("of a newer one is refused, with what to do", async () => {
    const newer = { ...(JSON.parse(readFileSync("tests/fixtures/save-file-1.0.0.json", "utf8")) as object), modelVersion: "2.0.1" };
    const response = await visitor.load(JSON.stringify(newer));
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(escaped(localeOf("de").messages.errors.saveFile["future-model"]));
  });

  it("of today says nothing of the kind", async () => {
    const [example] = readDemo(process.cwd(), app.services.content.models);
    const response = await visitor.load(JSON.stringify(example && toSaveFile(example.assessment)));
    expect(response.headers.get("location")).toMatch(/^\/assessments\/[\w-]{22}$/);
  });
});

it("a stored assessment of an earlier questionnaire is reported under it until somebody changes over", async () => {
  const { id, key } = await made(new Date(), "1.0.0");
  await visitor.get(`/open/${key}`);
  expect(await visitor.text(`/assessments/${id}/report`)).toContain("1.0.0");
  const page = await visitor.text(`/assessments/${id}`);
  expect(page).toContain(keeping.older.text("1.0.0", "2.0.0"));
  const asked = app.services.content.models.sme["1.0.0"]?.text.de.items["foundations-infrastructure"]?.question;
  expect(page).toContain(escaped(asked ?? "?"));
  expect(page, "nobody else has answered").not.toContain(keeping.older.lost);

  const { people } = app.services.stores;
  const invited = await people.invite(id, { name: "A", items: ["strategy-goals"], until: null }, "hash", new Date());
  if (invited === null || invited === "too-many") throw new Error("not invited");
  const given = [{ item: "strategy-goals", seen: null, next: { level: 2 as const } }];
  await people.saveAnswers(id, invited.id, given, { now: new Date(), today: "2026-11-26" });
  const warned = await visitor.text(`/assessments/${id}`);
  for (const line of [keeping.older.lost, keeping.older.people(1)]) expect(warned).toContain(line);
  expect(warned, "a way to keep it").toContain(keeping.older.saveFile);
  expect(warned).not.toContain(keeping.older.recorded(1));

  await visitor.post(`/assessments/${id}`, { intent: "convert" });
  expect(await app.services.stores.assessments.find(id)).toMatchObject({
    ...{ modelVersion: "2.0.0", answers: { "strategy-goals": { level: 2 } } },
    previous: { "strategy-review": { modelVersion: "1.0.0", item: "strategy-review", answer: { level: 1 } } },
  });
  expect(await visitor.text(`/assessments/${id}`)).not.toContain(keeping.older.title);
});
