import { z } from "zod";
import { languageSchema } from "../core/vocabulary";
import { attachment } from "../documents/file-name";
import { membersDocumentKinds } from "../documents/members/members-document-kinds";
import { fileRoute } from "../http/file-route";
import { membersReportFile } from "../http/mappe/members-report";
import { openMappe, refusal } from "../http/request";

/** Where the members stand together, as a file. Its language is in the address, whatever the page's was. */
export const loader = fileRoute(async (args) => {
  const mappe = await openMappe(args);
  const { context, request } = args;
  const { searchParams } = new URL(request.url);
  const kind = z.enum(membersDocumentKinds).safeParse(searchParams.get("reportKind") ?? "pdf").data;
  const language = languageSchema.safeParse(searchParams.get("reportLanguage") ?? "de").data;
  if (!kind || !language) throw refusal("bad-request");
  const timeZone = context.environment.TIME_ZONE;
  const file = await membersReportFile(mappe, { kind, language }, { ...context, timeZone });
  if (!file) throw refusal("not-found");
  const { bytes, type, name } = file;
  return new Response(Buffer.from(bytes), {
    headers: { "Content-Type": type, "Content-Disposition": attachment(name), "Cache-Control": "no-store" },
  });
});
