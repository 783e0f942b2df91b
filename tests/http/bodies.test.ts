import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emptyFields } from "../../app/forms/answers/answer-fields";
import { versionTag } from "../../app/core/assessment/answer";
import { textLimits } from "../../app/core/assessment/text";
import { localeOf } from "../../app/i18n";
import { bodyLimit } from "../../app/http/security";
import { rawStatus } from "./raw-request";
import { sharedApp } from "./shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const { messages } = localeOf("de");
const form = "application/x-www-form-urlencoded";

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
const stored = async () => (await app.services.stores.assessments.find(id))?.answers;

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
  const send = (body: string, type = "application/json") =>
    visitor.send(`/assessments/${id}/answers`, { method: "POST", headers: type ? { "Content-Type": type } : {}, body });
  const answer = (more: object) => JSON.stringify({ item: always, seen: versionTag(null), fields: emptyFields, ...more });

  it.each(["text/plain", form, "multipart/form-data; boundary=x", "application/xml", "", "text/json"])(
    "is refused with 415 where it comes as %j",
    async (type) => {
      const response = await send(answer({}), type);
      expect(response.status).toBe(415);
      expect(await stored()).toEqual({});
    },
  );

  it.each([
    "", "{", "null", "[]", "1", '"text"', "{}", "\u0000", "[[[", '{"__proto__":{"item":"a"}}',
    answer({ more: 1 }), answer({ item: 1 }), answer({ item: null }), answer({ seen: 1 }), answer({ fields: null }), answer({ fields: [] }),
    answer({ fields: { choice: "1" } }), answer({ fields: { ...emptyFields, choice: 1 } }), answer({ fields: { ...emptyFields, note: ["x"] } }),
  ])("is refused with 400 where it is %s", async (body) => {
    const response = await send(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ status: "refused", errors: {} });
    expect(await stored()).toEqual({});
  }); // prettier-ignore

  it.each(["", "unknown", "__proto__", "constructor", "toString", "strategy", "strategy-goals'", "' OR 1=1 --"])(
    "is refused with 422 where the question is %j",
    async (item) => {
      expect((await visitor.saveAnswer(id, item, { choice: "1" })).status).toBe(422);
      expect(await stored()).toEqual({});
    },
  );

  it.each(["5", "-1", "1.5", "01", "1 ", "NaN", "null", "true", "__proto__", "na"])(
    "is refused with 422 where the level is %j",
    async (choice) => {
      const response = await visitor.saveAnswer(id, always, { choice, reason: "r" });
      expect(response.status).toBe(422);
      expect(await response.json()).toEqual({ status: "refused", errors: { choice: "unknown-choice" } });
      expect(await stored()).toEqual({});
    },
  );

  it("is refused with what is missing or too long", async () => {
    const refused = await visitor.saveAnswer(id, optional, {
      choice: "na",
      reason: " ",
      note: "x".repeat(textLimits.note + 1),
      evidence: "x".repeat(textLimits.evidence + 1),
    });
    expect(refused.status).toBe(422);
    const errors = { reason: "reason-missing", note: "text-too-long", evidence: "text-too-long" };
    expect(await refused.json()).toEqual({ status: "refused", errors });
    expect(await stored()).toEqual({});
  });

  it("is saved, acknowledged with its mark, and guarded against an older page", async () => {
    const first = await visitor.saveAnswer(id, optional, { choice: "na", reason: "keine Beschäftigten" });
    expect(first.status).toBe(200);
    const answered = { answer: "na", reason: "keine Beschäftigten" } as const;
    expect(await first.json()).toEqual({ status: "saved", seen: versionTag(answered) });
    expect(await stored()).toEqual({ [optional]: answered });

    const older = await visitor.saveAnswer(id, optional, { choice: "2" }, "made up");
    expect(older.status).toBe(409);
    const fields = { ...emptyFields, choice: "na", reason: "keine Beschäftigten" };
    expect(await older.json()).toEqual({ status: "conflict", seen: versionTag(answered), stored: fields });
    expect(await stored()).toEqual({ [optional]: answered });

    expect((await visitor.saveAnswer(id, optional, {}, versionTag(answered))).status).toBe(200);
    expect(await stored()).toEqual({});
  });

  it("cannot be read at this address", async () => {
    expect((await visitor.get(`/assessments/${id}/answers`)).status).toBe(404);
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
    for (const field of ["depth", "name", "land", "sizeClass", "sector", "ownership"] as const)
      expect(html, field).toContain(messages.start.errors[field]);

    expect((await visitor.post("/accessibility", { message: " ", contact: "x".repeat(201) })).status).toBe(422);
    expect((await visitor.post("/accessibility", { message: "x".repeat(5001), contact: "" })).status).toBe(422);
    expect(await app.services.stores.barrierReports.list()).toEqual([]);
  });

  it("cannot change the track, or the depth by the way", async () => {
    const response = await visitor.post(`/assessments/${id}/profile`, {
      track: "municipality",
      depth: "quick",
      sizeClass: "employees-1-9",
      name: "Neu",
    });
    expect(response.status).toBe(303);
    const kept = await app.services.stores.assessments.find(id);
    expect(kept).toMatchObject({ track: "sme", depth: "full", organisation: { sizeClass: "employees-1-9", name: "Neu" } });
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
    modelVersion: "1.0.0",
    answers: {},
    ...more,
  });

  it("that is right becomes an assessment", async () => {
    const response = await visitor.load(JSON.stringify(file({ answers: { [always]: { level: 2, note: "n" } } })));
    expect(response.status).toBe(303);
    const [, loaded = ""] = /^\/assessments\/([\w-]{22})$/.exec(response.headers.get("location") ?? "") ?? [];
    expect((await app.services.stores.assessments.find(loaded))?.answers).toEqual({ [always]: { level: 2, note: "n" } });
    expect(await (await visitor.get(`/assessments/${loaded}/ki-pegel.json`)).json()).toEqual(
      file({ organisation: {}, answers: { [always]: { level: 2, note: "n" } } }),
    );
  });

  it.each<[string, string]>([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["nested without end", "[".repeat(1_000_000)],
    ["of another format", JSON.stringify(file({ format: "x" }))],
    ["of the future", JSON.stringify(file({ version: 2 }))],
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
    const empty = new FormData();
    empty.set("file", new Blob([]), "empty.json");
    for (const form of [text, empty, new FormData(), { file: "{}" }]) {
      const response = await visitor.post("/load", form);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(messages.load.missing);
    }
  });
});
