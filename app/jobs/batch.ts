import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { basename, extname } from "node:path";
import { noBrand, type Brand } from "../core/brand/brand";
import type { Language } from "../core/vocabulary";
import type { DocumentOptions } from "../documents/document-options";
import { plainName, shortHash } from "../documents/file-name";
import { fileTypes } from "../documents/make-document";
import type { Library } from "../documents/material";
import { tableAsCsv } from "../documents/sheets/csv";
import type { PortfolioMember } from "../documents/sheets/portfolio/portfolio-entry";
import { portfolioFile, type PortfolioWish } from "../documents/sheets/portfolio/portfolio-file";
import { joinTables, type Table } from "../documents/sheets/tables/table";
import { localeOf, type Locale } from "../i18n/index";
import { readBatchClients, type BatchClient, type BatchFault } from "./batch-clients";
import { openBatchFolder } from "./batch-folder";
import { openPool, type Pool, type Program } from "./pool";
import type { Jobs } from "./worker";

/** What to make of which files. */
export type BatchWish = {
  /** Save files, and tables of many clients (XLSX, ODS, CSV), by their paths. */
  inputs: string[];
  /** Folder that the documents go to; made where it is missing. */
  out: string;
  documents: DocumentOptions[];
  /** ISO date on which the reports are made. */
  date: string;
  /** Whose documents they are. */
  brand?: Brand;
  /** One workbook over all clients. */
  portfolio?: PortfolioWish;
  /** The report of each client for programs, as JSON; the language that it names unless the client has its own. */
  reportFiles?: Language;
};

export type BatchSummary = {
  clients: number;
  /** Files made, and files that an earlier run had made already. */
  made: number;
  kept: number;
  failed: BatchFault[];
  /** Columns of tables that were left out. */
  own: string[];
};

/** Bounds on the processes that work: two at once are enough to keep a small machine busy. */
const limits = {
  processes: Math.min(4, availableParallelism()),
  waiting: Number.POSITIVE_INFINITY,
  megabytes: 1_000,
  milliseconds: 120_000,
  heapMegabytes: 512,
  idleMilliseconds: 120_000,
};
/** Clients handed over at once, so that a batch of any length holds only a few in memory. */
const underWay = limits.processes * 2;

/** The processes that do the work of batches. @param program that they run. */
export const openBatchPool = (program: Program): Pool<Jobs> => openPool<Jobs>(program, limits);

/**
 * Makes the documents of many clients. What an earlier run has made from the same answers, content and options stays;
 * so a batch that was interrupted goes on where it stopped. A file of another client is never written over. The overview
 * as CSV is one file with a row for each client, the portfolio one workbook with all of them.
 * @param pool processes that have read the same library; it stays open.
 * @param onProgress how many of how many clients are done.
 */
export async function runBatch(
  wish: BatchWish,
  library: Library,
  pool: Pool<Jobs>,
  onProgress: (done: number, all: number) => void,
): Promise<BatchSummary> {
  const folder = await openBatchFolder(wish.out);
  const locale = batchLocale(wish);
  const { clients, failed, own } = await readBatchClients(wish.inputs, library.content, locale);
  const batch = batchIn(folder, wish, library.content.version, pool, locale);
  const made: (MadeClient | null)[] = clients.map(() => null);
  const queue = clients.entries();
  let done = 0;
  const work = async () => {
    for (const [index, client] of queue) {
      try {
        made[index] = await batch.make(client);
      } catch (error) {
        failed.push({ what: client.name, why: (error as Error).message.split("\n")[0] ?? "" });
      }
      onProgress((done += 1), clients.length);
    }
  };
  await Promise.all(Array.from({ length: underWay }, work));
  await batch.putTogether(made.filter((one) => one !== null));
  return { clients: clients.length, ...folder.count, failed, own };
}

/** In which language faults and what came of it are told: whoever reads the documents reads those. */
export const batchLocale = ({ documents, portfolio, reportFiles }: Pick<BatchWish, "documents" | "portfolio" | "reportFiles">): Locale =>
  localeOf(documents[0]?.language ?? portfolio?.language ?? reportFiles ?? "de");

/** What a client adds to the files that are about all: its row of the overview, its part of the portfolio. */
type MadeClient = { row: Table | null; member: PortfolioMember | null };

const isJoined = ({ kind, table }: DocumentOptions) => fileTypes[kind].ending === "csv" && table === "overview";

