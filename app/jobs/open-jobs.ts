import { availableParallelism } from "node:os";
import { openDocuments, type Documents } from "./documents";
import { openPictures, type Pictures } from "./pictures";
import { openPool } from "./pool";
import { openReports, type Reports } from "./reports";
import { workerProgram } from "./worker-program";
import type { Jobs } from "./worker";

/** The work that goes on beside the server. */
export type OpenJobs = { reports: Reports; documents: Documents; pictures: Pictures; closeJobs: () => void };

const idleMilliseconds = 5 * 60_000;

/** What a page waits for. */
const calculationLimits = { processes: 1, megabytes: 400, milliseconds: 30_000, heapMegabytes: 256, idleMilliseconds };

/** What people fetch: larger, slower, and never in the way of a page. */
const documentLimits = {
  processes: Math.min(2, availableParallelism()),
  megabytes: 1_000,
  milliseconds: 60_000,
  heapMegabytes: 512,
  idleMilliseconds,
};

/** A logo takes a few milliseconds; what takes longer is meant to. */
const pictureLimits = { processes: 1, waiting: 20, megabytes: 300, milliseconds: 10_000, heapMegabytes: 128, idleMilliseconds: 60_000 };

/**
 * Starts no process yet: each starts with the first job for it.
 * @param root the project's folder, where the processes read the content.
 * @param contentVersion which they must find there.
 * @param waiting how many jobs of each kind may wait.
 */
export function openJobs(root: string, contentVersion: string, waiting: { calculations: number; documents: number }): OpenJobs {
  const program = workerProgram(root, contentVersion);
  const calculations = openPool<Jobs>(program, { ...calculationLimits, waiting: waiting.calculations });
  const documents = openPool<Jobs>(program, { ...documentLimits, waiting: waiting.documents });
  const pictures = openPool<Jobs>(program, pictureLimits);
  return {
    reports: openReports(calculations),
    documents: openDocuments(documents),
    pictures: openPictures(pictures),
    closeJobs() {
      calculations.close();
      documents.close();
      pictures.close();
    },
  };
}
