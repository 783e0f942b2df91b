import { strToU8, zipSync } from "fflate";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { content } from "../../../tests/support/content";
import { renderWorkbook } from "../../documents/sheets/render-workbook";
import { describeFault } from "./describe-fault";
import { readClientTable } from "./read-client-table";
import { localeOf } from "../../i18n/index";

const readText = (text: string, encoding = "utf8", addBOM = false) => readClientTable(iconv.encode(text, encoding, { addBOM }), content);
const head = "name;track;depth;land;privacy-assessment";
const csv = `${head}\nKöln;Kommune;Kurzcheck;Baden-Württemberg;2\n`;

describe("a table as text", () => {
  it.each([
    ["UTF-8", csv, "utf8", false],
    ["UTF-8 with a mark", csv, "utf8", true],
    ["UTF-16", csv, "utf-16le", true],
    ["the other UTF-16", csv, "utf-16be", true],
    ["Windows-1252", csv, "windows-1252", false],
    ["lines of Windows", csv.replaceAll("\n", "\r\n"), "utf8", false],
    ["lines of old Macs", csv.replaceAll("\n", "\r"), "utf8", false],
    ["commas", csv.replaceAll(";", ","), "utf8", false],
    ["tabs", csv.replaceAll(";", "\t"), "utf-16le", true],
    ["a line that names its separator", `sep=;\r\n${csv}`, "utf8", false],
    ["a strange separator that it names", `sep=|\n${csv.replaceAll(";", "|")}`, "utf8", false],
    ["a title above", `Kunden, Stand: November, Nr. 4\n;;;;\n${csv}`, "utf8", false],
    ["quotes", csv.replace(/[^;\n]+/g, '"$&"'), "utf8", false],
  ])("is read with %s", (_what, text, encoding, addBOM) => {
    const { clients, faults } = readText(text, encoding, addBOM);
    expect(faults).toEqual([]);
    expect(clients.map(({ name, assessment }) => [name, assessment.organisation.land, assessment.answers])).toEqual([
      ["Köln", "BW", { "privacy-assessment": { level: 2 } }],
    ]);
  });

  it("counts rows as spreadsheets do, without the line that names the separator", () => {
    expect(readText(`sep=;\n${csv.replace(";2", ";9")}`).faults.map(({ cell }) => cell)).toEqual(["E2"]);
  });

  it("has its apostrophes taken off names again", () => {
    expect(readText(`${head}\n"'=Amt";Kommune;Kurzcheck;;2\n`).clients.map(({ name }) => name)).toEqual(["=Amt"]);
  });

  it("in an encoding that nobody reads here is refused by its name", () => {
    expect(readText(csv, "utf-32le", true).faults).toMatchObject([{ code: "wrong-encoding", value: "UTF-32LE" }]);
  });
});

const columns = ["name", "track", "depth", "privacy-assessment", "ai-rules"].map((title) => ({ title, kind: "text" as const }));
const sheet = (name: string, rows: (string | number | null)[][]) => ({ name, record: false, columns, rows });

describe("a workbook", () => {
  it("is read, numbers as numbers and faults at their cells", async () => {
    const rows = [["A", "sme", "full", 3, "weiß nicht"], [null, null, null, null, null], ["B", "Unternehmen", "full", 7, "vielleicht"]]; // prettier-ignore
    const { clients, faults } = readClientTable(await renderWorkbook([sheet("Tabelle1", rows)]), content);
    expect(clients.map(({ row, assessment }) => ({ row, answers: assessment.answers }))).toEqual([
      { row: 2, answers: { "privacy-assessment": { level: 3 }, "ai-rules": { answer: "dk" } } },
    ]);
    expect(faults.map(({ row, cell, code, value, client }) => [row, cell, code, value, client])).toEqual([
      [4, "D4", "level-out-of-range", "7", "B"],
      [4, "E4", "not-an-answer", "vielleicht", "B"],
    ]);
  });

  it("may have its table on any sheet, under any name, and several of them", async () => {
    const cover = { name: "Deckblatt", record: false, columns: [{ title: "Kunden 2026", kind: "text" as const }], rows: [["name"]] };
    const [one, two] = [sheet("Meine Kunden", [["A", "sme", "full", 3, null]]), sheet("Noch mehr", [["B", "sme", "full", 9, null]])];
    expect(readClientTable(await renderWorkbook([cover, one]), content)).toMatchObject({ clients: [{ name: "A" }], faults: [] });
    const both = readClientTable(await renderWorkbook([cover, one, two]), content);
    expect([both.clients.map(({ name }) => name), both.faults.map(({ cell }) => cell)]).toEqual([["A"], ["Noch mehr!D2"]]);
  });
});

