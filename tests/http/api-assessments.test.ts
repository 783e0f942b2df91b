import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toSaveFile } from "../../app/core/assessment/save-file";
import type { Answers } from "../../app/core/assessment/answer";
import { readKeyOf } from "../../app/http/access/keys";
import { grantKey, kindOf, newProgram, type Program } from "./program";
import { sharedApp } from "../support/shared-app";
import { newVisitor } from "./visitor";

const app = sharedApp();

const file = (answers: Answers = {}, name = "Musterbau GmbH") =>
  toSaveFile({ track: "sme", depth: "full", aiUse: "unknown", modelVersion: "1.0.0", organisation: { name }, answers });

let program: Program;
let other: Program;
beforeAll(async () => {
  program = newProgram(app.url, (await grantKey(app)).key);
  other = newProgram(app.url, (await grantKey(app)).key);
});
let id: string;
beforeEach(async () => {
  id = (await program.post("/assessments", file({ "strategy-goals": { level: 2, note: "n" } }))).body.id;
});
const kept = (of = id) => app.services.stores.assessments.find(of);
const change = (answers: unknown, headers: Record<string, string> = {}) => program.patch(`/assessments/${id}/answers`, answers, headers);

describe("an assessment of another key", () => {
  it("looks as if there were none, and stays as it is", async () => {
    const unknown = "A".repeat(22);
    const look = async (of: string) => {
      const answers = [
        await other.get(`/assessments/${of}`),
        await other.get(`/assessments/${of}/report`),
        await other.patch(`/assessments/${of}/answers`, { "strategy-goals": null }),
        await other.delete(`/assessments/${of}`),
      ];
      return answers.map(({ status, body, headers }) => ({ status, body, allow: headers.get("allow"), etag: headers.get("etag") }));
    };
    const before = await kept();
    const foreign = await look(id);
    expect(foreign.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(foreign).toEqual(await look(unknown));
    expect(await kept()).toEqual(before);
    expect((await other.get("/assessments")).body.assessments).toEqual([]);
  });

  it("and one that people have made are out of reach", async () => {
    const visitor = newVisitor(app.url);
    const theirs = await visitor.begin();
    expect((await program.get(`/assessments/${theirs}`)).status).toBe(404);
    expect((await program.delete(`/assessments/${theirs}`)).status).toBe(404);
    expect(await kept(theirs)).not.toBeNull();
  });
});

describe("links for people", () => {
  it("open the assessment for editing and for reading, in both languages", async () => {
    const { body } = await program.post("/assessments", file());
    const pathOf = (link: string) => link.replace(app.url, "");
    const visitor = newVisitor(app.url);
    for (const [link, target] of [
      [body.links.edit.de, `/assessments/${body.id}`],
      [body.links.edit.en, `/en/assessments/${body.id}`],
    ])
      expect((await visitor.get(pathOf(link))).headers.get("location")).toBe(target);
    expect((await visitor.saveAnswer(body.id, "strategy-goals", { choice: "3" })).status).toBe(200);
    expect((await program.get(`/assessments/${body.id}`)).body.answers).toMatchObject({ "strategy-goals": { level: 3 } });

    const reader = newVisitor(app.url);
    expect((await reader.get(pathOf(body.links.read.en))).headers.get("location")).toBe(`/en/assessments/${body.id}/report`);
    expect((await reader.saveAnswer(body.id, "strategy-goals", { choice: "1" })).status).toBe(403);
  });

  it("cannot be worked out from the API key", async () => {
    const { key } = await grantKey(app);
    const { body } = await newProgram(app.url, key).post("/assessments", file());
    const editKey = String(body.links.edit.de).split("/open/")[1] ?? "";
    const bare = key.replace("kp_", "");
    for (const guess of [key, bare, readKeyOf(key, 1), readKeyOf(bare, 1)])
      expect((await newVisitor(app.url).get(`/open/${guess}`)).status).toBe(404);
    expect(editKey).not.toContain(bare);
  });

  it("open nothing once the assessment is deleted over the API", async () => {
    const { body } = await program.post("/assessments", file());
    expect((await program.delete(`/assessments/${body.id}`)).status).toBe(204);
    for (const link of [body.links.edit.de, body.links.read.de])
      expect((await newVisitor(app.url).get(String(link).replace(app.url, ""))).status).toBe(404);
    expect(await kept(body.id)).toBeNull();
  });
});

describe("answers", () => {
  it("are set, replaced and withdrawn, the others stay", async () => {
    const response = await change({
      "strategy-goals": { level: 4, evidence: "Beschluss" },
      "strategy-backing": { answer: "dk" },
      "funding-budget": null,
    });
    expect(response.status).toBe(200);
    const answers = { "strategy-backing": { answer: "dk" }, "strategy-goals": { level: 4, evidence: "Beschluss" } };
    expect(response.body.answers).toMatchObject(answers);
    expect((await kept())?.answers).toMatchObject(answers);
    expect((await change({ "strategy-goals": null, "strategy-backing": null })).body.answers).toEqual({});
    expect((await change({})).body.answers).toEqual({});
  });

  it("are all written or none, and every fault is told", async () => {
    const before = await kept();
    const response = await change({
      "strategy-backing": { level: 3 },
      "strategy-goals": { level: 5 },
      nowhere: null,
      elsewhere: { level: 1 },
      "funding-budget": { answer: "na", reason: "x" },
      "use-case-operation": 3,
    });
    expect([response.status, kindOf(response)]).toEqual([422, "invalid-input"]);
    expect(response.body.errors.map(({ path, code }: Record<string, string>) => [path, code])).toEqual([
      ["strategy-goals.level", "level-out-of-range"],
      ["elsewhere", "unknown-item"],
      ["funding-budget", "not-applicable-not-allowed"],
      ["use-case-operation", "not-an-answer"],
      ["nowhere", "unknown-item"],
    ]);
    expect(await kept()).toEqual(before);
  });

  it.each(['{"__proto__":{"level":1}}', '{"constructor":null}', '{"toString":{"level":1}}', '{"":null}', "[]", "null", '"x"'])(
    "%s are refused",
    async (raw) => {
      const response = await program.call("PATCH", `/assessments/${id}/answers`, { raw, headers: { "Content-Type": "application/json" } });
      expect([response.status, kindOf(response)]).toEqual([422, "invalid-input"]);
    },
  );

  it("are not written over what others have answered since", async () => {
    const tag = (await program.get(`/assessments/${id}`)).headers.get("etag") ?? "";
    const first = await change({ "strategy-goals": { level: 3 } }, { "If-Match": tag });
    expect(first.status).toBe(200);
    const second = await change({ "strategy-goals": { level: 1 } }, { "If-Match": tag });
    expect([second.status, kindOf(second)]).toEqual([412, "changed-meanwhile"]);
    expect((await kept())?.answers).toMatchObject({ "strategy-goals": { level: 3 } });
    const newer = first.headers.get("etag") ?? "";
    expect((await change({ "strategy-goals": { level: 1 } }, { "If-Match": `"other", ${newer}` })).status).toBe(200);
    expect((await change({ "strategy-goals": { level: 0 } }, { "If-Match": "*" })).status).toBe(200);
    expect((await change({ "strategy-goals": { level: 2 } })).status).toBe(200);
  });

  it("that come at the same time with the same tag are taken from one only", async () => {
    for (let round = 0; round < 5; round += 1) {
      const tag = (await program.get(`/assessments/${id}`)).headers.get("etag") ?? "";
      const stored = (await kept())?.answers["strategy-goals"] ?? {};
      const levels = [0, 1, 2, 3, 4].filter((level) => !("level" in stored) || stored.level !== level);
      const responses = await Promise.all(levels.map((level) => change({ "strategy-goals": { level } }, { "If-Match": tag })));
      expect(responses.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
      expect((await kept())?.answers["strategy-goals"]).toMatchObject({
        level: levels[responses.findIndex(({ status }) => status === 200)],
      });
    }
  });
});

describe("deleting", () => {
  it("leaves what others have answered since", async () => {
    const tag = (await program.get(`/assessments/${id}`)).headers.get("etag") ?? "";
    const changed = await change({ "strategy-goals": { level: 3 } });
    const refused = await program.delete(`/assessments/${id}`, { "If-Match": tag });
    expect([refused.status, kindOf(refused)]).toEqual([412, "changed-meanwhile"]);
    expect((await kept())?.answers).toMatchObject({ "strategy-goals": { level: 3 } });
    expect((await program.delete(`/assessments/${id}`, { "If-Match": changed.headers.get("etag") ?? "" })).status).toBe(204);
    expect(await kept()).toBeNull();
  });
});

describe("a list", () => {
  it("gives every assessment of the key once, page by page, in the order of creation", async () => {
    const lister = newProgram(app.url, (await grantKey(app)).key);
    const made: string[] = [];
    for (const name of ["a", "b", "c", "d", "e"]) made.push((await lister.post("/assessments", file({}, name))).body.id);
    const pages: { id: string; name: string }[][] = [];
    let next: string | null = "";
    while (next !== null) {
      const { body } = await lister.get(`/assessments?limit=2${next && `&after=${next}`}`);
      pages.push(body.assessments);
      // What goes while somebody turns the pages takes nothing else along.
      if (pages.length === 1) await lister.delete(`/assessments/${made[1]}`);
      next = body.next;
    }
    expect(pages.map((page) => page.map(({ name }) => name))).toEqual([["a", "b"], ["c", "d"], ["e"]]);
    expect(pages.flat().map((line) => line.id)).toEqual(made);
    expect((await lister.get("/assessments?limit=4")).body.next).toBeNull();
  });

  it("tells when an assessment was changed, by whomever", async () => {
    const lister = newProgram(app.url, (await grantKey(app)).key);
    const { body } = await lister.post("/assessments", file());
    const line = async () => (await lister.get("/assessments")).body.assessments[0];
    const before = await line();
    const visitor = newVisitor(app.url);
    await visitor.get(String(body.links.edit.de).replace(app.url, ""));
    await visitor.saveAnswer(body.id, "strategy-goals", { choice: "3" });
    const after = await line();
    expect(after.createdAt).toBe(before.createdAt);
    expect(after.updatedAt > before.updatedAt).toBe(true);
  });
});

describe("an Idempotency-Key", () => {
  let count = 0;
  let word: string;
  beforeEach(() => {
    count += 1;
    word = `creation-${count}`;
  });
  const create = (by = program, body: unknown = file()) => by.post("/assessments", body, { "Idempotency-Key": word });

  it("gives the same assessment and the same links again", async () => {
    const [first, second] = [await create(), await create()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect([first, second].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, "true"]);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
  });

  it("works where the same request comes many times at once", async () => {
    const lister = newProgram(app.url, (await grantKey(app)).key);
    const responses = await Promise.all(Array.from({ length: 12 }, () => create(lister)));
    expect(new Set(responses.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(responses.filter(({ headers }) => headers.get("idempotency-replayed") === null)).toHaveLength(1);
    expect((await lister.get("/assessments")).body.assessments).toHaveLength(1);
  });

  it("is refused with another body, also at the same time", async () => {
    await create();
    const response = await create(program, file({ "strategy-goals": { level: 1 } }));
    expect([response.status, kindOf(response)]).toEqual([422, "idempotency-key-reused"]);
    word = `${word}-at-once`;
    const both = await Promise.all([create(), create(program, file({}, "Andere"))]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it("of one program is none of another's", async () => {
    const [mine, theirs] = [await create(), await create(other)];
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it("says so where its assessment has been deleted, and brings nothing back", async () => {
    const { body } = await create();
    await program.delete(`/assessments/${body.id}`);
    const again = await create();
    expect([again.status, kindOf(again)]).toEqual([409, "created-and-deleted"]);
  });

  it("of a request that was refused is free for a better one", async () => {
    expect((await create(program, { ...file(), track: "land" })).status).toBe(422);
    expect((await create()).status).toBe(201);
  });

  it("tells the reading link that is good now", async () => {
    const { body } = await create();
    const visitor = newVisitor(app.url);
    await visitor.get(String(body.links.edit.de).replace(app.url, ""));
    await visitor.post(`/assessments/${body.id}`, { intent: "renew-read-link" });
    const again = await create();
    expect(again.body.links.edit).toEqual(body.links.edit);
    expect(again.body.links.read.de).toBe(`${app.url}${(await visitor.links(body.id)).read}`);
    expect(again.body.links.read).not.toEqual(body.links.read);
  });

  it("not given, makes an assessment each time", async () => {
    const [first, second] = [await program.post("/assessments", file()), await program.post("/assessments", file())];
    expect(first.body.id).not.toBe(second.body.id);
  });
});

it.each([
  `</script><script>alert("x")</script>`,
  "'); DROP TABLE answers; DELETE FROM assessments; --",
  "?? :name $1 ${x} %s",
  "{{7*7}} <%= 7*7 %>",
  "ÄÖÜß ﷽ 漢字 😀 \u202Etxet",
])("a hostile text is a text: %s", async (text) => {
  const answers = { "strategy-goals": { level: 1, note: text, evidence: text } } as const;
  const { body } = await program.post("/assessments", file(answers, text), { "Idempotency-Key": encodeURIComponent(text).slice(0, 200) });
  expect(await kept(body.id)).toMatchObject({ organisation: { name: text }, answers });
  const read = await program.get(`/assessments/${body.id}`);
  const { history, ...rest } = file(answers, text);
  expect(read.body).toEqual({ ...rest, history: [...history, expect.objectContaining({ by: "api", what: "begun" })] });
  expect([read.headers.get("content-type"), read.headers.get("x-content-type-options")]).toEqual([
    "application/json; charset=utf-8",
    "nosniff",
  ]);
  expect((await program.get(`/assessments/${encodeURIComponent(text)}`)).status).toBe(404);
});
