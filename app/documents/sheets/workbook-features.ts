import { carriableText } from "../../core/assessment/text";
import { sanitizeAttributeValue, sanitizeTextContent } from "write-excel-file/utility";
import { cornersOf, type Grid, type SheetProperties } from "./grid";
import { sheetFile, withElement, type Feature } from "./sheet-file";

/** What the library does not write by itself: filters, headings and numbers on every printed page, and pages as wide as the sheet. */
export function printFeature(grids: Grid[]): Feature {
  return {
    files: {
      transform: {
        [sheetFile]: {
          transformElementAttributes: (tag, attributes, _index, _options, { sheetIndex }) =>
            tag === "pageSetup" ? { ...attributes, ...pageSetupOf(grids[sheetIndex]?.paper ?? "pages") } : attributes,
          transform(xml, _options, { sheetIndex }) {
            const grid = grids[sheetIndex];
            const fitted = withElement(xml, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
            const counted = withElement(fitted, headerFooter);
            return grid?.filtered ? withElement(counted, `<autoFilter ref="${rangeOf(grid)}"/>`) : counted;
          },
        },
        "xl/workbook.xml": {
          transform: (xml) => xml.replace(/<definedNames\s*\/>|<definedNames><\/definedNames>/, namesOf(grids)),
        },
      },
    },
  };
}

/** Each page says of which sheet it is, and which of how many. */
const headerFooter = "<headerFooter><oddHeader>&amp;C&amp;A</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>";

/** Paper by its number in the format. */
const pageSetupOf = (paper: Grid["paper"]) => ({
  paperSize: paper === "large-pages" ? 8 : 9,
  fitToWidth: 1,
  fitToHeight: paper === "one-page" ? 1 : 0,
});

const rangeOf = (grid: Grid) => cornersOf(grid).join(":");

/** Names that spreadsheets know: the cells that a filter is for, and the rows that each page repeats. */
function namesOf(grids: Grid[]): string {
  const names = grids.flatMap((grid, index) => {
    const sheet = `'${grid.name.replaceAll("'", "''")}'`;
    const absolute = rangeOf(grid).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    const name = (kind: string, hidden: string, said: string) =>
      `<definedName name="_xlnm.${kind}" localSheetId="${index}"${hidden}>${sanitizeTextContent(said)}</definedName>`;
    return [
      ...(grid.filtered ? [name("_FilterDatabase", ' hidden="1"', `${sheet}!${absolute}`)] : []),
      ...(grid.frozen.rows > 0 ? [name("Print_Titles", "", `${sheet}!$1:$${grid.frozen.rows}`)] : []),
    ];
  });
  return names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "";
}

const coreFile = "docProps/core.xml";

/** Title, author and date, by which people find a file again. */
export function propertiesFeature({ title, author, date }: SheetProperties): Feature {
  const text = (said: string) => sanitizeTextContent(carriableText(said));
  const moment = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${sanitizeAttributeValue(date)}T00:00:00Z</dcterms:${name}>`;
  const core =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${text(title)}</dc:title><dc:creator>${text(author)}</dc:creator>${moment("created")}${moment("modified")}</cp:coreProperties>`;
  return {
    files: {
      transform: {
        "[Content_Types].xml": {
          insert: () => `<Override PartName="/${coreFile}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`,
        },
        "_rels/.rels": {
          insert: () =>
            `<Relationship Id="rId-properties" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="${coreFile}"/>`,
        },
      },
      write: { files: () => ({ [coreFile]: core }) },
    },
  };
}
