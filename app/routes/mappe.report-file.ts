import { z } from "zod";
import { languageSchema } from "../core/vocabulary";
import { attachment, reportFileName } from "../documents/file-name";
import { fileTypes } from "../documents/make-document";
import { membersDocumentKinds } from "../documents/members/members-document-kinds";
import { fileRoute } from "../http/file-route";
import { membersReportOf } from "../http/members-report";
import { openMappe, refusal } from "../http/request";
import { localeOf } from "../i18n";

/** Where the members stand together, as a file. Its language is in the address, whatever the page's was. */
export const loader = fileRoute(async (args) => {
  const mappe = await openMappe(args);
  const { context, request } = args;
  const { searchParams } = new URL(request.url);
  const kind = z.enum(membersDocumentKinds).safeParse(searchParams.get("reportKind") ?? "pdf").data;
  const language = languageSchema.safeParse(searchParams.get("reportLanguage") ?? "de").data;
  if (!kind || !language) throw refusal("bad-request");
  const told = await membersReportOf(mappe, context);
  if (!told) throw refusal("not-found");
  const brand = await mappe.brand();
  const bytes = await context.documents.membersReport({ ...told, mappeName: mappe.name, kind, language, ...(brand && { brand }) });
  const { type, ending } = fileTypes[kind];
  const name = reportFileName(localeOf(language).messages.membersReport.fileName, mappe.name, context.today, ending);
  return new Response(Buffer.from(bytes), {
    headers: { "Content-Type": type, "Content-Disposition": attachment(name), "Cache-Control": "no-store" },
  });
});
