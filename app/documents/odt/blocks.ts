import { isClosed, isIntroduction } from "../blocks";
import type { Block, BlockOf, Runs } from "../document";
import { element, type Xml } from "../odf/xml";
import { headingStyle, points, style, textWidth } from "./styles";
import { dataTable, factsTable, numbersTable } from "./tables";
import { wordsOf } from "./words";
import type { Writing } from "./writing";

const looks = { lead: style.lead, hint: style.hint } as const;
const tones = { info: style.info, warning: style.warning } as const;

/** The mark by which the table of contents finds a heading. @param index of its block. */
export const markOf = (index: number) => `heading-${index}`;

/** @param begins whether nothing stands before these: then the first chapter needs no new page. */
export function bodyOf(blocks: Block[], writing: Writing, begins: boolean): Xml[] {
  const parts = blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    // The first chapter begins a page behind cover and contents, and none where nothing stands before it.
    const first = begins ? "auto" : "page";
    const breaks = before?.kind === "page-break" ? "page" : index === 0 ? first : null;
    const stays = block.kind === "list" ? isClosed(blocks, index) : isIntroduction(blocks, index);
    return partsOf(block, index, breaks, stays, writing);
  });
  return endsOpen(blocks.at(-1)) ? [...parts, element("text:p", { "text:style-name": style.end })] : parts;
}

/** A text ends with a paragraph; where none is there, LibreOffice adds one of a line's height, on a page of its own if need be. */
const endsOpen = (last: Block | undefined): boolean =>
  last !== undefined &&
  ((last.kind === "table" && last.columns.length > 0) ||
    (last.kind === "numbers" && last.numbers.length > 0) ||
    (last.kind === "facts" && last.facts.length > 0) ||
    last.kind === "columns");

type Break = "page" | "auto" | "column" | null;

/** @param stays whether it, or the last of a list, stays with what follows. */
function partsOf(block: Block, index: number, breaks: Break, stays: boolean, writing: Writing): Xml[] {
  const { styles, pictures, look } = writing;
  const p = (parent: string, content: Xml[], where: Break = breaks) =>
    element("text:p", { "text:style-name": withBreak(parent, where, writing) }, content);
  switch (block.kind) {
    case "heading":
      return [headingOf(block.level, block.text, headingAt(block.level, breaks, writing), markOf(index), writing)];
    case "paragraph": {
      const own = block.look ? looks[block.look] : style.body;
      return [p(stays ? keptStyle(own, breaks, writing) : own, wordsOf(block.words, styles), stays ? null : breaks)];
    }
    case "notice":
      return [p(tones[block.tone], wordsOf(block.words, styles))];
    case "list":
      return block.items.length === 0 ? [] : [listOf(block.items, block.ordered, breaks, stays, writing)];
    case "table":
      return [
        ...(block.caption === "" ? [] : [p(keptStyle(style.caption, breaks, writing), wordsOf([{ text: block.caption }], styles), null)]),
        dataTable(block, writing, breaks === "page" && block.caption === ""),
      ];
    case "facts":
      return block.facts.length === 0 ? [] : [factsTable(block, writing, breaks === "page")];
    case "numbers":
      return block.numbers.length === 0 ? [] : [numbersTable(block, writing, breaks === "page")];
    case "figure": {
      const captioned = block.caption !== "";
      return [
        p(captioned ? keptStyle(style.figure, breaks, writing) : style.figure, [pictures.drawing(block, textWidth(look))], captioned ? null : breaks),
        ...(captioned ? [p(style.caption, wordsOf([{ text: block.caption }], styles), null)] : []),
      ]; // prettier-ignore
    }
    case "columns":
      return [columnsOf(block.columns, writing)];
    case "page-break":
      return [];
  }
}

/** A style that differs from its parent in where its paragraph begins. */
function withBreak(parent: string, breaks: Break, { styles }: Writing): string {
  return breaks === null
    ? parent
    : styles.add("paragraph", { parent }, element("style:paragraph-properties", { "fo:break-before": breaks }));
}

