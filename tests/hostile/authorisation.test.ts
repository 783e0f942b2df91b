import { beforeAll, describe, expect, it } from "vitest";
import { apiOperations } from "../../app/http/api/operations";
import { newApiKey, newDeviceSecret } from "../../app/http/access/keys";
import { apiScopes } from "../../db/api-keys";
import { kindOf, newProgram, type Program } from "../http/program";
import { newVisitor, type Visitor } from "../http/visitor";
import { engine } from "../support/engine";
import { addressOf, everyIntent, ofAssessments, pathsTried, rightsAt, shown } from "./addresses";
import { isThorough } from "./runs";
import { expectNothingOfInside, expectUnharmed, markedFile, sharedWorld, type MappeTenant, type ProgramTenant, type Tenant } from "./world";
import { today } from "../support/today";

/** Who gets at what, role by role; on both engines, since who is let in is asked of the database. */
const world = sharedWorld();

/** Those of a colleague who answers a part. */
const ofPeople = pathsTried.filter((path) => path.includes("/parts/:person"));
/** The screen of a workshop, and the places of those who vote. */
const ofWorkshops = pathsTried.filter((path) => /\/(workshops|participants)\/:/.test(path));
/** That all ways of asking lead to the same question has nothing to do with the database: on the second engine one is enough. */
const inEveryWay = isThorough || engine === "SQLite";
const waysTo = (path: string) => [`${path}?region=x`, ...(inEveryWay ? [`${path}.data`] : []), ...(isThorough ? [path, `${path}/`] : [])];
const otherMethods = ["PUT", "PATCH", "DELETE"] as const;
/** As forms do, and in one other way in turn, so that at each address every way is tried by several. */
const methodsFor = (turn: number) => [
  "POST",
  ...(isThorough ? otherMethods : inEveryWay ? otherMethods.slice(turn % 3, (turn % 3) + 1) : []),
];

