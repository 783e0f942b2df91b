import type { Language } from "../core/vocabulary";

/** Some words in one voice. Always text, never markup: whoever renders it escapes nothing and interprets nothing. */
export type Run = {
  text: string;
  strong?: boolean;
  /** Said more quietly: a source, a remark. */
  muted?: boolean;
  /** An absolute address. */
  href?: string;
  /** Where it differs from the document's. */
  language?: Language;
};

/** Where a line break stands in a text, the reader sees one. */
export type Runs = Run[];

/** `share` of the table's width, relative to the other columns'; numbers stand to the right. */
export type Column = { title: string; share: number; numeric?: boolean };

export type Block =
  /** Levels never skip: 1 is a chapter and begins a page, 2 a section, and so on. */
  | { kind: "heading"; level: 1 | 2 | 3 | 4; text: string }
  | { kind: "paragraph"; words: Runs; look?: "lead" | "hint" }
  | { kind: "list"; ordered: boolean; items: Runs[] }
  /** The first cell of a row is its heading. The caption is empty where the heading before says it all. */
  | { kind: "table"; caption: string; columns: Column[]; rows: Runs[][] }
  /** Terms and what is said of them, as in a fact sheet. */
  | { kind: "facts"; facts: { term: string; words: Runs }[] }
  /** A drawing as SVG with its size in CSS pixels. The alternative text says what it shows; the numbers stand in a table. */
  | { kind: "figure"; svg: string; width: number; height: number; alternative: string; caption: string }
  /** The few numbers that a page is about, large. */
  | { kind: "numbers"; numbers: { label: string; value: string; note: string | null }[] }
  | { kind: "notice"; tone: "info" | "warning"; words: Runs }
  /** Short lists that belong side by side; each title is a section's heading. */
  | { kind: "columns"; columns: { title: string; items: Runs[] }[] }
  /** What follows begins a page. */
  | { kind: "page-break" };

/** A block of one kind. */
export type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

/** A picture that somebody gave us; its bytes were checked to be of this type. */
export type Picture = { type: "png" | "jpeg"; data: Uint8Array; alternative: string };

export type Cover = {
  title: string;
  /** The organisation, where it has a name. */
  organisation: string | null;
  facts: { term: string; text: string }[];
  logo: Picture | null;
  /** What must stand on the first page: self-assessment, not validated, no legal advice. */
  notice: string;
};

/** A bound report with a cover, a short paper, or one page for a screen. */
export type Look = "book" | "paper" | "slide";

/** A document that has a cover. */
export type Bound = ReportDocument & { cover: Cover };

/**
 * A report as a document: what it says, in which order, with which rank. PDF, DOCX and ODT are ways to lay this out;
 * none adds a word. Numbers come formatted from the report's view.
 */
export type ReportDocument = {
  look: Look;
  language: Language;
  title: string;
  /** One sentence for the file's properties. */
  description: string;
  /** Who answers for the text: the consultant, or the organisation itself. Null where nobody is named. */
  author: string | null;
  /** ISO date of the report. */
  date: string;
  /** A first page of its own, and contents after it; null in a short paper, which begins with what it says. */
  cover: Cover | null;
  /** Heading of the table of contents; null: there is none. */
  contents: string | null;
  /** Stands above the first line of a paper without a cover. */
  letterhead: Picture | null;
  /** Stands at the head of each page but the cover. */
  runningHead: string;
  /** What or who the document comes from; stands on the cover and at the foot of each page. */
  product: string;
  /** Stands at the foot of each page in place of the product. */
  footer?: string;
  /** The words around page numbers: "Seite" and "von". */
  page: string;
  of: string;
  blocks: Block[];
};
