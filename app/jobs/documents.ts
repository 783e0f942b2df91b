import { createHash } from "node:crypto";
import type { Report } from "../core/report";
import { isWritten, type DocumentKind, type DocumentOptions } from "../documents/document-options";
import type { DocumentRequest } from "../documents/make-document";
import type { PortfolioEntry } from "../documents/sheets/portfolio/portfolio-entry";
import type { Asking, Pool } from "./pool";
import type { MembersReportRequest, PortfolioEntryRequest, PortfolioRequest } from "./portfolio-jobs";
import type { Jobs } from "./worker";

/** A kind of document as it usually turns out, for readers who wonder whether to wait. */
export type TypicalCost = { bytes: number; milliseconds: number };

/** Makes documents outside the process that answers requests. */
export type Documents = {
  /** Remembers the file for whoever asks again. @throws what `Pool.run` throws. */
  make(request: DocumentRequest, asking?: Asking): Promise<Uint8Array>;
  /** The same for a file that is kept elsewhere: it takes no place of what others may ask for again. */
  makeOnce(request: DocumentRequest, asking?: Asking): Promise<Uint8Array>;
  /** One organisation for a workbook over many. @throws likewise. */
  portfolioEntry(request: PortfolioEntryRequest, asking?: Asking): Promise<PortfolioEntry>;
  /** That workbook. @throws likewise. */
  portfolio(request: PortfolioRequest, asking?: Asking): Promise<Uint8Array>;
  /** The report on where the members of a Mappe stand together. @throws likewise. */
  membersReport(request: MembersReportRequest, asking?: Asking): Promise<Uint8Array>;
  /** Somebody is just being offered documents: a process for them is made ready, unless one is there. */
  expect(): void;
  /** The latest of its kind and paper; before there is one, what we measured. */
  typicalCost(asked: Pick<DocumentOptions, "kind" | "paper">): TypicalCost;
};

/** The usual paper of 36 answers, measured once on two cores, with the start of the process that makes it. */
const measured: Record<DocumentKind, TypicalCost> = {
  pdf: { bytes: 400_000, milliseconds: 1_000 },
  "pdf-a-2b": { bytes: 400_000, milliseconds: 1_000 },
  "pdf-a-3a": { bytes: 400_000, milliseconds: 1_000 },
  docx: { bytes: 600_000, milliseconds: 1_000 },
  odt: { bytes: 600_000, milliseconds: 1_000 },
  png: { bytes: 180_000, milliseconds: 1_000 },
  xlsx: { bytes: 20_000, milliseconds: 1_000 },
  ods: { bytes: 20_000, milliseconds: 1_000 },
  csv: { bytes: 10_000, milliseconds: 1_000 },
  "csv-plain": { bytes: 10_000, milliseconds: 1_000 },
};

/** Not longer than a process without work stays. */
const readyMilliseconds = 4 * 60_000;

const rememberedBytes = 64 * 1024 ** 2;

export function openDocuments(pool: Pick<Pool<Jobs>, "run" | "load">): Documents {
  const kept = rememberBytes(rememberedBytes);
  const latest = new Map<string, TypicalCost>();
  const keyOf = ({ kind, paper }: Pick<DocumentOptions, "kind" | "paper">) => (isWritten(kind) ? `${kind} ${paper ?? ""}` : kind);
  let expected = -Infinity;
  return {
    async make(request, asking) {
      const key = cacheKey(request);
      const known = kept.get(key);
      if (known) return known;
      const begun = performance.now();
      const bytes = await pool.run("document", request, asking);
      kept.set(key, bytes);
      latest.set(keyOf(request.options), { bytes: bytes.length, milliseconds: performance.now() - begun });
      return bytes;
    },
    makeOnce: (request, asking) => pool.run("document", request, asking),
    portfolioEntry: (request, asking) => pool.run("portfolio-entry", request, asking),
    portfolio: (request, asking) => pool.run("portfolio", request, asking),
    membersReport: (request, asking) => pool.run("members-report", request, asking),
    expect() {
      const { waiting, running } = pool.load();
      if (waiting + running > 0 || performance.now() - expected < readyMilliseconds) return;
      expected = performance.now();
      // Who asks for a document then hears what is wrong.
      pool.run("warm", null).catch(() => undefined);
    },
    typicalCost: (asked) => latest.get(keyOf(asked)) ?? measured[asked.kind],
  };
}

/** Everything a document depends on; the content's version stands in the report. */
function cacheKey({ data, ...rest }: DocumentRequest): string {
  const added = { ...data.added, steps: [...data.added.steps] };
  return createHash("sha256")
    .update(JSON.stringify([numberOf(data.report), added, rest]))
    .digest("hex");
}

const numbers = new WeakMap<Report, number>();
let lastNumber = 0;

/** Reports are remembered and shared, so that one is known by itself: to write it out would take as long as the rest of an answer. */
function numberOf(report: Report): number {
  const number = numbers.get(report) ?? (lastNumber += 1);
  numbers.set(report, number);
  return number;
}

/** Files by their key, as many as fit into so many bytes; the one used longest ago goes first. */
function rememberBytes(capacity: number) {
  const files = new Map<string, Uint8Array>();
  let held = 0;
  const drop = (key: string) => {
    held -= files.get(key)?.length ?? 0;
    files.delete(key);
  };
  return {
    get(key: string): Uint8Array | undefined {
      const file = files.get(key);
      if (file) {
        files.delete(key);
        files.set(key, file);
      }
      return file;
    },
    set(key: string, file: Uint8Array): void {
      drop(key);
      files.set(key, file);
      held += file.length;
      for (const oldest of files.keys()) if (held > capacity) drop(oldest);
    },
  };
}
