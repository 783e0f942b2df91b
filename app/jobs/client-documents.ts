import type { Assessment } from "../core/assessment/assessment";
import { toSaveFile } from "../core/assessment/save-file";
import { assess } from "../core/assess";
import { plan } from "../core/plan/plan";
import { nextQuarter } from "../core/plan/days";
import { roadmapInput } from "../core/plan/problem";
import { suggestedSettings } from "../core/plan/settings";
import { compileModel } from "../core/certainty/model";
import { drawsInReport, simulate } from "../core/certainty/simulate";
import type { Language } from "../core/vocabulary";
import { includeAll, type DocumentOptions } from "../documents/document-options";
import { makeDocument } from "../documents/make-document";
import { documentInputOf, type Library } from "../documents/material";
import { overviewTable } from "../documents/sheets/tables/overview-table";
import type { Table } from "../documents/sheets/tables/table";
import type { ReportData } from "../views/report-data";
import { solver } from "./solver";

/** One client of a batch, the files that are wanted of it, and in which language its row of the overview, where that is wanted. */
export type ClientRequest = { assessment: Assessment; date: string; documents: DocumentOptions[]; overview: Language | null };
export type ClientResult = { files: Uint8Array[]; overview: Table | null };

/** Works out a report and lays it out in every form that is wanted, in their order. */
export async function makeClientDocuments(
  { assessment, date, documents, overview }: ClientRequest,
  library: Library,
): Promise<ClientResult> {
  const { content } = library;
  const settings = suggestedSettings(assessment.organisation.sizeClass ?? null);
  const data: ReportData = {
    report: assess(assessment, content, date),
    simulation: simulate(compileModel(assessment, content), drawsInReport),
    roadmap: documents.some(({ include }) => include.roadmap)
      ? {
          plan: plan(roadmapInput(assessment, settings, content), 0, await solver()),
          settings,
          saved: false,
          steps: new Map(),
          firstDay: nextQuarter(new Date(date)),
        }
      : null,
    peers: null,
    words: null,
  };
  const saveFile = `${JSON.stringify(toSaveFile(assessment), null, 2)}\n`;
  const files: Uint8Array[] = [];
  for (const options of documents) files.push(await makeDocument({ data, options, origin: null, saveFile }, library));
  return { files, overview: overview && overviewTable(documentInputOf(data, overview, includeAll, null, library)) };
}
