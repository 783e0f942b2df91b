import type { Block, ReportDocument } from "../../app/documents/document";
import { docxDocument } from "./docx-document";
import { hostile } from "./hostile";

export const hostileTexts = Object.values(hostile);

const everywhere = (text: string): Block[] => [
  { kind: "heading", level: 2, text: text.slice(0, 200) },
  { kind: "paragraph", words: [{ text, href: "javascript:alert(1)" }, { text: "x", href: 'https://example.org/?q="><script>' }] },
  { kind: "list", ordered: true, items: [[{ text }]] },
  { kind: "table", caption: text, columns: [{ title: text.slice(0, 100), share: 1 }], rows: [[[{ text }]]] },
  { kind: "facts", facts: [{ term: text.slice(0, 100), words: [{ text }] }] },
  { kind: "notice", tone: "warning", words: [{ text }] },
]; // prettier-ignore

/** A document into which each hostile text was typed wherever there is room for text. */
export function hostileDocument(): ReportDocument {
  const all = hostileTexts.join("\n");
  const own = docxDocument("en", 1);
  return {
    ...own,
    title: all,
    description: all,
    author: all,
    runningHead: hostileTexts.map((text) => text.slice(0, 20)).join(" "),
    cover: { ...own.cover, organisation: all.slice(0, 200) },
    blocks: [{ kind: "heading", level: 1, text: "Hostile" }, ...hostileTexts.flatMap(everywhere)],
  };
}

/** Those of them that a page shows as they were typed. */
export const readableHostile = ["typst", "html", "rtf", "field", "command", "plus", "minus", "at"].map((name) => hostile[name] ?? "");
