import readExcelFile from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { carriableText } from "../../app/core/assessment/text";
import { languages } from "../../app/core/vocabulary";
import { renderSpreadsheet } from "../../app/documents/sheets/render-spreadsheet";
import { renderWorkbook } from "../../app/documents/sheets/render-workbook";
import type { Table } from "../../app/documents/sheets/tables/table";
import { reportTables } from "../../app/documents/sheets/tables/report-tables";
import { hostile } from "../support/hostile";
import { convert } from "../support/libreoffice";
import { printedPages } from "../support/printed";
import { reportMaterial } from "../support/report-material";
import { unzip } from "../support/unzip";

const properties = { title: "KI-Reife: Musterstadt", description: "Bericht", author: "Beratung & Söhne", date: "2026-11-22", language: "de" } as const; // prettier-ignore
const authorText = {
  author: "Beratung Beispiel",
  language: "de" as const,
  summary: "Die Stadt hat begonnen.\n\n- Geld",
  comments: { strategy: "Der Beschluss ist gut." },
  logo: null,
  answers: "",
};
const read = async (workbook: Uint8Array) => readExcelFile(Buffer.from(workbook), { trim: false });
const asWorkbook = async (tables: Omit<Table, "id">[]) => read(await convert(renderSpreadsheet(tables, properties), "ods", "xlsx"));

