import { attachment, reportFileName } from "../documents/file-name";
import { batchArchive } from "../http/batches/batch-archive";
import { openBatch } from "../http/batches/batch-page";
import { batchLanguage } from "../http/batches/batch-wish";
import { fileRoute } from "../http/file-route";
import { refusal } from "../http/request";
import { localeOf } from "../i18n";

/** What a batch has made, as one file, in the language of its documents. There is none before it is finished. */
export const loader = fileRoute(async (args) => {
  const { mappe, batch } = await openBatch(args);
  if (batch.finishedAt === null || batch.made === 0) throw refusal("not-found");
  const locale = localeOf(batchLanguage(batch));
  const name = reportFileName(locale.messages.mappe.documents.fileName, mappe.name, batch.day, "zip");
  return new Response(await batchArchive(mappe, batch, locale), {
    headers: { "Content-Type": "application/zip", "Content-Disposition": attachment(name), "Cache-Control": "no-store" },
  });
});
