import { BorderStyle, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import { carriableText } from "../../core/assessment/text";
import type { ReportDocument } from "../document";
import { bodyOf } from "./blocks";
import { contentsOf, coverOf } from "./cover";
import { fontTableWithFallback } from "./font-table";
import { embeddedFont, firaSans } from "../fonts";
import { colour, page } from "./look";
import { numbering, stylesFor } from "./styles";
import { tableStyles } from "./table-styles";
import { textRuns } from "./words";

/**
 * Page numbers of the table of contents, near enough until Word counts for itself. Called without its search for
 * numbers of headings, which have none: that costs a quarter of the time.
 */
const estimatePages = estimatePageNumbersWith({ guess: true });

/**
 * Lays a report out as a Word file that people go on writing in: headings, lists, tables and captions are real ones,
 * each with a style of its own. Pure but for the typeface, which is read once.
 * @throws RangeError where the logo's bytes are no picture of its type, and Error where a figure is no SVG.
 */
export async function renderDocx(report: ReportDocument): Promise<Uint8Array> {
  const author = carriableText(report.author ?? report.product);
  const document = new Document({
    title: carriableText(report.title),
    description: carriableText(report.description),
    creator: author,
    lastModifiedBy: author,
    styles: stylesFor(report.language),
    externalStyles: tableStyles,
    numbering,
    fonts: [embeddedFont(firaSans)],
    // German words are long, and columns of tables narrow.
    hyphenation: { autoHyphenation: true, consecutiveHyphenLimit: 2, doNotHyphenateCaps: true },
    pageNumbers: (body, context) => estimatePages(body, context),
    sections: [
      {
        properties: {
          titlePage: report.cover !== null,
          page: {
            size: { width: page.width, height: page.height },
            margin: { ...page.margin, header: page.header, footer: page.footer },
          },
        },
        headers: { default: headerOf(report), first: new Header({ children: [new Paragraph("")] }) },
        footers: { default: footerOf(report), first: new Footer({ children: [new Paragraph("")] }) },
        children: [...coverOf(report), ...contentsOf(report), ...bodyOf(report.blocks, report.cover === null)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document, undefined, [fontTableWithFallback(document)]));
}

function headerOf({ runningHead }: ReportDocument): Header {
  const line = { style: BorderStyle.SINGLE, size: 4, space: 6, color: colour.line };
  return new Header({ children: [new Paragraph({ style: "Header", border: { bottom: line }, children: textRuns(runningHead) })] });
}

function footerOf({ page: word, of }: ReportDocument): Footer {
  const children = [`${carriableText(word)} `, PageNumber.CURRENT, ` ${carriableText(of)} `, PageNumber.TOTAL_PAGES];
  return new Footer({ children: [new Paragraph({ style: "Footer", children: [new TextRun({ children })] })] });
}
