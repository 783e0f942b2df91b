import type { Assessment } from "../core/assessment/assessment";
import { toSaveFile } from "../core/assessment/save-file";
import { nothingAdded, type WholeAssessment } from "../core/assessment/whole-assessment";
import { makeReport, reportFrontier } from "../core/report";
import { toReportFile } from "../core/report-file";
import { reportInputOf } from "../core/report-input";
import type { Language } from "../core/vocabulary";
import { includeAll, tellsFrontier, type DocumentOptions } from "../documents/document-options";
import type { Brand } from "../core/brand/brand";
import { makeDocument } from "../documents/make-document";
import { documentInputOf, type Library } from "../documents/material";
import { portfolioEntry, type PortfolioEntry } from "../documents/sheets/portfolio/portfolio-entry";
import { overviewTable } from "../documents/sheets/tables/overview-table";
import type { Table } from "../documents/sheets/tables/table";
import { solver } from "./solver";

/**
 * One client of a batch, with what a save file holds beside the answers, the files that are wanted of it, and in which
 * language its row of the overview and its part of the portfolio, where these are wanted.
 */
export type ClientRequest = {
  /** By which a report without a name is known. */
  name: string;
  assessment: Assessment & Partial<WholeAssessment>;
  date: string;
  documents: DocumentOptions[];
  overview: Language | null;
  portfolio: Language | null;
  /** The report for programs, and by which key it knows the client. */
  reportFile: { language: Language; clientKey: string | null } | null;
  /** In place of its own. */
  brand?: Brand;
};
export type ClientResult = { files: Uint8Array[]; reportFile: string | null; overview: Table | null; portfolio: PortfolioEntry | null };

/** Works out a report and lays it out in every form that is wanted, in their order. */
export async function makeClientDocuments(
  { name, assessment, date, documents, overview, portfolio, reportFile, brand }: ClientRequest,
  library: Library,
): Promise<ClientResult> {
  const whole = { ...nothingAdded, ...assessment };
  const [input, loaded] = [reportInputOf(whole, library.content, date), await solver()];
  const report = makeReport(input, library.content, loaded);
  const frontier = documents.some(tellsFrontier) ? reportFrontier(input, report, library.content, loaded) : null;
  const data = { report, added: { authorText: whole.authorText, steps: new Map(Object.entries(whole.plan.steps)) }, frontier };
  const own = brand ?? whole.brand;
  const saveFile = `${JSON.stringify(toSaveFile(assessment), null, 2)}\n`;
  const files: Uint8Array[] = [];
  for (const options of documents)
    files.push(await makeDocument({ data, options, origin: null, saveFile, ...(own && { brand: own }) }, library));
  const told = (language: Language) => documentInputOf(data, language, includeAll, null, library);
  const { language = null, clientKey = null } = reportFile ?? {};
  return {
    files,
    reportFile: reportFile && `${JSON.stringify(toReportFile(report, language, { brand: own, clientKey }), null, 2)}\n`,
    overview: overview && overviewTable(told(overview)),
    portfolio: portfolio && portfolioEntry(told(portfolio), name),
  };
}
