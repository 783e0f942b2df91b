import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

type OutlineEntry = { title: string; items: OutlineEntry[] };
/** Letters side by side: how large they are and how high they stand, in points from below; `endsLine` where no others follow in their line. */
export type Piece = { text: string; size: number; y: number; endsLine: boolean };
/** What a second reader, Mozilla's, finds in a file. */
export type PdfText = {
  /** Text of each page, its lines in reading order. */
  pages: string[];
  /** The same in pieces. */
  pieces: Piece[][];
  /** Of each page, in points. */
  widths: number[];
  /** Text by the page's number, from 0, and the id of its mark: `3:12`. */
  marks: Map<string, string>;
  /** Titles of the bookmarks in order. */
  outline: string[];
  /** How far to the right the text of any page reaches, in points. */
  rightEdge: number;
  attachments: { name: string; content: Uint8Array }[];
};

const open = (bytes: Uint8Array) =>
  getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise;

const known = new WeakMap<Uint8Array, Promise<PdfText>>();

/** Reads a file; of the same bytes, which several look at, only once: it takes longer than to make them. */
export function readPdfText(bytes: Uint8Array): Promise<PdfText> {
  const text = known.get(bytes) ?? read(bytes);
  known.set(bytes, text);
  return text;
}

async function read(bytes: Uint8Array): Promise<PdfText> {
  const pdf = await open(bytes);
  const pieces: Piece[][] = [];
  const widths: number[] = [];
  const marks = new Map<string, string>();
  let rightEdge = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [left = 0, , right = 0] = page.view;
    widths.push(right - left);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const around: (string | null)[] = [];
    const found: Piece[] = [];
    for (const item of items) {
      if ("str" in item) {
        const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
        found.push({ text: item.str, size, y, endsLine: item.hasEOL });
        rightEdge = Math.max(rightEdge, x + item.width);
        const mark = around.findLast((one) => one !== null);
        if (mark) marks.set(mark, (marks.get(mark) ?? "") + textOf(item.str, item.hasEOL));
      } else if (item.type === "endMarkedContent") around.pop();
      else {
        const id = /_mc(\d+)$/.exec(item.id ?? "")?.[1];
        around.push(id === undefined ? null : `${number - 1}:${id}`);
      }
    }
    pieces.push(found);
  }
  const outline = ((await pdf.getOutline()) ?? []) as OutlineEntry[];
  const attached = Object.values(((await pdf.getAttachments()) ?? {}) as Record<string, { filename: string; content: Uint8Array }>);
  await pdf.destroy();
  return {
    pages: pieces.map((all) => all.map(({ text, endsLine }) => textOf(text, endsLine)).join("")),
    pieces,
    widths,
    marks,
    rightEdge,
    outline: titles(outline),
    attachments: attached.map(({ filename, content }) => ({ name: filename, content })),
  };
}

/** On which page each picture is, counted from 0. */
export async function pagesOfPictures(bytes: Uint8Array): Promise<number[]> {
  const pdf = await open(bytes);
  const pages: number[] = [];
  for (let page = 0; page < pdf.numPages; page += 1) {
    const { fnArray } = await (await pdf.getPage(page + 1)).getOperatorList();
    for (const operation of fnArray) if (operation === OPS.paintImageXObject) pages.push(page);
  }
  await pdf.destroy();
  return pages;
}

const textOf = (text: string, endsLine: boolean) => (endsLine ? `${text}\n` : text);
const titles = (entries: OutlineEntry[]): string[] => entries.flatMap(({ title, items }) => [title, ...titles(items)]);