/** A heading with its space; at the top of a page it needs none above it. */
function headingAt(level: number, breaks: Break, { styles, look }: Writing): string {
  const parent = headingStyle(level);
  if (breaks === null) return parent;
  const properties = {
    "fo:break-before": breaks,
    "fo:margin-top": "0pt",
    // LibreOffice takes both from one style.
    "fo:margin-bottom": points(look.headings[level - 1]?.below ?? 0),
  };
  return styles.add("paragraph", { parent }, element("style:paragraph-properties", properties));
}

/** The same that stays with what follows it. */
function keptStyle(parent: string, breaks: Break, { styles }: Writing): string {
  return styles.add("paragraph", { parent }, element("style:paragraph-properties", { "fo:keep-with-next": "always", "fo:break-before": breaks })); // prettier-ignore
}

function headingOf(level: number, text: string, named: string, mark: string, writing: Writing): Xml {
  return element(
    "text:h",
    { "text:style-name": named, "text:outline-level": level },
    element("text:bookmark-start", { "text:name": mark }),
    wordsOf([{ text }], writing.styles),
    element("text:bookmark-end", { "text:name": mark }),
  );
}

function listOf(items: Runs[], ordered: boolean, breaks: Break, stays: boolean, writing: Writing): Xml {
  const { styles, look } = writing;
  const parent = ordered ? style.numbered : style.bullet;
  const last = element("style:paragraph-properties", {
    "fo:margin-bottom": `${look.size}pt`,
    "fo:keep-with-next": stays ? "always" : undefined,
  });
  const named = (index: number) =>
    index === 0 && breaks
      ? withBreak(parent, breaks, writing)
      : index === items.length - 1
        ? styles.add("paragraph", { parent }, last)
        : parent;
  return element(
    "text:list",
    { "text:style-name": ordered ? style.numbers : style.bullets },
    items.map((words, index) =>
      element("text:list-item", {}, element("text:p", { "text:style-name": named(index) }, wordsOf(words, styles))),
    ),
  ); // prettier-ignore
}

/** Real columns, each begun by its heading: a table would be read row by row. */
function columnsOf(columns: BlockOf<"columns">["columns"], writing: Writing): Xml {
  const { styles, theme, look, nextNumber } = writing;
  const ruled = (breaks: Break) =>
    styles.add("paragraph", { parent: headingStyle(2) }, element("style:paragraph-properties", {
      "fo:border-top": `1.2pt solid ${theme.colours.text}`,
      "fo:padding-top": "2mm",
      "fo:margin-top": "0pt",
        // LibreOffice takes both from one style.
        "fo:margin-bottom": points(look.headings[1]?.below ?? 0),
      "fo:break-before": breaks,
    })); // prettier-ignore
  const entry = styles.add("paragraph", { parent: style.cell }, element("style:paragraph-properties", { "fo:margin-bottom": "6pt" }));
  const section = element(
    "style:section-properties",
    { "text:dont-balance-text-columns": "true", "fo:margin-left": "0mm", "fo:margin-right": "0mm" },
    element(
      "style:columns",
      { "fo:column-count": columns.length, "fo:column-gap": "6mm" },
      columns.map((_column, index) =>
        element("style:column", {
          "style:rel-width": "1*",
          "fo:start-indent": index === 0 ? "0mm" : "3mm",
          "fo:end-indent": index === columns.length - 1 ? "0mm" : "3mm",
        }),
      ),
    ),
  );
  return element(
    "text:section",
    { "text:name": `Columns ${nextNumber()}`, "text:style-name": styles.add("section", {}, section) },
    columns.flatMap(({ title, items }, index) => [
      headingOf(2, title, ruled(index === 0 ? null : "column"), `column-${nextNumber()}`, writing),
      ...items.map((words) => element("text:p", { "text:style-name": entry }, wordsOf(words, styles))),
    ]),
  );
}
