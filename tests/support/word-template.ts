import { strToU8, zipSync } from "fflate";
import { logo } from "./docx-document";

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const relation = (id: string, type: string, target: string, more = "") =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${more}/>`;
const relations = (...all: string[]) => `<Relationships xmlns="${packaged}/relationships">${all.join("")}</Relationships>`;

const colours = ["dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"]
  .map(
    (name, index) => `<a:${name}><a:srgbClr val="${["000000", "FFFFFF", "44546A", "E7E6E6", "00695C"][index] ?? "777777"}"/></a:${name}>`,
  )
  .join("");
const font = '<a:latin typeface="Liberation Serif"/><a:ea typeface=""/><a:cs typeface=""/>';
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = `<a:ln w="6350">${fill}</a:ln>`;
const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
const theme =
  `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Kreis"><a:themeElements><a:clrScheme name="Kreis">${colours}` +
  `</a:clrScheme><a:fontScheme name="Kreis"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>` +
  `<a:fmtScheme name="Kreis"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

/** As German Word writes it: styles go by translated ids and English names. */
const styles =
  `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/>` +
  `</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>` +
  `<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr>` +
  `<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:sz w:val="44"/><w:color w:val="00695C" w:themeColor="accent1"/></w:rPr></w:style>` +
  // Another meaning under an id of ours.
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="Lead"><w:name w:val="Leitung"/><w:rPr><w:sz w:val="99"/></w:rPr></w:style></w:styles>`;

/** Numbered headings, as a template for papers has them. Lists may be called as those of any other file. */
const numbering =
  `<w:numbering xmlns:w="${main}" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w:abstractNum w:abstractNumId="1" w15:restartNumberingAfterBreak="0">` +
  '<w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="berschrift1"/>' +
  '<w:lvlText w:val="Teil %1:"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>';

const picture =
  '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="720000" cy="240000"/>' +
  '<wp:docPr id="1" name="Wappen" descr="Wappen"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData ' +
  'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:nvPicPr><pic:cNvPr id="1" name="w"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch>' +
  '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="240000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' +
  "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>";
const head = `<w:hdr xmlns:w="${main}" xmlns:r="${office}"><w:p><w:r><w:t>Kreis Beispiel, Der Landrat</w:t></w:r><w:r>${picture}</w:r></w:p></w:hdr>`;
const foot = `<w:ftr xmlns:w="${main}"><w:p><w:r><w:t>Postfach 1, 12345 Beispielstadt</w:t></w:r></w:p></w:ftr>`;
const section =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2268" w:right="1701" w:bottom="1701" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>';

/** A Word template of a fictional Kreis, as the parts of its package. @param more parts that are added or replaced. */
export function wordTemplate(more: Record<string, string> = {}): Uint8Array {
  const texts: Record<string, string> = {
    "[Content_Types].xml":
      `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ` +
      `ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}.template.main+xml"/></Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
    "word/document.xml": `<w:document xmlns:w="${main}" xmlns:r="${office}"><w:body><w:p><w:r><w:t>Mustertext</w:t></w:r></w:p>${section}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relations(
      relation("rId1", "styles", "styles.xml"),
      relation("rId5", "header", "header1.xml"),
      relation("rId6", "footer", "footer1.xml"),
    ),
    "word/styles.xml": styles,
    "word/numbering.xml": numbering,
    "word/theme/theme1.xml": theme,
    "word/header1.xml": head,
    "word/_rels/header1.xml.rels": relations(relation("rId1", "image", "media/image1.png")),
    "word/footer1.xml": foot,
    ...more,
  };
  const parts = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...parts, "word/media/image1.png": logo() });
}

export const templateRelations = { relation, relations };
