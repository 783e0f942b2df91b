import type { ReportDocument } from "../document";
import type { DocumentInput } from "../material";
import { annex } from "./annex";
import { councilReport } from "./council-report";
import { ownerPage } from "./owner-page";
import type { Paper } from "./paper";
import { resolution } from "./resolution";
import { slide } from "./slide";

const writers: Record<Paper, (material: DocumentInput) => ReportDocument> = {
  report: councilReport,
  "owner-page": ownerPage,
  resolution,
  slide,
  annex,
};

/** What a paper says, before it is laid out. Its kind stands at the foot of each page: the method is named where it is told. */
export const writePaper = (paper: Paper, material: DocumentInput): ReportDocument => ({
  footer: material.locale.messages.papers.names[paper],
  ...writers[paper](material),
});
