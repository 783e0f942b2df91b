import { HeadingLevel, LeaderType, Paragraph, TableOfContents, type FileChild } from "docx";
import { carriableText } from "../../core/assessment/text";
import type { Picture, ReportDocument } from "../document";
import type { Look } from "../theme";
import { markOf } from "./blocks";
import { picture } from "./figure";
import { style } from "./styles";
import { factsTable } from "./tables";
import { textRuns } from "./words";

/** The largest that a logo may be, in CSS pixels. */
const logoBox = { width: 230, height: 90 };
/** Chapters and sections. */
const deepestInContents = 2;

/** The first page: whose report this is, of when, and what must be said before anything else. */
export function coverOf({ cover, letterhead, product }: ReportDocument, look: Look): FileChild[] {
  if (!cover) return logo(letterhead, letterheadBox(look), 120);
  return [
    ...logo(cover.logo, logoBox),
    new Paragraph({ style: style.product, children: textRuns(product) }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(cover.title) }),
    ...(cover.organisation === null ? [] : [new Paragraph({ style: style.subtitle, children: textRuns(cover.organisation) })]),
    factsTable({ kind: "facts", facts: cover.facts.map(({ term, text }) => ({ term, words: [{ text }] })) }, look, false),
    new Paragraph({ style: style.info, spacing: { before: 900 }, children: textRuns(cover.notice) }),
  ];
}

const logo = (given: Picture | null, box: typeof logoBox, after = 240): FileChild[] =>
  given ? [new Paragraph({ style: style.figure, spacing: { after }, children: [picture(given, box)] })] : [];

const letterheadBox = ({ letterhead: height }: Look) => ({ width: (5 * height * 96) / 25.4, height: (height * 96) / 25.4 });

/**
 * On a page of its own, filled in already, so that Word need not ask whether it may update anything. The entries lead to
 * their headings and say no page: only Word knows the pages, and adds them when somebody has it update the table.
 */
export function contentsOf({ contents, blocks }: ReportDocument): FileChild[] {
  if (contents === null) return [];
  const cachedEntries = blocks.flatMap((block, index) =>
    block.kind === "heading" && block.level <= deepestInContents ? [{ title: carriableText(block.text), level: block.level, href: markOf(index) }] : [],
  );
  return [
    new Paragraph({ style: style.contents, pageBreakBefore: true, children: textRuns(contents) }),
    new TableOfContents(contents, {
      hyperlink: true,
      headingStyleRange: `1-${deepestInContents}`,
      cachedEntries,
      beginDirty: false,
      tabLeader: LeaderType.NONE,
    }),
  ];
} // prettier-ignore
