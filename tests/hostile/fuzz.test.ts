import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { apiOperations } from "../../app/http/api/operations";
import { documentKinds } from "../../app/documents/document-options";
import { kindOf } from "../http/program";
import { newVisitor, type Visitor } from "../http/visitor";
import { addressOf, goodParts, routePaths } from "./addresses";
import { payloads } from "./payloads";
import { hostileRuns } from "./runs";
import { expectNothingOfInside, expectUnharmed, markedFile, sharedWorld, type ProgramTenant, type Tenant } from "./world";

const world = sharedWorld();

/** Somebody of whom nothing may turn up anywhere, and whom nobody here can open. */
let quiet: Tenant;
let quietProgram: ProgramTenant;
/** Whose people take part in the storm; begun anew where they delete what they have. */
let loud: Tenant;
let program: ProgramTenant;
beforeAll(async () => {
  [quiet, loud] = [await world().settle("Stille-Marke"), await world().settle("Laute-Marke")];
  [quietProgram, program] = [await world().settleProgram("Stilles-Programm"), await world().settleProgram("Lautes-Programm")];
});
const secrets = () => [quiet.marker, quiet.id, quiet.links.edit, quiet.links.read, quietProgram.marker, quietProgram.id];

/** Text as it comes: mostly what somebody has thought of, else anything. */
const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...Object.values(payloads)) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("", "0", "-1", "1e309", "NaN", "null", "true", "2026-13-45", "9".repeat(400), "x".repeat(20_000)),
  },
);
/** Names that forms and addresses know, and what else may stand in their place. */
const names = [
  ...["intent", "name", "track", "depth", "sizeClass", "land", "sector", "ownership", "aiUse", "stay", "clear", "take", "number", "date"],
  ...["people", "unchanged", "strategy.value", "strategy.by", "strategy-goals.choice", "strategy-goals.note", "strategy-goals.reason"],
  ...["strategy-goals.seen", "strategy-goals.tried", "strategy-goals.evidence", "author", "language", "logo", "logo-remove", "summary"],
  ...["comment-strategy", "budgetEuro", "personDaysPerQuarter", "quarters", "forceDuties", "sme-ai-list.status", "sme-ai-list.owner"],
  ...["sme-ai-list.due", "sme-ai-list.note", "message", "contact", "file", "id", "region", "round", "month", "table", "include", "paper"],
  ...["weight-strategy", "saved", "opened", "thanks", "kind-of", "q", "__proto__", "constructor", "toString", "", "a[b]", "a.b.c", "_data"],
];
const anyName = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: anyText });
const goodValues = [
  "go-full",
  "keep-on",
  "convert",
  "close",
  "begin",
  "remove",
  "sme",
  "municipality",
  "full",
  "quick",
  "employees-1-9",
  "NW",
];
const anyValue = fc.oneof(
  { weight: 3, arbitrary: anyText },
  { weight: 2, arbitrary: fc.constantFrom(...goodValues, "1", "3", "na", "60", "on") },
);
/** An address has to fit into what Node takes for one. */
const toQuery = (fields: [string, string][]) => encoded(fields.map(([name, value]) => [name.slice(0, 300), value.slice(0, 300)]));
const anyFields = fc.array(fc.tuple(anyName, anyValue), { maxLength: 8 });

const multipart = (fields: [string, string][]) =>
  fields.map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"; filename="${name}"\r\n\r\n${value}\r\n`).join("") +
  "--x--\r\n";
/** Without halves of characters, which no address can carry. */
const wellFormed = (text: string) => Buffer.from(text).toString();
const encoded = (fields: [string, string][]) =>
  new URLSearchParams(fields.map(([name, value]) => [wellFormed(name), wellFormed(value)])).toString();
const anyBody = anyFields.chain((fields) =>
  fc.constantFrom<[type: string, body: string]>(
    ["application/x-www-form-urlencoded", encoded(fields)],
    ["application/x-www-form-urlencoded", encoded(fields)],
    ["application/x-www-form-urlencoded", `${encoded(fields)}&%&=&%FF%00&&;`],
    ["multipart/form-data; boundary=x", multipart(fields)],
    ["multipart/form-data; boundary=y", multipart(fields)],
    ["application/json", JSON.stringify(Object.fromEntries(fields))],
    ["", fields.join("&")],
  ),
);
const anyHeaders = fc.subarray<[string, string]>(
  [
    ["Accept-Language", "xx;q=9,en;q=0.001,*;q=0"],
    ["Accept-Encoding", "br;q=0, gzip;q=0, identity;q=0, *"],
    ["Range", "bytes=0-1,5-,-9999999999"],
    ["If-None-Match", "*"],
    ["If-Modified-Since", "yesterday"],
    ["X-Forwarded-For", "' OR 1=1 --, ::1"],
    ["X-Forwarded-Host", "evil.example"],
    ["X-HTTP-Method-Override", "DELETE"],
    ["Accept", "application/json;q=x, */*;q=-1"],
    ["Referer", "http://%/\\//evil.example"],
    ["Authorization", "Bearer x"],
    ["Content-Encoding", "br"],
    ["Forwarded", 'for="_x";host=evil'],
  ],
  { maxLength: 2 },
);

