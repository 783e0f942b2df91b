import { apiAssessmentStore } from "./api-assessments";
import { apiKeyStore } from "./api-keys";
import { assessmentStore } from "./assessments";
import { barrierReportStore } from "./barrier-reports";
import { openDatabase } from "./connection";
import { roadmapStore } from "./roadmaps";
import { peerStore } from "./peers";
import { reportWordsStore } from "./report-words";

/** All stores over one connection. */
export type Stores = Awaited<ReturnType<typeof openStores>>;

/** @param url see `openDatabase`. */
export async function openStores(url: string) {
  const database = await openDatabase(url);
  return {
    apiAssessments: apiAssessmentStore(database),
    apiKeys: apiKeyStore(database),
    assessments: assessmentStore(database),
    barrierReports: barrierReportStore(database),
    peers: peerStore(database),
    roadmaps: roadmapStore(database),
    reportWords: reportWordsStore(database),
    /** Fails where the database does not answer. */
    check: async () => void (await database.raw("select 1")),
    close: () => database.destroy(),
  };
}