describe("the workbook", () => {
  let parts: Map<string, string>;
  beforeAll(async () => {
    parts = unzip(await renderWorkbook(reportTables(reportMaterial("musterstadt", "de")), properties));
  });

  it("can be filtered, keeps its headings in sight and repeats them on every page", () => {
    const sheet = parts.get("xl/worksheets/sheet2.xml") ?? "";
    expect(sheet).toMatch(/<autoFilter ref="A1:[A-Z]+37"\/>/);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"/);
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toMatch(/<pageSetup [^>]*fitToWidth="1"/);
    expect(sheet).toMatch(/<pageSetup [^>]*fitToHeight="0"/);
    const names = parts.get("xl/workbook.xml") ?? "";
    expect(names).toMatch(/_xlnm._FilterDatabase" localSheetId="1" hidden="1">'Antworten'!\$A\$1:\$[A-Z]+\$37</);
    expect(names).toContain("'Antworten'!$1:$1");
  });

  it("says its title, author and date", () => {
    const core = parts.get("docProps/core.xml") ?? "";
    expect(core).toContain("<dc:title>KI-Reife: Musterstadt</dc:title>");
    expect(core).toContain("<dc:creator>Beratung &amp; Söhne</dc:creator>");
    expect(core).toContain("2026-11-22T00:00:00Z");
    expect(parts.get("[Content_Types].xml")).toContain("/docProps/core.xml");
  });
});

// Together, so that LibreOffice starts once for many files.
describe.concurrent.each(languages)("the tables of a report, %s", (language) => {
  const tables = reportTables(reportMaterial("musterstadt", language, { authorText }));

  it("hold the same in LibreOffice as in the workbook", async () => {
    const [own, workbook] = [await asWorkbook(tables), await read(await renderWorkbook(tables, properties))];
    expect(own.map(({ sheet }) => sheet)).toEqual(workbook.map(({ sheet }) => sheet));
    for (const [index, { sheet, data }] of workbook.entries()) {
      const cells = data.flatMap((row, line) => row.map((value, column) => ({ sheet, line, column, value })));
      const other = cells.map(({ line, column }) => own[index]?.data[line]?.[column] ?? null);
      // A spreadsheet keeps fifteen digits of a number.
      const expected = cells.map(({ value }) => (typeof value === "number" ? (expect.closeTo(value, 9) as number) : value));
      expect(other).toEqual(expected);
    }
  });

  it("print on pages as wide as the sheet, as spreadsheet and as workbook, with days and euros as their readers write them", async () => {
    const told = { ...properties, language };
    const files = [[renderSpreadsheet(tables, told), "ods"], [await renderWorkbook(tables, told), "xlsx"]] as const;
    const printed = await Promise.all(files.map(([bytes, from]) => convert(bytes, from, "pdf").then(printedPages)));
    for (const [place, pages] of printed.entries()) {
      const from = files[place]?.[1];
      expect(pages.map(({ text }) => /\d+\/\d+/.exec(text)?.[0]), from).toEqual(pages.map((_, index) => `${index + 1}/${pages.length}`));
      // Hyphens are left out of what is read from pages.
      const days = { de: "31.03.2027", en: "20270331" };
      const said = pages.map(({ text }) => text).join("\n");
      expect(languages.map((one) => [one, said.includes(days[one])]), from).toEqual(languages.map((one) => [one, one === language]));
      // Each table begins a page, and its headings stand on all of its pages: none holds a right half alone.
      const heads = tables.filter(({ record }) => !record).map(({ columns }) => columns.map(({ title }) => title.replace(/[\s-]+/g, "")).at(-1) ?? "");
      const withHead = pages.filter(({ text }) => heads.some((head) => text.includes(head)));
      expect(withHead.length).toBeGreaterThanOrEqual(pages.length - 2);
      expect(pages.length).toBeLessThan(25);
      // What is too wide to be read on A4 prints on A3: values and initiatives, not the answers before and the duties after them.
      const widths = pages.map(({ width }) => Math.round(width / 10));
      expect(widths.filter((width, index) => width !== widths[index - 1]), from).toEqual([84, 119, 84]);
    }
  }); // prettier-ignore

  it("write euros as the language does", async () => {
    const told = { ...properties, language };
    const [before, after] = ["&quot;€&quot;#,##0", "#,##0 &quot;€&quot;"];
    const styles = unzip(await renderWorkbook(tables, told)).get("xl/styles.xml");
    expect([before, after].map((format) => styles?.includes(format))).toEqual([language === "en", language === "de"]);
    expect(unzip(renderSpreadsheet(tables, told)).get("content.xml")).toMatch(
      language === "en" ? />€<[^>]*><number:number / : /<number:number [^>]*\/><number:text> €</,
    );
  });

  it("carry what the author has written", () => {
    const all = tables.flatMap(({ rows }) => rows.flat());
    for (const text of [authorText.author, authorText.summary, authorText.comments.strategy]) expect(all).toContain(text);
  });
});

describe.concurrent("the spreadsheet", () => {
  const bytes = renderSpreadsheet(reportTables(reportMaterial("musterstadt", "de")), properties);
  const parts = unzip(bytes);

  it("says by its first bytes what it is", () => {
    expect(Buffer.from(bytes.subarray(30, 84)).toString()).toBe("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
  });

  it("can be filtered and keeps its headings in sight", async () => {
    const sheet = unzip(await convert(bytes, "ods", "xlsx")).get("xl/worksheets/sheet2.xml") ?? "";
    for (const mark of [/<autoFilter ref="A1:[A-Z]+37"/, /fitToWidth="1"/]) expect(mark.test(sheet)).toBe(true);
    // Without a window LibreOffice keeps no panes, so these are looked for where it reads them.
    const settings = (parts.get("settings.xml") ?? "").split('<config:config-item-map-entry config:name="Antworten">')[1] ?? "";
    expect(settings).toContain('<config:config-item config:name="VerticalSplitMode" config:type="short">2<');
    expect(settings).toContain('<config:config-item config:name="VerticalSplitPosition" config:type="int">1<');
  });

  it("says its title, author and date", () => {
    const meta = parts.get("meta.xml") ?? "";
    for (const said of ["<dc:title>KI-Reife: Musterstadt", "<dc:creator>Beratung &amp; Söhne", "<dc:date>2026-11-22"]) expect(meta).toContain(said); // prettier-ignore
  });
});

it.concurrent("what somebody has typed is text, never a formula, and comes back as it was", async () => {
  // A cell of a workbook ends at 32,767 signs, and one of LibreOffice has no tab.
  const texts = Object.values(hostile).map(carriableText).filter((text) => !text.includes("\t")); // prettier-ignore
  const table: Omit<Table, "id"> = { name: "O'Hara & Co", record: false, columns: [{ title: "=1+1", kind: "long-text" }, { title: "x", kind: "text" }], rows: texts.map((text) => [text, " a  b "]) }; // prettier-ignore
  expect(unzip(renderSpreadsheet([table], properties)).get("content.xml")).not.toContain("table:formula");
  const [sheet] = await asWorkbook([table]);
  expect(sheet?.data).toEqual([["=1+1", "x"], ...texts.map((text) => [text, " a  b "])]);
});
