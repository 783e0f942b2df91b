import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { languages } from "../../app/core/vocabulary";
import { csvRows } from "../support/csv-rows";
import { tableAsCsv } from "../../app/documents/sheets/csv";
import { toReportFile } from "../../app/core/report-file";
import { reportTables } from "../../app/documents/sheets/tables/report-tables";
import type { Table, TableId } from "../../app/documents/sheets/tables/table";
import { renderWorkbook } from "../../app/documents/sheets/render-workbook";
import { carriableText } from "../../app/core/assessment/text";
import { hostile } from "../support/hostile";
import { convert } from "../support/libreoffice";
import { content, goldenNames, reportMaterial } from "../support/report-material";
import { unzip } from "../support/unzip";

const tableOf = (tables: Table[], id: TableId) => {
  const found = tables.find((table) => table.id === id);
  if (!found) throw new Error(`no table "${id}"`);
  return found;
};
/** The values of a column, by its heading. */
const column = ({ columns, rows }: Pick<Table, "columns" | "rows">, title: string) => {
  const index = columns.findIndex((one) => one.title === title);
  if (index < 0) throw new Error(`no column "${title}"`);
  return rows.map((row) => row[index]);
};

describe.each(languages.flatMap((language) => goldenNames.map((name) => [name, language] as const)))("%s in %s", (name, language) => {
  const material = reportMaterial(name, language);
  const tables = reportTables(material);
  const { overview, scores, initiatives, answers } = material.locale.messages.tables;
  const file = toReportFile(material.data.report);

  it("has the very numbers of the interchange file", () => {
    const table = tableOf(tables, "scores");
    for (const key of ["score", "lower", "upper", "coverage", "stage"] as const)
      expect(column(table, scores[key])).toEqual(file.dimensions.map((dimension) => dimension[key]));
    const whole = tableOf(tables, "overview");
    expect([overview.score, overview.geometric, overview.lower, overview.upper, overview.stage, overview.securedStage].flatMap((title) => column(whole, title))) // prettier-ignore
      .toEqual([file.overall.arithmetic, file.overall.geometric, file.overall.lower, file.overall.upper, file.overall.stage, file.overall.securedStage]); // prettier-ignore
    expect(column(tableOf(tables, "initiatives"), initiatives.gain)).toEqual(file.initiatives.map(({ gain }) => gain));
    for (const region of material.view.regions) {
      const bands = file.benchmark.filter((one) => one.region === region.id).map(({ band }) => band);
      expect(column(table, scores.bandLow(region.name))).toEqual(bands.map((band) => band?.[0] ?? null));
      expect(column(table, scores.bandHigh(region.name))).toEqual(bands.map((band) => band?.[1] ?? null));
    }
  });

  it("is read back from the workbook by another library without a loss", async () => {
    const sheets = await readExcelFile(Buffer.from(await renderWorkbook(tables)), { trim: false });
    expect(sheets.map(({ sheet }) => sheet)).toEqual(tables.map((table) => table.name));
    for (const [index, { columns, rows, record }] of tables.entries()) {
      const read = sheets[index]?.data ?? [];
      const expected = [columns.map(({ title }) => title), ...rows.map((row) => row.map((value, at) => (columns[at]?.kind === "date" && value !== null ? new Date(`${value}T00:00:00Z`) : value)))]; // prettier-ignore
      const turned = record ? columns.map((_column, at) => expected.map((row) => row[at] ?? null)) : expected;
      expect(read).toEqual(turned);
    }
  });

  it("is read back from CSV, in both flavours", () => {
    const table = tableOf(tables, "scores");
    for (const [flavour, said] of [
      ["german", (score: number) => String(Math.round(score * 10_000) / 10_000).replace(".", ",")],
      ["plain", String],
    ] as const) {
      const read = csvRows(new TextEncoder().encode(tableAsCsv(table, flavour)));
      const at = table.columns.findIndex(({ title }) => title === scores.score);
      expect(read.slice(1).map((row) => row[at])).toEqual(file.dimensions.map(({ score }) => (score === null ? "" : said(score))));
    }
  });

  it("leaves notes and evidence out where the reader does", () => {
    const without = reportTables({ ...material, include: { ...material.include, notes: false, evidence: false } });
    const titles = (of: Table[]) => tableOf(of, "answers").columns.map(({ title }) => title);
    expect(titles(tables)).toEqual(expect.arrayContaining([answers.note, answers.evidence]));
    expect(titles(without)).not.toEqual(expect.arrayContaining([answers.note]));
    expect(titles(without)).not.toEqual(expect.arrayContaining([answers.evidence]));
  });
});

