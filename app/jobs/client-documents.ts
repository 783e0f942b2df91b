import type { Assessment } from "../core/assessment/assessment";
import { toSaveFile } from "../core/assessment/save-file";
import { assess } from "../core/assess";
import { plan } from "../core/plan/plan";
import { nextQuarter } from "../core/plan/days";
import { roadmapInput } from "../core/plan/problem";
import { suggestedSettings } from "../core/plan/settings";
import { compileModel } from "../core/certainty/model";
import { drawsInReport, simulate } from "../core/certainty/simulate";
import { makeDocument } from "../documents/make-document";
import type { DocumentOptions } from "../documents/document-options";
import type { Library } from "../documents/material";
import type { ReportData } from "../views/report-data";
import { solver } from "./solver";

/** One client of a batch, and the files that are wanted of it. */
export type ClientRequest = { assessment: Assessment; date: string; documents: DocumentOptions[] };

/** Works out a report and lays it out in every form that is wanted, in their order. */
export async function makeClientDocuments({ assessment, date, documents }: ClientRequest, library: Library): Promise<Uint8Array[]> {
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
  const made: Uint8Array[] = [];
  for (const options of documents) made.push(await makeDocument({ data, options, origin: null, saveFile }, library));
  return made;
}
