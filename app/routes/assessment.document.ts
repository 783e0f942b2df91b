import type { LoaderFunctionArgs } from "@remix-run/node";
import { localeOf } from "../i18n";
import { readDocumentOptions } from "../documents/document-options";
import { readReportOptions } from "../views/report-options";
import { TooBusyError } from "../jobs/child-pool";
import { documentOf } from "../http/document-of";
import { readable, refusal } from "../http/request";
import { attachment } from "../documents/file-name";

/** A report as a file. Its language is in the address, whatever the page's was. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const assessment = await readable(args);
  const { searchParams } = new URL(args.request.url);
  const options = readDocumentOptions(searchParams, "de");
  if (!options) throw refusal("bad-request");
  try {
    const { bytes, type, name } = await documentOf(
      assessment,
      options,
      readReportOptions(searchParams).weights,
      args.context,
      args.request.signal,
    );
    return new Response(Buffer.from(bytes), {
      headers: { "Content-Type": type, "Content-Disposition": attachment(name), "Cache-Control": "no-store" },
    });
  } catch (error) {
    if (!(error instanceof TooBusyError)) throw error;
    const { busy } = localeOf(options.language).messages.download;
    return new Response(`${busy}\n`, { status: 503, headers: { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "60" } });
  }
}
