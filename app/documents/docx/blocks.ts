import { HeadingLevel, Paragraph, type FileChild } from "docx";
import type { Block, Runs } from "../document";
import { drawing } from "./figure";
import { bullets, decimals, style } from "./styles";
import { dataTable, factsTable, numbersTable } from "./tables";
import { runsOf, textRuns } from "./words";

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;
const looks = { lead: style.lead, hint: style.hint } as const;
const tones = { info: style.info, warning: style.warning } as const;

/** Before what follows a table, which has no space of its own; in twips. */
const afterTable = { before: 260 };
const afterList = { after: 220 };

/** @param begins whether nothing stands before these: then the first chapter needs no new page. */
export function bodyOf(blocks: Block[], begins: boolean): FileChild[] {
  const shown = blocks.filter(isShown);
  return shown.flatMap((block, index) => {
    const [previous, next] = [shown[index - 1], shown[index + 1]];
    const space = previous && isTable(previous) ? afterTable : {};
    return [...childrenOf(block, index, space, next, begins && index === 0), ...(needsGap(block, next) ? [gap()] : [])];
  });
}

const isShown = (block: Block) =>
  !(block.kind === "facts" && block.facts.length === 0) && !(block.kind === "numbers" && block.numbers.length === 0);
const isTable = ({ kind }: Block) => kind === "table" || kind === "facts" || kind === "numbers";

/** Word joins tables that stand next to each other, and takes no document that ends with one. */
function needsGap(block: Block, next: Block | undefined): boolean {
  return isTable(block) && (next === undefined || (isTable(next) && !(next.kind === "table" && next.caption !== "")));
}

/**
 * @param list tells lists apart, so that each is numbered from 1.
 * @param space that the block before it leaves to it.
 */
function childrenOf(block: Block, list: number, space: { before?: number }, next: Block | undefined, begins: boolean): FileChild[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({ heading: headings[block.level], pageBreakBefore: block.level === 1 && !begins, children: textRuns(block.text) }),
      ];
    case "paragraph":
      return [new Paragraph({ style: block.look ? looks[block.look] : style.body, ...spaced(space), children: runsOf(block.words) })];
    case "list":
      return block.items.map((words, index) =>
        listItem(words, block.ordered, list, { ...(index === 0 && space), ...(index === block.items.length - 1 && afterList) }),
      );
    case "table":
      return [...captionOf(block.caption), dataTable(block)];
    case "facts":
      return [factsTable(block)];
    case "numbers":
      return [numbersTable(block)];
    case "figure":
      return [
        new Paragraph({ style: style.figure, children: [drawing(block)] }),
        new Paragraph({ style: style.caption, children: textRuns(block.caption) }),
      ];
    case "notice":
      return [new Paragraph({ style: tones[block.tone], children: runsOf(block.words) })];
    case "columns":
      return block.columns.flatMap(({ title, items }) => [
        new Paragraph({ heading: headings[2], children: textRuns(title) }),
        ...items.map((words) => new Paragraph({ style: style.body, children: runsOf(words) })),
      ]);
    case "page-break":
      // A chapter begins a page anyway.
      return !next || (next.kind === "heading" && next.level === 1) ? [] : [gap(true)];
  }
}

type Space = { before?: number; after?: number };
const spaced = (space: Space) => (Object.keys(space).length > 0 ? { spacing: space } : {});

function listItem(words: Runs, ordered: boolean, list: number, space: Space): Paragraph {
  return new Paragraph({
    style: style.list,
    ...spaced(space),
    numbering: { reference: ordered ? decimals : bullets, level: 0, instance: list },
    children: runsOf(words),
  });
}

/** A paragraph without a word, where nothing else can stand between. */
function gap(pageBreakBefore = false): Paragraph {
  return new Paragraph({ style: style.gap, pageBreakBefore });
}

function captionOf(caption: string): Paragraph[] {
  return caption === "" ? [] : [new Paragraph({ style: style.caption, keepNext: true, children: textRuns(caption) })];
}