describe("pages and files", () => {
  let mine: Tenant;
  let other: Tenant;
  /** Those who have nothing to do with `mine`, each with the cookie that they bring. */
  let strangers: [who: string, visitor: Visitor][];
  beforeAll(async () => {
    [mine, other] = [await world().settle("Marke-Eins"), await world().settle("Marke-Zwei")];
    const withCookie = (value: string) => {
      const visitor = newVisitor(world().url);
      visitor.cookies.set("ki-pegel", value);
      return visitor;
    };
    const late = newVisitor(world().url);
    await late.get(mine.links.read);
    expect((await mine.owner.post(`/assessments/${mine.id}`, { intent: "renew-read-link" })).status).toBe(303);
    mine.links = await mine.owner.links(mine.id);
    await mine.reader.get(mine.links.read);
    const editor = newVisitor(world().url);
    await editor.get(mine.links.edit);
    expect((await editor.post("/device/forget", { id: mine.id })).status).toBeLessThan(400);
    strangers = [
      ["nobody", newVisitor(world().url)],
      ["a made-up browser", withCookie(newDeviceSecret())],
      ["who knows the id", withCookie(mine.id)],
      ["who owns something else", other.owner],
      ["who reads something else", other.reader],
      ["whose link was renewed", late],
      ["who answers a part of it", mine.colleague],
    ];
  });
  const kept = (id: string) => world().stores.assessments.findWhole(id);
  const answerOf = async (visitor: Visitor, path: string, init: RequestInit = {}) => {
    const response = await visitor.send(path, init);
    const text = await response.text();
    expectNothingOfInside(text, path);
    return { status: response.status, text };
  };
  const body = () => new URLSearchParams(everyIntent);

  it("are all of them known to this test", () => {
    expect(ofAssessments.length).toBeGreaterThan(40);
    expect(
      ofAssessments.filter((route) => !route.endsWith("/save/:form") && addressOf(route, { ":id": "x", ":person": "x" }).includes(":")),
    ).toEqual([]);
  });

  it.each(ofAssessments)("nobody but its people sees or changes anything at %s", async (route) => {
    const before = await kept(mine.id);
    const path = addressOf(route, { ":id": mine.id, ":person": mine.person });
    for (const [turn, [who, visitor]] of strangers.entries()) {
      for (const asked of waysTo(path)) {
        const { status, text } = await answerOf(visitor, asked);
        expect([asked, status], who).toEqual([asked, 404]);
        expect(text, who).not.toContain(mine.marker);
      }
      for (const method of methodsFor(turn)) {
        const { status, text } = await answerOf(visitor, path, { method, body: body() });
        expect([404, 405], `${who} ${method} ${path}`).toContain(status);
        expect(text, who).not.toContain(mine.marker);
      }
    }
    expect(await kept(mine.id)).toEqual(before);
  });

  it.each(ofAssessments)("who reads or checks it sees what they may and changes nothing else at %s", async (route) => {
    const before = await kept(mine.id);
    const path = addressOf(route, { ":id": mine.id, ":person": mine.person });
    const saves = route.endsWith("/save/:form");
    for (const [turn, role] of (["reader", "checker"] as const).entries()) {
      const { status, text } = await answerOf(mine[role], path);
      const right = rightsAt(route)[role];
      expect(saves || right === "nothing" ? [404] : right === "refused" ? [403] : shown(route), `${role} ${path}`).toContain(status);
      expect(text).not.toContain(mine.links.edit);
      for (const method of right === "write" ? [] : methodsFor(turn + ofAssessments.indexOf(route))) {
        const changed = await answerOf(mine[role], path, { method, body: body() });
        expect([403, 404, 405], `${role} ${method} ${path}`).toContain(changed.status);
        expect(changed.text).not.toContain(mine.links.edit);
      }
    }
    expect(await kept(mine.id)).toEqual(before);
  });

  it.each(ofAssessments)("who may change it sees everything of it, and nothing of anybody else, at %s", async (route) => {
    const path = `${addressOf(route, { ":id": mine.id, ":person": mine.person })}?month=2027-01`;
    const { status, text } = await answerOf(mine.owner, path);
    expect(/\/(save\/:form|ring\/:mappe)$/.test(route) ? [404] : shown(route), path).toContain(status);
    expect(text).not.toContain(other.marker);
    expect(text).not.toContain(other.id);
  });

  it.each(ofPeople)("nobody but who answers it sees or changes a colleague's part at %s", async (route) => {
    const path = addressOf(route, { ":person": mine.person });
    const answered = await answerOf(mine.colleague, path);
    expect(route.includes("/save/") ? [404, 405] : [200], path).toContain(answered.status);
    for (const visitor of [newVisitor(world().url), mine.owner, mine.reader, other.owner, other.colleague])
      for (const init of [{}, { method: "POST", body: body() }]) {
        const { status, text } = await answerOf(visitor, path, init);
        expect([404, 405], path).toContain(status);
        expect(text).not.toContain(mine.marker);
      }
  });

  it("a key of one opens nothing of another", async () => {
    const both = newVisitor(world().url);
    await both.get(other.links.edit);
    await both.get(mine.links.read);
    const before = await kept(mine.id);
    for (const route of ofAssessments) {
      const { status } = await answerOf(both, addressOf(route, { ":id": mine.id, ":person": mine.person }), {
        method: "POST",
        body: body(),
      });
      expect([403, 404, 405], route).toContain(status);
    }
    expect(await kept(mine.id)).toEqual(before);
  });

  it("have left no word of anybody in the log", () => expectUnharmed(world(), mine.marker, mine.id, other.marker));
});

