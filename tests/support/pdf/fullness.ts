import type { Look } from "../../../app/documents/theme";
import { readPdfText } from "./text";

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
  const { pieces } = await readPdfText(pdf);
  return pieces.map((all) => {
    const inside = all.filter(({ text, y }) => text.trim() !== "" && y > bottom && y < height - top + 12);
    const lowest = inside.reduce<(typeof inside)[number] | null>((low, line) => (low && low.y <= line.y ? low : line), null);
    return {
      fullness: lowest ? (height - top - lowest.y) / (height - top - bottom) : 0,
      lastSize: lowest?.size ?? 0,
      lastText: lowest?.text ?? "",
      text: inside.map(({ text }) => text).join(" "),
      sizes: inside.map(({ size }) => size),
    };
  });
}
