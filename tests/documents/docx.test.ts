import { beforeAll, describe, expect, it } from "vitest";
import { renderDocx } from "../../app/documents/docx/render-docx";
import { renderOdt } from "../../app/documents/odt/render-odt";
import type { Block, ReportDocument } from "../../app/documents/document";
import { annex } from "../../app/documents/papers/annex";
import { writePaper } from "../../app/documents/papers/write-paper";
import { carriableText } from "../../app/core/assessment/text";
import { languages } from "../../app/core/vocabulary";
import { bodyOf, missingIn, textsOf } from "../support/document-texts";
import { docxDocument } from "../support/docx-document";
import { hostileDocument, hostileTexts, readableHostile } from "../support/hostile-document";
import { convert } from "../support/libreoffice";
import { printedPages, squeezed, type PrintedPage } from "../support/printed";
import { pagesOfPictures } from "../support/pdf/text";
import { organisations } from "../support/organisations";
import { reportFor } from "../support/report";
import { content } from "../support/content";
import { materialOf, reportMaterial } from "../support/report-material";
import { unzip } from "../support/unzip";

const print = async (document: ReportDocument) => convert(await renderDocx(document), "docx", "pdf");

describe("the file", () => {
  let parts: Map<string, string>;
  const part = (name: string) => parts.get(name) ?? "";
  beforeAll(async () => {
    parts = unzip(await renderDocx(docxDocument("de")));
  });

  it("has headings, header rows, row headers and alternative texts that programs can tell", () => {
    const body = part("word/document.xml");
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(2);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(
      body.match(
        /<w:tblLook [^>]*w:firstColumn="(?:1|true)"[^>]*w:firstRow="(?:1|true)"|<w:tblLook [^>]*w:firstRow="(?:1|true)"[^>]*w:firstColumn="(?:1|true)"/g,
      ),
    ).toHaveLength(2);
    expect([...body.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, text]) => text)).toEqual([
      "Logo der Beratung",
      "Wert 50, Bereich der Region 30 bis 65",
      "Wert 50, Bereich der Region 30 bis 65",
    ]);
  });

  it("names its styles as Word does, and has no paragraph only for the space", async () => {
    const styles = part("word/styles.xml");
    for (const name of ["heading 1", "heading 2", "heading 3", "heading 4", "caption", "header", "footer", "toc 1"])
      expect(styles, name).toContain(`<w:name w:val="${name}"/>`);
    expect(styles).not.toMatch(/<w:name w:val="Heading \d"/);
    const report = unzip(await renderDocx(annex(reportMaterial("musterstadt", "de"))));
    const gaps = [...(report.get("word/document.xml") ?? "").matchAll(/<w:pStyle w:val="Gap"\/>/g)].length;
    expect(gaps).toBeLessThan(20);
  });

  it("says its language, title and author", () => {
    expect(part("word/styles.xml")).toContain('<w:lang w:val="de-DE"/>');
    expect(part("word/document.xml")).toContain('<w:lang w:val="en-GB"/>');
    expect(part("docProps/core.xml")).toContain("<dc:title>KI-Reife: Musterstadt</dc:title>");
    expect(part("docProps/core.xml")).toContain("<dc:creator>Beratung Beispiel</dc:creator>");
  });

  it("leads from its contents to its headings", () => {
    const body = part("word/document.xml");
    const marks = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name);
    const targets = [...body.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name);
    expect(targets).toHaveLength(4);
    expect(targets.filter((target) => !marks.includes(target))).toEqual([]);
  });

  it("takes its colours and typefaces from its theme", () => {
    expect(part("word/theme/theme1.xml")).toMatch(/<a:accent1><a:srgbClr val="2044AA"\/>/);
    expect(part("word/theme/theme1.xml")).toContain('<a:latin typeface="Fira Sans"');
    const heading = /<w:style [^>]*w:styleId="Heading1".*?<\/w:style>/s.exec(part("word/styles.xml"))?.[0] ?? "";
    expect(heading).toContain('w:themeColor="accent1"');
    expect(heading).toContain('w:asciiTheme="majorHAnsi"');
  });

  it("does not make Word ask whether it may update fields", () => {
    expect(part("word/settings.xml")).not.toContain("updateFields");
    expect(part("word/document.xml")).not.toContain('w:dirty="true"');
  });

  it("carries its typeface and names another for readers that take none", () => {
    expect([...parts.keys()].filter((name) => name.endsWith(".odttf"))).toHaveLength(2);
    expect(part("word/fontTable.xml")).toMatch(/w:name="Fira Sans"><w:altName w:val="Calibri"\/>/);
  });
});

