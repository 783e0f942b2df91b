import type { Block, Look, ReportDocument } from "../document";
import type { DocumentInput } from "../material";
import { logoOf } from "./annex";

/** A paper without a cover: who it is about stands at the head of each page, and it begins with what it says. */
export function shortPaper(material: DocumentInput, title: string, blocks: Block[], look: Look = "paper"): ReportDocument {
  const { report, added, view, locale } = material;
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
    letterhead: logoOf(material),
    runningHead: `${papers.runningHead(organisation ?? locale.messages.result.verdict.who[view.track])} · ${locale.date(report.date)}`,
    product: layout.product,
    page: document.page,
    of: document.of,
    blocks,
  };
}
