import { attachment } from "../documents/file-name";
import { toCsv } from "../documents/sheets/csv";
import { fileRoute } from "../http/file-route";
import { linkSheet } from "../http/mappe/link-sheet";
import { editableMappe, localeFor } from "../http/request";

/** The links to hand out as a table, for a serial letter. Those that owners have renewed are missing: nobody here knows them. */
export const loader = fileRoute(async (args) => {
  const mappe = await editableMappe(args);
  const { messages } = localeFor(args.request);
  const { links } = messages.mappe;
  const sheet = await linkSheet(mappe, args);
  const rows = sheet.flatMap(({ name, link }) => (link === null ? [] : [[name, link]]));
  return new Response(toCsv([[links.csvName, links.csvLink], ...rows]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment("ki-pegel-links.csv"),
      "Cache-Control": "no-store",
    },
  });
});
