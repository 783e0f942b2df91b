import type { Block, ReportDocument } from "../document";
import type { DocumentInput } from "../material";
import { annex } from "./annex";
import { councilReport } from "./council-report";
import { ownerPage } from "./owner-page";
import type { Paper } from "./paper";
import { resolution } from "./resolution";
import { slide } from "./slide";

const writers: Record<Paper, (input: DocumentInput) => ReportDocument> = {
  report: councilReport,
  "owner-page": ownerPage,
  resolution,
  slide,
  annex,
};

/** What a paper says, before it is laid out. Its kind stands at the foot of each page: the method is named where it is told. */
export function writePaper(paper: Paper, input: DocumentInput): ReportDocument {
  const { language, messages } = input.locale;
  const written = writers[paper](input);
  // One without a term says nothing, and would part a heading from what follows.
  const blocks = written.blocks.filter((block) => block.kind !== "facts" || block.facts.length > 0);
  return { footer: messages.papers.names[paper], ...written, blocks: language === "en" ? blocks.map(inCapitals) : blocks };
}

/** Heads of tables and labels of numbers begin with a capital, as English writes titles; in German only what is a noun does. */
function inCapitals(block: Block): Block {
  if (block.kind === "table") return { ...block, columns: block.columns.map((one) => ({ ...one, title: begun(one.title) })) };
  return block.kind === "numbers" ? { ...block, numbers: block.numbers.map((one) => ({ ...one, label: begun(one.label) })) } : block;
}

const begun = (title: string) => title.slice(0, 1).toUpperCase() + title.slice(1);
