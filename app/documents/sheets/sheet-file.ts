import type writeExcelFile from "write-excel-file/node";
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from "write-excel-file/utility";

/** What is added to a workbook's files. The library does not export what they consist of. */
export type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>["features"]>[number];

export const sheetFile = "xl/worksheets/sheet{id}.xml";

/** The file of a sheet with an element more, at the place that the format has for it. */
export const withElement = (xml: string, markup: string): string =>
  insertElementMarkupAccordingToOrderOfSiblings(xml, markup, getOrderOfSiblings(sheetFile, "worksheet") ?? [], "worksheet");
