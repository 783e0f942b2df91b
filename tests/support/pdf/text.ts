import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

type OutlineEntry = { title: string; items: OutlineEntry[] };
/** What a second reader, Mozilla's, finds in a file. */
export type PdfText = {
  /** Text of each page, its lines in reading order. */
  pages: string[];
  /** Text by the page's number, from 0, and the id of its mark: `3:12`. */
  marks: Map<string, string>;
  /** Titles of the bookmarks in order. */
  outline: string[];
  /** How far to the right the text of any page reaches, in points. */
  rightEdge: number;
  attachments: { name: string; content: Uint8Array }[];
};

export async function readPdfText(bytes: Uint8Array): Promise<PdfText> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise;
  const pages: string[] = [];
  const marks = new Map<string, string>();
  let rightEdge = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const open: (string | null)[] = [];
    let text = "";
    for (const item of items) {
      if ("str" in item) {
        const said = item.str + (item.hasEOL ? "\n" : "");
        text += said;
        rightEdge = Math.max(rightEdge, Number(item.transform[4]) + item.width);
        const mark = open.findLast((one) => one !== null);
        if (mark) marks.set(mark, (marks.get(mark) ?? "") + said);
      } else if (item.type === "endMarkedContent") open.pop();
      else {
        const id = /_mc(\d+)$/.exec(item.id ?? "")?.[1];
        open.push(id === undefined ? null : `${number - 1}:${id}`);
      }
    }
    pages.push(text);
  }
  const outline = ((await pdf.getOutline()) ?? []) as OutlineEntry[];
  const attached = Object.values(((await pdf.getAttachments()) ?? {}) as Record<string, { filename: string; content: Uint8Array }>);
  await pdf.destroy();
  return {
    pages,
    marks,
    rightEdge,
    outline: titles(outline),
    attachments: attached.map(({ filename, content }) => ({ name: filename, content })),
  };
}

const titles = (entries: OutlineEntry[]): string[] => entries.flatMap(({ title, items }) => [title, ...titles(items)]);
