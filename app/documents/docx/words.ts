import { ExternalHyperlink, TextRun, type ParagraphChild } from "docx";
import { carriableText } from "../../core/assessment/text";
import type { Run, Runs } from "../document";
import { isReachable } from "../blocks";
import { unbroken } from "../unbroken";
import { colour } from "./look";
import { languageTag, style } from "./styles";

type Voice = Pick<Run, "strong" | "muted" | "language"> & { style?: string };

/** The words as runs; an address that is none of a page or a mailbox is no link. */
export function runsOf(words: Runs): ParagraphChild[] {
  return words.flatMap<ParagraphChild>(({ text, href, ...voice }) =>
    href && isReachable(href)
      ? [new ExternalHyperlink({ link: carriableText(href), children: textRuns(text, { ...voice, style: style.link }) })]
      : textRuns(text, voice),
  );
}

/** A text as runs, one a line. Never a field: whatever it says stands there as text. */
export function textRuns(text: string, { strong, muted, language, style: named }: Voice = {}): TextRun[] {
  return unbroken(carriableText(text))
    .split("\n")
    .map(
      (line, index) =>
        new TextRun({
          text: line,
          ...(index > 0 && { break: 1 }),
          ...(strong && { bold: true }),
          // No character style: LibreOffice drops its colour inside tables.
          ...(muted && { color: colour.muted }),
          ...(named && { style: named }),
          ...(language && { language: languageTag(language) }),
        }),
    );
}
