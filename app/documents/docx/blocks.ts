import { Bookmark, HeadingLevel, Paragraph, type FileChild } from "docx";
import { isClosed, isIntroduction } from "../blocks";
import type { Block, Runs } from "../document";
import type { Theme, Look } from "../theme";
import { drawing } from "./figure";
import { bullets, decimals, style } from "./styles";
import { columnsTable, dataTable, factsTable, numbersTable } from "./tables";
import { runsOf, textRuns } from "./words";

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;
const looks = { lead: style.lead, hint: style.hint } as const;
const tones = { info: style.info, warning: style.warning } as const;

/** Before what follows a table, which has no space of its own; in twips. */
const afterTable = { before: 140 };
const afterList = { after: 180 };

/** How a document is laid out. */
export type Writing = { theme: Theme; look: Look };

/** The mark by which the table of contents finds a heading; Word hides marks that begin so. @param index of its block. */
export const markOf = (index: number) => `_Toc${index + 1}`;

/** @param begins whether nothing stands before these: then the first chapter needs no new page. */
export function bodyOf(blocks: Block[], begins: boolean, writing: Writing): FileChild[] {
  const shown = blocks.map((block, index) => ({ ...block, mark: markOf(index) })).filter(isShown);
  return shown.flatMap((block, index) => {
    const [previous, next] = [shown[index - 1], shown[index + 1]];
    const space = previous && isTable(previous) ? afterTable : {};
    return [
      ...childrenOf(
        block,
        {
          list: index,
          space,
          previous,
          next,
          introduces: isIntroduction(shown, index),
          closed: isClosed(shown, index),
          begins: begins && index === 0,
        },
        writing,
      ),
      ...(needsGap(block, next) ? [gap()] : []),
    ];
  });
}

const isShown = (block: Block) =>
  !(block.kind === "facts" && block.facts.length === 0) && !(block.kind === "numbers" && block.numbers.length === 0);
const isTable = ({ kind }: Block) => kind === "table" || kind === "facts" || kind === "numbers" || kind === "columns";

/** Word joins tables that stand next to each other, and takes no document that ends with one. */
function needsGap(block: Block, next: Block | undefined): boolean {
  return isTable(block) && (next === undefined || (isTable(next) && !(next.kind === "table" && next.caption !== "")));
}

type Place = {
  /** Tells lists apart, so that each is numbered from 1. */
  list: number;
  /** That the block before it leaves to it. */
  space: { before?: number };
  previous: Block | undefined;
  next: Block | undefined;
  /** It stays with what follows. */
  introduces: boolean;
  /** Its last paragraph does. */
  closed: boolean;
  /** It is the first of all. */
  begins: boolean;
};

function childrenOf(
  block: Block & { mark: string },
  { list, space, previous, next, introduces, closed, begins }: Place,
  { theme, look }: Writing,
): FileChild[] {
  switch (block.kind) {
    case "heading": {
      // The first one stands behind cover and contents.
      const onNewPage = block.level === 1 && !begins && (!previous || previous.kind === "page-break" || look.room === null);
      return [
        new Paragraph({
          heading: headings[block.level],
          pageBreakBefore: onNewPage,
          // At the top of a page it needs no space above it.
          ...(block.level === 1 && (begins || onNewPage) && { spacing: { before: 0 } }),
          children: [new Bookmark({ id: block.mark, children: textRuns(block.text) })],
        }),
      ];
    }
    case "paragraph":
      return [
        new Paragraph({
          style: block.look ? looks[block.look] : style.body,
          ...spaced(space),
          ...(introduces && { keepNext: true }),
          children: runsOf(block.words),
        }),
      ];
    case "list":
      return block.items.map((words, index) =>
        listItem(
          words,
          block.ordered,
          list,
          { ...(index === 0 && space), ...(index === block.items.length - 1 && afterList) },
          closed && index === block.items.length - 1,
        ),
      );
    case "table":
      return [...captionOf(block.caption), dataTable(block, look, look === theme.paper)];
    case "facts":
      return [factsTable(block, look, look === theme.paper)];
    case "numbers":
      return [numbersTable(block, look)];
    case "figure":
      return [
        new Paragraph({ style: style.figure, children: [drawing(block, theme, look)] }),
        ...(block.caption === "" ? [] : [new Paragraph({ style: style.caption, children: textRuns(block.caption) })]),
      ];
    case "notice":
      return [new Paragraph({ style: tones[block.tone], children: runsOf(block.words) })];
    case "columns":
      return [columnsTable(block.columns.map(columnOf), look)];
    case "page-break":
      // A chapter sees to it itself.
      return !next || (next.kind === "heading" && next.level === 1) ? [] : [gap(true)];
  }
}

const columnOf = ({ title, items }: { title: string; items: Runs[] }) => ({
  children: [
    new Paragraph({ heading: headings[2], spacing: { before: 0 }, children: textRuns(title) }),
    ...items.map((words) => new Paragraph({ style: style.cell, spacing: { after: 120 }, children: runsOf(words) })),
  ],
});

type Space = { before?: number; after?: number };
const spaced = (space: Space) => (Object.keys(space).length > 0 ? { spacing: space } : {});

function listItem(words: Runs, ordered: boolean, list: number, space: Space, keepNext: boolean): Paragraph {
  return new Paragraph({
    style: style.list,
    ...spaced(space),
    ...(keepNext && { keepNext }),
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
