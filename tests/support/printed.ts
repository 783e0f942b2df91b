import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a PDF shows, page by page: its text, squeezed, how many pictures, and how wide it is, in points. */
export type PrintedPage = { text: string; pictures: number; width: number };

/** Without what depends on where lines break: white space, hyphens, and the joiners that Typst writes where they must not. */
export const squeezed = (text: string) => text.replace(/[\s\u00AD\u2010\u2060-]+/gu, "");

export async function printedPages(pdf: Uint8Array): Promise<PrintedPage[]> {
  const document = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const { fnArray } = await page.getOperatorList();
    const pictures = fnArray.filter((operation) => operation === OPS.paintImageXObject).length;
    const [left = 0, , right = 0] = page.view;
    pages.push({ text: squeezed(items.map((item) => ("str" in item ? item.str : "")).join("")), pictures, width: right - left });
  }
  await document.destroy();
  return pages;
}
