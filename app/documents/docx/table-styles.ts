import type { Colours, Theme } from "../theme";
import { colourName, hex } from "./look";
import { style } from "./styles";

type Margins = { above: number; below: number; sides: number };

const tableStyleOf = (id: string, name: string, properties: string, parts = "") =>
  `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/>` +
  `<w:uiPriority w:val="99"/><w:tblPr>${properties}</w:tblPr>${parts}</w:style>`;
const marginsOf = ({ above, below, sides }: Margins) =>
  `<w:tblCellMar><w:top w:w="${above}" w:type="dxa"/><w:left w:w="${sides}" w:type="dxa"/>` +
  `<w:bottom w:w="${below}" w:type="dxa"/><w:right w:w="${sides}" w:type="dxa"/></w:tblCellMar>`;
const bordersOf = (...sides: string[]) => `<w:tblBorders>${sides.join("")}</w:tblBorders>`;

/** Styles of tables as the file has them: the library has options for paragraph and character styles only. */
export function tableStyles({ colours }: Theme): string {
  const side = (name: string, size: number, color: keyof Colours) =>
    `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="${hex(colours[color])}" w:themeColor="${colourName(color)}"/>`;
  const data = tableStyleOf(
    style.table,
    "KI-Pegel Table",
    `${bordersOf(side("bottom", 4, "line"), side("insideH", 4, "line"))}${marginsOf({ above: 50, below: 50, sides: 80 })}`,
    `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${side("bottom", 8, "action")}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`,
  );
  const facts = tableStyleOf(style.facts, "KI-Pegel Facts", marginsOf({ above: 0, below: 30, sides: 40 }));
  const numbers = tableStyleOf(
    style.numbers,
    "KI-Pegel Numbers",
    `${bordersOf(side("top", 16, "action"), side("insideH", 48, "paper"), side("insideV", 64, "paper"))}${marginsOf({ above: 120, below: 120, sides: 140 })}`,
  );
  const columns = tableStyleOf(
    style.columns,
    "KI-Pegel Columns",
    `${bordersOf(side("top", 10, "text"), side("insideV", 64, "paper"))}${marginsOf({ above: 110, below: 60, sides: 60 })}`,
  );
  return (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/></w:style>' +
    `${data}${facts}${numbers}${columns}</w:styles>`
  );
}
