import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import readExcelFile from "read-excel-file/node";
import { afterAll, expect, it } from "vitest";
import { runBatch, type BatchWish } from "../../app/jobs/batch";
import { clientTableTemplate } from "../../app/jobs/client-table/client-table-template";
import { includeAll, type DocumentKind } from "../../app/documents/document-options";
import { readContent } from "../../app/content/read-content";
import { readPages } from "../../app/content/read-pages";

const root = process.cwd();
const content = readContent(root);
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
  const documents = kinds.map((kind) => ({ kind, language: "de" as const, include: includeAll, table: "scores" as const }));
  return { inputs, documents, out: join(folder, `out-${(outs += 1)}`), date: "2026-11-21", ...more };
}
const silent = () => undefined;
const filesIn = (out: string) => readdirSync(out).filter((name) => !name.startsWith("."));

it("makes every kind of document of every client, and tells how far it is", async () => {
  const wanted = wish([demo("kleinhausen"), demo("musterwerk")], ["pdf", "docx", "xlsx", "csv", "csv-plain"]);
  const progress: [number, number][] = [];
  const summary = await runBatch(wanted, library, root, (done, all) => progress.push([done, all]));
  expect(summary).toEqual({ clients: 2, made: 10, kept: 0, failed: [] });
  expect(progress).toEqual([[1, 2], [2, 2]]); // prettier-ignore
  expect(filesIn(wanted.out)).toEqual(
    ["kleinhausen", "musterwerk"].flatMap((name) => [
      `${name}-csv-plain.csv`,
      `${name}-csv.csv`,
      `${name}.docx`,
      `${name}.pdf`,
      `${name}.xlsx`,
    ]),
  );
  expect(readFileSync(join(wanted.out, "kleinhausen.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
});

it("takes a table of clients, says at which cell it is wrong, and makes the rest", async () => {
  const csv = new TextDecoder().decode(await clientTableTemplate(content, "municipality", "de", "csv-plain"));
  const keys = csv.split("\r\n")[0]!.split(",");
  const item = content.questionnaires.municipality.dimensions[0]!.items[0]!.id;
  const row = (cells: Record<string, string>) => keys.map((key) => cells[key] ?? "").join(",");
  const client = (name: string, level: string) => row({ name, track: "municipality", depth: "full", [item]: level });
  const table = file("clients.csv", [keys.join(","), client("Eins", "2"), client("Zwei", "9"), client("Eins", "3")].join("\r\n"));
  const wanted = wish([table], ["xlsx"]);
  const summary = await runBatch(wanted, library, root, silent);
  expect(summary).toMatchObject({ clients: 2, made: 2 });
  expect(filesIn(wanted.out)).toEqual(["eins-2.xlsx", "eins.xlsx"]);
  const column = keys.indexOf(item);
  expect(column).toBeLessThan(26);
  expect(summary.failed).toEqual([
    { what: `clients.csv, ${String.fromCharCode(65 + column)}3, Zwei`, why: "„9“: Erlaubt sind die Stufen 0, 1, 2, 3 und 4." },
  ]);
});

it("reports what cannot be read, and goes on", async () => {
  const wanted = wish([file("broken.json", "{"), join(folder, "gone.json"), demo("musterwerk")], ["csv"]);
  const summary = await runBatch(wanted, library, root, silent);
  expect(summary).toMatchObject({ clients: 1, made: 1 });
  expect(summary.failed.map(({ what }) => what)).toEqual(["broken.json", "gone.json"]);
  expect(filesIn(wanted.out)).toEqual(["musterwerk.csv"]);
});

it("goes on where it stopped, and makes anew what has changed or is gone", async () => {
  const first = wish([demo("kleinhausen"), demo("musterwerk")], ["csv"]);
  await runBatch(first, library, root, silent);
  const before = statSync(join(first.out, "musterwerk.csv")).mtimeMs;
  rmSync(join(first.out, "kleinhausen.csv"));
  expect(await runBatch(first, library, root, silent)).toMatchObject({ made: 1, kept: 1 });
  expect(statSync(join(first.out, "musterwerk.csv")).mtimeMs).toBe(before);
  expect(filesIn(first.out)).toEqual(["kleinhausen.csv", "musterwerk.csv"]);

  const other = first.documents.map((options) => ({ ...options, table: "answers" as const }));
  expect(await runBatch({ ...first, documents: other }, library, root, silent)).toMatchObject({ made: 2, kept: 0 });
});

it("writes what the report says", async () => {
  const wanted = wish([demo("kleinhausen")], ["xlsx"]);
  await runBatch(wanted, library, root, silent);
  const sheets = await readExcelFile(join(wanted.out, "kleinhausen.xlsx"));
  const overview = sheets[0]?.data.flat() ?? [];
  expect(overview).toContain("Kleinhausen");
  expect(overview).toContain(25);
});
