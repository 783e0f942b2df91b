import { getCellAddress, sanitizeAttributeValue } from "write-excel-file/utility";
import { carriableText } from "../../core/assessment/text";
import type { Grid } from "./grid";
import { sheetFile, withElement, type Feature } from "./sheet-file";

const relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** Addresses that can be followed, which the library does not write by itself. They are no formulas: nothing is worked out. */
export function linkFeature(grids: Grid[]): Feature {
  const links = grids.map(linksOf);
  return {
    files: {
      transform: {
        [sheetFile]: {
          transform(xml, _options, { sheetIndex }) {
            const own = links[sheetIndex] ?? [];
            if (own.length === 0) return xml;
            return withElement(
              xml,
              `<hyperlinks>${own.map(({ cell, id }) => `<hyperlink ref="${cell}" r:id="${id}"/>`).join("")}</hyperlinks>`,
            );
          },
        },
        "xl/worksheets/_rels/sheet{id}.xml.rels": {
          insert: (_options, { sheetIndex }) =>
            (links[sheetIndex] ?? [])
              .map(
                ({ id, address }) =>
                  `<Relationship Id="${id}" Type="${relationship}" Target="${sanitizeAttributeValue(address)}" TargetMode="External"/>`,
              )
              .join(""),
        },
      },
    },
  };
}

const linksOf = ({ rows }: Grid) =>
  rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ value, kind, head }, column) =>
      kind === "link" && !head && typeof value === "string"
        ? [{ cell: getCellAddress(row, column), id: `rId-link-${row}-${column}`, address: carriableText(value) }]
        : [],
    ),
  );
