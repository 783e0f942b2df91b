import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { carriableText } from "../../app/core/assessment/text";
import { languages } from "../../app/core/vocabulary";
import type { Block, ReportDocument } from "../../app/documents/document";
import { renderOdt } from "../../app/documents/odt/render-odt";
import { annex } from "../../app/documents/papers/annex";
import { councilReport } from "../../app/documents/papers/council-report";
import { ownerPage } from "../../app/documents/papers/owner-page";
import { resolution } from "../../app/documents/papers/resolution";
import { slide } from "../../app/documents/papers/slide";
import { bodyOf, missingIn, textsOf } from "../support/document-texts";
import { docxDocument } from "../support/docx-document";
import { hostileDocument, hostileTexts, readableHostile } from "../support/hostile-document";
import { convert } from "../support/libreoffice";
import { pagesOfPictures, readPdfText } from "../support/pdf/text";
import { printedPages, squeezed, type PrintedPage } from "../support/printed";
import { reportMaterial } from "../support/report-material";
import { unzip } from "../support/unzip";

const opened = (document: ReportDocument) => convert(renderOdt(document), "odt", "pdf");
const headingsOf = ({ blocks }: ReportDocument) => blocks.filter(({ kind }) => kind === "heading").flatMap(textsOf);

/** What LibreOffice takes for headings, in their order. */
const outlineOf = async (pdf: Uint8Array) => (await readPdfText(pdf)).outline.map(squeezed);

