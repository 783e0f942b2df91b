import type { Block, Column, Picture, ReportDocument, Run, Runs } from "../document";
import { standalone } from "../drawing";
import type { Theme } from "../theme";
import { areLarge, isIntroduction, isReachable, lettersIn } from "../blocks";
import { breakable, printable } from "./printable";

/** How far apart the lines of the contents stand, of the usual, and what else where their last page would be nearly empty. */
const contentsAir = [1, 1.07, 0.94, 1.15, 0.89, 1.24, 1.4];
/** Points from the first line of the contents to the last one on a page: below their title, and on those after it. */
const contentsRoom = [631, 665] as const;
/** Letters of a heading that fit on a line of the contents. */
const contentsLetters = 85;
/** Letters of a term that fit beside what is said of it, and of that in one line. */
export const termLetters = 23;
const factLetters = 84;
/** Lines up to which a table's row is kept on one page. */
const wholeRowLines = 14;
/** Points of a table's line, and of what stands around a row. */
const [lineHeight, rowPadding] = [12, 11];
/** Characters of a table's text that fit across the page. */
const charactersAcross = 100;

/** What the template reads: the document with printable texts, and of the layout what is easier counted here. */
export function templateData({ cover, blocks, ...document }: ReportDocument, theme: Theme) {
  const [year, month, day] = document.date.split("-").map(Number);
  return {
    look: document.look,
    language: document.language,
    title: required(document.title),
    description: printable(document.description),
    author: document.author && printable(document.author),
    date: { year, month, day },
    cover: cover && {
      product: breakable(document.product),
      title: required(cover.title, breakable),
      organisation: cover.organisation && breakable(cover.organisation),
      ...factsData(cover.facts.map(({ term, text }) => ({ term, words: [{ text }] }))),
      logo: cover.logo && logoData(cover.logo),
      notice: breakable(cover.notice),
    },
    letterhead: document.letterhead && logoData(document.letterhead),
    contents: document.contents === null ? null : required(document.contents, breakable),
    ...contentsData(blocks.filter((block) => block.kind === "heading").filter(({ level }) => level <= 2)),
    runningHead: printable(shortened(document.runningHead, 100)),
    product: printable(shortened(document.footer ?? document.product, 100)),
    page: printable(shortened(document.page, 20)),
    of: printable(shortened(document.of, 20)),
    blocks: blocks.map((block, index) => ({
      ...blockData(block, theme),
      ...(isIntroduction(blocks, index) && { kept: true }),
    })),
  };
}

type Headings = { level: number; text: string }[];

/** How many pages the table of contents will take, and how far apart its lines stand so that none of them is nearly empty. */
function contentsData(headings: Headings) {
  const laidOut = contentsAir.map((air) => ({ air, ...contentsPages(headings, air) }));
  const { air, pages } = laidOut.find(({ pages: all, fullness }) => all === 1 || fullness > 0.45) ?? laidOut[0] ?? { air: 1, pages: 1 };
  return { contentsAir: air, contentsPages: pages };
}

/** The contents as `report.typ` lays them out: their pages, and how far down the last one goes, 0–1. */
function contentsPages(headings: Headings, air: number): { pages: number; fullness: number } {
  const [below, other] = contentsRoom;
  let [pages, used, room] = [1, 0, below as number];
  headings.forEach(({ level, text }, index) => {
    const second = text.length > contentsLetters ? 13.1 : 0;
    const line = level === 1 ? 6.9 + 13 * air : 13.1 * air;
    if (index > 0 && used + line + second <= room) used += line + second;
    else if (index === 0) used = second;
    else [pages, used, room] = [pages + 1, second, other];
  });
  return { pages, fullness: used / room };
}

const logoData = ({ type, alternative }: Picture) => ({ type: type === "jpeg" ? "jpg" : "png", alternative: required(alternative) });

function blockData(block: Block, theme: Theme) {
  switch (block.kind) {
    case "heading":
      return { ...block, text: required(block.text, breakable), syllables: longWord.test(block.text) };
    case "paragraph":
    case "notice":
      return { ...block, words: wordsData(block.words) };
    case "list":
      return { ...block, items: block.items.map(wordsData) };
    case "table":
      return {
        ...block,
        caption: breakable(block.caption),
        columns: block.columns.map((column) => ({ ...column, title: breakable(column.title) })),
        height: block.rows.reduce((sum, cells) => sum + rowPadding + lineHeight * linesOf(cells, block.columns), 0),
        // A row that would fill a good part of a page may break.
        rows: block.rows.map((cells) => ({ whole: linesOf(cells, block.columns) <= wholeRowLines, cells: cells.map(wordsData) })),
      };
    case "facts":
      return { ...block, ...factsData(block.facts) };
    case "figure":
      return {
        ...block,
        svg: printable(standalone(block.svg, theme)),
        alternative: required(block.alternative),
        caption: breakable(block.caption),
      };
    case "numbers":
      return {
        ...block,
        large: areLarge(block.numbers),
        numbers: block.numbers.map(({ label, value, note }) => ({
          label: breakable(label),
          value: breakable(value),
          note: note && breakable(note),
        })),
      };
    case "columns":
      return {
        ...block,
        columns: block.columns.map(({ title, items }) => ({ title: required(title, breakable), items: items.map(wordsData) })),
      };
    case "page-break":
      return block;
  }
}

/** Letters of a word that a line may not have room for. */
const longWord = /\p{L}{26}/u;

/** Rows that take several lines want more air between them, and their terms all one place: beside what is said, or above. */
function factsData(facts: { term: string; words: Runs }[]) {
  const airy = facts.some(({ words }) => lettersIn(words) > factLetters);
  const fits = ({ term }: { term: string }) => term.length <= termLetters;
  const beside = (fact: { term: string }) => (airy ? facts.every(fits) : fits(fact));
  return { airy, facts: facts.map((fact) => ({ term: breakable(fact.term), beside: beside(fact), words: wordsData(fact.words) })) };
}

/** Most words are one text and nothing else, and the template reads that as such. */
function wordsData(words: Runs) {
  const data = words.map(runData);
  return data.length === 1 && typeof data[0] === "string" ? data[0] : data;
}

function runData({ href, text, ...run }: Run) {
  const looks = { ...run, ...(longWord.test(text) && { syllables: true }), ...(href && isReachable(href) && { href }) };
  return Object.keys(looks).length === 0 ? breakable(text) : { ...looks, text: breakable(text) };
}

/** What a reader's software announces must not be empty. */
function required(text: string, prepare = printable): string {
  return prepare(text).trim() || "–";
}

/** Head and foot of a page have one line. */
function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

/** Lines of a row, about: those of its longest cell. */
function linesOf(cells: Runs[], columns: Column[]): number {
  const width = columns.reduce((sum, { share }) => sum + share, 0);
  const lines = cells.map((words, index) => {
    const text = words.map((run) => run.text).join("");
    const across = (charactersAcross * (columns[index]?.share ?? 1)) / width;
    return text.split("\n").reduce((sum, line) => sum + Math.ceil((line.length + 1) / across), 0);
  });
  return Math.max(0, ...lines);
}