/** A workbook of one sheet, from its cells as Excel writes them. */
function xlsx(cells: string, { state = "visible", prefix = "", below = "", merged = "", properties = "" } = {}): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const titles = columns.map(({ title }) => `<c t="inlineStr"><is><t>${title}</t></is></c>`).join("");
  return zipSync({
    "xl/workbook.xml": strToU8(
      `<workbook ${main} xmlns:r="${type}"><sheets><sheet name="Tabelle1" sheetId="1" state="${state}" r:id="rId1"/></sheets>${properties}</workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="x"><Relationship Id="rId1" Type="${type}/worksheet" Target="/xl/worksheets/s.xml"/><Relationship Id="rId2" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/styles.xml": strToU8(
      `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="0&quot; days&quot;"/></numFmts>` +
        `<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${[0, 14, 164, 9, 165].map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs></styleSheet>`,
    ),
    "xl/worksheets/s.xml": strToU8(
      `${prefix}<worksheet ${main}><sheetData><row r="1">${titles}</row><row r="2">${cells}</row>${below}</sheetData>${merged}</worksheet>`,
    ),
  });
}
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const start = text("A") + text("sme") + text("full");

describe("a workbook as other programs write it", () => {
  it("has formulas with their results", () => {
    const { clients } = readClientTable(xlsx(`${start}<c><f>1+1</f><v>2</v></c><c t="str"><f>"d"</f><v>dk</v></c>`), content);
    expect(clients[0]?.assessment.answers).toEqual({ "privacy-assessment": { level: 2 }, "ai-rules": { answer: "dk" } });
  });

  it.each([
    ["no result", "<c><f>1+1</f><v></v></c>", "=1+1"],
    ["no place for a result", "<c><f>1+1</f></c>", "=1+1"],
    ["an error", '<c t="e"><f>A1/0</f><v>#DIV/0!</v></c>', "A1/0"],
    ["an error pasted as a value", '<c t="e"><v>#REF!</v></c>', "#REF!"],
  ])("and is refused where a formula has %s", (_what, cell, value) => {
    const { clients, faults } = readClientTable(xlsx(start + cell), content);
    expect({ clients, faults: faults.map(({ cell: place, code, value: found }) => [place, code, found]) }).toEqual({
      clients: [],
      faults: [["D2", "formula-without-value", value]],
    });
  });

  it.each([
    [1, "46093", "2026-03-12"],
    [2, "46093.75", "2026-03-12"],
    [3, "0.07", "7 %"],
    [4, "3", "3"],
    [0, "46093", "46093"],
  ])("has days and percents as they are shown: style %i, %s", (style, value, shown) => {
    const noted = text("A") + text("sme") + text("full") + `<c><v>2</v></c><c/>` + `<c r="F2" s="${style}"><v>${value}</v></c>`;
    const more = '<row r="1"><c r="F1" t="inlineStr"><is><t>privacy-assessment.evidence</t></is></c></row>';
    const evidenceIn = (properties = "") =>
      readClientTable(xlsx(noted, { below: more, properties }), content).clients[0]?.assessment.answers["privacy-assessment"];
    expect(evidenceIn()).toMatchObject({ evidence: shown });
    if (style === 1) expect(evidenceIn('<workbookPr date1904="1"/>')).toMatchObject({ evidence: "2030-03-13" });
  });

  it("says what stands in merged cells of each of them, no further than it has rows and columns", () => {
    const below = `<row r="3">${text("B")}<c/><c/><c><v>3</v></c></row>`;
    const merged = '<mergeCells><mergeCell ref="B2:B1048576"/><mergeCell ref="C2:C3"/><mergeCell ref="D2:XFD2"/></mergeCells>';
    const { clients, faults } = readClientTable(xlsx(`${start}<c><v>2</v></c>`, { below, merged }), content);
    expect(faults).toEqual([]);
    expect(clients.map(({ name, assessment }) => [name, assessment.track, assessment.depth, assessment.answers])).toEqual([
      ["A", "sme", "full", { "privacy-assessment": { level: 2 }, "ai-rules": { level: 2 } }],
      ["B", "sme", "full", { "privacy-assessment": { level: 3 } }],
    ]);
  });

  it.each(["hidden", "veryHidden"])("is refused where its only table is %s", (state) => {
    expect(readClientTable(xlsx(start, { state }), content).faults).toMatchObject([{ code: "hidden-sheet", value: "Tabelle1" }]);
  });

  it("may hold Excel's escapes, and loses entities that it declares itself", () => {
    expect(readClientTable(xlsx(start.replace(">A<", ">A_x000D__x000A_B_x005F_x0041_<")), content).clients[0]?.name).toBe("A\nB_x0041_");
    const prefix = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(readClientTable(xlsx(text("&b;") + start, { prefix }), content).faults).toMatchObject([{ code: "unreadable" }]);
  });
});

/** An OpenDocument spreadsheet as LibreOffice writes it. */
function ods(rows: string, style = "", more: Record<string, Uint8Array> = {}): Uint8Array {
  const names = ["office", "table", "text", "style", "calcext"].map((name) => `xmlns:${name}="urn:${name}"`).join(" ");
  const cells = columns.map(({ title }) => odsText(title)).join("");
  const row = (inside: string) => `<table:table-row>${inside}</table:table-row>`;
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
    "content.xml": strToU8(
      `<office:document-content ${names}><office:automatic-styles><style:style style:name="ta1"><style:table-properties ${style}/></style:style></office:automatic-styles>` +
        `<office:body><office:spreadsheet><table:table table:name="T" table:style-name="ta1">${row(cells)}${row(rows)}` +
        `<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
        "</table:table></office:spreadsheet></office:body></office:document-content>",
    ),
    ...more,
  });
}
const odsText = (value: string, attributes = "") => `<table:table-cell office:value-type="string" ${attributes}><text:p>${value}</text:p></table:table-cell>`; // prettier-ignore
const odsStart = odsText("A") + odsText("sme") + odsText("full");

