import { join } from "node:path";
import type { Content } from "../core/content";
import { openStores, type Stores } from "../../db";
import { noDocuments, type DocumentService } from "./api/document-service";
import { readEnvironment, type Environment } from "./environment";
import { openLog, type Log } from "./log";
import { readContent } from "./read-content";
import { openPlanning, type Planning } from "./planning";
import { readPages, type Pages } from "./read-pages";
import { openSimulation, type Simulation } from "./simulation";

/** All that outlives a request: opened once at start, handed to every request, closed at the end. */
export type Services = {
  environment: Environment;
  content: Content;
  pages: Pages;
  stores: Stores;
  simulation: Simulation;
  planning: Planning;
  documents: DocumentService;
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
    documents: noDocuments,
    log: openLog(environment.LOG_LEVEL),
  };
}
