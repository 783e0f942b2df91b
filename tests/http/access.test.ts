import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dimensionIds } from "../../app/core/vocabulary";
import { versionTag } from "../../app/core/assessment/answer";
import { deviceOf, newDeviceSecret } from "../../app/http/access/keys";
import { grantKey, newProgram } from "./program";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();

/** Pages and files of an assessment that a reader may see. */
const readable = ["report", "report?region=ruhr", "report/history", "report.json", "ki-pegel.json"];
/** Those that only whoever may change it sees. */
const editable = [
  "",
  "profile",
  "delete",
  "check",
  "rounds",
  "rounds/confirm/strategy",
  "targets",
  "weights",
  "reminder.ics",
  ...dimensionIds,
];
const paths = (id: string, pages: string[]) =>
  ["", "/en"].flatMap((prefix) => pages.map((page) => `${page.endsWith(".json") ? "" : prefix}/assessments/${id}${page && "/"}${page}`));
const isNothing = (id: string) => id.replace(/./g, "A");

let owner: Visitor;
let id: string;
beforeAll(() => {
  owner = newVisitor(app.url);
});
beforeEach(async () => {
  id = await owner.begin({ name: "Musterbau GmbH" });
  await owner.saveAnswer(id, "strategy-goals", { choice: "3", note: "geheime Notiz" });
});
const kept = (of = id) => app.services.stores.assessments.find(of);

/** Everything that changes an assessment, tried in turn. @returns the statuses. */
async function tryToChange(visitor: Visitor, of: string): Promise<number[]> {
  const profile = { sizeClass: "employees-1-9", name: "Geändert" };
  const responses = [
    await visitor.saveAnswer(of, "strategy-backing", { choice: "1" }),
    await visitor.post(`/assessments/${of}/strategy`, { "strategy-backing.choice": "1" }),
    await visitor.post(`/en/assessments/${of}/strategy`, { "strategy-backing.choice": "1" }),
    await visitor.post(`/assessments/${of}/profile`, profile),
    await visitor.post(`/assessments/${of}`, { intent: "go-full" }),
    await visitor.post(`/assessments/${of}`, { intent: "renew-read-link" }),
    await visitor.post(`/assessments/${of}/rounds`, { intent: "close", number: "1", date: "2026-01-01" }),
    await visitor.post(`/assessments/${of}/rounds`, { intent: "begin", number: "1" }),
    await visitor.post(`/assessments/${of}/rounds/confirm/strategy`, { unchanged: "strategy-goals" }),
    await visitor.post(`/assessments/${of}/targets`, { "strategy.value": "60", "strategy.by": "2027-12-31" }),
    await visitor.post(`/assessments/${of}/weights`, { strategy: "3" }),
    await visitor.post(`/assessments/${of}/delete`, {}),
    await visitor.send(`/assessments/${of}/delete`, { method: "DELETE", body: new URLSearchParams({ a: "b" }) }),
  ];
  for (const response of responses) await response.arrayBuffer();
  return responses.map(({ status }) => status);
}

describe("an id without a key", () => {
  const madeUp = newDeviceSecret();
  const strangers: [string, (id: string) => string | undefined][] = [
    ["no cookie", () => undefined],
    ["a made-up secret", () => `ki-pegel=${madeUp}`],
    ["a secret that is none", () => "ki-pegel=' OR 1=1 --"],
    ["the id for a secret", (of) => `ki-pegel=${of}`],
    ["an empty secret", () => "ki-pegel="],
    ["the secret of another browser", () => `ki-pegel=${other.cookies.get("ki-pegel") ?? ""}`],
  ];
  let other: Visitor;
  beforeEach(async () => {
    other = newVisitor(app.url);
    await other.begin();
  });

  it.each(strangers)("opens nothing with %s, and looks as if there were none", async (_who, cookieOf) => {
    const look = async (of: string, path: string, init: RequestInit = {}) => {
      const cookie = cookieOf(of);
      const response = await fetch(app.url + path, {
        ...init,
        redirect: "manual",
        headers: { Origin: app.url, "Accept-Encoding": "identity", ...(cookie && { Cookie: cookie }) },
      });
      const body = (await response.text()).replaceAll(of, "ID");
      const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== "date" && name !== "content-security-policy"));
      return { status: response.status, headers, body };
    };
    const unknown = isNothing(id);
    const pages = paths(id, [...readable, ...editable, "save/answers"]);
    for (const [index, path] of paths(unknown, [...readable, ...editable, "save/answers"]).entries()) {
      const there = await look(id, pages[index] ?? "");
      expect(there.status, pages[index]).toBe(404);
      expect(there).toEqual(await look(unknown, path));

      const init = { method: "POST", body: new URLSearchParams({ intent: "go-full", clear: "x" }) };
      const changed = await look(id, pages[index] ?? "", init);
      expect([404, 405], pages[index]).toContain(changed.status);
      expect(changed).toEqual(await look(unknown, path, init));
    }
    expect(await kept()).toMatchObject({ answers: { "strategy-goals": { level: 3 } } });
  });

  it("changes nothing", async () => {
    const before = await kept();
    const statuses = await tryToChange(newVisitor(app.url), id);
    expect(statuses).toEqual(statuses.map(() => 404));
    expect(await kept()).toEqual(before);
  });
});

