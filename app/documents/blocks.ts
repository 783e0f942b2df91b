import type { Block, Column, Run, Runs } from "./document";

/** Short ways to write blocks, so that chapters read like their contents page. */

type Said = string | Runs;

export const runs = (said: Said): Runs => (typeof said === "string" ? [{ text: said }] : said);
export const strong = (text: string): Run => ({ text, strong: true });
export const muted = (text: string): Run => ({ text, muted: true });

export const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ kind: "heading", level, text });
export const paragraph = (said: Said): Block => ({ kind: "paragraph", words: runs(said) });
export const lead = (said: Said): Block => ({ kind: "paragraph", words: runs(said), look: "lead" });
export const hint = (said: Said): Block => ({ kind: "paragraph", words: runs(said), look: "hint" });
export const notice = (tone: "info" | "warning", said: Said): Block => ({ kind: "notice", tone, words: runs(said) });
export const facts = (entries: (readonly [term: string, said: Said])[]): Block => ({
  kind: "facts",
  facts: entries.map(([term, said]) => ({ term, words: runs(said) })),
});
export const table = (caption: string, columns: Column[], rows: Said[][]): Block => ({
  kind: "table",
  caption,
  columns,
  rows: rows.map((row) => row.map(runs)),
});

/** Nothing where there is nothing to list. */
export const bullets = (items: Said[]): Block[] => list(items, false);
export const steps = (items: Said[]): Block[] => list(items, true);
const list = (items: Said[], ordered: boolean): Block[] => (items.length === 0 ? [] : [{ kind: "list", ordered, items: items.map(runs) }]);

/** In a short paper a table of so many rows stays on one page: they are read against each other. */
const wholeTableRows = 12;
export const staysOnAPage = (rows: readonly unknown[]): boolean => rows.length <= wholeTableRows;

/** Letters of a number that can stand large beside others. */
const shortNumber = 8;
/** Numbers of one block have one size: large where all of them are short. */
export const areLarge = (numbers: readonly { value: string }[]): boolean => numbers.every(({ value }) => value.length <= shortNumber);

/** So many of them stand side by side at the most. */
const numbersInARow = 4;

/** Numbers of one block in rows that are alike long, the last of which may end with nothing. */
export function inRows<Entry>(numbers: readonly Entry[]): (Entry | null)[][] {
  const rows = Math.ceil(numbers.length / numbersInARow);
  const across = Math.ceil(numbers.length / rows);
  return Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: across }, (_cell, index) => numbers[row * across + index] ?? null),
  );
}

export const lettersIn = (words: Runs): number => words.reduce((sum, { text }) => sum + text.length, 0);

/** A row of a table that is so long may break across pages, lest it leave half a page empty. */
const longRow = 1_200;
export const isLongRow = (cells: Runs[]): boolean => lettersIn(cells.flat()) >= longRow;

/** So many paragraphs introduce what a heading is about; more are it themselves. */
const mostIntroducing = 3;

/**
 * Words between a heading and what it is about stay with both, and those before a list with it: no page ends after them. Where a
 * section ends with them, they are it.
 * @param index of a block among the others.
 */
export function isIntroduction(blocks: readonly Block[], index: number): boolean {
  const [block, after] = [blocks[index], blocks[index + 1]];
  if (block?.kind === "paragraph" && after?.kind === "list") return true;
  const begin = blocks.findLastIndex(({ kind }, at) => at < index && kind !== "paragraph");
  const before = blocks[begin];
  if (before?.kind !== "heading" || after === undefined) return false;
  // Of several, those in the middle may begin a page.
  const isBetween = block?.kind === "paragraph" && after.kind !== "paragraph";
  if (index - begin > (isBetween ? mostIntroducing : 1)) return false;
  return after.kind === "heading" ? after.level > before.level : after.kind !== "page-break";
}

/** Words behind a list that end its section stay with the last of it: no page begins with them alone. @param index of the list. */
export function isClosed(blocks: readonly Block[], index: number): boolean {
  const [after, then] = [blocks[index + 1], blocks[index + 2]];
  return blocks[index]?.kind === "list" && after?.kind === "paragraph" && (then === undefined || then.kind === "heading");
}

/** Whether a link may lead there, to a page or a mailbox: a document opens no file and runs no script. */
export const isReachable = (href: string): boolean => URL.canParse(href) && ["http:", "https:", "mailto:"].includes(new URL(href).protocol);

export const pageBreak: Block = { kind: "page-break" };