/** The documents of a batch, one client after the other, then those about all. */
function batchIn(
  folder: Awaited<ReturnType<typeof openBatchFolder>>,
  { inputs, documents, date, brand, portfolio, reportFiles }: BatchWish,
  contentVersion: string,
  pool: Pool<Jobs>,
  locale: Locale,
) {
  const single = documents.filter((options) => !isJoined(options));
  const joined = documents.filter(isJoined);
  const [overview] = joined;
  const keepJoined = async (file: string, tag: string, make: () => Promise<Uint8Array> | Uint8Array): Promise<void> => {
    if (folder.has(file, tag)) folder.count.kept += 1;
    else await folder.keep(file, tag, "", await make());
  };

  return {
    /** @throws Error where its files cannot be made. */
    async make({ stem, identity, name, key, assessment, language, contact }: BatchClient): Promise<MadeClient> {
      const owner = shortHash(identity);
      const own = contact === null ? brand : { ...(brand ?? assessment.brand ?? noBrand), contact };
      const wanted = single
        .map((options) => ({ ...options, language: language ?? options.language }))
        .map((options) => ({
          options,
          file: `${stem}${suffixOf(options, single)}`,
          tag: batchTag([assessment, options, contentVersion, ...(own ? [own] : [])]),
        }));
      const told = reportFiles && {
        ...{ file: `${stem}.json`, wish: { language: language ?? reportFiles, clientKey: key } },
        tag: batchTag([assessment, "json", language ?? reportFiles, key, date, contentVersion, own]),
      };
      const taken = [...wanted, ...(told ? [told] : [])].find(({ file }) => folder.isOfOther(file, owner));
      if (taken) throw new Error(locale.messages.tables.clients.fileOfOther(taken.file));
      const missing = wanted.filter(({ file, tag }) => !folder.has(file, tag));
      const reportFile = told && !folder.has(told.file, told.tag) ? told : null;
      folder.count.kept += wanted.length - missing.length + (told && !reportFile ? 1 : 0);
      if (missing.length === 0 && !reportFile && !overview && !portfolio) return { row: null, member: null };
      const made = await pool.run("client", {
        name,
        assessment,
        date,
        documents: missing.map(({ options }) => options),
        overview: overview?.language ?? null,
        portfolio: portfolio?.language ?? null,
        reportFile: reportFile && reportFile.wish,
        ...(own && { brand: own }),
      });
      for (const [index, { file, tag }] of missing.entries()) await folder.keep(file, tag, owner, made.files[index] ?? new Uint8Array());
      if (reportFile) await folder.keep(reportFile.file, reportFile.tag, owner, Buffer.from(made.reportFile ?? ""));
      const links = [
        ...wanted.map(({ file, options }) => ({ title: linkTitle(options, single), href: file })),
        ...(told ? [{ title: "JSON", href: told.file }] : []),
      ];
      return { row: made.overview, member: made.portfolio && { entry: made.portfolio, key, links } };
    },
    async putTogether(clients: MadeClient[]): Promise<void> {
      const rows = clients.flatMap(({ row }) => row ?? []);
      const members = clients.flatMap(({ member }) => member ?? []);
      for (const kind of members.length > 0 ? (portfolio?.kinds ?? []) : []) {
        const file = `${joinedStem(inputs, "portfolio")}.${fileTypes[kind].ending}`;
        const tag = batchTag([members, kind, date, contentVersion, brand]);
        await keepJoined(file, tag, () => portfolioFile(members, kind, { date, brand, locale: localeOf(portfolio?.language ?? "de") }));
      }
      for (const options of rows.length > 0 ? joined : []) {
        const file = `${joinedStem(inputs, "overview")}${suffixOf(options, joined)}`;
        const bytes = Buffer.from(tableAsCsv(joinTables(rows), options.kind === "csv" ? "german" : "plain"));
        await keepJoined(file, batchTag(bytes.toString()), () => bytes);
      }
    },
  };
}

/** The ending, and the kind where several kinds share it. */
function suffixOf({ kind }: DocumentOptions, all: DocumentOptions[]): string {
  const { ending } = fileTypes[kind];
  const several = all.filter((other) => fileTypes[other.kind].ending === ending).length > 1;
  return `${several ? `-${kind}` : ""}.${ending}`;
}

/** What a file is called among all those of its client. */
const linkTitle = (options: DocumentOptions, all: DocumentOptions[]) =>
  suffixOf(options, all).split(".")[0]?.slice(1).toUpperCase() || fileTypes[options.kind].ending.toUpperCase();

/** Named after the input, where there is one; its hash tells it from that of another table of that name. */
function joinedStem(inputs: string[], what: string): string {
  const [first = ""] = inputs;
  return [inputs.length === 1 && plainName(basename(first, extname(first))), what, shortHash(JSON.stringify([...inputs].sort()))]
    .filter(Boolean)
    .join("-");
}

const batchTag = (parts: unknown) => createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
