import { areLarge, inRows, isLongRow, staysOnAPage } from "../blocks";
import type { BlockOf } from "../document";
import { element, type Xml } from "../odf/xml";
import { cellPadding, millimetres, points, style, textWidth } from "./styles";
import { wordsOf } from "./words";
import type { Writing } from "./writing";

type Cell = { content: Xml[]; border?: Record<string, string> };

/** Space between facts, in millimetres for each height of a letter that a page's measures name. */
const factGap = 0.9;

export function dataTable({ columns, rows }: BlockOf<"table">, writing: Writing, breaks: boolean): Xml {
  const { styles, theme } = writing;
  const { line, action } = theme.colours;
  const alignment = columns.map(({ numeric }) => (numeric ? { "fo:text-align": "end" } : undefined));
  const cellOf = (parent: string, said: Xml[], index: number): Cell["content"] => {
    const aligned = alignment[index];
    const named = aligned ? styles.add("paragraph", { parent }, element("style:paragraph-properties", aligned)) : parent;
    return [element("text:p", { "text:style-name": named }, said)];
  };
  const head = columns.map(({ title }, index) => ({
    content: cellOf(style.head, wordsOf([{ text: title }], styles), index),
    border: { "fo:border-bottom": `1pt solid ${action}`, "style:vertical-align": "bottom" },
  }));
  const body = rows.map((cells) => ({
    whole: !isLongRow(cells),
    cells: cells.map((words, index) => ({
      content: cellOf(style.cell, wordsOf(words, styles), index),
      border: { "fo:border-bottom": `0.5pt solid ${line}` },
    })),
  }));
  return table(columns.map(({ share }) => share), head, body, writing, { breaks, whole: isShort(writing) && staysOnAPage(rows), headed: true, below: 7 }); // prettier-ignore
}

export function factsTable({ facts }: BlockOf<"facts">, writing: Writing, breaks: boolean): Xml {
  const { styles, look } = writing;
  const border = { "fo:padding-left": "0mm", "fo:padding-top": "0mm", "fo:padding-bottom": millimetres(look.termGap * factGap) };
  const rows = facts.map(({ term, words }) => ({
    whole: !isLongRow([words]),
    cells: [
      { content: [element("text:p", { "text:style-name": style.term }, wordsOf([{ text: term }], styles))], border },
      { content: [element("text:p", { "text:style-name": style.cell }, wordsOf(words, styles))], border },
    ],
  }));
  const shares = [look.termWidth, textWidth(look) - look.termWidth];
  return table(shares, null, rows, writing, { breaks, whole: isShort(writing) && staysOnAPage(facts), headed: true, below: 3 });
}

/** Each number with its label and note, side by side. */
export function numbersTable({ numbers }: BlockOf<"numbers">, writing: Writing, breaks: boolean): Xml {
  const { styles, theme } = writing;
  const { action, hued, paper } = theme.colours;
  const border = { "fo:border-top": `2pt solid ${action}`, "fo:border-right": `8pt solid ${paper}`, "fo:background-color": hued, "fo:padding": "2.5mm", "fo:padding-left": "2.5mm", "fo:padding-right": "2.5mm" }; // prettier-ignore
  const p = (named: string, text: string) => element("text:p", { "text:style-name": named }, wordsOf([{ text }], styles));
  const look = areLarge(numbers) ? style.number : style.longNumber;
  const empty: Cell = { content: [element("text:p", { "text:style-name": style.cell })] };
  const cellOf = ({ label, value, note }: (typeof numbers)[number]): Cell => ({
    content: [p(style.numberLabel, label), p(look, value), ...(note === null ? [] : [p(style.numberNote, note)])],
    border,
  });
  const rows = inRows(numbers).map((cells) => ({ whole: true, cells: cells.map((number) => (number ? cellOf(number) : empty)) }));
  return table((rows[0]?.cells ?? []).map(() => 1), null, rows, writing, { breaks, whole: true, headed: false, below: 10 }); // prettier-ignore
}

const isShort = ({ look, theme }: Writing) => look === theme.paper;

type Shape = {
  /** Space below it, in points. */
  below: number;
  /** It begins a page. */
  breaks: boolean;
  /** It stays on one page. */
  whole: boolean;
  /** The first cell of a row is its heading. */
  headed: boolean;
};

function table(
  shares: number[],
  head: Cell[] | null,
  rows: { whole: boolean; cells: Cell[] }[],
  { styles, look, nextNumber }: Writing,
  { breaks, whole, headed, below }: Shape,
): Xml {
  const width = textWidth(look);
  const sum = shares.reduce((total, share) => total + share, 0);
  const columns = shares.map((share) => {
    const properties = element("style:table-column-properties", { "style:column-width": millimetres((share / sum) * width) });
    return element("table:table-column", { "table:style-name": styles.add("table-column", {}, properties) });
  });
  const cell = ({ content, border }: Cell, index: number) => {
    const padding = { "fo:padding": millimetres(cellPadding), "fo:padding-left": index === 0 ? "0mm" : "1.8mm", "fo:padding-right": index === shares.length - 1 ? "0mm" : "1.8mm" };
    const properties = element("style:table-cell-properties", { ...padding, "fo:border": "none", ...border });
    return element("table:table-cell", { "table:style-name": styles.add("table-cell", {}, properties), "office:value-type": "string" }, content);
  }; // prettier-ignore
  const row = (cells: Cell[], kept: boolean) => {
    const properties = element("style:table-row-properties", { "fo:keep-together": kept ? "always" : "auto" });
    return element("table:table-row", { "table:style-name": styles.add("table-row", {}, properties) }, cells.map(cell));
  };
  const properties = element("style:table-properties", {
    "style:width": millimetres(width),
    "table:align": "left",
    "table:border-model": "collapsing",
    "fo:margin-top": "2pt",
    "fo:margin-bottom": points(below),
    "style:may-break-between-rows": whole ? "false" : "true",
    "fo:break-before": breaks ? "page" : undefined,
  });
  const [first = element("table:table-column"), ...others] = columns;
  return element(
    "table:table",
    { "table:name": `Table ${nextNumber()}`, "table:style-name": styles.add("table", {}, properties) },
    headed ? [element("table:table-header-columns", {}, first), ...others] : columns,
    head ? element("table:table-header-rows", {}, row(head, true)) : [],
    rows.map(({ whole: kept, cells }) => row(cells, kept)),
  );
}
