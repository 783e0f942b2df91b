import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, extname, join } from "node:path";
import type { Assessment } from "../core/assessment/assessment";
import { readSaveFile } from "../intake/read-save-file";
import { describeFault } from "./client-table/describe-fault";
import { readClientTable } from "./client-table/read-client-table";
import type { DocumentOptions } from "../documents/document-options";
import { plainName } from "../documents/file-name";
import { fileTypes } from "../documents/make-document";
import type { Library } from "../documents/material";
import { localeOf, type Locale } from "../i18n/index";
import { openPool } from "./pool";
import { printable } from "./printable";
import type { Jobs } from "./worker";
import { workerProgram } from "./worker-program";

/** What to make of which files. */
export type BatchWish = {
  /** Save files, and tables of many clients (XLSX, CSV), by their paths. */
  inputs: string[];
  /** Folder that the documents go to; made where it is missing. */
  out: string;
  documents: DocumentOptions[];
  /** ISO date on which the reports are made. */
  date: string;
};

export type BatchSummary = {
  clients: number;
  /** Files made, and files that an earlier run had made already. */
  made: number;
  kept: number;
  /** What did not work: which file or client, and why. */
  failed: { what: string; why: string }[];
};

type Client = { name: string; assessment: Assessment };

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

/**
 * Makes the documents of many clients. What an earlier run has made from the same answers, content and options stays;
 * so a batch that was interrupted goes on where it stopped.
 * @param root the project's folder, from which `library` was read.
 * @param onProgress how many of how many clients are done.
 */
export async function runBatch(
  { inputs, out, documents, date }: BatchWish,
  library: Library,
  root: string,
  onProgress: (done: number, all: number) => void,
): Promise<BatchSummary> {
  await mkdir(out, { recursive: true });
  // Whoever reads the documents reads the faults.
  const locale = localeOf(documents[0]?.language ?? "de");
  const { clients, failed } = await readInputs(inputs, library, locale);
  const log = await openLog(out);
  const pool = openPool<Jobs>(workerProgram(root, library.content.version), limits);
  const summary: BatchSummary = { clients: clients.length, made: 0, kept: 0, failed };
  const queue = clients.values();
  let done = 0;
  const work = async () => {
    for (const client of queue) {
      try {
        await make(client);
      } catch (error) {
        failed.push({ what: client.name, why: (error as Error).message.split("\n")[0] ?? "" });
      }
      onProgress((done += 1), clients.length);
    }
  };
  async function make({ name, assessment }: Client): Promise<void> {
    const wanted = documents.map((options) => {
      const several = documents.filter(({ kind }) => fileTypes[kind].ending === fileTypes[options.kind].ending).length > 1;
      const file = `${name}${several ? `-${options.kind}` : ""}.${fileTypes[options.kind].ending}`;
      return { options, file, mark: batchTag([assessment, options, library.content.version]) };
    });
    const missing = wanted.filter(({ file, mark }) => !log.has(file, mark) || !existsSync(join(out, file)));
    summary.kept += wanted.length - missing.length;
    if (missing.length === 0) return;
    const files = await pool.run("client", { assessment, date, documents: missing.map(({ options }) => options) });
    for (const [index, { file, mark }] of missing.entries()) {
      await writeWhole(join(out, file), files[index] ?? new Uint8Array());
      await log.add(file, mark);
      summary.made += 1;
    }
  }
  try {
    await Promise.all(Array.from({ length: underWay }, work));
  } finally {
    pool.close();
  }
  return summary;
}

/** Every client that can be read, under a name of its own, and every reason why others cannot. */
async function readInputs(inputs: string[], { content }: Library, locale: Locale) {
  const clients: Client[] = [];
  const failed: BatchSummary["failed"] = [];
  const names = new Set<string>();
  const add = (wished: string, assessment: Assessment) => {
    const plain = plainName(wished) || "client";
    let name = plain;
    for (let count = 2; names.has(name); count += 1) name = `${plain}-${count}`;
    names.add(name);
    clients.push({ name, assessment });
  };
  for (const input of inputs) {
    const file = basename(input);
    const bytes = await readFile(input).catch((error: Error) => error);
    if (bytes instanceof Error) {
      failed.push({ what: file, why: bytes.message });
    } else if (/^\.(xlsx|ods|csv|txt|xls)$/i.test(extname(input))) {
      const table = readClientTable(bytes, content);
      for (const client of table.clients) add(client.name, client.assessment);
      for (const fault of table.faults) failed.push(describeFault(fault, file, locale));
    } else {
      const { assessment, faults } = readSaveFile(bytes, content.questionnaires);
      if (assessment) add(basename(input, extname(input)), assessment);
      for (const { path, code } of faults)
        failed.push({ what: [file, path].filter(Boolean).join(", "), why: locale.messages.errors.saveFile[code] });
    }
  }
  return { clients, failed };
}

const batchTag = (parts: unknown) => createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** Which files are there and what they were made from: a line each, written once the file is whole. */
async function openLog(out: string) {
  const path = join(out, ".ki-pegel-batch");
  const text = await readFile(path, "utf8").catch(() => "");
  const marks = new Map(
    text
      .split("\n")
      .filter(Boolean)
      .map((line) => line.split("\t") as [string, string]),
  );
  return {
    has: (file: string, mark: string) => marks.get(file) === mark,
    async add(file: string, mark: string) {
      marks.set(file, mark);
      await writeFile(path, `${file}\t${mark}\n`, { flag: "a" });
    },
  };
}

/** Never leaves half a file under its name. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}

/** What came of it, for the person who started it. */
export function summaryText({ clients, made, kept, failed }: BatchSummary): string {
  const lines = [
    `${clients} ${clients === 1 ? "client" : "clients"}: ${made} ${made === 1 ? "file" : "files"} made, ${kept} already there.`,
    ...(failed.length > 0 ? [`${failed.length} failed:`, ...failed.map(({ what, why }) => `  ${printable(what)}: ${printable(why)}`)] : []),
  ];
  return `${lines.join("\n")}\n`;
}