it("a level counts as a number; what is open or does not apply is no zero", () => {
  const { data, locale } = reportMaterial("tischlerei-muster", "de");
  const table = tableOf(reportTables(reportMaterial("tischlerei-muster", "de")), "answers");
  const ids = column(table, locale.messages.tables.id);
  const levels = column(table, locale.messages.tables.answers.level);
  expect(ids).toEqual(content.questionnaires.sme.dimensions.flatMap(({ items }) => items.map(({ id }) => id)));
  const given = ids.map((id) => data.report.answers[String(id)]);
  expect(levels).toEqual(given.map((answer) => (answer && "level" in answer ? answer.level : null)));
  expect(levels).toContain(null);
});

it("peers are shown, or a line says why there are none", () => {
  const cohort = { track: "municipality" as const, modelVersion: "1.0.0" };
  const values = [{ dimension: "strategy" as const, cohort, organisations: 10, median: 41.5, quartiles: [30, 55.5] as const }];
  const peers = { cohort, scores: { strategy: 50 }, joinedAt: "2026-11-22T00:00:00Z", values };
  const rowsOf = (more: Parameters<typeof reportMaterial>[2]) =>
    tableOf(reportTables(reportMaterial("musterstadt", "de", more)), "peers").rows;
  expect(rowsOf({ peers }).map((row) => row.slice(1))).toEqual([[50, "Kommune", 10, 30, 41.5, 55.5]]);
  expect(rowsOf({ peers: { ...peers, values: [] } })).toHaveLength(1);
  expect(rowsOf({ peers: null })).toEqual([["Kein Vergleich: Diese Organisation nimmt nicht am anonymen Vergleich teil."]]);
});

describe("what somebody has typed", () => {
  const texts = Object.values(hostile);
  const hostileTable: Omit<Table, "id"> = {
    name: "Hostile",
    record: false,
    columns: [{ title: "=1+1", kind: "long-text" }],
    rows: texts.map((text) => [text]),
  };

  it("is text in a workbook, never a formula, and comes back as it was", async () => {
    const bytes = await renderWorkbook([hostileTable]);
    const sheetXml = unzip(bytes).get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheetXml).toContain("<sheetData>");
    expect(sheetXml).not.toMatch(/<f[ >/]/);
    const [sheet] = await readExcelFile(Buffer.from(bytes), { trim: false });
    expect(sheet?.data).toEqual([["=1+1"], ...texts.map((text) => [carriableText(text)])]);
  });

  it("may look like Excel's own escapes", async () => {
    const text = "Datei_x0041_final und _x000D_x000D_ wörtlich";
    const bytes = await renderWorkbook([{ ...hostileTable, rows: [[text]] }]);
    expect(unzip(bytes).get("xl/sharedStrings.xml")).toContain("Datei_x005F_x0041_final und _x005F_x000D_x005F_x000D_ wörtlich");
    const csv = await convert(bytes, "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1");
    expect(csvRows(csv)[1]).toEqual([text]);
  });

  it("is not worked out by a spreadsheet program", async () => {
    const csv = await convert(await renderWorkbook([hostileTable]), "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1");
    const rows = csvRows(csv).map(([cell]) => cell);
    for (const name of ["command", "plus", "minus", "at"]) expect(rows).toContain(hostile[name]);
    expect(rows[0]).toBe("=1+1");
  });
});

it("a spreadsheet program shows the numbers of the report, to one decimal", async () => {
  const material = reportMaterial("musterstadt", "en");
  const table = tableOf(reportTables(material), "scores");
  const rows = csvRows(await convert(await renderWorkbook([table]), "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1"));
  const at = rows[0]?.indexOf(material.locale.messages.tables.scores.score) ?? -1;
  const expected = toReportFile(material.data.report).dimensions.map(({ score }) => score?.toFixed(1) ?? "");
  expect(rows.slice(1).map((row) => row[at])).toEqual(expected);
});
