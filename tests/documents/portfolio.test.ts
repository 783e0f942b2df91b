import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { medianOf } from "../../app/core/mappe/portfolio";
import { toReportFile } from "../../app/core/report-file";
import { languages } from "../../app/core/vocabulary";
import { portfolioEntry, type PortfolioEntry } from "../../app/documents/sheets/portfolio/portfolio-entry";
import { portfolioFile } from "../../app/documents/sheets/portfolio/portfolio-file";
import { portfolioSheets } from "../../app/documents/sheets/portfolio/portfolio-sheets";
import { localeOf } from "../../app/i18n/index";
import { convert } from "../support/libreoffice";
import { goldenNames, reportMaterial } from "../support/report-material";
import { unzip } from "../support/unzip";

const date = "2026-11-22";
const linkOf = (name: string) => `${name}-a & b.pdf`;
const entriesIn = (language: "de" | "en") => goldenNames.map((name) => portfolioEntry(reportMaterial(name, language), name));
const withLinks = (entries: PortfolioEntry[]) =>
  entries.map((entry) => ({ entry, key: null, links: [{ title: "PDF", href: linkOf(entry.name) }] }));
const german = withLinks(entriesIn("de"));

describe.each(languages)("a portfolio in %s", (language) => {
  const locale = localeOf(language);
  const { overview, portfolio, id } = locale.messages.tables;
  const sheets = portfolioSheets(withLinks(entriesIn(language)), locale);
  const sheet = (name: string) => sheets.find((one) => one.name === name) ?? { columns: [], rows: [] };
  const column = (name: string, title: string) => {
    const { columns, rows } = sheet(name);
    return rows.map((row) => row[columns.findIndex((one) => one.title === title)]);
  };
  const reports = new Map(goldenNames.map((name) => reportMaterial(name, language).report).map((one) => [one.organisation.name, one]));

  it("has the very numbers of each report", () => {
    const { name } = portfolio.organisations;
    const organisations = column(name, overview.organisation);
    expect([...organisations].sort()).toEqual([...reports.keys()].sort());
    for (const [index, organisation] of organisations.entries()) {
      const report = reports.get(String(organisation));
      const file = report && toReportFile(report);
      for (const key of ["score", "lower", "upper"] as const) expect(column(name, overview[key])[index]).toBe(file?.overall[key]);
      const values = sheet(portfolio.topics.name).rows[index]?.slice(1);
      expect(values).toEqual(file?.dimensions.map(({ score }) => (file.depth === "quick" ? null : score)));
    }
  });

  it("counts for how many each measure is recommended, and how many it lifts", () => {
    const files = [...reports.values()].map((report) => toReportFile(report));
    const { name, recommended, lifts } = portfolio.measures;
    const measures = column(name, id);
    expect(measures.length).toBeGreaterThan(3);
    for (const [index, measure] of measures.entries()) {
      const own = files.flatMap(({ initiatives }) => initiatives.filter((one) => one.id === measure));
      expect(column(name, recommended)[index]).toBe(own.length);
      expect(own.length).toBeGreaterThan(1);
      expect(column(name, lifts)[index]).toBe(own.filter(({ rise }) => rise > 1e-9).length);
    }
  });

  it("names all that a measure is for in running text: a line for each would not fit into a row", () => {
    const { name, who, recommended } = portfolio.measures;
    const names = column(name, who).map((all) => String(all).split(", ").length);
    expect(names).toEqual(column(name, recommended));
  });

  it("is ordered by what is due first, and never by value", () => {
    const days = column(portfolio.due.name, portfolio.due.day).map((day) => day ?? "");
    expect(days).toEqual([...days].sort());
    const { now } = portfolio.due.states;
    expect(column(portfolio.due.name, portfolio.due.state).slice(0, 2)).toEqual([now, now]);
    const next = column(portfolio.organisations.name, portfolio.organisations.nextDay).map((day) => day ?? "");
    expect(next).toEqual([...next].sort());
  });
});

it("tells organisations of one name apart by what they are called by, in every sheet", () => {
  const twins = german.slice(0, 1).flatMap((one) => ["K-1", "K-2"].map((key) => ({ ...one, key })));
  const names = twins.map(({ entry, key }) => `${entry.name} (${key})`);
  const [, organisations, topics, , , profiles] = portfolioSheets(twins, localeOf("de"));
  for (const sheet of [organisations, topics, profiles]) expect(sheet?.rows.map(([name]) => name)).toEqual(names);
});

