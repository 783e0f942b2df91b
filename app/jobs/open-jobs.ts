import { availableParallelism } from "node:os";
import type { Content } from "../core/content";
import { openClientTables, type ClientTables } from "./client-tables";
import { openDocuments, type Documents } from "./documents";
import { openPictures, type Pictures } from "./pictures";
import { openPool, type Pool } from "./pool";
import { openReports, type Reports } from "./reports";
import { openSaveFiles, type SaveFiles } from "./save-files";
import { openTemplates, type Templates } from "./templates";
import { workerProgram } from "./worker-program";
import type { Jobs } from "./worker";

/** The work that goes on beside the server. */
export type OpenJobs = {
  reports: Reports;
  documents: Documents;
  pictures: Pictures;
  templates: Templates;
  saveFiles: SaveFiles;
  clientTables: ClientTables;
  /** By the name of each line of jobs. */
  jobLoads: () => Record<string, ReturnType<Pool<Jobs>["load"]>>;
  closeJobs: () => void;
};

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

/** Files that people send. A logo takes a few milliseconds, a large save file as many; what takes longer is meant to. */
const intakeLimits = {
  ...{ processes: 1, waiting: 20, waitingPerVisitor: 5 },
  ...{ megabytes: 400, milliseconds: 20_000, heapMegabytes: 256, idleMilliseconds: 60_000 },
};

/** @param share what one visitor may have waiting of a line of jobs. */
const lineOf = (waiting: number, share: number) => ({ waiting, waitingPerVisitor: Math.ceil(waiting * share) });

/**
 * Starts no process yet: each starts with the first job for it.
 * @param root the project's folder, where the processes read the content.
 * @param content which they must find there.
 * @param waiting how many jobs of each kind may wait.
 */
export function openJobs(root: string, content: Content, waiting: { calculations: number; documents: number }): OpenJobs {
  const program = workerProgram(root, content.version);
  const calculations = openPool<Jobs>(program, { ...calculationLimits, ...lineOf(waiting.calculations, 1 / 2) });
  const documents = openPool<Jobs>(program, { ...documentLimits, ...lineOf(waiting.documents, 1 / 5) });
  const intake = openPool<Jobs>(program, intakeLimits);
  const [pictures, templates] = [openPictures(intake), openTemplates(intake)];
  return {
    reports: openReports(calculations),
    documents: openDocuments(documents),
    ...{ pictures, templates },
    saveFiles: openSaveFiles(intake, content, { pictures, templates }),
    clientTables: openClientTables(intake),
    jobLoads: () => ({ calculations: calculations.load(), documents: documents.load(), intake: intake.load() }),
    closeJobs() {
      calculations.close();
      documents.close();
      intake.close();
    },
  };
}