describe("an OpenDocument spreadsheet", () => {
  it("is read, without what is remarked about its cells", () => {
    const remark = "<office:annotation><text:p>Bitte prüfen</text:p></office:annotation>";
    const number = '<table:table-cell office:value-type="float" office:value="3"><text:p>3,00</text:p></table:table-cell>';
    const spaced = `<table:table-cell office:value-type="string">${remark}<text:p>weiß<text:s text:c="2"/><text:span>nicht</text:span></text:p></table:table-cell>`;
    expect(readClientTable(ods(odsStart + number + spaced), content)).toMatchObject({
      clients: [{ name: "A", assessment: { answers: { "privacy-assessment": { level: 3 }, "ai-rules": { answer: "dk" } } } }],
      faults: [],
    });
  });

  it("may repeat a cell", () => {
    const { clients } = readClientTable(ods(odsStart + odsText("2", 'table:number-columns-repeated="2"')), content);
    expect(Object.values(clients[0]?.assessment.answers ?? {})).toEqual([{ level: 2 }, { level: 2 }]);
  });

  it("has days as such, however they are shown", () => {
    const day =
      '<table:table-cell office:value-type="date" office:date-value="2026-03-12T08:00:00"><text:p>03/12/26</text:p></table:table-cell>';
    expect(readClientTable(ods(odsStart + day), content).faults).toMatchObject([
      { cell: "D2", code: "not-an-answer", value: "2026-03-12" },
    ]);
  });

  it("may have merged cells", () => {
    const [track, depth] = [odsText("sme", 'table:number-rows-spanned="2"'), odsText("full", 'table:number-rows-spanned="2"')];
    const covered = '<table:covered-table-cell table:number-columns-repeated="2"/>';
    const two = `${odsText("A")}${track}${depth}${odsText("2")}</table:table-row><table:table-row>${odsText("B")}${covered}${odsText("3")}`;
    const { clients, faults } = readClientTable(ods(two), content);
    expect([faults, clients.map(({ name, assessment }) => [name, assessment.track])]).toEqual([[], [["A", "sme"], ["B", "sme"]]]); // prettier-ignore
  });

  it("is refused where a formula has no result, or its table is hidden", () => {
    const formula = '<table:table-cell table:formula="of:=1+1"/>';
    expect(readClientTable(ods(odsStart + formula), content).faults).toMatchObject([
      { cell: "D2", code: "formula-without-value", value: "=1+1" },
    ]);
    const error = '<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'; // prettier-ignore
    expect(readClientTable(ods(odsStart + error), content).faults).toMatchObject([{ cell: "D2", value: "#DIV/0!" }]);
    expect(readClientTable(ods(odsStart, 'table:display="false"'), content).faults).toMatchObject([{ code: "hidden-sheet", value: "T" }]);
  });

  it("cannot be a bomb, neither by repeating nor by packing", () => {
    const repeated = odsText("x", 'table:number-columns-repeated="16384"');
    expect(readClientTable(ods(repeated), content).faults).toMatchObject([{ code: "table-too-large" }]);
    const packed = zipSync({ "xl/workbook.xml": new Uint8Array(80 * 1024 ** 2) });
    expect(packed.length).toBeLessThan(200_000);
    expect(readClientTable(packed, content).faults).toMatchObject([{ code: "table-too-large" }]);
    // Its directory says it were small.
    const lying = packed.slice();
    const directory = Buffer.from(lying.buffer).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(lying.buffer).setUint32(directory + 24, 1_000, true);
    expect(readClientTable(lying, content).faults).toMatchObject([{ code: "unreadable" }]);
  });
});

