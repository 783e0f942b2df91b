import { join } from "node:path";
import type { Content } from "../core/content";
import { openStores, type Stores } from "../../db/index";
import { readEnvironment, type Environment } from "./environment";
import { openDocuments, type Documents } from "../jobs/documents";
import { openLog, type Log } from "./log";
import { readContent } from "../content/read-content";
import { openPlanning, type Planning } from "../jobs/planning";
import { readPages, type Pages } from "../content/read-pages";
import { openSimulation, type Simulation } from "../jobs/simulation";

/** All that outlives a request: opened once at start, handed to every request, closed at the end. */
export type Services = {
  environment: Environment;
  content: Content;
  pages: Pages;
  stores: Stores;
  simulation: Simulation;
  planning: Planning;
  documents: Documents;
  log: Log;
};

/**
 * @param root folder that holds `content/` and `seeds/`.
 * @throws with a message for the operator where the environment or the content is wrong.
 */
export async function openServices(root: string, variables: Record<string, string | undefined>): Promise<Services> {
  const environment = readEnvironment(variables);
  const content = readContent(root);
  const pages = readPages(join(root, "content/pages"));
  const stores = await openStores(environment.DATABASE_URL);
  return {
    environment,
    content,
    pages,
    stores,
    simulation: openSimulation(),
    planning: openPlanning(),
    documents: openDocuments({ content, glossary: { de: pages.de.glossary, en: pages.en.glossary } }),
    log: openLog(environment.LOG_LEVEL),
  };
}

/** Ends what runs beside the server and lets go of the database. */
export async function closeServices({ stores, simulation, planning, documents }: Services): Promise<void> {
  documents.close();
  await Promise.all([stores.close(), simulation.close(), planning.close()]);
}
