import type { Block, ReportDocument, Runs } from "../../app/documents/document";
import { squeezed, type PrintedPage } from "./printed";

const plain = (words: Runs) => words.map(({ text }) => text).join("");
/** The texts of a block in the order in which it shows them. */
export function textsOf(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return [block.text];
    case "paragraph":
    case "notice":
      return [plain(block.words)];
    case "list":
      return block.items.map(plain);
    case "table":
      return [block.caption, ...block.columns.map(({ title }) => title), ...block.rows.flat().map(plain)];
    case "facts":
      return block.facts.flatMap(({ term, words }) => [term, plain(words)]);
    case "numbers":
      return block.numbers.flatMap(({ label, value, note }) => [label, value, note ?? ""]);
    case "figure":
      return [block.caption];
    case "columns":
      return block.columns.flatMap(({ title, items }) => [title, ...items.map(plain)]);
    case "page-break":
      return [];
  }
}

/** All pages behind cover and contents as one text, without what stands at the head and foot of each. */
export function bodyOf(pages: PrintedPage[], { runningHead, product, page, of, blocks }: ReportDocument): string {
  const foot = (number: number) => squeezed(`${product}${page}${number}${of}${pages.length}`);
  const first = squeezed(blocks.find(({ kind }) => kind === "heading")?.kind === "heading" ? textsOf(blocks[0] as Block).join("") : "");
  const begin = pages.findIndex(({ text }) => text.startsWith(squeezed(runningHead) + first));
  return pages
    .map(({ text }, index) => text.replace(squeezed(runningHead), "").replace(foot(index + 1), ""))
    .slice(begin)
    .join("");
}

/** The texts that cannot be found, in this order, one behind the other. */
export function missingIn(body: string, texts: string[]): string[] {
  let from = 0;
  return texts.filter((text) => {
    const at = body.indexOf(squeezed(text), from);
    if (at >= 0) from = at + squeezed(text).length;
    return at < 0;
  });
}