describe("a reader's key", () => {
  let reader: Visitor;
  beforeEach(async () => {
    reader = newVisitor(app.url);
    const { read } = await owner.links(id);
    const opened = await reader.get(read);
    expect([opened.status, opened.headers.get("location")]).toEqual([302, `/assessments/${id}/report`]);
  });

  it("opens what may be read", async () => {
    for (const path of paths(id, readable)) {
      const response = await reader.get(path);
      expect(response.status, path).toBe(200);
      // The history of a first round names nobody.
      if (!path.endsWith("/report.json") && !path.endsWith("/history"))
        expect(await response.text(), path).toContain(path.endsWith(".json") ? "geheime Notiz" : "Musterbau GmbH");
    }
  });

  it("is refused what only editors see, and finds no key on the way", async () => {
    const [, key = ""] = (await owner.links(id)).edit.split("/open/");
    for (const path of paths(id, editable)) expect((await reader.get(path)).status, path).toBe(403);
    for (const path of paths(id, [...readable, ...editable])) expect(await reader.text(path)).not.toContain(key);
  });

  it("changes nothing", async () => {
    const before = await kept();
    const statuses = await tryToChange(reader, id);
    expect(statuses).toEqual(statuses.map(() => 403));
    expect(await kept()).toEqual(before);
  });

  it("dies when its link is renewed, and the owner keeps theirs", async () => {
    const old = await owner.links(id);
    expect((await owner.post(`/assessments/${id}`, { intent: "renew-read-link" })).status).toBe(303);
    expect((await reader.get(`/assessments/${id}/report`)).status).toBe(404);
    expect((await newVisitor(app.url).get(old.read)).status).toBe(404);

    const renewed = await owner.links(id);
    expect(renewed.edit).toBe(old.edit);
    expect(renewed.read).not.toBe(old.read);
    expect((await reader.get(renewed.read)).status).toBe(302);
    expect((await reader.get(`/assessments/${id}/report`)).status).toBe(200);
  });
});

describe("a link with a key", () => {
  it("leads to an address without it, in its language", async () => {
    const { edit, read } = await owner.links(id);
    const targets = {
      [edit]: `/assessments/${id}`,
      [`/en${edit}`]: `/en/assessments/${id}`,
      [`/en${read}`]: `/en/assessments/${id}/report`,
    };
    for (const [link, target] of Object.entries(targets)) {
      const response = await newVisitor(app.url).get(link);
      expect([response.status, response.headers.get("location")]).toEqual([302, target]);
      expect(response.headers.get("referrer-policy")).toBe("same-origin");
    }
  });

  it("gives whoever opens it the same rights on another device", async () => {
    const elsewhere = newVisitor(app.url);
    await elsewhere.get((await owner.links(id)).edit);
    expect((await elsewhere.saveAnswer(id, "strategy-backing", { choice: "1" })).status).toBe(200);
  });

  it("for readers takes nothing from the owner", async () => {
    const { read } = await owner.links(id);
    const response = await owner.get(read);
    expect(response.headers.get("location")).toBe(`/assessments/${id}`);
    expect((await owner.get(`/assessments/${id}`)).status).toBe(200);
  });

  it.each(["x", "A".repeat(43), "A".repeat(100), "..%2f..", "%00", "' OR 1=1 --"])("that holds %s opens nothing", async (key) => {
    const visitor = newVisitor(app.url);
    expect((await visitor.get(`/open/${encodeURIComponent(key)}`)).status).toBe(404);
    expect(visitor.cookies.size).toBe(0);
  });
});

