import { HeadingLevel, Paragraph, type FileChild } from "docx";
import type { Block } from "../document";
import { drawing } from "./figure";
import { bullets, decimals, style } from "./styles";
import { dataTable, factsTable, numbersTable } from "./tables";
import { runsOf, textRuns } from "./words";

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;
const looks = { lead: style.lead, hint: style.hint } as const;
const tones = { info: style.info, warning: style.warning } as const;

export function bodyOf(blocks: Block[]): FileChild[] {
  return blocks.flatMap((block, index) => childrenOf(block, index, blocks[index + 1]));
}

/** @param list tells lists apart, so that each is numbered from 1. */
function childrenOf(block: Block, list: number, next: Block | undefined): FileChild[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: headings[block.level], pageBreakBefore: block.level === 1, children: textRuns(block.text) })];
    case "paragraph":
      return [new Paragraph({ style: block.look ? looks[block.look] : style.body, children: runsOf(block.words) })];
    case "list":
      return [...block.items.map((words) => listItem(words, block.ordered, list)), gap()];
    case "table":
      return [...captionOf(block.caption), dataTable(block), gap()];
    case "facts":
      return block.facts.length === 0 ? [] : [factsTable(block), gap()];
    case "numbers":
      return block.numbers.length === 0 ? [] : [numbersTable(block), gap()];
    case "figure":
      return [
        new Paragraph({ style: style.figure, children: [drawing(block)] }),
        new Paragraph({ style: style.caption, children: textRuns(block.caption) }),
      ];
    case "notice":
      return [new Paragraph({ style: tones[block.tone], children: runsOf(block.words) })];
    case "page-break":
      // A chapter begins a page anyway.
      return !next || (next.kind === "heading" && next.level === 1) ? [] : [gap(true)];
  }
}

function listItem(words: Extract<Block, { kind: "list" }>["items"][number], ordered: boolean, list: number): Paragraph {
  return new Paragraph({
    style: style.list,
    numbering: { reference: ordered ? decimals : bullets, level: 0, instance: list },
    children: runsOf(words),
  });
}

/** Space after what has none of its own: Word joins tables that stand next to each other. */
function gap(pageBreakBefore = false): Paragraph {
  return new Paragraph({ style: style.gap, pageBreakBefore });
}

function captionOf(caption: string): Paragraph[] {
  return caption === "" ? [] : [new Paragraph({ style: style.caption, keepNext: true, children: textRuns(caption) })];
}
