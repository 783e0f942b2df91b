import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { content } from "../../../tests/support/report-material";
import { languages, tracks } from "../../core/vocabulary";
import { renderWorkbook } from "../../documents/sheets/render-workbook";
import { parseCsv } from "./parse-csv";
import { clientTableTemplate, type ClientTableFormat } from "./client-table-template";
import { readClientTable } from "./read-client-table";

const formats: ClientTableFormat[] = ["xlsx", "csv", "csv-plain"];
const cases = languages.flatMap((language) => tracks.flatMap((track) => formats.map((format) => [language, track, format] as const)));

describe.each(cases)("template in %s for %s as %s", (language, track, format) => {
  it("is understood, and holds nobody yet", async () => {
    const bytes = await clientTableTemplate(content, track, language, format);
    const { clients, faults } = await readClientTable(bytes, `template.${format.split("-")[0]}`, content);
    expect({ clients, codes: faults.map(({ code }) => code) }).toEqual({ clients: [], codes: ["no-clients"] });
  });
});

it("asks every question, and a workbook says what each level means", async () => {
  const ids = content.questionnaires.sme.dimensions.flatMap(({ items }) => items.map(({ id }) => id));
  const [head = []] = parseCsv(await clientTableTemplate(content, "sme", "de", "csv"));
  expect(head.slice(0, 7)).toEqual(["name", "track", "depth", "land", "sizeClass", "sector", "ownership"]);
  expect(head.slice(7)).toEqual(ids);
  const questions = await readSheet(Buffer.from(await clientTableTemplate(content, "sme", "de", "xlsx")), "Fragen");
  expect(questions.slice(1).map(([id]) => id)).toEqual(ids);
  const { anchors } = content.questionnaires.sme.text.de.items[ids[0] ?? ""] ?? {};
  expect(questions[1]?.slice(3, 8)).toEqual(anchors);
});

it("is read from CSV, a name with its apostrophe taken off again", async () => {
  const rows = 'name;track;depth;privacy-assessment;ai-rules\n"\'=Amt";Kommune;Kurzcheck;2;dk\n';
  const { clients, faults } = await readClientTable(new TextEncoder().encode(rows), "x.csv", content);
  expect(faults).toEqual([]);
  expect(clients[0]).toMatchObject({
    row: 2,
    name: "=Amt",
    assessment: { answers: { "privacy-assessment": { level: 2 }, "ai-rules": { answer: "dk" } } },
  });
});

it("is read from a workbook, numbers as numbers and faults at their cells", async () => {
  const columns = ["name", "track", "depth", "privacy-assessment", "ai-rules"].map((title) => ({ title, kind: "text" as const }));
  const rows = [["A", "sme", "full", 3, "weiß nicht"], [null, null, null, null, null], ["B", "Unternehmen", "full", 7, "vielleicht"]]; // prettier-ignore
  const workbook = await renderWorkbook([{ name: "Tabelle1", record: false, columns, rows }]);
  const { clients, faults } = await readClientTable(workbook, "Kunden.XLSX", content);
  expect(clients.map(({ row, assessment }) => ({ row, answers: assessment.answers }))).toEqual([
    { row: 2, answers: { "privacy-assessment": { level: 3 }, "ai-rules": { answer: "dk" } } },
  ]);
  expect(faults.map(({ row, cell, code }) => [row, cell, code])).toEqual([
    [4, "D4", "level-out-of-range"],
    [4, "E4", "not-an-answer"],
  ]);
});

it.each([
  ["a text that claims to be a workbook", "x.xlsx", new TextEncoder().encode("name;track")],
  ["a workbook that claims to be text", "x.csv", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
  ["nothing", "x.xlsx", new Uint8Array()],
])("%s cannot be read", async (_what, name, bytes) => {
  const { clients, faults } = await readClientTable(bytes, name, content);
  expect({ clients, faults }).toEqual({ clients: [], faults: [{ row: null, column: null, cell: null, code: "unreadable" }] });
});
