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
export function councilReport(material: DocumentInput): ReportDocument {
  return shortPaper(material, material.view.title, [
    ...openingPage(material),
    // What is to be decided stands on a page that can be taken out.
    pageBreak,
    ...decisionPage(material),
    ...(material.view.quick ? [] : topicsPage(material)),
    ...briefTopicsPage(material),
    ...dutiesPage(material),
    ...stepsPages(material),
    ...wayPage(material),
    ...progressPage(material),
    ...comparisonPage(material),
    ...moneyPage(material),
    ...methodPage(material),
  ]);
}