it("facts and numbers that there are none of leave no empty table, which Word refuses", async () => {
  const document = {
    ...docxDocument("de", 1),
    blocks: [
      { kind: "facts", facts: [] },
      { kind: "numbers", numbers: [] },
    ] satisfies Block[],
  };
  const body = unzip(await renderDocx(document)).get("word/document.xml") ?? "";
  expect(body.match(/<w:tbl>/g)).toHaveLength(1);
});

// Together, so that LibreOffice starts once for many files.
describe.concurrent.each(languages)("every kind of block, %s", (language) => {
  const document = docxDocument(language);
  let pdf: Uint8Array;
  let pages: PrintedPage[];
  beforeAll(async () => {
    pdf = await print(document);
    pages = await printedPages(pdf);
  });

  it("loses no text and keeps the order", () => {
    const body = bodyOf(pages, document);
    // A table across pages repeats its head, so rows are looked for one by one.
    expect(document.blocks.flatMap(textsOf).filter((text) => !body.includes(squeezed(text)))).toEqual([]);
    const inOrder = document.blocks.filter(({ kind }) => kind === "heading" || kind === "list").flatMap(textsOf);
    expect(inOrder.length).toBeGreaterThan(10);
    expect(missingIn(body, inOrder)).toEqual([]);
  });

  it("shows every figure, and the logo on the cover", async () => {
    const figures = document.blocks.filter(({ kind }) => kind === "figure").length;
    const pictures = await pagesOfPictures(pdf);
    expect(pictures).toHaveLength(figures + 1);
    expect(pictures.filter((page) => page === 0)).toHaveLength(1);
  });

  it("lists chapters and sections in the table of contents", () => {
    const contents = pages[1]?.text ?? "";
    const listed = document.blocks.flatMap((block) => (block.kind === "heading" && block.level <= 2 ? [block.text] : []));
    expect(listed.filter((text) => !contents.includes(squeezed(text)))).toEqual([]);
  });

  it("says whose page it is, but not on the cover", () => {
    const foot = (number: number) => squeezed(`${document.page} ${number} ${document.of} ${pages.length}`);
    expect(pages.map(({ text }, index) => text.includes(foot(index + 1)))).toEqual(pages.map((_page, index) => index > 0));
    expect(pages[0]?.text).toContain(squeezed(document.cover.notice));
  });
});

it.concurrent.each([["musterstadt", "de"], ["kleinhausen", "en"]] as const)(
  "the report on %s arrives with every heading, cell and entry",
  async (name, language) => {
    const document = annex(reportMaterial(name, language));
    const pdf = await print(document);
    const body = bodyOf(await printedPages(pdf), document);
    expect(missingIn(body, document.blocks.filter(({ kind }) => kind === "heading").flatMap(textsOf))).toEqual([]);
    expect(document.blocks.flatMap(textsOf).filter((text) => !body.includes(squeezed(text)))).toEqual([]);
    const figures = document.blocks.filter(({ kind }) => kind === "figure").length;
    expect(await pagesOfPictures(pdf)).toHaveLength(figures);
  },
  // A hundred pages, laid out twice.
  240_000,
); // prettier-ignore

