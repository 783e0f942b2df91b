import { readPdfText } from "./pdf/text";

/** What a PDF shows, page by page: its text, squeezed, and how wide it is, in points. */
export type PrintedPage = { text: string; width: number };

/** Without what depends on where lines break: white space, hyphens, and the joiners that Typst writes where they must not. */
export const squeezed = (text: string) => text.replace(/[\s\u00AD\u2010\u2060-]+/gu, "");

export async function printedPages(pdf: Uint8Array): Promise<PrintedPage[]> {
  const { pages, widths } = await readPdfText(pdf);
  return pages.map((text, page) => ({ text: squeezed(text), width: widths[page] ?? 0 }));
}
