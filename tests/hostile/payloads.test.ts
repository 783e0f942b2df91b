import { PDFDocument, PDFStream } from "pdf-lib";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import { versionTag } from "../../app/core/assessment/answer";
import { dimensionIds } from "../../app/core/vocabulary";
import { cleanText, textLimits } from "../../app/core/assessment/text";
import { csvRows } from "../support/csv-rows";
import { squeezed } from "../support/printed";
import { readPdfText } from "../support/pdf/text";
import { unzip } from "../support/unzip";
import { payloadNames, payloads } from "./payloads";
import { expectNothingOfInside, expectUnharmed, markedFile, sharedWorld, type Tenant } from "./world";

const world = sharedWorld();

/** Turned by so many, another payload stands in each field. */
const payloadAt = (place: number): string => payloads[payloadNames[place % payloadNames.length] ?? ""] ?? "";
const fitting = (text: string, limit: number) => text.slice(0, limit - 20);
const steps = ["sme-ai-list", "sme-agent-limits", "sme-ai-budget"];

let tenant: Tenant;
/** What was typed, by the field it was typed into. */
const typed: Record<string, string> = {};
let items: string[];
beforeAll(async () => {
  tenant = await world().settle("Harmlos");
  const { owner, id } = tenant;
  const answers = (JSON.parse(markedFile("x")) as { answers: Record<string, { level?: number }> }).answers;
  items = Object.keys(answers).filter((item) => answers[item]?.level !== undefined);
  const save = async (form: string, fields: Record<string, string>) => {
    const response = await owner.post(`/assessments/${id}/save/${form}`, fields);
    expect([response.status, ((await response.json()) as { errors: object }).errors], form).toEqual([200, {}]);
    // Halves of characters do not survive the way.
    for (const [name, value] of Object.entries(fields)) typed[name] = Buffer.from(value).toString();
  };
  for (const [place, item] of items.entries()) {
    const stored = { level: answers[item]?.level ?? 0, note: "Harmlos Notiz", evidence: "Harmlos Nachweis" } as never;
    const [note, evidence] = [payloadAt(place), fitting(payloadAt(place + 5), textLimits.evidence)];
    await save("answers", {
      [`${item}.choice`]: "1",
      [`${item}.note`]: note,
      [`${item}.evidence`]: evidence,
      [`${item}.seen`]: versionTag(stored),
    });
  }
  // Over what stands there already, as somebody does who has seen it.
  const seen = async (page: string) =>
    Object.fromEntries(
      [...(await owner.text(`/assessments/${id}/${page}`)).matchAll(/<input type="hidden" name="([^"]+\.seen)" value="([^"]*)"/g)].map(
        ([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")],
      ),
    );
  const tagsOf = (tags: Record<string, string>, fields: Record<string, string>) =>
    Object.fromEntries(Object.keys(fields).map((name) => [`${name}.seen`, tags[`${name}.seen`] ?? ""]));
  const texts = {
    author: fitting(payloads.script ?? "", 200),
    summary: Object.values(payloads).join("\n\n").slice(0, 5_900),
    ...Object.fromEntries(dimensionIds.map((dimension, place) => [`comment.${dimension}`, fitting(payloadAt(place + 9), 2_900)])),
  };
  await save("author-text", { ...texts, ...tagsOf(await seen("words"), texts) });
  const plan = Object.fromEntries(
    steps.flatMap((step, place) => [
      [`${step}.owner`, fitting(payloadAt(place + 17), 200)],
      [`${step}.note`, fitting(payloadAt(place + 23), 2_000)],
    ]),
  );
  await save("plan", { ...plan, ...tagsOf(await seen("plan"), plan) });
  const name = { name: fitting(payloads.handler ?? "", 200), sizeClass: "employees-1-9", depth: "full" };
  await save("profile", { ...name, ...tagsOf(await seen("profile"), name) });
});

/** As it must stand in HTML. */
const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" })[sign] ?? sign);

/** No payload has become a part of the page: of a tag, a handler, a script, or an end of what it stands in. */
function expectNoMarkup(html: string, where: string): void {
  expect(html, where).not.toMatch(/<script>alert|<img src=x|<svg onload|"\s*onmouseover|<!ENTITY|<\/textarea><\/title>/);
  expect([...html.matchAll(/<script\b/g)].length, where).toBe(2);
}
/** XML that a reader can read: nothing typed has ended an element or begun one. */
function expectWellFormed(xml: string, where: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => expect.fail(`${where}: ${error.message}`));
  parser.write(xml).close();
}
async function file(path: string): Promise<{ response: Response; bytes: Uint8Array }> {
  const response = await tenant.owner.get(`/assessments/${tenant.id}/${path}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([path, response.status]).toEqual([path, 200]);
  expect(response.headers.get("set-cookie") ?? "").not.toContain("evil");
  expect(response.headers.get("content-disposition") ?? "").not.toMatch(/["'][^"']*[<>][^"']*["']/);
  return { response, bytes };
}
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const notes = () => items.map((item) => cleanText(typed[`${item}.note`] ?? ""));

it("every page shows what was typed as text", async () => {
  const { owner, id } = tenant;
  const pages = ["", "profile", "check", "words", "plan", "rounds", "targets", "delete", "what-if", "peers"];
  const report = ["", "/topics", "/duties", "/initiatives", "/funding", "/comparison", "/history", "/documents", "/topics/strategy"];
  for (const prefix of ["", "/en"])
    for (const page of [...pages, ...dimensionIds, ...report.map((part) => `report${part}`)]) {
      const html = await owner.text(`${prefix}/assessments/${id}/${page}`);
      expectNoMarkup(html, page);
      expectNothingOfInside(html.replaceAll(/SELECT/g, ""), page);
    }
  const pagesOfAnswers = (await Promise.all(dimensionIds.map((dimension) => owner.text(`/assessments/${id}/${dimension}`)))).join("");
  for (const note of notes()) expect(pagesOfAnswers.includes(escaped(note)), note.slice(0, 100)).toBe(true);
  const words = await owner.text(`/assessments/${id}/words`);
  for (const name of ["author", "summary", "comment.strategy"])
    expect(words.includes(escaped(cleanText(typed[name] ?? ""))), name).toBe(true);
});

it("what machines read is what was typed, cleaned and nothing else", async () => {
  const saved = JSON.parse(textOf((await file("ki-pegel.json")).bytes)) as { answers: Record<string, object>; organisation: object };
  for (const item of items)
    expect(saved.answers[item]).toMatchObject({
      level: 1,
      note: cleanText(typed[`${item}.note`] ?? ""),
      evidence: cleanText(typed[`${item}.evidence`] ?? ""),
    });
  expect(saved.organisation).toMatchObject({ name: cleanText(typed.name ?? "") });
  const { response, bytes } = await file("report.json");
  expect(response.headers.get("content-type")).toMatch(/^application\/json/);
  const { organisation, remarks } = JSON.parse(textOf(bytes)) as { organisation: object; remarks: { item: string }[] };
  expect(organisation).toMatchObject({ name: cleanText(typed.name ?? "") });
  for (const item of items)
    expect(remarks.find((remark) => remark.item === item)).toMatchObject({
      note: cleanText(typed[`${item}.note`] ?? ""),
      evidence: cleanText(typed[`${item}.evidence`] ?? ""),
    });
});

it("no cell of a CSV file is a formula, in either flavour", async () => {
  for (const path of [
    ...["csv", "csv-plain"].flatMap((kind) =>
      ["answers", "overview", "initiatives"].map((table) => `document?kind=${kind}&table=${table}`),
    ),
    "plan.csv",
  ]) {
    const rows = csvRows((await file(path)).bytes);
    expect(rows.length, path).toBeGreaterThan(1);
    expect(new Set(rows.map((row) => row.length)).size, `${path}: as many cells in each row`).toBe(1);
    for (const cell of rows.flat()) if (!/^-?[\d.,]+$/.test(cell)) expect(cell, path).not.toMatch(/^\s*[=+\-@|＝＋－＠｜\t\r]/);
  }
  const answers = csvRows((await file("document?kind=csv&table=answers")).bytes).flat();
  for (const note of notes()) expect(answers.map((cell) => cell.replace(/^'/, ""))).toContain(note.replace(/^'/, ""));
});

it("a calendar holds its own events and nothing that was typed into one", async () => {
  const plan = textOf((await file("plan.ics")).bytes).replace(/\r\n[ \t]/g, "");
  expect(plan).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const lines = plan.trimEnd().split("\r\n");
  for (const line of lines)
    expect(line).toMatch(
      /^(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|CATEGORIES|TRANSP|LOCATION|STATUS|URL|X-WR-[A-Z]+)[;:]/,
    );
  const count = (start: string) => lines.filter((line) => line === start).length;
  expect(count("BEGIN:VEVENT")).toBe(count("END:VEVENT"));
  expect(lines.filter((line) => line === "SUMMARY:evil")).toEqual([]);
});

describe("a document", () => {
  it("as PDF says it as text, and reads no file", async () => {
    const { bytes } = await file("document?kind=pdf&paper=annex");
    const text = (await readPdfText(bytes)).pages.join("\n");
    expect(text).not.toMatch(/root:x:0/);
    const said = squeezed(text);
    for (const name of ["typst", "html", "script", "sql", "template", "command", "entityFile", "xmlEnd"])
      expect(said, name).toContain(squeezed(cleanText(payloads[name] ?? "")));
    // Streams hold what is drawn, and whatever their compression makes of it.
    const objects = (await PDFDocument.load(bytes)).context.enumerateIndirectObjects();
    const named = objects.map(([, object]) => (object instanceof PDFStream ? object.dict : object).toString()).join("\n");
    expect(named).toContain("/Catalog");
    expect(named).not.toMatch(/\/(JavaScript|JS|Launch|SubmitForm|ImportData)\b/);
  });

  it.each([
    ["docx", "word/document.xml", /<w:instrText[^>]*>(?!\s*(TOC|PAGE|NUMPAGES|PAGEREF|SEQ)\b)/],
    ["odt", "content.xml", /<(script:|text:(execute-macro|script)|office:dde)/],
    ["xlsx", null, /<f[ >]|<ddeLink/],
    ["ods", "content.xml", /table:formula|<script:|office:dde/],
  ] as const)("as %s is whole, says it as text, and does nothing", async (kind, body, active) => {
    const { bytes } = await file(
      `document?kind=${kind}&paper=annex`.replace(/&paper=annex/, kind === "docx" || kind === "odt" ? "$&" : ""),
    );
    const parts = unzip(bytes);
    for (const [name, part] of parts) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      expectWellFormed(part, name);
      expect(part, name).not.toMatch(active);
      // What leads out of a file leads to the web.
      for (const [, target = ""] of part.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"|xlink:href="(?=\w+:)([^"]*)"/g))
        expect(target || "https:", name).toMatch(/^(https?:|mailto:)/);
    }
    const text = body ? (parts.get(body) ?? "") : [...parts.values()].join("");
    for (const name of ["typst", "html", "script", "sql", "fullWidth", "command"]) {
      const inXml = (payloads[name] ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      const plainly = text.replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&#x27;", "'");
      expect(squeezed(plainly.replace(/<text:s\/>/g, "")), name).toContain(squeezed(inXml));
    }
  });
});

it("over the API comes back as it was sent, cleaned", async () => {
  const { program, id, marker } = await world().settleProgram("Programm");
  const changes = Object.fromEntries(items.map((item, place) => [item, { level: 1, note: payloadAt(place) }]));
  const changed = await program.patch(`/assessments/${id}/answers`, changes);
  expect(changed.status, JSON.stringify(changed.body)).toBe(200);
  for (const [place, item] of items.entries())
    expect(changed.body.answers[item]).toMatchObject({ level: 1, note: cleanText(payloadAt(place)) });
  expect((await program.get(`/assessments/${id}/report?format=csv&table=answers`)).status).toBe(200);
  expect(marker).toBe("Programm");
});

it("has left nothing of it in the log, nor any harm", () =>
  expectUnharmed(world(), "DROP TABLE", "onmouseover", "etc/passwd", "INCLUDETEXT", '"msg":"forged"'));