it.each([
  ["text without a table", new TextEncoder().encode("Guten Tag"), "missing-column"],
  ["a file that begins as a packed one", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), "unreadable"],
  ["an old or locked Excel file", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "old-excel"],
  ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), "unreadable"],
  ["nothing", new Uint8Array(), "unreadable"],
])("%s is no table", (_what, bytes, code) => {
  const { clients, faults } = readClientTable(bytes, content);
  expect(clients).toEqual([]);
  expect(faults.map((fault) => fault.code)).toContain(code);
});

describe("a fault is told in the reader's language", () => {
  const { faults } = readText(csv.replace("Kurzcheck", "kurz"));
  const unknown = readText(csv.replace("privacy-assessment", "privacy-assesment")).faults;
  it.each([
    ["de" as const, "Umfang", "k.csv, C2, Köln", "„kurz“: "],
    ["en" as const, "depth", "k.csv, C2, Köln", "“kurz”: "],
  ])("%s", (language, _column, what, why) => {
    const locale = localeOf(language);
    const [fault] = faults.map((one) => describeFault(one, "k.csv", locale));
    const meant = locale.messages.tables.clients.suggestion("Kurzcheck");
    expect(fault).toEqual({ what, why: `${why}${locale.messages.errors.saveFile["unknown-depth"]} ${meant}` });
    expect(unknown.map((one) => describeFault(one, "k.csv", locale).why)[0]).toContain("privacy-assessment");
  });
});
