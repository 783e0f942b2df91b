import highs from "highs";
import type { Assessment } from "../core/answers/assessment";
import { toSaveFile } from "../core/answers/save-file";
import { assess } from "../core/assess";
import { plan } from "../core/roadmap/plan";
import { nextQuarter } from "../core/roadmap/days";
import { roadmapInput } from "../core/roadmap/problem";
import { suggestedSettings } from "../core/roadmap/settings";
import { compileModel } from "../core/uncertainty/model";
import { drawsInReport, simulate } from "../core/uncertainty/simulate";
import { makeDocument } from "../documents/make-document";
import type { DocumentOptions } from "../documents/document-options";
import type { Library } from "../documents/material";
import type { ReportData } from "../documents/report-data";
import { serveJobs } from "../server/serve-jobs";

/** One client of a batch, and the files that are wanted of it. */
export type BatchRequest = { assessment: Assessment; date: string; documents: DocumentOptions[] };

const solver = highs();

/** Works out a report and lays it out in every form that is wanted, in their order. */
serveJobs<Library, BatchRequest, Uint8Array[]>(async ({ assessment, date, documents }, library) => {
  const { content } = library;
  const settings = suggestedSettings(assessment.organisation.sizeClass ?? null);
  const data: ReportData = {
    report: assess(assessment, content, date),
    simulation: simulate(compileModel(assessment, content), drawsInReport),
    roadmap: documents.some(({ include }) => include.roadmap)
      ? {
          plan: plan(roadmapInput(assessment, settings, content), 0, await solver),
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
  const made: Uint8Array[] = [];
  for (const options of documents) made.push(await makeDocument({ data, options, origin: null, saveFile }, library));
  return made;
});
