import { countHeader } from "../browser/download";
import { readDocumentOptions } from "../documents/document-options";
import { attachment, reportFileName } from "../documents/file-name";
import { archiveChoice } from "../http/archive-choice";
import { documentArchive } from "../http/document-archive";
import { fileRoute } from "../http/file-route";
import { openMappe, refusal } from "../http/request";
import { localeOf } from "../i18n";

/** Documents of many as one file. Its language is in the address, whatever the page's was. */
export const loader = fileRoute(async (args) => {
  const mappe = await openMappe(args);
  const { searchParams } = new URL(args.request.url);
  const options = readDocumentOptions(searchParams, "de");
  const isSummed = searchParams.has("summed");
  if (!options) throw refusal("bad-request");
  const { members } = await archiveChoice(mappe, args);
  if (members.length === 0) throw refusal("not-found");
  const locale = localeOf(options.language);
  const name = reportFileName(locale.messages.mappe.documents.fileName, mappe.name, args.context.today, "zip");
  return new Response(documentArchive(members, options, isSummed, args.context, locale), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": attachment(name),
      "Cache-Control": "no-store",
      [countHeader]: String(members.length + (isSummed ? 1 : 0)),
    },
  });
});
