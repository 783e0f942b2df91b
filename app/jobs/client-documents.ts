import type { Assessment } from "../core/assessment/assessment";
import { toSaveFile } from "../core/assessment/save-file";
import { nextQuarter } from "../core/plan/days";
import { makeReport } from "../core/report";
import type { Language } from "../core/vocabulary";
import { includeAll, type DocumentOptions } from "../documents/document-options";
import { makeDocument } from "../documents/make-document";
import { documentInputOf, type Library } from "../documents/material";
import { overviewTable } from "../documents/sheets/tables/overview-table";
import type { Table } from "../documents/sheets/tables/table";
import { solver } from "./solver";

/** One client of a batch, the files that are wanted of it, and in which language its row of the overview, where that is wanted. */
export type ClientRequest = { assessment: Assessment; date: string; documents: DocumentOptions[]; overview: Language | null };
export type ClientResult = { files: Uint8Array[]; overview: Table | null };

/** Works out a report and lays it out in every form that is wanted, in their order. */
export async function makeClientDocuments(
  { assessment, date, documents, overview }: ClientRequest,
  library: Library,
): Promise<ClientResult> {
  const plan = { limits: null, done: [], firstDay: nextQuarter(date) };
  const report = makeReport({ assessment, date, weights: new Map(), plan }, library.content, await solver());
  const data = { report, added: { authorText: null, steps: new Map() } };
  const saveFile = `${JSON.stringify(toSaveFile(assessment), null, 2)}\n`;
  const files: Uint8Array[] = [];
  for (const options of documents) files.push(await makeDocument({ data, options, origin: null, saveFile }, library));
  return { files, overview: overview && overviewTable(documentInputOf(data, overview, includeAll, null, library)) };
}
