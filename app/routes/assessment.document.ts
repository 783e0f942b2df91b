import { lookField, readDocumentOptions } from "../documents/document-options";
import { documentOf } from "../http/assessment/document-of";
import { inLook } from "../http/mappe/looks";
import { fileRoute } from "../http/file-route";
import { refusal } from "../http/request";
import { readableRound } from "../http/assessment/round-of";
import { attachment } from "../documents/file-name";
import { readReportOptions } from "../views/report-options";

/** A report as a file. Its language is in the address, whatever the page's was. */
export const loader = fileRoute(async (args) => {
  const { assessment: own, today } = await readableRound(args);
  const { content, reports, documents, origin, now, visitor } = args.context;
  const { searchParams } = new URL(args.request.url);
  const options = readDocumentOptions(searchParams);
  if (!options) throw refusal("bad-request");
  const assessment = await inLook(own, searchParams.get(lookField), visitor);
  const { bytes, type, name } = await documentOf(assessment, options, readReportOptions(searchParams, assessment.weights).weights, {
    content,
    reports,
    documents,
    origin,
    now,
    today,
  });
  return new Response(Buffer.from(bytes), {
    headers: { "Content-Type": type, "Content-Disposition": attachment(name), "Cache-Control": "no-store" },
  });
});
