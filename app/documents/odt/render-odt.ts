import type { ReportDocument } from "../document";
import { embeddedFont } from "../fonts";
import { automaticStyles } from "../odf/automatic-styles";
import { odfPackage, type Part } from "../odf/package";
import { element, paragraphText, plainText, xmlFile, type Xml } from "../odf/xml";
import { standardTheme, type Look, type Theme } from "../theme";
import { bodyOf } from "./blocks";
import { contentsOf, coverOf } from "./front";
import { openPictures } from "./pictures";
import { fontFace, namedStyles, pageLayout, style } from "./styles";
import type { Writing } from "./writing";

/**
 * Lays a report out as an OpenDocument text that people go on writing in: headings, lists, tables and captions are real
 * ones, each with the style that LibreOffice has for it. The same document always gives the same bytes.
 * @throws RangeError where the logo's bytes are no picture of its type, and Error where a figure is no SVG.
 */
export function renderOdt(report: ReportDocument, theme: Theme = standardTheme): Uint8Array {
  const look = theme[report.look];
  let number = 0;
  const writing: Writing = { theme, look, styles: automaticStyles(), pictures: openPictures(theme), nextNumber: () => (number += 1) };
  const body = [...coverOf(report, writing), ...contentsOf(report, writing), ...bodyOf(report.blocks, writing, report.cover === null)];
  const fonts = fontParts(theme);
  const faces = element("office:font-face-decls", {}, fontFace(theme.typeface, [
    { path: fontPaths.regular, weight: "normal" },
    { path: fontPaths.bold, weight: "bold" },
  ])); // prettier-ignore
  return odfPackage({
    kind: "text",
    properties: { ...report, author: report.author ?? report.product },
    content: xmlFile(
      "office:document-content",
      faces,
      element("office:automatic-styles", {}, writing.styles.all()),
      element("office:body", {}, element("office:text", {}, body)),
    ),
    styles: stylesFile(report, theme, look, faces),
    parts: [...writing.pictures.parts, ...fonts],
  });
}

const fontPaths = { regular: "Fonts/regular.ttf", bold: "Fonts/bold.ttf" };

function fontParts({ typeface }: Theme): Part[] {
  const { data, bold } = embeddedFont(typeface);
  const mediaType = "application/x-font-ttf";
  return [
    { path: fontPaths.regular, mediaType, data },
    { path: fontPaths.bold, mediaType, data: bold },
  ];
}

function stylesFile(report: ReportDocument, theme: Theme, look: Look, faces: Xml): string {
  const { product, footer: foot = product, runningHead, page, of, language } = report;
  const counted = [
    element("text:page-number", { "text:select-page": "current" }, plainText("1")),
    plainText(` ${of} `),
    element("text:page-count", {}, plainText("1")),
  ];
  const header = element("text:p", { "text:style-name": style.header }, paragraphText(runningHead));
  const footer = element("text:p", { "text:style-name": style.footer }, paragraphText(foot), element("text:tab"), plainText(`${page} `), counted); // prettier-ignore
  return xmlFile(
    "office:document-styles",
    faces,
    element("office:styles", {}, namedStyles(theme, look, language)),
    element("office:automatic-styles", {}, pageLayout("page", look, true), pageLayout("cover", look, false)),
    element(
      "office:master-styles",
      {},
      element(
        "style:master-page",
        { "style:name": style.pages, "style:page-layout-name": "page" },
        element("style:header", {}, header),
        element("style:footer", {}, footer),
      ),
      element("style:master-page", {
        "style:name": style.coverPage,
        "style:display-name": "First Page",
        "style:page-layout-name": "cover",
        "style:next-style-name": style.pages,
      }),
    ),
  );
}
