import type { Look } from "../../../app/documents/theme";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** How a page is filled: in points, from above. */
export type FilledPage = {
  /** Share of the height for text that is used, 0–1. */
  fullness: number;
  /** Size of the letters of the last line, which must not be a heading's. */
  lastSize: number;
  lastText: string;
  text: string;
  /** Sizes of all letters, in points. */
  sizes: number[];
};

const points = (millimetres: number) => (millimetres / 25.4) * 72;

/** Where the text of each page ends, between running head and foot. */
export async function filledPages(pdf: Uint8Array, look: Pick<Look, "height" | "top" | "bottom">): Promise<FilledPage[]> {
  const [height, top, bottom] = [points(look.height), points(look.top), points(look.bottom)];
  const document = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: FilledPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const lines = items.flatMap((item) => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [, , , size, , y] = item.transform as number[];
      return [{ text: item.str, size: size ?? 0, y: y ?? 0 }];
    });
    const inside = lines.filter(({ y }) => y > bottom && y < height - top + 12);
    const lowest = inside.reduce<(typeof inside)[number] | null>((low, line) => (low && low.y <= line.y ? low : line), null);
    pages.push({
      fullness: lowest ? (height - top - lowest.y) / (height - top - bottom) : 0,
      lastSize: lowest?.size ?? 0,
      lastText: lowest?.text ?? "",
      text: inside.map(({ text }) => text).join(" "),
      sizes: inside.map(({ size }) => size),
    });
  }
  await document.destroy();
  return pages;
}
