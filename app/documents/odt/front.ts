import type { Picture, ReportDocument } from "../document";
import { element, paragraphText, plainText, type Xml } from "../odf/xml";
import { markOf } from "./blocks";
import { contentsStyle, millimetres, style, textWidth } from "./styles";
import { factsTable } from "./tables";
import type { Writing } from "./writing";

/** Chapters and sections. */
const contentsDepth = 2;

/** The first page: whose report this is, of when, and what must be said before anything else. */
export function coverOf({ cover, letterhead, product }: ReportDocument, writing: Writing): Xml[] {
  if (!cover) return letterhead ? [logo(letterhead, style.pages, writing, writing.look.letterhead)] : [];
  const { styles } = writing;
  const p = (named: string, text: string) => element("text:p", { "text:style-name": named }, paragraphText(text));
  const onCover = (parent: string) => styles.add("paragraph", { parent, masterPage: style.coverPage });
  const above = styles.add("paragraph", { parent: style.info }, element("style:paragraph-properties", { "fo:margin-top": "60pt" }));
  return [
    ...(cover.logo ? [logo(cover.logo, style.coverPage, writing)] : []),
    p(cover.logo ? style.product : onCover(style.product), product),
    p(style.title, cover.title),
    ...(cover.organisation === null ? [] : [p(style.subtitle, cover.organisation)]),
    factsTable({ kind: "facts", facts: cover.facts.map(({ term, text }) => ({ term, words: [{ text }] })) }, writing, false),
    p(above, cover.notice),
  ];
}

function logo(picture: Picture, masterPage: string, { styles, pictures }: Writing, highest?: number): Xml {
  const spaced = element("style:paragraph-properties", { "fo:margin-bottom": highest ? "2mm" : "8mm" });
  return element(
    "text:p",
    { "text:style-name": styles.add("paragraph", { parent: style.figure, masterPage }, spaced) },
    pictures.logo(picture, highest),
  );
}

/**
 * The table of contents, filled in: each page number is a reference that the program works out when it opens the file, so
 * that it is right without a question and without laying out anything here.
 */
export function contentsOf({ contents, blocks }: ReportDocument, { styles, look }: Writing): Xml[] {
  if (contents === null) return [];
  const title = styles.add("paragraph", { parent: style.contentsTitle, masterPage: style.pages });
  const stop = element("style:tab-stop", { "style:position": millimetres(textWidth(look)), "style:type": "right" });
  const entryStyle = [1, 2].map((level) =>
    styles.add(
      "paragraph",
      { parent: contentsStyle(level) },
      element("style:paragraph-properties", {}, element("style:tab-stops", {}, stop)),
    ),
  );
  const entries = blocks.flatMap((block, index) => {
    if (block.kind !== "heading" || block.level > contentsDepth) return [];
    const page = element("text:bookmark-ref", { "text:reference-format": "page", "text:ref-name": markOf(index) }, plainText("–"));
    const link = element("text:a", { "xlink:type": "simple", "xlink:href": `#${markOf(index)}`, "text:style-name": style.indexLink, "text:visited-style-name": style.indexLink }, paragraphText(block.text), element("text:tab"), page);
    return [element("text:p", { "text:style-name": entryStyle[block.level - 1] }, link)];
  }); // prettier-ignore
  return [
    element(
      "text:table-of-content",
      { "text:name": "Contents", "text:protected": "false" },
      element(
        "text:table-of-content-source",
        { "text:outline-level": contentsDepth },
        element("text:index-title-template", { "text:style-name": style.contentsTitle }, plainText(contents)),
        [1, 2].map(entryTemplate),
      ),
      element(
        "text:index-body",
        {},
        element("text:index-title", { "text:name": "Contents heading" }, element("text:p", { "text:style-name": title }, plainText(contents))),
        entries,
      ),
    ),
  ]; // prettier-ignore
}

/** How the program writes an entry when somebody has it update the table. */
function entryTemplate(level: number): Xml {
  return element(
    "text:table-of-content-entry-template",
    { "text:outline-level": level, "text:style-name": contentsStyle(level) },
    element("text:index-entry-link-start"),
    element("text:index-entry-text"),
    element("text:index-entry-tab-stop", { "style:type": "right", "style:leader-char": " " }),
    element("text:index-entry-page-number"),
    element("text:index-entry-link-end"),
  );
}
