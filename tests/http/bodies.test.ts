import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emptyFields } from "../../app/forms/answers/answer-fields";
import { saidIn, versionTag } from "../../app/core/assessment/answer";
import { textLimits } from "../../app/core/assessment/text";
import { localeOf } from "../../app/i18n";
import { bodyLimit } from "../../app/http/security";
import { rawRequest, rawStatus } from "./raw-request";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const { messages } = localeOf("de");

let visitor: Visitor;
let id: string;
/** A question that need not apply, and one that always does. */
let optional: string;
let always: string;
beforeAll(() => {
  const items = app.services.content.questionnaires.sme.dimensions.flatMap((dimension) => dimension.items);
  optional = items.find(({ allowsNotApplicable }) => allowsNotApplicable)?.id ?? "";
  always = items.find(({ allowsNotApplicable }) => !allowsNotApplicable)?.id ?? "";
});
beforeEach(async () => {
  visitor = newVisitor(app.url);
  id = await visitor.begin();
});
/** What is kept of the answers, without the days. */
const stored = async () => {
  const kept = await app.services.stores.assessments.find(id);
  return Object.fromEntries(Object.entries(kept?.answers ?? {}).map(([item, answer]) => [item, saidIn(answer)]));
};

describe("the length of a body", () => {
  const head = { Host: "localhost", Origin: "http://localhost" };

  it("must be said", async () => {
    expect(await rawStatus(app.url, "POST /start HTTP/1.1", { ...head, "Transfer-Encoding": "chunked" }, "3\r\na=b\r\n0\r\n\r\n")).toBe(
      411,
    );
    expect(await rawStatus(app.url, "POST /start HTTP/1.1", head)).toBe(411);
    expect(await rawStatus(app.url, `DELETE /assessments/${id}/delete HTTP/1.1`, head)).toBe(411);
  });

  it("is refused above the limit before anything is read", async () => {
    for (const length of [bodyLimit + 1, 1e12])
      expect(await rawStatus(app.url, "POST /load HTTP/1.1", { ...head, "Content-Length": String(length) })).toBe(413);
  });

  it("is refused above the limit in words that reach whoever sent it all", async () => {
    for (let times = 0; times < 10; times += 1) {
      const response = await visitor.load("x".repeat(bodyLimit));
      expect(response.status).toBe(413);
      expect(await response.text()).toMatch(/höchstens 4 MB[^]*at most 4 MB/);
    }
  });

  it("is refused above the limit on the page it was sent from, in its language, where a browser sent it", async () => {
    const headers = { ...head, Accept: "text/html,*/*;q=0.8", "Content-Length": String(bodyLimit + 1), Connection: "close" };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const answer = await rawRequest(app.url, `POST /en/load HTTP/1.1\r\n${lines.join("")}\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 303 [^]*\r\nLocation: \?too-large=4\r\n/);
    expect(await visitor.text("/en/load?too-large=4")).toContain(localeOf("en").messages.errors.tooLarge(4));
  });

  it("may come up to the limit", async () => {
    const response = await visitor.load("x".repeat(bodyLimit - 1000));
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(messages.errors.saveFile["not-json"]);
  });

  it("must be one", async () => {
    for (const length of ["-1", "1e3", "0x10", "1, 2"])
      expect(await rawStatus(app.url, "POST /start HTTP/1.1", { ...head, "Content-Length": length })).toBe(400);
  });
});

describe("the answer of one question", () => {
  it.each(["text/plain", "application/json", "application/xml", ""])("is refused with 400 where it comes as %j", async (type) => {
    const headers = type ? { "Content-Type": type } : undefined;
    const body = new Blob([`${always}.choice=1&${always}.seen=${versionTag(null)}`]);
    const response = await visitor.send(`/assessments/${id}/save/answers`, { method: "POST", ...(headers && { headers }), body });
    expect(response.status).toBe(400);
    expect(await stored()).toEqual({});
  });

  it.each(["unknown", "__proto__", "constructor", "", "answers.ts"])("is saved to no form called %j", async (name) => {
    expect((await visitor.post(`/assessments/${id}/save/${name}`, { [`${always}.choice`]: "1" })).status).toBe(404);
    expect(await stored()).toEqual({});
  });

  it.each(["", "unknown", "__proto__", "constructor", "toString", "strategy", "strategy-goals'", "' OR 1=1 --"])(
    "of %j, which is no question, is no part of the form",
    async (item) => {
      const response = await visitor.saveAnswer(id, item, { choice: "1" });
      expect(await response.json()).toEqual({ saved: {}, conflicts: {}, errors: {} });
      expect(await stored()).toEqual({});
    },
  );

  it.each(["5", "-1", "1.5", "01", "1 ", "NaN", "null", "true", "__proto__", "na"])("is wrong where the level is %j", async (choice) => {
    const response = await visitor.saveAnswer(id, always, { choice, reason: "r" });
    const errors = { [`${always}.choice`]: messages.form.errors["unknown-choice"] };
    expect(await response.json()).toEqual({ saved: {}, conflicts: {}, errors });
    expect(await stored()).toEqual({});
  });

  it("is wrong with what is missing or too long", async () => {
    const refused = await visitor.saveAnswer(id, optional, {
      choice: "na",
      reason: " ",
      note: "x".repeat(textLimits.note + 1),
      evidence: "x".repeat(textLimits.evidence + 2),
    });
    const { tooLong } = messages.saving;
    expect(await refused.json()).toEqual({
      saved: {},
      conflicts: {},
      errors: {
        [`${optional}.reason`]: messages.form.errors["reason-missing"],
        [`${optional}.note`]: tooLong(messages.form.note, 1, textLimits.note),
        [`${optional}.evidence`]: tooLong(messages.form.evidence, 2, textLimits.evidence),
      },
    });
    expect(await stored()).toEqual({});
  });

  it("is saved, acknowledged with its tag, and guarded against an older page", async () => {
    const first = await visitor.saveAnswer(id, optional, { choice: "na", reason: "keine Beschäftigten" });
    const answered = { answer: "na", reason: "keine Beschäftigten" } as const;
    const seen = versionTag(answered);
    expect(await first.json()).toEqual({ saved: { [optional]: seen }, conflicts: {}, errors: {} });
    expect(await stored()).toEqual({ [optional]: answered });

    const older = await visitor.saveAnswer(id, optional, { choice: "2" }, "made up");
    const fields = { ...emptyFields, choice: "na", reason: "keine Beschäftigten" };
    const typed = Object.fromEntries(Object.entries(fields).map(([input, value]) => [`${optional}.${input}`, value]));
    expect(await older.json()).toEqual({ saved: {}, conflicts: { [optional]: { seen, typed } }, errors: {} });
    expect(await stored()).toEqual({ [optional]: answered });

    expect(await (await visitor.saveAnswer(id, optional, {}, seen)).json()).toMatchObject({ saved: { [optional]: versionTag(null) } });
    expect(await stored()).toEqual({});
  });

  it("cannot be read at this address", async () => {
    expect((await visitor.get(`/assessments/${id}/save/answers`)).status).toBe(404);
  });
});

describe("a page of answers", () => {
  it("saves what is right and gives back what is wrong, as it was typed", async () => {
    const response = await visitor.post(`/assessments/${id}/strategy`, {
      "strategy-goals.choice": "3",
      "strategy-goals.seen": versionTag(null),
      "strategy-backing.choice": "9",
      "strategy-backing.note": "von Hand getippt",
      "strategy-backing.seen": versionTag(null),
      "__proto__.choice": "1",
      "unknown.choice": "1",
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("von Hand getippt");
    expect(await stored()).toEqual({ "strategy-goals": { level: 3 } });
  });

  it("withdraws only the answer of a question that it shows", async () => {
    await visitor.saveAnswer(id, "strategy-goals", { choice: "1" });
    const page = { "strategy-goals.choice": "1", "strategy-goals.seen": versionTag({ level: 1 }) };
    for (const clear of ["unknown", "€\n", "funding-budget", "\r\nX-Evil: 1"]) {
      const response = await visitor.post(`/assessments/${id}/strategy`, { ...page, clear });
      expect([response.status, response.headers.get("location")], clear).toEqual([303, `/assessments/${id}/funding`]);
      expect(await stored()).toEqual({ "strategy-goals": { level: 1 } });
    }
    const response = await visitor.post(`/assessments/${id}/strategy`, { ...page, clear: "strategy-goals" });
    expect([response.status, response.headers.get("location")]).toEqual([303, `/assessments/${id}/strategy#strategy-goals`]);
    expect(await stored()).toEqual({});
  });
});

describe("forms", () => {
  const paths = () => [
    "/start",
    "/en/start",
    "/load",
    "/accessibility",
    `/assessments/${id}`,
    `/assessments/${id}/profile`,
    `/assessments/${id}/strategy`,
  ];

  it.each<[string, string, string]>([
    ["JSON", "application/json", "{}"],
    ["plain text", "text/plain", "a=b"],
    ["nothing that has a type", "", "a=b"],
    ["multipart without a boundary", "multipart/form-data", "a=b"],
    ["multipart that is none", "multipart/form-data; boundary=x", "a=b"],
    [
      "multipart that breaks off",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.json"\r\n\r\n{',
    ],
    ["multipart with a part of no name", "multipart/form-data; boundary=x", "--x\r\nContent-Type: text/plain\r\n\r\na\r\n--x--\r\n"],
  ])("are refused with 400 where they come as %s", async (_what, type, body) => {
    for (const path of paths()) {
      const response = await visitor.send(path, { method: "POST", headers: type ? { "Content-Type": type } : {}, body: new Blob([body]) });
      expect(response.status, path).toBe(400);
      expect(await response.text(), path).toContain(localeOf(path.startsWith("/en") ? "en" : "de").messages.errors.badRequestTitle);
    }
  });

  it("that are wrong in every field come back with what was typed, and keep nothing", async () => {
    const typed = {
      track: "sme",
      depth: "x",
      name: `Lang ${"x".repeat(textLimits.name)}`,
      land: "ZZ",
      sizeClass: "x",
      sector: "x",
      ownership: "__proto__",
    };
    const response = await visitor.post("/start", typed);
    expect(response.status).toBe(422);
    expect(response.headers.getSetCookie()).toEqual([]);
    const html = await response.text();
    expect(html).toContain(typed.name);
    for (const field of ["depth", "land", "sizeClass", "sector", "ownership"] as const)
      expect(html, field).toContain(messages.start.errors[field]);
    expect(html).toContain(messages.saving.tooLong(messages.start.name, 5, textLimits.name));

    // Other files leave reports in the same application.
    const before = await app.services.stores.barrierReports.list();
    expect((await visitor.post("/accessibility", { message: " ", contact: "x".repeat(201) })).status).toBe(422);
    expect((await visitor.post("/accessibility", { message: "x".repeat(5001), contact: "" })).status).toBe(422);
    expect(await app.services.stores.barrierReports.list()).toEqual(before);
  });

  it("cannot change the track", async () => {
    const typed = { track: "municipality", depth: "full", sizeClass: "employees-1-9", name: "Neu" };
    const response = await visitor.submit(`/assessments/${id}/profile`, typed);
    expect(response.status).toBe(303);
    const kept = await app.services.stores.assessments.find(id);
    expect(kept).toMatchObject({ track: "sme", depth: "full", organisation: { sizeClass: "employees-1-9", name: "Neu" } });
  });

  it("write nothing over what they have not seen", async () => {
    const path = `/assessments/${id}/profile`;
    const opened = await visitor.text(path);
    const profile = { depth: "full", sizeClass: "employees-10-49" };
    expect((await visitor.submit(path, { ...profile, name: "Anna" }, opened)).status).toBe(303);
    const response = await visitor.submit(path, { ...profile, name: "Bernd", sector: "crafts" }, opened);
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain("Anna");
    expect(html).toContain('value="Bernd"');
    expect((await app.services.stores.assessments.find(id))?.organisation).toMatchObject({ name: "Anna", sector: "crafts" });
    expect((await visitor.submit(path, { ...profile, name: "Bernd", sector: "crafts" }, html)).status).toBe(303);
    expect((await app.services.stores.assessments.find(id))?.organisation).toMatchObject({ name: "Bernd", sector: "crafts" });
  });

  it("with an unknown intent do nothing", async () => {
    for (const intent of ["", "delete", "__proto__"]) expect((await visitor.post(`/assessments/${id}`, { intent })).status).toBe(400);
  });
});

describe("a save file", () => {
  const file = (more: object = {}) => ({
    format: "ki-pegel/assessment",
    version: 1,
    track: "sme",
    depth: "full",
    modelVersion: "2.0.0",
    answers: {},
    ...more,
  });

  it("that is right becomes an assessment", async () => {
    const response = await visitor.load(JSON.stringify(file({ answers: { [always]: { level: 2, note: "n" } } })));
    expect(response.status).toBe(303);
    const [, loaded = ""] = /^\/assessments\/([\w-]{22})$/.exec(response.headers.get("location") ?? "") ?? [];
    expect((await app.services.stores.assessments.find(loaded))?.answers).toEqual({ [always]: { level: 2, note: "n" } });
    expect(await (await visitor.get(`/assessments/${loaded}/ki-pegel.json`)).json()).toMatchObject(
      file({ version: 2, organisation: {}, answers: { [always]: { level: 2, note: "n" } } }),
    );
  });

  it.each<[string, string]>([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["nested without end", "[".repeat(1_000_000)],
    ["of another format", JSON.stringify(file({ format: "x" }))],
    ["of the future", JSON.stringify(file({ version: 3 }))],
    ["with a level out of range", JSON.stringify(file({ answers: { "strategy-goals": { level: 5 } } }))],
    ["with an item that every object has", JSON.stringify(file()).replace('"answers":{}', '"answers":{"__proto__":{"level":1}}')],
    [
      "with a prototype for the organisation",
      JSON.stringify(file()).replace('"answers"', '"organisation":{"__proto__":{"name":"x"}},"answers"'),
    ],
    ["with a prototype for itself", JSON.stringify(file()).replace('"answers"', '"__proto__":{"depth":"quick"},"answers"')],
    ["of binary data", "\u0000\uD800\u0001"],
  ])("is refused where it is %s", async (_what, content) => {
    const response = await visitor.load(content);
    expect(response.status).toBe(422);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.text()).toContain(messages.load.faultsTitle(1));
  });

  it.each<[string, BlobPart]>([
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xfe])],
    ["nothing", ""],
    ["the report for programs", JSON.stringify({ ...file({ format: "ki-pegel/report" }), answers: undefined })],
    ["any other JSON", '{"a":1}'],
  ])("that is %s is told to be no save file, and not how to mend it", async (_what, content) => {
    const response = await visitor.load(new Blob([content]));
    const html = await response.text();
    expect([response.status, html.includes(messages.load.otherFile)]).toEqual([422, true]);
    expect(html).toContain(messages.load.faultsTitle(1));
    expect(html).not.toContain(messages.errors.saveFile["wrong-encoding"]);
  });

  it("with very many faults is refused soon, on a page of human size", async () => {
    const many = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, 1]));
    const response = await visitor.load(JSON.stringify({ ...file(), ...many }));
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain(messages.load.faultsTitle(200_000));
    expect(html.match(/<li>/g)?.length).toBeLessThan(200);
  });

  it("must be a file", async () => {
    const text = new FormData();
    text.set("file", "{}");
    for (const form of [text, new FormData(), { file: "{}" }]) {
      const response = await visitor.post("/load", form);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(messages.load.missing);
    }
  });
});
