import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Content } from "../core/content";
import { openStores, type Stores } from "../../db/index";
import { isAllDone } from "../core/mappe/summary";
import { batchFolderOf, evidenceFolderOf, readEnvironment, type Environment } from "./environment";
import { openJobs, type OpenJobs } from "../jobs/open-jobs";
import { openAccounts, type OpenAccounts } from "./accounts/open-accounts";
import { openAdmission, type Admission } from "./admission/admission";
import { openEventStreams, type EventStreams } from "./event-streams";
import { openBatches, type Batches } from "./batches/open-batches";
import { openMailer, type Mailer } from "./mail/mailer";
import { openLog, type Log } from "./log";
import { readAuthored } from "../content/authored";
import type { Pages } from "../content/read-pages";

/** All that outlives a request: opened once at start, handed to every request, closed at the end. */
export type Services = OpenJobs & {
  /** The project's folder. */
  root: string;
  environment: Environment;
  content: Content;
  pages: Pages;
  stores: Stores;
  admission: Admission;
  streams: EventStreams;
  /** null: the operator has set up no mail. */
  mailer: Mailer | null;
  /** null: the operator wants no accounts. */
  accounts: OpenAccounts | null;
  batches: Batches;
  log: Log;
};

/**
 * @param root the project's folder.
 * @throws with a message for the operator where the environment or the content is wrong.
 */
export async function openServices(root: string, variables: Record<string, string | undefined>): Promise<Services> {
  const environment = readEnvironment(variables);
  for (const folder of ["content", "seeds"])
    if (!existsSync(join(root, folder))) throw new Error(`The folder ${folder}/ is missing beside the program: ${join(root, folder)}.`);
  const { content, pages } = readAuthored(root);
  const stores = await openStores(environment.DATABASE_URL, evidenceFolderOf(environment), batchFolderOf(environment), (assessment) =>
    isAllDone(assessment, content),
  );
  const { CALCULATION_QUEUE: calculations, DOCUMENT_QUEUE: documents } = environment;
  const jobs = openJobs(root, content, { calculations, documents });
  const admission = openAdmission(environment, stores.rateLimits);
  const mailer = openMailer(environment);
  const streams = openEventStreams();
  const log = openLog(environment.LOG_LEVEL);
  const accounts = openAccounts(environment, stores, mailer, log);
  const batches = openBatches({ environment, content, stores, admission, ...jobs, log });
  return { root, environment, content, pages, stores, admission, streams, mailer, accounts, batches, ...jobs, log };
}

/** Ends what runs beside the server and lets go of the database. */
export async function closeServices({ stores, streams, mailer, batches, closeJobs }: Services): Promise<void> {
  streams.close();
  const stopped = batches.stop();
  closeJobs();
  await stopped;
  mailer?.close();
  await stores.close();
}
