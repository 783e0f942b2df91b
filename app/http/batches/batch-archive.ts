import { Zip, ZipPassThrough } from "fflate";
import { toCsv } from "../../documents/sheets/csv";
import type { Locale } from "../../i18n/index";
import { itemNames } from "../mappe/mappe-page";
import type { OpenMappe } from "../access/held-mappe";
import type { MappeBatch } from "./batches-of";

/** All files stand in it, so that the links of the workbook hold wherever it is unpacked. */
const folder = "ki-pegel";

/**
 * What a batch has made, as one ZIP file: read from disk one after the other as whoever asks takes them, so that never more than one is
 * in memory. A table says of each organisation which file is its own, or why there is none. What the Mappe may not see any more is left out,
 * and the audit is told of the rest.
 */
export async function batchArchive(
  { batches }: Pick<OpenMappe, "batches">,
  batch: MappeBatch,
  locale: Locale,
): Promise<ReadableStream<Uint8Array>> {
  const { documents: words } = locale.messages.mappe;
  const items = await batches.items(batch.id);
  const names = itemNames(items, locale);
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const add = (name: string, bytes: Uint8Array) => {
    // What is made is compressed already.
    const file = new ZipPassThrough(`${folder}/${name}`);
    file.mtime = new Date(`${batch.day}T12:00:00`);
    zip.add(file);
    file.push(bytes, true);
  };
  const rows = items.map((item) => {
    const fault = item.isShared ? item.fault : "gone";
    const file = fault === null ? item.fileName : null;
    return [names.get(item.assessmentId) ?? "", file ?? "", fault === null ? "" : words.faults[fault]];
  });
  const made = items.filter(({ state, isShared }) => state === "made" && isShared);
  // It holds values of those, too, who have gone since it was made.
  const isSummed = batch.summed === made.length;
  if (batch.summed !== null && !isSummed) rows.push([words.summedShort, "", words.summedGone]);
  await batches.took(made.map(({ assessmentId }) => assessmentId));
  const queue = made.values();

  async function addNext(): Promise<boolean> {
    const next = queue.next();
    if (!next.done) {
      const bytes = await batches.file(batch, String(next.value.position));
      if (bytes) add(next.value.fileName ?? "", bytes);
      return true;
    }
    const workbook = isSummed ? await batches.file(batch, "all") : null;
    if (workbook) add(`${words.portfolioFile}.xlsx`, workbook);
    add(words.manifestFile, new TextEncoder().encode(toCsv([words.manifestHead, ...rows])));
    zip.end();
    return false;
  }

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let goesOn = true;
      while (goesOn && chunks.length === 0) goesOn = await addNext();
      for (const chunk of chunks.splice(0)) controller.enqueue(chunk);
      if (!goesOn) controller.close();
    },
  });
}
