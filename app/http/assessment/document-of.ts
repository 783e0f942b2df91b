import type { AppLoadContext } from "@remix-run/node";
import { toSaveFile } from "../../core/assessment/save-file";
import type { DimensionId } from "../../core/vocabulary";
import { isWritten, tellsFrontier, type DocumentOptions } from "../../documents/document-options";
import type { ReportData } from "../../documents/material";
import { reportFileName } from "../../documents/file-name";
import { paperFor } from "../../documents/papers/paper";
import { localeOf } from "../../i18n/index";
import { fileTypes } from "../../documents/make-document";
import type { Readable } from "../access/assessment-access";
import { reportOf } from "./report-of";

type Context = Pick<AppLoadContext, "content" | "reports" | "documents" | "origin" | "today" | "now">;

/** `type` has its charset where it has one; `name` is what to save it as. */
export type DocumentFile = { bytes: Uint8Array; type: string; name: string };

/** The report of an assessment as a file with its name and media type. */
export async function documentOf(
  assessment: Readable,
  options: DocumentOptions,
  weights: Map<DimensionId, number>,
  context: Context,
): Promise<DocumentFile> {
  return documentFrom(await reportOf(assessment, weights, context, tellsFrontier(options)), assessment, options, context);
}

/** The same of a report that is there already. */
export async function documentFrom(
  data: ReportData,
  assessment: Readable,
  options: DocumentOptions,
  context: Pick<Context, "documents" | "origin">,
): Promise<DocumentFile> {
  const saveFile = `${JSON.stringify(toSaveFile(await assessment.whole()), null, 2)}\n`;
  const brand = await assessment.brand();
  const bytes = await context.documents.make({ data, options, origin: context.origin, saveFile, ...(brand && { brand }) });
  const { type, ending } = fileTypes[options.kind];
  const { fileNames } = localeOf(options.language).messages.papers;
  const paper = options.kind === "png" ? "slide" : paperFor(data.report.track, options.paper);
  const what = isWritten(options.kind) || options.kind === "png" ? fileNames[paper] : fileNames.tables;
  return { bytes, type, name: reportFileName(what, data.report.organisation.name, data.report.date, ending) };
}
