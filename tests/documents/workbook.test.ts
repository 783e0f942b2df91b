import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../app/core/assessment/assessment";
import { languages } from "../../app/core/vocabulary";
import { csvRows } from "../support/csv-rows";
import { tableAsCsv } from "../../app/documents/sheets/csv";
import { toReportFile } from "../../app/core/report-file";
import { reportTables } from "../../app/documents/sheets/tables/report-tables";
import type { Table, TableId } from "../../app/documents/sheets/tables/table";
import { gridOf } from "../../app/documents/sheets/grid";
import { renderWorkbook } from "../../app/documents/sheets/render-workbook";
import { carriableText } from "../../app/core/assessment/text";
import { hostile } from "../support/hostile";
import { convert } from "../support/libreoffice";
import { reportFor } from "../support/report";
import { content } from "../support/content";
import { goldenNames, materialOf, reportMaterial } from "../support/report-material";
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
  const { overview, scores, initiatives, duties, roadmap, answers, id } = material.locale.messages.tables;
  const file = toReportFile(material.report);

  it("has the very numbers of the interchange file", () => {
    const table = tableOf(tables, "scores");
    for (const key of ["score", "lower", "upper", "coverage", "stage"] as const)
      expect(column(table, scores[key])).toEqual(file.dimensions.map((dimension) => dimension[key]));
    const ends = [scores.bandFrom, scores.bandTo].map((title) => column(table, title));
    expect(ends).toEqual([0, 1].map((end) => file.dimensions.map(({ band }) => band?.[end] ?? null)));
    const whole = tableOf(tables, "overview");
    for (const key of ["score", "lower", "upper", "geometric", "coverage", "stage", "securedStage"] as const)
      expect(column(whole, overview[key])).toEqual([file.overall[key]]);
    const band = [overview.bandLow, overview.bandHigh].flatMap((title) => column(whole, title));
    expect(band).toEqual(file.overall.band ?? [null, null]);
    expect(column(tableOf(tables, "initiatives"), id)).toEqual(file.initiatives.map((one) => one.id));
    expect(column(tableOf(tables, "initiatives"), initiatives.gain)).toEqual(file.initiatives.map(({ rise }) => rise));
    for (const region of material.view.comparison.regions) {
      const bands = file.dimensions.map(
        (one) => file.benchmark.find((cell) => cell.region === region.id && cell.dimension === one.id)?.band,
      );
      expect(column(table, scores.bandLow(region.name))).toEqual(bands.map((edges) => edges?.[0] ?? null));
      expect(column(table, scores.bandHigh(region.name))).toEqual(bands.map((edges) => edges?.[1] ?? null));
    }
  });

  it("has the plan of the interchange file, and of the duties all that may apply", () => {
    const plan = tableOf(tables, "roadmap");
    expect(column(plan, id)).toEqual(file.plan.steps.map((step) => step.id));
    for (const [title, key] of [
      [roadmap.cost, "costEuro"],
      [roadmap.yearly, "yearlyEuro"],
      [roadmap.days, "effortPersonDays"],
    ] as const)
      // prettier-ignore
      expect(column(plan, title)).toEqual(file.plan.steps.map((step) => step[key]));
    const told = tableOf(tables, "duties");
    const applicable = file.duties.filter(({ state }) => state !== "does-not-apply").map((duty) => duty.id);
    expect([...column(told, id)].sort()).toEqual(applicable.sort());
    const words = material.locale.messages.result.duties.states;
    for (const [index, duty] of column(told, id).entries())
      expect(column(told, duties.applies)[index]).toBe(words[file.duties.find((one) => one.id === duty)?.state ?? "now"]);
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
  const { report, locale } = reportMaterial("tischlerei-muster", "de");
  const table = tableOf(reportTables(reportMaterial("tischlerei-muster", "de")), "answers");
  const ids = column(table, locale.messages.tables.id);
  const levels = column(table, locale.messages.tables.answers.level);
  expect(ids).toEqual(content.questionnaires.sme.dimensions.flatMap(({ items }) => items.map(({ id }) => id)));
  const given = ids.map((id) => report.answers[String(id)]);
  expect(levels).toEqual(given.map((answer) => (answer && "level" in answer ? answer.level : null)));
  expect(levels).toContain(null);
});

const hardlyAnswered: Assessment = {
  track: "municipality",
  depth: "full",
  aiUse: "trial",
  modelVersion: "2.0.0",
  organisation: {},
  answers: { "skills-literacy": { level: 4 } },
};

it("where too much is open for a number, the overview has a range and no band", () => {
  const { overview } = reportMaterial("musterstadt", "de").locale.messages.tables;
  const table = tableOf(reportTables(materialOf(reportFor(hardlyAnswered, content, "2026-11-22"), "de")), "overview");
  const cells = (...titles: string[]) => titles.flatMap((title) => column(table, title));
  expect(cells(overview.score, overview.stage, overview.securedStage, overview.bandLow, overview.bandHigh)).toEqual(Array(5).fill(null));
  expect(cells(overview.lower, overview.upper)).toEqual([expect.closeTo(100 / 36, 9), 100]);
});

it("where nothing fits into the frame, the plan says what is missing", () => {
  const limits = { budgetEuro: 0, personDaysPerQuarter: 0, quarters: 1, pinned: ["municipal-ai-office"], excluded: [], forceDuties: true };
  const plan = { limits, kept: null, done: [], begun: [], firstDay: "2027-01-01" };
  const table = tableOf(reportTables(materialOf(reportFor(hardlyAnswered, content, "2026-11-22", { plan }), "de")), "roadmap");
  expect(table.rows.length).toBeGreaterThan(1);
  expect(table.rows.flat().join("\n")).toMatch(/^Es fehlen .+\s€\.$/m);
});

// Together with the next, so that LibreOffice starts once for their files.
describe.concurrent("what somebody has typed", () => {
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

it.concurrent("a spreadsheet program shows the numbers of the report, to one decimal", async () => {
  const material = reportMaterial("musterstadt", "en");
  const table = tableOf(reportTables(material), "scores");
  const rows = csvRows(await convert(await renderWorkbook([table]), "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1"));
  const at = rows[0]?.indexOf(material.locale.messages.tables.scores.score) ?? -1;
  const expected = toReportFile(material.report).dimensions.map(({ score }) => score?.toFixed(1) ?? "");
  expect(rows.slice(1).map((row) => row[at])).toEqual(expected);
});

it.each(goldenNames)("%s prints with the name of its sheet, its pages counted, and no word broken", async (name) => {
  const tables = reportTables(reportMaterial(name, "de"));
  const sheets = [...unzip(await renderWorkbook(tables))].filter(([path]) => /worksheets\/sheet\d+\.xml$/.test(path));
  expect(sheets).toHaveLength(tables.length);
  for (const [path, xml] of sheets) expect(xml, path).toContain("<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>");
  for (const { widths, rows } of tables.map(gridOf))
    for (const { cells } of rows)
      for (const [index, { value, kind }] of cells.entries())
        if (kind === "text" && typeof value === "string")
          for (const word of value.split(/[\s-]/)) expect(Math.min(word.length, 24), word).toBeLessThanOrEqual(widths[index] ?? 0);
});
