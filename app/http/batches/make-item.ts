import { z } from "zod";
import type { BatchItem, BatchItemResult, StoredBatch } from "../../../db/batches";
import { storageFaultOf } from "../../../db/explain-fault";
import { plainName, shortHash } from "../../documents/file-name";
import { tellsFrontier } from "../../documents/document-options";
import { fileTypes } from "../../documents/make-document";
import type { PortfolioEntry, PortfolioMember } from "../../documents/sheets/portfolio/portfolio-entry";
import { localeOf } from "../../i18n/index";
import { JobLimitError, OwnShareError, TooBusyError } from "../../jobs/pool";
import { organisationName } from "../../views/organisation-name";
import { reading, type Readable } from "../access/assessment-access";
import { documentFrom } from "../assessment/document-of";
import { withBrand } from "../mappe/looks";
import { reportOf } from "../assessment/report-of";
import type { BatchServices } from "./batch-services";
import { storedOptions } from "./batch-wish";

/** All batches together have the share of one address, each that of a visitor: none slows people down beyond that. */
const ownerOf = ({ mappeId }: StoredBatch) => ({ address: "batches", visitor: mappeId });

/**
 * Makes the document of one organisation as any of its readers would get it, in the look of the Mappe, and keeps it.
 * @returns what became of it. @throws where it was not its own fault, so that it is to be tried again.
 */
export async function makeItem(
  batch: StoredBatch,
  item: BatchItem,
  services: BatchServices,
  signal: AbortSignal,
): Promise<BatchItemResult> {
  const { stores, content, admission, log } = services;
  const [owner, stay] = [ownerOf(batch), await admission.door.enter(ownerOf(batch), signal)];
  try {
    const stored = item.isShared ? await stores.assessments.find(item.assessmentId) : null;
    if (!stored) return { fault: "gone" };
    const { isSummed, ...options } = storedOptions(batch.options);
    const asking = { owner, signal };
    const context = {
      ...{ content, origin: batch.origin, today: batch.day, now: new Date() },
      reports: {
        ...services.reports,
        make: (input: Parameters<typeof services.reports.make>[0]) => stay.outside(services.reports.makeOnce(input, asking)),
        frontier: (...of: Parameters<typeof services.reports.frontier>) => stay.outside(services.reports.frontier(of[0], of[1], asking)),
      },
      documents: {
        ...services.documents,
        make: (wish: Parameters<typeof services.documents.make>[0]) => stay.outside(services.documents.makeOnce(wish, asking)),
      },
    };
    const own: Readable = { ...stored, may: "read", ...reading(stores, stored, "read") };
    const assessment = withBrand(own, await stores.mappeBrands.find(batch.mappeId));
    const data = await reportOf(assessment, new Map(), context, tellsFrontier(options));
    const { bytes } = await documentFrom(data, assessment, options, context);
    await stores.batchFiles.put(batch.id, String(item.position), bytes);
    const name = organisationName(item, localeOf(options.language));
    if (isSummed) {
      const wish = { data, language: options.language, name };
      const entry = await stay.outside(services.documents.portfolioEntry(wish, asking));
      await stores.batchFiles.put(batch.id, `${item.position}.json`, JSON.stringify(entry));
    }
    return { fileName: `${stemOf(item, name)}.${fileTypes[options.kind].ending}`, bytes: bytes.length };
  } catch (error) {
    if (isForNow(error, signal)) throw error;
    if (error instanceof JobLimitError) return { fault: "limit" };
    log.error({ error: String(error) }, "a document of a batch failed");
    return { fault: "broken" };
  } finally {
    stay.leave();
  }
}

/** Whether it may be over when it is tried again: others go first, the disk is full, the server ends. */
const isForNow = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted || error instanceof TooBusyError || error instanceof OwnShareError || storageFaultOf(error) !== null;

/** Stays the same as long as the organisation is the same one, whatever else is in the batch. */
const stemOf = ({ assessmentId, clientKey }: BatchItem, name: string): string =>
  clientKey !== null && plainName(clientKey) === clientKey
    ? clientKey
    : [plainName(clientKey ?? name), shortHash(assessmentId)].filter(Boolean).join("-");

/** The workbook over all that were made, where one is wanted: a few kilobytes an organisation. @returns about how many it is; null: there is none. */
export async function makeWorkbook(batch: StoredBatch, services: BatchServices, signal: AbortSignal): Promise<number | null> {
  try {
    return await workbookOf(batch, services, signal);
  } catch (error) {
    if (isForNow(error, signal)) throw error;
    services.log.error({ error: String(error) }, "the workbook of a batch failed");
    return null;
  }
}

async function workbookOf(batch: StoredBatch, services: BatchServices, signal: AbortSignal): Promise<number | null> {
  const { isSummed, language } = storedOptions(batch.options);
  if (!isSummed) return null;
  const { stores, documents } = services;
  const { document } = localeOf(language).messages.mappe.documents;
  const members: PortfolioMember[] = [];
  for (const { position, state, fileName, isShared, clientKey: key } of await stores.batches.items(batch.id)) {
    const entry = state === "made" && isShared ? await stores.batchFiles.read(batch.id, `${position}.json`) : null;
    if (entry && fileName !== null)
      members.push({
        entry: entrySchema.parse(JSON.parse(Buffer.from(entry).toString())),
        key,
        links: [{ title: document, href: fileName }],
      });
  }
  if (members.length === 0) return null;
  const brand = await stores.mappeBrands.find(batch.mappeId);
  const wish = { members, language, date: batch.day, ...(brand && { brand }) };
  await stores.batchFiles.put(batch.id, "all", await documents.portfolio(wish, { owner: ownerOf(batch), signal }));
  return members.length;
}

/** Written by us a moment ago; another version of the application may have written another. */
const entrySchema = z.custom<PortfolioEntry>(
  (value) => z.object({ name: z.string(), topics: z.array(z.unknown()) }).safeParse(value).success,
);