it.concurrent("the page of an owner parts no table from the words before it, and begins no page with the last words of a section", async () => {
  const joinery = organisations(content).find(({ name }) => name === "joinery-without-ai")!;
  const material = materialOf(reportFor(joinery.assessment, content, "2026-11-27"), "de");
  const written = writePaper("owner-page", material);
  const { duties, owner } = material.locale.messages.papers;
  const of = (state: string) => material.view.duties.groups.find((group) => group.state === state)?.duties ?? [];
  const odt = convert(renderOdt(written), "odt", "pdf").then(printedPages);
  for (const pages of await Promise.all([print(written).then(printedPages), odt])) {
    const pageOf = (said: string) => pages.find(({ text }) => text.includes(squeezed(said)))?.text;
    expect(pageOf(owner.planTitle)).toContain(squeezed(`1 ${material.view.plan.planned?.steps[0]?.title}`));
    expect(pageOf(duties.asSoonAs(of("as-soon-as").length))).toContain(squeezed(of("to-clarify").at(-1)?.title ?? "none"));
  }
});

it.concurrent("a chapter behind a table begins where its chart stands, and what is said of one thing stands on one page", async () => {
  const { assessment } = organisations(content).find(({ name }) => name === "all-4")!;
  const figures = "433333233333333333333332333334333323";
  const levels = Object.keys(assessment.answers).map((id, index) => [id, { level: Number(figures[index]) as 2 | 3 | 4 }] as const);
  const organisation = { ...assessment.organisation, land: "BW", sizeClass: "inhabitants-100000-plus" } as const;
  const city = { ...assessment, organisation, answers: Object.fromEntries(levels) };
  const material = materialOf(reportFor(city, content, "2026-11-27"), "de");
  const written = writePaper("report", material);
  const at = written.blocks.findIndex((block) => block.kind === "figure" && block.caption.startsWith("Stand der neun Themen"));
  const [title, chart] = [written.blocks[at - 1], written.blocks[at]];
  const said = [title?.kind === "heading" ? title.text : "", chart?.kind === "figure" ? chart.caption : ""].map(squeezed);
  const wordsOf = (words: { text: string }[]) => squeezed(words.map(({ text }) => text).join(""));
  const facts = written.blocks.flatMap((block) => (block.kind === "facts" ? [block.facts.map(({ words }) => wordsOf(words))] : []));
  const odt = convert(renderOdt(written), "odt", "pdf").then(printedPages);
  for (const pages of await Promise.all([print(written).then(printedPages), odt]))
    for (const together of [said, ...facts])
      expect(
        pages.some(({ text }) => together.every((words) => text.includes(words))),
        together.join(),
      ).toBe(true);
});

describe.concurrent("what somebody has typed", () => {
  let file: Uint8Array;
  let parts: Map<string, string>;
  beforeAll(async () => {
    file = await renderDocx(hostileDocument());
    parts = unzip(file);
  });

  it("stands there as text", () => {
    const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
    const body = (parts.get("word/document.xml") ?? "").replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => entities[name] ?? "");
    const lines = hostileTexts.flatMap((text) => carriableText(text).split("\n"));
    expect(lines.filter((line) => !body.includes(`>${line}</w:t>`))).toEqual([]);
  });

  it("is no field, and links lead nowhere but to pages and mailboxes", () => {
    const codes = [...parts.values()].flatMap((xml) =>
      [...xml.matchAll(/<w:instrText[^>]*>([^<]*)/g)].map(([, code]) => code?.trim().split(" ")[0]),
    );
    expect(new Set(codes)).toEqual(new Set(["TOC", "PAGE", "NUMPAGES"]));
    const links = parts.get("word/_rels/document.xml.rels")?.matchAll(/Target="([^"]*)" TargetMode="External"/g) ?? [];
    expect(new Set([...links].map(([, target]) => target))).toEqual(new Set(["https://example.org/?q=&quot;&gt;&lt;script&gt;"]));
  });

  it("opens and is shown", async () => {
    const shown = (await printedPages(await convert(file, "docx", "pdf"))).map(({ text }) => text).join("");
    expect(readableHostile.filter((text) => !shown.includes(squeezed(text)))).toEqual([]);
  });
});
