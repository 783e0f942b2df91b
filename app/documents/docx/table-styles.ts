import { colour } from "./look";
import { style } from "./styles";

const tableStyleOf = (id: string, name: string, properties: string, parts = "") =>
  `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/>` +
  `<w:uiPriority w:val="99"/><w:tblPr>${properties}</w:tblPr>${parts}</w:style>`;
const side = (name: string, size: number, color: string) => `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="${color}"/>`;
const margins = (top: number, sides: number) =>
  `<w:tblCellMar><w:top w:w="${top}" w:type="dxa"/><w:left w:w="${sides}" w:type="dxa"/>` +
  `<w:bottom w:w="${top}" w:type="dxa"/><w:right w:w="${sides}" w:type="dxa"/></w:tblCellMar>`;

const data = tableStyleOf(
  style.table,
  "KI-Pegel Table",
  `<w:tblBorders>${side("bottom", 4, colour.line)}${side("insideH", 4, colour.line)}</w:tblBorders>${margins(85, 85)}`,
  `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${side("bottom", 12, colour.action)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`,
);
const facts = tableStyleOf(
  style.facts,
  "KI-Pegel Facts",
  `<w:tblBorders>${side("top", 4, colour.line)}${side("bottom", 4, colour.line)}${side("insideH", 4, colour.line)}</w:tblBorders>${margins(85, 85)}`,
);
const numbers = tableStyleOf(
  style.numbers,
  "KI-Pegel Numbers",
  `<w:tblBorders>${side("insideH", 48, "FFFFFF")}${side("insideV", 48, "FFFFFF")}</w:tblBorders>${margins(140, 170)}`,
);

/** Styles of tables as the file has them: the library has options for paragraph and character styles only. */
export const tableStyles =
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/></w:style>' +
  `${data}${facts}${numbers}</w:styles>`;
