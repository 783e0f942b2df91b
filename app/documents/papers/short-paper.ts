import type { Block, Look, Picture, ReportDocument } from "../document";
import type { DocumentInput } from "../material";

/** A paper without a cover: who it is about stands at the head of each page, and it begins with what it says. */
export function shortPaper(input: DocumentInput, title: string, blocks: Block[], look: Look = "paper"): ReportDocument {
  const { report, added, view, locale } = input;
  const { document, layout, papers } = locale.messages;
  const organisation = report.organisation.name ?? null;
  return {
    look,
    language: locale.language,
    title,
    description: document.description(organisation),
    author: added.authorText?.author || organisation,
    date: report.date,
    cover: null,
    contents: null,
    letterhead: logoOf(input),
    runningHead: `${papers.runningHead(organisation ?? locale.messages.result.verdict.who[view.track])} · ${locale.date(report.date)}`,
    product: layout.product,
    page: document.page,
    of: document.of,
    blocks,
  };
}

export function logoOf({ added }: DocumentInput): Picture | null {
  const words = added.authorText;
  if (!words?.logo) return null;
  return { type: words.logo.type, data: Uint8Array.from(Buffer.from(words.logo.base64, "base64")), alternative: `Logo: ${words.author}` };
}