describe("a workshop", () => {
  let mine: Tenant;
  let room: string;
  let people: Record<"moderator" | "participant" | "other", { visitor: Visitor; place: string }>;
  beforeAll(async () => {
    mine = await world().settle("Marke-Fünf");
    const page = `/assessments/${mine.id}/team/workshop`;
    expect((await mine.owner.post(page, { intent: "open", which: "all", most: "5", until: today() })).status).toBe(303);
    room = /\/workshops\/([\w-]{22})/.exec(await mine.owner.text(page))?.[1] ?? "";
    const code = /<strong>(\w{4}-\w{4})<\/strong>/.exec(await mine.owner.text(`/workshops/${room}`))?.[1] ?? "";
    const link = /\/answer\/[\w-]{43}/.exec(await (await mine.owner.post(page, { intent: "moderator" })).text())?.[0] ?? "";
    const moderator = newVisitor(world().url);
    await moderator.get(link);
    const join = async () => {
      const visitor = newVisitor(world().url);
      await visitor.get(`/w/${code}`);
      const joined = await visitor.post(`/w/${code}`, { name: "" });
      return { visitor, place: (joined.headers.get("location") ?? "").replace("/participants/", "") };
    };
    people = { moderator: { visitor: moderator, place: "" }, participant: await join(), other: await join() };
  });
  const kept = async () => [
    await world().stores.assessments.findWhole(mine.id),
    await world().stores.workshops.find(room, "2026-01-01"),
    await world().stores.people.find(mine.id),
  ];

  it.each(ofWorkshops)("lets nobody but its people at %s", async (route) => {
    const path = addressOf(route, { ":workshop": room, ":participant": people.participant.place });
    const visitors: ["owner" | "moderator" | "participant" | "reader" | "colleague" | "stranger", Visitor][] = [
      ["owner", mine.owner],
      ["moderator", people.moderator.visitor],
      // In their own place, and in that of somebody else.
      [path.includes("/participants/") ? "participant" : "stranger", people.participant.visitor],
      ["stranger", people.other.visitor],
      ["reader", mine.reader],
      ["colleague", mine.colleague],
      ["stranger", newVisitor(world().url)],
    ];
    const before = await kept();
    for (const [role, visitor] of visitors) {
      const right = rightsAt(route)[role];
      const left = new AbortController();
      const shown = await visitor.send(path, { signal: left.signal });
      expect([role, shown.status], path).toEqual([role, right === "nothing" ? 404 : 200]);
      // A stream would go on.
      left.abort();
      if (right === "write") continue;
      for (const intent of ["show", "next", "end", "record", "vote", "erase"]) {
        const sent = await visitor.post(path, {
          ...everyIntent,
          intent,
          seen: "0.0",
          item: "strategy-goals",
          choice: "4",
          reason: "x",
          sure: "yes",
        });
        expect([403, 404, 405], `${role} ${path}`).toContain(sent.status);
      }
    }
    expect(await kept()).toEqual(before);
  });

  it.each(ofAssessments)("who moderates it or votes in it gets nothing of the assessment at %s", async (route) => {
    const path = addressOf(route, { ":id": mine.id, ":person": people.participant.place });
    const before = await kept();
    for (const { visitor } of [people.moderator, people.participant])
      for (const init of [{}, { method: "POST", body: new URLSearchParams(everyIntent) }]) {
        const response = await visitor.send(path, init);
        expect([404, 405], path).toContain(response.status);
        expect(await response.text()).not.toContain(mine.marker);
      }
    expect(await kept()).toEqual(before);
  });
});

