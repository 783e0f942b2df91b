import { HeadingLevel, Paragraph, TableOfContents, type FileChild } from "docx";
import type { ReportDocument } from "../document";
import { picture } from "./figure";
import { style } from "./styles";
import { factsTable } from "./tables";
import { textRuns } from "./words";

/** The largest that a logo may be, in CSS pixels. */
const logoBox = { width: 230, height: 90 };
/** Chapters and sections. */
const levelsInContents = "1-2";

/** The first page: whose report this is, of when, and what must be said before anything else. */
export function coverOf({ cover }: ReportDocument): FileChild[] {
  return [
    ...(cover.logo ? [new Paragraph({ style: style.figure, spacing: { after: 240 }, children: [picture(cover.logo, logoBox)] })] : []),
    new Paragraph({ style: style.product, children: textRuns(cover.product) }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(cover.title) }),
    ...(cover.organisation === null ? [] : [new Paragraph({ style: style.subtitle, children: textRuns(cover.organisation) })]),
    factsTable({ kind: "facts", facts: cover.facts.map(({ term, text }) => ({ term, words: [{ text }] })) }),
    new Paragraph({ style: style.info, spacing: { before: 900 }, children: textRuns(cover.notice) }),
  ];
}

/** On a page of its own, filled in already: Word need not ask whether it may update anything. */
export function contentsOf({ contents }: ReportDocument): FileChild[] {
  return [
    new Paragraph({ style: style.contents, pageBreakBefore: true, children: textRuns(contents) }),
    new TableOfContents(contents, { hyperlink: true, headingStyleRange: levelsInContents }),
  ];
}