describe("delete", () => {
  it("asks first", async () => {
    expect((await owner.get(`/assessments/${id}/delete`)).status).toBe(200);
    expect(await kept()).not.toBeNull();
  });

  it("removes everything, the keys of every browser, and nothing else", async () => {
    const other = await owner.begin();
    const { edit, read } = await owner.links(id);
    const response = await owner.post(`/en/assessments/${id}/delete`, {});
    expect([response.status, response.headers.get("location")]).toEqual([303, "/en/deleted"]);
    const ids = (await app.services.stores.deviceKeys.list(deviceOf(owner.cookies.get("ki-pegel") ?? "").hash)).map((one) => one.id);
    expect([ids.includes(id), ids.includes(other)]).toEqual([false, true]);
    expect(await kept()).toBeNull();
    for (const link of [edit, read]) expect((await newVisitor(app.url).get(link)).status).toBe(404);
    for (const path of paths(id, [...readable, ...editable])) expect((await owner.get(path)).status, path).toBe(404);
    expect((await owner.get("/deleted")).status).toBe(200);
    expect((await owner.get(`/assessments/${other}`)).status).toBe(200);
  });

  it("beside answers that are just being saved leaves neither a rest nor an error", async () => {
    const items = app.services.content.questionnaires.sme.dimensions.flatMap((dimension) => dimension.items);
    for (let round = 0; round < 10; round += 1) {
      const doomed = await owner.begin();
      const cookie = `ki-pegel=${owner.cookies.get("ki-pegel") ?? ""}`;
      const post = (page: string, body: BodyInit, type: string) =>
        fetch(`${app.url}/assessments/${doomed}/${page}`, {
          method: "POST",
          redirect: "manual",
          body,
          headers: { Origin: app.url, Cookie: cookie, "Content-Type": type },
        });
      const form = "application/x-www-form-urlencoded";
      const saves = items.map(({ id: item }) => post("save/answers", `${item}.choice=1&${item}.seen=${versionTag(null)}`, form));
      const statuses = (
        await Promise.all([
          ...saves.slice(0, 6),
          post("delete", "", form),
          post("strategy", "strategy-goals.choice=2", form),
          ...saves.slice(6),
        ])
      ).map(({ status }) => status);
      expect(statuses.filter((status) => ![200, 303, 404, 409].includes(status))).toEqual([]);
      expect(statuses).toContain(303);
      expect(await kept(doomed)).toBeNull();
    }
  });
});

describe("a new link for editing", () => {
  it("takes the place of both old ones, on every device but the one that made it", async () => {
    const [colleague, reader] = [newVisitor(app.url), newVisitor(app.url)];
    const old = await owner.links(id);
    await colleague.get(old.edit);
    await reader.get(old.read);
    expect((await owner.post(`/assessments/${id}`, { intent: "renew-edit-link" })).status).toBe(303);

    const renewed = await owner.links(id);
    expect([renewed.edit === old.edit, renewed.read === old.read]).toEqual([false, false]);
    for (const visitor of [colleague, reader]) expect((await visitor.get(`/assessments/${id}/report`)).status).toBe(404);
    for (const link of [old.edit, old.read]) expect((await newVisitor(app.url).get(link)).status).toBe(404);
    expect((await owner.saveAnswer(id, "strategy-backing", { choice: "1" })).status).toBe(200);
    await colleague.get(renewed.edit);
    expect((await colleague.get(`/assessments/${id}`)).status).toBe(200);
  });

  it("is made by nobody who may only read", async () => {
    const reader = newVisitor(app.url);
    const { edit, read } = await owner.links(id);
    await reader.get(read);
    expect((await reader.post(`/assessments/${id}`, { intent: "renew-edit-link" })).status).toBe(403);
    expect((await newVisitor(app.url).get(edit)).status).toBe(302);
  });
});

it("links that a program has made open nothing once its key is revoked", async () => {
  const { key, id: keyId } = await grantKey(app);
  const made = await newProgram(app.url, key).post("/assessments", JSON.parse(await owner.text(`/assessments/${id}/ki-pegel.json`)));
  const links = JSON.stringify(made.body.links).match(/\/open\/[\w-]{43}/g) ?? [];
  expect(links.length).toBeGreaterThan(1);
  const visitor = newVisitor(app.url);
  for (const link of links) expect((await visitor.get(link)).status).toBe(302);
  await app.services.stores.apiKeys.revoke(keyId, new Date());
  for (const link of links) expect((await newVisitor(app.url).get(link)).status).toBe(404);
  expect((await visitor.get(`/assessments/${made.body.id}/report`)).status).toBe(404);
});