/** Like `encodeURIComponent`, which refuses halves of characters; some of it twice, or not at all. */
const anySegment = fc.tuple(anyText, fc.constantFrom("once", "twice", "broken")).map(([text, how]) => {
  const once = encodeURIComponent(wellFormed(text).slice(0, 200));
  return how === "once" ? once : how === "twice" ? encodeURIComponent(once) : `${once}%`;
});
const good = Object.entries(goodParts).map(
  ([part, values]) => [part, fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: anySegment })] as const,
);
const anyAddress = fc
  .tuple(
    fc.constantFrom(...routePaths.filter((path) => !path.endsWith("/document"))),
    fc.record(Object.fromEntries(good)),
    fc.oneof({ weight: 5, arbitrary: fc.constant(":id") }, { weight: 1, arbitrary: anySegment }),
    fc.option(anyFields, { freq: 3 }),
    fc.constantFrom("", "", "", "/", "//", ".data", ";x=y"),
  )
  .map(
    ([route, parts, id, query, end]) =>
      addressOf(route, { ...parts, ":id": id, ":key": id, ":person": id }) + end + (query ? `?${toQuery(query)}` : ""),
  );
/** Documents cost a second each: few of those that can be asked for are what they seem. */
const anyDocument = fc
  .tuple(fc.constantFrom("csv", "csv", "csv-plain", "png ", "exe", ...documentKinds.map((kind) => `${kind}\0`)), anyFields)
  .map(([kind, fields]) => `/assessments/:id/document?${toQuery([["kind", kind], ["table", "answers"], ...fields])}`);

const who = ["stranger", "reader", "owner"] as const;
const anyRequest = fc.record({
  who: fc.constantFrom(...who),
  method: fc.constantFrom("GET", "GET", "GET", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS"),
  address: fc.oneof({ weight: 20, arbitrary: anyAddress }, { weight: 1, arbitrary: anyDocument }),
  body: anyBody,
  headers: anyHeaders,
});

it(
  `whatever anybody sends to any page, the server has an answer (seed ${fc.readConfigureGlobal().seed})`,
  { timeout: 3_600_000 },
  async () => {
    const stranger = newVisitor(world().url);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ who: asking, method, address, body: [type, body], headers }) => {
        const visitor: Visitor = asking === "stranger" ? stranger : loud[asking];
        const path = address.replaceAll(":id", loud.id).replaceAll(":key", loud.links.read.split("/").at(-1) ?? "");
        const hasBody = !["GET", "HEAD", "OPTIONS"].includes(method);
        const response = await visitor.send(path, {
          method,
          headers: { ...Object.fromEntries(headers), ...(hasBody && type && { "Content-Type": type }) },
          ...(hasBody && { body: new Blob([body]) }),
        });
        const text = await response.text();
        count += 1;
        expect(response.status, text).toBeLessThan(500);
        expectNothingOfInside(text, path);
        for (const secret of secrets()) expect(text).not.toContain(secret);
        expect(response.headers.get("set-cookie") ?? "").not.toContain("evil");
        if (asking !== "owner") expect(text).not.toContain(loud.links.edit);
        if (method !== "GET") expect(response.headers.get("cache-control") ?? "no-store").toBe("no-store");
        // What is gone, or has got new links, is begun anew.
        if (asking !== "owner" || !hasBody) return;
        const people = await Promise.all([loud.owner, loud.reader].map((one) => one.get(`/assessments/${loud.id}/certainty`)));
        if (people.some((one) => one.status >= 400)) loud = await world().settle(loud.marker);
      }),
      { numRuns: hostileRuns(500) },
    );
    expect(count).toBeGreaterThan(0);
    await expectUnharmed(world(), quiet.marker, quiet.id, loud.marker, loud.id);
  },
);

/** JSON in which something has been changed, left out or added, anywhere. */
const anyJson = (good: () => unknown) =>
  fc
    .tuple(
      fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      fc.oneof(fc.jsonValue({ maxDepth: 3 }), anyText),
      fc.constantFrom("change", "remove", "add"),
    )
    .map(([places, value, how]) => {
      const whole = good();
      let at = whole;
      for (const [depth, place] of places.entries()) {
        if (typeof at !== "object" || at === null) break;
        const keys = Object.keys(at);
        const key = keys[place % Math.max(1, keys.length)] ?? "x";
        const record = at as Record<string, unknown>;
        if (depth < places.length - 1 && typeof record[key] === "object") at = record[key];
        else if (how === "remove") delete record[key];
        else if (how === "add") record[JSON.stringify(value).slice(0, 50)] = structuredClone(value);
        else record[key] = structuredClone(value);
      }
      return JSON.stringify(whole);
    });
