import { BorderStyle, Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TextRun } from "docx";
import { carriableText } from "../../core/assessment/text";
import type { ReportDocument } from "../document";
import { applyTemplate } from "./apply-template";
import { bodyOf } from "./blocks";
import { contentsOf, coverOf } from "./cover";
import { fontTableWithFallback } from "./font-table";
import { embeddedFont } from "../fonts";
import { standardTheme, type Look, type Theme } from "../theme";
import { colour, pageOf, textWidth, themeOptions } from "./look";
import { numbering, stylesFor } from "./styles";
import { tableStyles } from "./table-styles";
import { lookOf, openTemplate } from "./template";
import { textRuns } from "./words";

/**
 * Lays a report out as a Word file that people go on writing in: headings, lists, tables and captions are real ones,
 * each with a style of its own. Pure but for the typeface, which is read once.
 * @param own a Word template whose styles, theme, page, head and foot it takes.
 * @throws RangeError where the logo's bytes are no picture of its type, and Error where a figure is no SVG.
 */
export async function renderDocx(
  report: ReportDocument,
  theme: Theme = standardTheme,
  own: { base64: string } | null = null,
): Promise<Uint8Array> {
  const template = own && openTemplate(own);
  // A slide is made for a screen, whatever the paper of the template.
  const ownPage = report.look === "slide";
  const look = template && !ownPage ? lookOf(theme[report.look], template) : theme[report.look];
  const author = carriableText(report.author ?? report.product);
  const document = new Document({
    title: carriableText(report.title),
    description: carriableText(report.description),
    creator: author,
    lastModifiedBy: author,
    styles: stylesFor(report.language, look),
    externalStyles: tableStyles(theme),
    theme: themeOptions(theme),
    numbering,
    // Whose template it is has its typefaces.
    fonts: template ? [] : [embeddedFont(theme.typeface)],
    // German words are long, and columns of tables narrow.
    hyphenation: { autoHyphenation: true, consecutiveHyphenLimit: 2, doNotHyphenateCaps: true },
    sections: [
      {
        properties: {
          titlePage: report.cover !== null,
          page: pageOf(look),
        },
        headers: { default: headerOf(report), first: new Header({ children: [new Paragraph("")] }) },
        footers: { default: footerOf(report, look), first: new Footer({ children: [new Paragraph("")] }) },
        children: [...coverOf(report, look), ...contentsOf(report), ...bodyOf(report.blocks, report.cover === null, { theme, look })],
      },
    ],
  });
  const overrides = template ? [] : [fontTableWithFallback(document, theme.typeface)];
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document, undefined, overrides));
  return template ? applyTemplate(bytes, template, { ownPage, cover: report.cover !== null }) : bytes;
}

function headerOf({ runningHead }: ReportDocument): Header {
  const line = { style: BorderStyle.SINGLE, size: 4, space: 6, color: colour.line };
  return new Header({ children: [new Paragraph({ style: "Header", border: { bottom: line }, children: textRuns(runningHead) })] });
}

function footerOf({ product, footer = product, page: word, of }: ReportDocument, look: Look): Footer {
  const children = [
    carriableText(footer),
    new Tab(),
    `${carriableText(word)} `,
    PageNumber.CURRENT,
    ` ${carriableText(of)} `,
    PageNumber.TOTAL_PAGES,
  ];
  return new Footer({
    children: [
      new Paragraph({ style: "Footer", tabStops: [{ type: "right", position: textWidth(look) }], children: [new TextRun({ children })] }),
    ],
  });
}
