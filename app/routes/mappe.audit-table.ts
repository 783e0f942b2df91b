import { attachment, reportFileName } from "../documents/file-name";
import { toCsv } from "../documents/sheets/csv";
import { auditNames, auditTable } from "../http/mappe/audit-page";
import { fileRoute } from "../http/file-route";
import { localeFor, ownMappe } from "../http/request";
import { readAuditFilter } from "../views/audit";

/** The audit of a Mappe, or what is chosen of it, as a table. */
export const loader = fileRoute(async (args) => {
  const { own, name } = await ownMappe(args);
  const { content, environment, today } = args.context;
  const locale = localeFor(args.request);
  const names = await auditNames(own, content);
  const filter = readAuditFilter(new URL(args.request.url).searchParams, names);
  const rows = await auditTable(own, filter, names, locale, environment.TIME_ZONE);
  return new Response(toCsv(rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment(reportFileName(locale.messages.audit.csvName, name, today, "csv")),
      "Cache-Control": "no-store",
    },
  });
});
