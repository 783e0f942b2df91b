import { localeOf } from "../../app/i18n/index";
import { beforeAll, describe, expect, it } from "vitest";
import { dimensionIds } from "../../app/core/vocabulary";
import { documentKinds, isWritten } from "../../app/documents/document-options";
import { fileTypes } from "../../app/documents/make-document";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { readDemo } from "../../seeds/demo";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
let visitor: Visitor;
let id: string;
beforeAll(async () => {
  visitor = newVisitor(app.url);
  const example = readDemo(process.cwd(), app.services.content.models).find(({ name }) => name === "kleinhausen")!;
  const answer = await visitor.load(JSON.stringify(toSaveFile(example.assessment)));
  id = answer.headers.get("location")!.split("/").at(-1)!;
});
const get = (search: string) => visitor.get(`/assessments/${id}/document${search}`);
const bytesOf = async (search: string) => Buffer.from(await (await get(search)).arrayBuffer());

describe("a document", () => {
  it.each(documentKinds)("comes as %s, to keep under a name that says what it is", async (kind) => {
    const response = await get(`?kind=${kind}`);
    const { type, ending } = fileTypes[kind];
    expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([200, type, "no-store"]);
    const paper = kind === "png" ? "kurzfassung" : isWritten(kind) ? "bericht" : "tabellen";
    expect(response.headers.get("content-disposition")).toMatch(
      new RegExp(`^attachment; filename="(ki-pegel-${paper}-kleinhausen-\\d{4}-\\d\\d-\\d\\d\\.${ending})"; filename\\*=UTF-8''\\1$`),
    );
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(500);
  });

  it("is the same for the same question, and another one for other options", async () => {
    const whole = await bytesOf("?kind=csv-plain&table=initiatives");
    expect(await bytesOf("?kind=csv-plain&table=initiatives")).toEqual(whole);
    expect(await bytesOf("?kind=csv-plain&table=initiatives&language=en")).not.toEqual(whole);
    expect(await bytesOf("?kind=csv-plain&table=answers")).not.toEqual(whole);
    expect(await bytesOf("?kind=csv-plain&table=scores&weight-strategy=3")).not.toEqual(await bytesOf("?kind=csv-plain&table=scores"));
    const answers = (search: string) => bytesOf(`?kind=csv-plain&table=answers${search}`);
    expect(await answers("&include=")).not.toEqual(await answers(""));
    expect(await answers("&include=&include=notes&include=evidence&include=roadmap&include=appendix&include=details")).toEqual(
      await answers(""),
    );
  });

  it("says how long it took last time", () => {
    expect(app.services.documents.typicalCost({ kind: "csv-plain", paper: null }).bytes).toBeLessThan(30_000);
  });

  it("is given to readers, and to nobody without a key", async () => {
    const reader = newVisitor(app.url);
    expect((await reader.get(`/assessments/${id}/document?kind=csv`)).status).toBe(404);
    await reader.get((await visitor.links(id)).read);
    expect((await reader.get(`/assessments/${id}/document?kind=csv`)).status).toBe(200);
  });

  it.each(["?kind=rtf", "?kind=pdf&language=fr", "?kind=csv&table=all", "?kind=", "?kind=pdf%00"])("%s is refused", async (search) => {
    expect((await get(search)).status).toBe(400);
  });

  it("is not made for somebody who has left", async () => {
    const begun = app.services.documents.typicalCost({ kind: "docx", paper: "annex" });
    const leaving = new AbortController();
    const request = visitor.send(`/assessments/${id}/document?kind=docx&paper=annex&language=en`, { signal: leaving.signal });
    setTimeout(() => leaving.abort(), 50);
    await expect(request).rejects.toThrow();
    // The next one waits for no one: had the first been made, it would be known by now.
    expect((await get("?kind=csv&table=scores&language=en")).status).toBe(200);
    expect(app.services.documents.typicalCost({ kind: "docx", paper: "annex" })).toEqual(begun);
  });
});

it("what the menu offers is what there is", async () => {
  const html = await visitor.text(`/assessments/${id}/report/documents`);
  const offered = [...html.matchAll(/name="kind" (?:checked="" )?value="([^"]+)"|name="kind"[^>]*value="([^"]+)"/g)].map(
    ([, a, b]) => a ?? b,
  );
  expect(offered).toEqual([...documentKinds]);
});

it("weights that are kept count for everybody, on pages and in files, and can be taken back", async () => {
  const address = `/assessments/${id}/weights`;
  const asked = await bytesOf("?kind=csv-plain&table=scores&weight-strategy=3");
  const weigh = (strategy: string) =>
    visitor.submit(address, { ...Object.fromEntries(dimensionIds.map((topic) => [topic, "1"])), strategy });
  expect((await weigh("three")).status).toBe(422);
  expect((await weigh("3")).headers.get("location")).toBe(`/assessments/${id}/report/topics`);
  expect(await bytesOf("?kind=csv-plain&table=scores")).toEqual(asked);
  const { report } = localeOf("de").messages;
  expect(await visitor.text(`/assessments/${id}/report`)).toContain(
    report.weightsNotice(report.weight("Strategie, Steuerung &amp; Rückhalt", "3")),
  );
  await weigh("1");
  expect((await app.services.stores.assessments.find(id))?.weights).toEqual({});
});
