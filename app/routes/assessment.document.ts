import { readDocumentOptions } from "../documents/document-options";
import { documentOf } from "../http/document-of";
import { fileRoute } from "../http/file-route";
import { readable, refusal } from "../http/request";
import { attachment } from "../documents/file-name";
import { readReportOptions } from "../views/report-options";

/** A report as a file. Its language is in the address, whatever the page's was. */
export const loader = fileRoute(async (args) => {
  const assessment = await readable(args);
  const { searchParams } = new URL(args.request.url);
  const options = readDocumentOptions(searchParams, "de");
  if (!options) throw refusal("bad-request");
  const { bytes, type, name } = await documentOf(
    assessment,
    options,
    readReportOptions(searchParams, assessment.weights).weights,
    args.context,
  );
  return new Response(Buffer.from(bytes), {
    headers: { "Content-Type": type, "Content-Disposition": attachment(name), "Cache-Control": "no-store" },
  });
});