describe("the file", () => {
  const bytes = renderOdt(docxDocument("de"));
  const parts = unzip(bytes);
  const part = (name: string) => parts.get(name) ?? "";

  it("says by its first bytes what it is, and names all that is in it", () => {
    expect(Buffer.from(bytes.subarray(30, 77)).toString()).toBe("mimetypeapplication/vnd.oasis.opendocument.text");
    expect(bytes[8]).toBe(0);
    const listed = [...part("META-INF/manifest.xml").matchAll(/manifest:full-path="([^"]+)"/g)].map(([, path]) => path);
    expect(listed.sort()).toEqual(["/", ...[...parts.keys()].filter((name) => name !== "mimetype" && !name.startsWith("META-INF"))].sort());
  });

  it("uses the styles that LibreOffice has for each purpose", () => {
    for (const name of ["Heading_20_1", "Text_20_body", "Table_20_Contents", "Table_20_Heading", "Caption", "Contents_20_1", "Footer"])
      expect(part("styles.xml"), name).toContain(`<style:style style:name="${name}"`);
    const used = new Set([...part("content.xml").matchAll(/text:style-name="([^"]+)"/g)].map(([, name = ""]) => name));
    const defined = [part("styles.xml"), part("content.xml")].flatMap((xml) =>
      [...xml.matchAll(/<(?:style:style|text:list-style) style:name="([^"]+)"/g)].map(([, name = ""]) => name),
    );
    expect([...used].filter((name) => !defined.includes(name))).toEqual([]);
  });

  it("has headings, header rows, header columns and alternative texts that programs can tell", () => {
    const body = part("content.xml");
    expect(body.match(/<text:h [^>]*text:outline-level="1"/g)).toHaveLength(2);
    expect(body.match(/<table:table-header-rows>/g)).toHaveLength(2);
    // Two tables, two fact sheets, and that of the cover.
    expect(body.match(/<table:table-header-columns>/g)).toHaveLength(5);
    expect([...body.matchAll(/<svg:desc>([^<]*)/g)].map(([, text]) => text)).toEqual([
      "Logo der Beratung",
      "Wert 50, Bereich der Region 30 bis 65",
      "Wert 50, Bereich der Region 30 bis 65",
    ]);
  });

  it("says its language, title, author and date", () => {
    expect(part("styles.xml")).toContain('fo:language="de" fo:country="DE"');
    expect(part("content.xml")).toContain('fo:language="en" fo:country="GB"');
    expect(part("meta.xml")).toContain("<dc:title>KI-Reife: Musterstadt</dc:title>");
    expect(part("meta.xml")).toContain("<dc:creator>Beratung Beispiel</dc:creator>");
    expect(part("meta.xml")).toContain("<dc:language>de-DE</dc:language>");
    expect(part("meta.xml")).toContain("<dc:date>2026-11-22T00:00:00</dc:date>");
  });

  it("is the same again", () => {
    expect(Buffer.from(renderOdt(docxDocument("de"))).equals(bytes)).toBe(true);
  });
});

// Together, so that LibreOffice starts once for many files.
describe.concurrent.each(languages)("every kind of block, %s", (language) => {
  const document = docxDocument(language);
  let pdf: Uint8Array;
  let pages: PrintedPage[];
  beforeAll(async () => {
    pdf = await opened(document);
    pages = await printedPages(pdf);
  });

  it("loses no text and keeps the order", () => {
    const body = bodyOf(pages, document);
    expect(document.blocks.flatMap(textsOf).filter((text) => !body.includes(squeezed(text)))).toEqual([]);
    const inOrder = document.blocks.filter(({ kind }) => kind === "heading" || kind === "list").flatMap(textsOf);
    expect(inOrder.length).toBeGreaterThan(10);
    expect(missingIn(body, inOrder)).toEqual([]);
  });

  it("shows every heading as one", async () => {
    expect(await outlineOf(pdf)).toEqual(expect.arrayContaining(headingsOf(document).map(squeezed)));
  });

  it("lists chapters and sections with the pages that they stand on", () => {
    const contents = pages[1]?.text ?? "";
    const listed = document.blocks.flatMap((block) => (block.kind === "heading" && block.level <= 2 ? [squeezed(block.text)] : []));
    for (const text of listed) {
      const page = Number(new RegExp(`${text}(\\d+?)(?=\\D|$)`).exec(contents)?.[1]);
      expect(pages[page - 1]?.text, text).toContain(text);
    }
  });

  it("shows every figure and the logo, and says whose page it is, but not on the cover", async () => {
    const foot = (number: number) => squeezed(`${document.page} ${number} ${document.of} ${pages.length}`);
    expect(pages.map(({ text }, index) => text.includes(foot(index + 1)))).toEqual(pages.map((_page, index) => index > 0));
    // The logo alone: a figure is drawn, not a picture.
    expect(await pagesOfPictures(pdf)).toEqual([0]);
    expect(pages[0]?.text).toContain(squeezed(document.cover.notice));
  });
});

it.concurrent.each([
  ["musterstadt", "de", { councilReport, resolution }],
  ["tischlerei-muster", "en", { ownerPage }],
  ["kleinhausen", "de", { annex }],
] as const)("the papers on %s arrive with every heading, cell and entry", async (name, language, papers) => {
  const documents = Object.values(papers).map((paper) => paper(reportMaterial(name, language)));
  const files = await Promise.all(documents.map(opened));
  for (const [place, document] of documents.entries()) {
    const pdf = files[place] ?? new Uint8Array();
    const pages = await printedPages(pdf);
    const body = bodyOf(pages, document);
    expect(document.blocks.flatMap(textsOf).filter((text) => !body.includes(squeezed(text)))).toEqual([]);
    expect(await outlineOf(pdf)).toEqual(expect.arrayContaining(headingsOf(document).map(squeezed)));
  }
}); // prettier-ignore

it.concurrent("the slide is one page, wider than high, and ends without a line that would begin another", async () => {
  const pdf = await getDocument({ data: Uint8Array.from(await opened(slide(reportMaterial("musterstadt", "de")))), verbosity: 0 }).promise;
  expect(pdf.numPages).toBe(1);
  const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
  expect(width).toBeGreaterThan(height);
});

it.concurrent("columns stand side by side, each under its heading", async () => {
  const columns = ["Links", "Mitte", "Rechts"].map((title) => ({ title, items: [[{ text: `${title} steht dies` }]] }));
  const document: ReportDocument = { ...docxDocument("de"), cover: null, contents: null, blocks: [{ kind: "heading", level: 1, text: "Anfang" }, { kind: "columns", columns }] }; // prettier-ignore
  const pdf = await getDocument({ data: Uint8Array.from(await opened(document)), verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const places = columns.map(({ title }) => items.flatMap((item) => ("str" in item && item.str === title ? [item.transform as number[]] : []))[0]); // prettier-ignore
  expect(new Set(places.map((place) => Math.round(place?.[5] ?? -1))).size).toBe(1);
  const [left = 0, middle = 0, right = 0] = places.map((place) => place?.[4] ?? 0);
  expect(left < middle && middle < right).toBe(true);
});

describe.concurrent("what somebody has typed", () => {
  const file = renderOdt(hostileDocument());
  const parts = unzip(file);

  it("stands there as text", () => {
    const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
    const body = (parts.get("content.xml") ?? "")
      .replaceAll("<text:line-break/>", "\n")
      .replaceAll("<text:tab/>", "\t")
      .replace(/&(amp|lt|gt|quot);/g, (_all, name: string) => entities[name] ?? "");
    expect(hostileTexts.filter((text) => !body.includes(carriableText(text)))).toEqual([]);
  });

  it("leads nowhere but to pages and mailboxes, and is no field or script", () => {
    const body = parts.get("content.xml") ?? "";
    const links = [...body.matchAll(/<text:a [^>]*xlink:href="([^"#][^"]*)"/g)].map(([, target]) => target);
    expect(new Set(links)).toEqual(new Set(["https://example.org/?q=&quot;&gt;&lt;script&gt;"]));
    expect(body).not.toMatch(/<(?:office:script|script:|text:execute-macro|text:dde)/);
  });

  it("opens and is shown", async () => {
    const shown = (await printedPages(await convert(file, "odt", "pdf"))).map(({ text }) => text).join("");
    expect(readableHostile.filter((text) => !shown.includes(squeezed(text)))).toEqual([]);
  });
});

it("facts, numbers and lists that there are none of leave nothing", () => {
  const blocks: Block[] = [
    { kind: "facts", facts: [] },
    { kind: "numbers", numbers: [] },
    { kind: "list", ordered: false, items: [] },
  ];
  const body = unzip(renderOdt({ ...docxDocument("de", 1), cover: null, contents: null, blocks })).get("content.xml") ?? "";
  expect(body).toContain("<office:body><office:text/></office:body>");
});
