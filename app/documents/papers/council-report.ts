import { comparisonPage, methodPage, moneyPage } from "../chapters/brief-context";
import { dutiesPage } from "../chapters/brief-duties";
import { stepsPages, wayPage } from "../chapters/brief-steps";
import { briefTopicsPage, topicsPage } from "../chapters/brief-topics";
import { decisionPage } from "../chapters/decision";
import { openingPage } from "../chapters/opening";
import { progressPage } from "../chapters/progress";
import { pageBreak } from "../blocks";
import type { ReportDocument } from "../document";
import type { DocumentInput } from "../material";
import { shortPaper } from "./short-paper";

/** The report that a council or a management decides on, in ten to twelve pages: its contents page. */
export function councilReport(input: DocumentInput): ReportDocument {
  return shortPaper(input, input.view.title, [
    ...openingPage(input),
    // What is to be decided stands on a page that can be taken out.
    pageBreak,
    ...decisionPage(input),
    ...(input.view.quick ? [] : topicsPage(input)),
    ...briefTopicsPage(input),
    ...dutiesPage(input),
    ...stepsPages(input),
    ...wayPage(input),
    ...progressPage(input),
    ...comparisonPage(input),
    ...moneyPage(input),
    ...methodPage(input),
  ]);
}
