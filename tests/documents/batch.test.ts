import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import readExcelFile from "read-excel-file/node";
import { afterAll, describe, expect, it } from "vitest";
import { openBatchPool, runBatch as runBatchBy, type BatchWish } from "../../app/jobs/batch";
import { clientTableTemplate } from "../../app/jobs/client-table/client-table-template";
import { includeAll, type DocumentKind } from "../../app/documents/document-options";
import { noBrand } from "../../app/core/brand/brand";
import { readPages } from "../../app/content/read-pages";
import { csvRows } from "../support/csv-rows";
import { printedPages, squeezed } from "../support/printed";
import { unzip } from "../support/unzip";
import { content } from "../support/content";

const root = process.cwd();
const { de, en } = readPages("content/pages");
const library = { content, glossary: { de: de.glossary, en: en.glossary } };
const folder = mkdtempSync(join(tmpdir(), "ki-pegel-batch-"));
afterAll(() => rmSync(folder, { recursive: true }));

const demo = (name: string) => resolve(`seeds/demo/${name}.json`);
const file = (name: string, bytes: string | Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
let outs = 0;
function wish(inputs: string[], kinds: DocumentKind[], more: Partial<BatchWish> = {}): BatchWish {
  const documents = kinds.map((kind) => ({ kind, paper: null, language: "de" as const, include: includeAll, table: "scores" as const }));
  return { inputs, documents, out: join(folder, `out-${(outs += 1)}`), date: "2026-11-21", ...more };
}
/** The processes as they are delivered, the same for all batches: each takes seconds to start. */
const pool = openBatchPool({ script: resolve("build/server/worker.js"), args: [root, content.version] });
afterAll(() => pool.close());
const runBatch = (wanted: BatchWish, onProgress: (done: number, all: number) => void = () => undefined) =>
  runBatchBy(wanted, library, pool, onProgress);
const filesIn = (out: string) => readdirSync(out).filter((name) => !name.startsWith("."));
/** Without what tells clients of one name apart. */
const plainFilesIn = (out: string) => filesIn(out).map((name) => name.replace(/-[0-9a-f]{10}(?=[-.])/, ""));
const fileIn = (out: string, name: string) => join(out, filesIn(out)[plainFilesIn(out).indexOf(name)] ?? name);

it("makes every kind of document of every client, and tells how far it is", async () => {
  const wanted = wish([demo("kleinhausen"), demo("musterwerk")], ["pdf", "docx", "odt", "xlsx", "ods", "csv", "csv-plain"]);
  const progress: [number, number][] = [];
  const summary = await runBatch(wanted, (done, all) => progress.push([done, all]));
  expect(summary).toEqual({ clients: 2, made: 14, kept: 0, failed: [], own: [] });
  expect(progress).toEqual([[1, 2], [2, 2]]); // prettier-ignore
  expect(plainFilesIn(wanted.out)).toEqual(
    ["kleinhausen", "musterwerk"].flatMap((name) => [
      `${name}-csv-plain.csv`,
      `${name}-csv.csv`,
      `${name}.docx`,
      `${name}.ods`,
      `${name}.odt`,
      `${name}.pdf`,
      `${name}.xlsx`,
    ]),
  );
  expect(readFileSync(fileIn(wanted.out, "kleinhausen.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
});

it("takes a table of clients, says at which cell it is wrong, and makes the rest", async () => {
  const csv = new TextDecoder().decode(await clientTableTemplate(content, "municipality", "de", "csv-plain"));
  const keys = csv.split("\r\n")[0]!.split(",");
  const item = content.questionnaires.municipality.dimensions[0]!.items[0]!.id;
  const row = (cells: Record<string, string>) => keys.map((key) => cells[key] ?? "").join(",");
  const client = (name: string, level: string, land = "NW") => row({ name, track: "municipality", depth: "full", land, [item]: level });
  const rows = [client("Eins", "2"), client("Zwei", "9"), client("Eins", "3", "BY"), client("Eins", "4")];
  const table = file("clients.csv", [keys.join(","), ...rows].join("\r\n"));
  const wanted = wish([table], ["xlsx"]);
  const summary = await runBatch(wanted);
  expect(summary).toMatchObject({ clients: 2, made: 2 });
  expect(plainFilesIn(wanted.out)).toEqual(["eins.xlsx", "eins.xlsx"]);
  const column = keys.indexOf(item);
  expect(column).toBeLessThan(26);
  expect(summary.failed).toEqual([
    { what: `clients.csv, ${String.fromCharCode(65 + column)}3, Zwei`, why: "„9“: Erlaubt sind die Stufen 0, 1, 2, 3 und 4." },
    { what: "clients.csv, Zeile 5, Eins", why: expect.stringContaining("kommt mehrmals vor") as string },
  ]);
});

it("reports what cannot be read, and goes on", async () => {
  const wanted = wish([file("broken.json", "{"), join(folder, "gone.json"), demo("musterwerk")], ["csv"]);
  const summary = await runBatch(wanted);
  expect(summary).toMatchObject({ clients: 1, made: 1 });
  expect(summary.failed.map(({ what }) => what)).toEqual(["broken.json", "gone.json"]);
  expect(plainFilesIn(wanted.out)).toEqual(["musterwerk.csv"]);
});

it("goes on where it stopped, and makes anew what has changed or is gone", async () => {
  const first = wish([demo("kleinhausen"), demo("musterwerk")], ["csv"]);
  await runBatch(first);
  const before = statSync(fileIn(first.out, "musterwerk.csv")).mtimeMs;
  rmSync(fileIn(first.out, "kleinhausen.csv"));
  expect(await runBatch(first)).toMatchObject({ made: 1, kept: 1 });
  expect(statSync(fileIn(first.out, "musterwerk.csv")).mtimeMs).toBe(before);
  expect(plainFilesIn(first.out)).toEqual(["kleinhausen.csv", "musterwerk.csv"]);

  const other = first.documents.map((options) => ({ ...options, table: "answers" as const }));
  expect(await runBatch({ ...first, documents: other })).toMatchObject({ made: 2, kept: 0 });
});

it("writes what the report says", async () => {
  const wanted = wish([demo("kleinhausen")], ["xlsx"]);
  await runBatch(wanted);
  const sheets = await readExcelFile(fileIn(wanted.out, "kleinhausen.xlsx"));
  const overview = sheets[0]?.data.flat() ?? [];
  expect(overview).toContain("Kleinhausen");
  // Eight levels in nine questions.
  expect(overview).toContainEqual(expect.closeTo((8 * 25) / 9, 9));
});

/** A table of municipalities, from cells by their columns. */
function clientTable(name: string, ...clients: Record<string, string>[]): string {
  const keys = ["name", "key", "track", "depth", "land", "privacy-assessment"];
  const rows = clients.map((cells) => keys.map((key) => ({ track: "Kommune", depth: "Kurzcheck", ...cells })[key] ?? "").join(";"));
  return file(name, [keys.join(";"), ...rows].join("\n"));
}
const textOf = (out: string, name: string) => readFileSync(join(out, name), "utf8");

describe("a file's name", () => {
  const answers = { paper: null, include: includeAll, language: "de" as const, kind: "csv-plain" as const, table: "answers" as const };

  it("comes from the client, whatever it is written in, and no two share one", async () => {
    const names = ["Weißwasser – Běła Woda", "Łódź", "北京", "Αθήνα", "AUX", "Ko\u0308ln", "KÖLN"];
    const wanted = wish([clientTable("names.csv", ...names.map((name) => ({ name })))], ["csv"]);
    expect(await runBatch(wanted)).toMatchObject({ clients: 7, made: 7, failed: [], own: [] });
    expect(plainFilesIn(wanted.out).sort()).toEqual(
      ["athina", "aux-name", "beijing", "koeln", "koeln", "lodz", "weisswasser-bela-woda"].map((name) => `${name}.csv`),
    );
  });

  it("stays with its client when rows go, come or move", async () => {
    const [a, b, c] = ["A", "B", "C"].map((name, level) => ({ name: `Amt ${name}`, "privacy-assessment": String(level) }));
    const first = wish([clientTable("moving.csv", a!, b!, c!)], [], { documents: [answers] });
    await runBatch(first);
    const before = filesIn(first.out).map((name) => [name, textOf(first.out, name)]);
    clientTable("moving.csv", c!, { name: "Amt D" }, b!);
    expect(await runBatch(first)).toMatchObject({ clients: 3, made: 1, kept: 2, failed: [], own: [] });
    for (const [name = "", text] of before) expect(textOf(first.out, name)).toBe(text);
  });

  it("is the key where the table has one, through a change of answers", async () => {
    const client = { name: "Neustadt", key: "k-17" };
    const first = wish([clientTable("keys.csv", { ...client, "privacy-assessment": "1" }, { ...client, key: "K 17" })], [], {
      documents: [answers],
    });
    expect(await runBatch(first)).toMatchObject({ made: 2, failed: [], own: [] });
    expect(plainFilesIn(first.out)).toEqual(["k-17.csv", "k-17.csv"]);
    expect(filesIn(first.out)).toContain("k-17.csv");
    const old = textOf(first.out, "k-17.csv");
    clientTable("keys.csv", { ...client, "privacy-assessment": "4" });
    expect(await runBatch(first)).toMatchObject({ made: 1, failed: [], own: [] });
    expect(textOf(first.out, "k-17.csv")).not.toBe(old);
  });

  it("is never taken from another client by a second batch, nor twice in one", async () => {
    const first = wish([clientTable("one.csv", { name: "Amt Nord", key: "1" })], [], { documents: [answers] });
    await runBatch(first);
    const before = textOf(first.out, "1.csv");
    const other = clientTable("two.csv", { name: "Amt Süd", key: "1" }, { name: "Amt West", key: "2" }, { name: "Amt Ost", key: "2" });
    const summary = await runBatch({ ...first, inputs: [other] });
    expect(summary).toMatchObject({ made: 1, kept: 0 });
    expect(summary.failed.map(({ what }) => what)).toEqual(["two.csv, Zeile 4, Amt Ost", "Amt Süd"]);
    expect(textOf(first.out, "1.csv")).toBe(before);
  });
});

it("an overview of all is one file with a row each, under one head", async () => {
  const documents = (["csv", "csv-plain"] as const).map((kind) => ({
    kind,
    paper: null,
    language: "de" as const,
    include: includeAll,
    table: "overview" as const,
  }));
  const wanted = wish([demo("kleinhausen"), demo("musterwerk"), demo("tischlerei-muster")], [], { documents });
  expect(await runBatch(wanted)).toEqual({ clients: 3, made: 2, kept: 0, failed: [], own: [] });
  expect(plainFilesIn(wanted.out)).toEqual(["overview-csv-plain.csv", "overview-csv.csv"]);
  const rows = csvRows(readFileSync(fileIn(wanted.out, "overview-csv.csv")));
  expect(rows.map(([name]) => name)).toEqual([
    "Organisation",
    "Kleinhausen",
    expect.stringContaining("Musterwerk"),
    expect.stringContaining("Tischlerei"),
  ]);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  const sector = rows[0]!.indexOf("Branche");
  expect(rows.map((row) => row[sector] !== "")).toEqual([true, false, true, true]);
  expect(await runBatch(wanted)).toMatchObject({ made: 0, kept: 2 });
});

it("a portfolio is one workbook over all clients, with links to the files beside it", async () => {
  const wanted = wish([demo("kleinhausen")], ["csv"], { portfolio: { kinds: ["xlsx", "ods"], language: "de" } });
  expect(await runBatch(wanted)).toEqual({ clients: 1, made: 3, kept: 0, failed: [], own: [] });
  expect(plainFilesIn(wanted.out).sort()).toEqual(["kleinhausen-portfolio.ods", "kleinhausen-portfolio.xlsx", "kleinhausen.csv"]);
  const workbook = readFileSync(fileIn(wanted.out, "kleinhausen-portfolio.xlsx"));
  const links = [...unzip(workbook)]
    .filter(([name]) => name.endsWith(".rels"))
    .flatMap(([, xml]) => [...xml.matchAll(/Target="([^"]+)" TargetMode/g)]);
  expect(links.map(([, file]) => file).sort()).toEqual(
    filesIn(wanted.out)
      .filter((name) => name.endsWith(".csv"))
      .sort(),
  );
  expect(await runBatch(wanted)).toMatchObject({ made: 0, kept: 3 });
});

it("the report of each client for programs names the client's key, who answers for it, and what was noted", async () => {
  const table =
    "name;key;track;depth;contact;strategy-goals;strategy-goals.note\r\nMusterbau;k-17;sme;full;bau@example.org;2;Beschluss fehlt\r\n";
  const wanted = wish([file("keys.csv", table)], [], { reportFiles: "de", brand: { ...noBrand, name: "Beratung Nord" } });
  expect(await runBatch(wanted)).toEqual({ clients: 1, made: 1, kept: 0, failed: [], own: [] });
  expect(JSON.parse(readFileSync(join(wanted.out, "k-17.json"), "utf8"))).toMatchObject({
    ...{ format: "ki-pegel/report", language: "de", clientKey: "k-17" },
    brand: { name: "Beratung Nord", contact: "bau@example.org" },
    remarks: [{ item: "strategy-goals", note: "Beschluss fehlt", evidence: null, files: [] }],
  });
  expect(await runBatch(wanted)).toMatchObject({ made: 0, kept: 1 });
});

it("a brand reaches every kind of document", async () => {
  const brand = { ...noBrand, name: "Kreis Beispiel", colour: "#8a1538", footer: "Stabsstelle Digitales", contact: "ki@kreis.example" };
  const wanted = wish([demo("kleinhausen")], ["pdf", "docx", "odt", "xlsx", "ods"], { brand });
  expect(await runBatch(wanted)).toMatchObject({ made: 5, failed: [], own: [] });
  const bytes = (ending: string) => readFileSync(fileIn(wanted.out, `kleinhausen.${ending}`));
  const [docx, odt, xlsx, ods] = ["docx", "odt", "xlsx", "ods"].map((ending) => [...unzip(bytes(ending)).values()].join(""));
  for (const file of [docx, xlsx]) expect(file).toMatch(/8A1538/i);
  for (const file of [odt, ods]) expect(file).toContain("#8a1538");
  const pdf = (await printedPages(bytes("pdf"))).map(({ text }) => text).join("");
  for (const text of [docx, odt, pdf]) expect(squeezed(text ?? "")).toContain(squeezed("Stabsstelle Digitales · ki@kreis.example"));
  for (const file of [docx, odt, xlsx, ods]) expect(file).toContain("<dc:creator>Kreis Beispiel</dc:creator>");
  // Another brand makes them anew.
  expect(await runBatch({ ...wanted, brand: { ...brand, footer: null } })).toMatchObject({ made: 5, kept: 0 });
});