describe("the API", () => {
  let mine: ProgramTenant;
  let other: ProgramTenant;
  let person: Tenant;
  /** One that people have made. */
  let mappe: MappeTenant;
  beforeAll(async () => {
    [mine, other] = [await world().settleProgram("Programm-Eins"), await world().settleProgram("Programm-Zwei")];
    person = await world().settle("Marke-Drei");
    mappe = await world().settleMappe("Mappe-Drei");
  });
  const operations = apiOperations.map((operation) => ({ ...operation, name: `${operation.method.toUpperCase()} ${operation.path}` }));
  const keyed = operations.filter(({ scope }) => scope !== null);
  const good: Record<string, string> = { track: "sme", version: "2.0.0", region: "bochum-ruhr", initiative: "sme-ai-list" };
  const pathOf = (path: string, id: string) =>
    path.replace(/\{(\w+)\}/g, (_part, name: string) => (name === "id" ? id : (good[name] ?? "x")));
  const bodyOf = ({ id }: { id: string }, marker: string) =>
    id === "changeAnswers" ? { "strategy-goals": { level: 0 } } : (JSON.parse(markedFile(marker)) as unknown);
  const isOfMappe = ({ path }: { path: string }) => path.startsWith("/mappen/{id}");
  const call = (program: Program, operation: (typeof operations)[number], id: string) =>
    program.call(operation.method.toUpperCase(), pathOf(operation.path, id), operation.body ? { body: bodyOf(operation, "Fremd") } : {});
  const kept = async () => [
    ...(await Promise.all([mine.id, person.id].map((id) => world().stores.assessments.findWhole(id)))),
    ...(await Promise.all([mine.mappe, mappe.id].map((id) => world().stores.mappen.find(id)))),
    ...(await Promise.all([mine.mappe, mappe.id].map((id) => world().stores.mappen.count(id)))),
  ];

  it.each(keyed)("$name is for holders of a key with its scope", async (operation) => {
    const before = await kept();
    const [revoked, over] = [await world().grantKey(), await world().grantKey(apiScopes, "2020-12-31")];
    await world().stores.apiKeys.revoke(revoked.id, new Date());
    const without = await world().grantKey(apiScopes.filter((scope) => scope !== operation.scope));
    for (const [key, status, kind] of [
      [null, 401, "key-missing"],
      [newApiKey(), 401, "key-invalid"],
      [revoked.key, 401, "key-invalid"],
      [over.key, 401, "key-invalid"],
      [without.key, 403, "scope-missing"],
    ] as const) {
      const response = await call(newProgram(world().url, key), operation, isOfMappe(operation) ? mine.mappe : mine.id);
      expect([response.status, kindOf(response)]).toEqual([status, kind]);
      expect(JSON.stringify(response.body)).not.toContain(mine.marker);
    }
    expect(await kept()).toEqual(before);
  });

  it.each(keyed.filter(({ path }) => path.includes("{id}")))("$name knows nothing of what is another's", async (operation) => {
    const before = await kept();
    for (const id of isOfMappe(operation) ? [mine.mappe, mappe.id] : [mine.id, person.id]) {
      const response = await call(other.program, operation, id);
      expect([response.status, kindOf(response)]).toEqual([404, "not-found"]);
      expect(JSON.stringify(response.body)).not.toContain(mine.marker);
    }
    expect(await kept()).toEqual(before);
  });

  it.each(operations)("$name tells nobody of another's, whatever it answers", async (operation) => {
    // A program deletes its own only, which the others still need.
    const id = operation.method === "delete" ? "A".repeat(22) : isOfMappe(operation) ? other.mappe : other.id;
    const { body } = await call(other.program, operation, id);
    for (const secret of [mine.marker, mine.id, mine.mappe, mine.key, person.marker, person.id, mappe.marker, mappe.id])
      expect(JSON.stringify(body)).not.toContain(secret);
  });

  it("opens nothing to a browser's cookie, and no page to a program's key", async () => {
    const Cookie = `ki-pegel=${person.owner.cookies.get("ki-pegel")}`;
    for (const operation of keyed) {
      const response = await newProgram(world().url).call(operation.method.toUpperCase(), pathOf(operation.path, person.id), {
        headers: { Cookie },
        ...(operation.body && { body: bodyOf(operation, "Fremd") }),
      });
      expect(response.status, operation.name).toBe(401);
    }
    const page = await fetch(`${world().url}/assessments/${mine.id}`, { headers: { Authorization: `Bearer ${mine.key}` } });
    expect(page.status).toBe(404);
  });

  it("has left no word of anybody in the log", () => expectUnharmed(world(), mine.marker, mine.id, mine.key));
});
