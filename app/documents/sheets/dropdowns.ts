import { getCellAddress, sanitizeTextContent } from "write-excel-file/utility";
import { sheetFile, withElement, type Feature } from "./sheet-file";

/** A list to choose from in these columns, from `row` downwards; all count from 0. `strict`: another value asks back. */
export type Dropdown = { firstColumn: number; lastColumn: number; row: number; list: string; strict: boolean };

const lastRow = 2_000;

/** Lists to choose from, which the library does not write by itself. @param ofSheets those of each sheet, in their order. */
export function dropdownFeature(ofSheets: Dropdown[][]): Feature {
  return {
    files: {
      transform: {
        [sheetFile]: {
          transform(xml, _options, { sheetIndex }) {
            const lists = ofSheets[sheetIndex] ?? [];
            if (lists.length === 0) return xml;
            return withElement(xml, `<dataValidations count="${lists.length}">${lists.map(validationOf).join("")}</dataValidations>`);
          },
        },
      },
    },
  };
}

function validationOf({ firstColumn, lastColumn, row, list, strict }: Dropdown): string {
  const range = `${getCellAddress(row, firstColumn)}:${getCellAddress(lastRow, lastColumn)}`;
  const asksBack = strict ? ' showErrorMessage="1" errorStyle="warning"' : "";
  return `<dataValidation type="list" allowBlank="1"${asksBack} sqref="${range}"><formula1>${sanitizeTextContent(list)}</formula1></dataValidation>`;
}