const goodBody: Record<string, () => unknown> = {
  changeAnswers: () => ({ "strategy-goals": { level: 1, note: "x" }, "strategy-backing": null }),
};
const anyRaw = fc.oneof(
  anyText,
  fc.constantFrom(
    "{",
    "[".repeat(50_000),
    '{"a":'.repeat(5_000),
    "null",
    '"\\ud800"',
    '{"__proto__":{"x":1},"constructor":1}',
    "1e999",
    "\uFEFF{}",
  ),
);

const documented = z.object({ paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))) });
const goodQuery: Record<string, string> = { limit: "10", format: "csv", language: "en", track: "sme", table: "scores" };

it(
  `whatever a program sends to any operation, it gets what the description says (seed ${fc.readConfigureGlobal().seed})`,
  { timeout: 3_600_000 },
  async () => {
    const { paths } = documented.parse(await (await fetch(`${world().url}/api/v1/openapi.json`)).json());
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => ({ path, method: method.toUpperCase(), id: operationId })),
    );
    expect(operations.length).toBe(apiOperations.length);
    const anyCall = fc.constantFrom(...operations).chain((operation) =>
      fc.record({
        operation: fc.constant(operation),
        parts: fc.array(
          fc.oneof(
            { weight: 3, arbitrary: fc.constant(":good") },
            { weight: 1, arbitrary: anySegment.filter((one) => !["", ".", ".."].includes(one)) },
          ),
          { minLength: 3, maxLength: 3 },
        ),
        query: fc.option(fc.array(fc.tuple(fc.constantFrom(...Object.keys(goodQuery), "after", "x"), anyText), { maxLength: 2 }), {
          freq: 2,
        }),
        headers: fc.subarray<[string, string]>(
          [
            ["If-Match", '"x", W/"'],
            ["Idempotency-Key", "one word"],
            ["Idempotency-Key", "k"],
            ["Accept", "text/csv;q=2"],
            ["Accept-Language", "en-,;q"],
            ["Content-Type", "application/json; charset=latin1"],
          ],
          { maxLength: 2 },
        ),
        body: fc.oneof(
          { weight: 3, arbitrary: anyJson(goodBody[operation.id] ?? (() => JSON.parse(markedFile("Laute-Marke")) as unknown)) },
          { weight: 1, arbitrary: anyRaw },
        ),
      }),
    );
    const good: Record<string, string> = { track: "sme", version: "2.0.0", region: "bochum-ruhr", initiative: "sme-ai-list" };
    await fc.assert(
      fc.asyncProperty(anyCall, async ({ operation: { id, path, method }, parts, query, headers, body }) => {
        let place = 0;
        const filled = path.replace(/\{(\w+)\}/g, (_part, name: string) => {
          const part = parts[place++] ?? ":good";
          return part === ":good"
            ? name === "id"
              ? path.startsWith("/mappen")
                ? program.mappe
                : program.id
              : (good[name] ?? "x")
            : part;
        });
        const asked = query ? `?${toQuery(query)}` : "";
        const sent = method === "GET" || method === "DELETE" ? {} : { raw: new Blob([body]) };
        const type: Record<string, string> = sent.raw ? { "Content-Type": "application/json" } : {};
        // Whatever comes back is held against the description.
        const response = await program.program.call(method, filled + asked, {
          ...sent,
          headers: { ...type, ...Object.fromEntries(headers) },
        });
        const text = typeof response.body === "string" ? response.body : JSON.stringify(response.body);
        expect(response.status, `${kindOf(response)} ${text}`).toBeLessThan(500);
        expectNothingOfInside(text, filled);
        for (const secret of secrets()) expect(text).not.toContain(secret);
        if (["deleteAssessment", "deleteMappe"].includes(id) && response.status === 204)
          program = await world().settleProgram(program.marker);
      }),
      { numRuns: hostileRuns(350) },
    );
    await expectUnharmed(world(), quietProgram.marker, quietProgram.id, program.marker, program.key);
  },
);

it("what nobody was let in to is as it was", async () => {
  const [whole, ofProgram] = [
    await world().stores.assessments.findWhole(quiet.id),
    await world().stores.assessments.findWhole(quietProgram.id),
  ];
  for (const [kept, marker] of [
    [whole, quiet.marker],
    [ofProgram, quietProgram.marker],
  ] as const) {
    const file = JSON.parse(markedFile(marker)) as { answers: object };
    expect(kept?.organisation.name).toBe(`${marker} Name`);
    expect(Object.keys(kept?.answers ?? {}).sort()).toEqual(Object.keys(file.answers).sort());
    for (const answer of Object.values(kept?.answers ?? {})) expect(answer).toMatchObject({ note: `${marker} Notiz` });
  }
});