it("an overdue step comes before everything else and is counted", () => {
  const locale = localeOf("de");
  const { due, summary } = locale.messages.tables.portfolio;
  const [step] = reportMaterial("kleinhausen", "de").view.plan.planned?.steps ?? [];
  const steps = new Map([[step?.id ?? "", { status: "planned" as const, owner: "Frau Muster", due: "2026-11-21", note: "" }]]);
  const late = portfolioEntry(reportMaterial("kleinhausen", "de", { steps }), "Kleinhausen");
  const [together, organisations, , , deadlines] = portfolioSheets(withLinks([...entriesIn("de").slice(0, 1), late]), locale);
  expect(organisations?.rows.map(([name]) => name)).toEqual(["Kleinhausen", "Musterstadt"]);
  expect(deadlines?.rows[0]).toEqual(["2026-11-21", due.states.overdue, "Kleinhausen", due.kinds.step, step?.title, "Frau Muster"]);
  const at = together?.columns.findIndex(({ title }) => title === summary.overdue) ?? -1;
  expect(together?.rows[0]?.[at]).toBe(1);
});

it("a topic that the questionnaires name alike but for a sign has one name", () => {
  const [, , topics] = portfolioSheets(withLinks(entriesIn("en")), localeOf("en"));
  expect(topics?.columns.map(({ title }) => title)).toContain("Data protection and law");
});

it("what lies in the middle is told for municipalities and companies apart, and in one where there are only those", () => {
  const all = entriesIn("de");
  const middles = (entries: PortfolioEntry[]) => {
    const [together] = portfolioSheets(withLinks(entries), localeOf("de"));
    return (together?.columns ?? []).flatMap(({ title, kind }, at) =>
      kind === "score" ? [[title, together?.rows[0]?.[at]] as const] : [],
    );
  };
  const expected = (track: "municipality" | "sme") => medianOf(all.flatMap((one) => (one.track === track ? (one.score ?? []) : [])));
  const mixed = new Map(middles(all));
  expect(mixed.get("Mittlere Kommune: Stand (0–100)")).toBe(expected("municipality"));
  expect(mixed.get("Mittleres Unternehmen: Stand (0–100)")).toBe(expected("sme"));
  expect([mixed.has("Mittlere Kommune: Sicherheit"), mixed.has("Mittleres Unternehmen: IT-Sicherheit"), mixed.size]).toEqual([
    true,
    true,
    20,
  ]);
  const towns = middles(all.filter(({ track }) => track === "municipality"));
  expect([towns[0], towns.length]).toEqual([["Mittlere Organisation: Stand (0–100)", expected("municipality")], 10]);
});

describe("as a file", () => {
  const locale = localeOf("de");
  const { portfolio } = locale.messages.tables;
  const [musterstadt] = entriesIn("de");

  it("a workbook has filters, frozen heads, colours by stage beside the numbers, and links that open", async () => {
    const bytes = await portfolioFile(german, "xlsx", { date, locale });
    const parts = unzip(bytes);
    const xml = parts.get("xl/worksheets/sheet2.xml") ?? "";
    expect(xml).toContain("<autoFilter ");
    expect(xml).toMatch(/<pane [^>]*ySplit="1"/);
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    // What is empty is told from 0 first, then the five stages.
    expect(xml.match(/<cfRule [^>]*>/g)?.slice(0, 6).map((rule) => /type="(\w+)"/.exec(rule)?.[1])).toEqual(["expression", ...Array<string>(5).fill("cellIs")]); // prettier-ignore
    expect(xml).toMatch(/<hyperlink ref="[A-Z]+2" r:id="([^"]+)"\/>/);
    expect(parts.get("xl/worksheets/_rels/sheet2.xml.rels")).toContain('Target="Musterstadt-a &amp; b.pdf" TargetMode="External"');
    expect(xml).not.toMatch(/<f[ >/]/);
    expect(parts.get("docProps/core.xml")).toContain(`<dc:title>${portfolio.title}</dc:title>`);
    const read = await readExcelFile(Buffer.from(bytes));
    expect(read.map(({ sheet }) => sheet)).toEqual(portfolioSheets(german, locale).map(({ name }) => name));
    expect(read[1]?.data.flat()).toContain(linkOf("Musterstadt"));
  });

  it("an OpenDocument spreadsheet colours a cell by its stage, as LibreOffice sees it", async () => {
    const bytes = await portfolioFile(german, "ods", { date, locale });
    const content = unzip(bytes).get("content.xml") ?? "";
    expect(content).toContain('xlink:href="../Musterstadt-a &amp; b.pdf"');
    const page = new TextDecoder().decode(await convert(bytes, "ods", "fods:OpenDocument Spreadsheet Flat XML"));
    expect(page).toContain('style:apply-style-name="Scale-0"');
    expect(page).toContain(`office:value="${musterstadt?.stage}"`);
  });
});
