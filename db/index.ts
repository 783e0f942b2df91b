import { accountFactorStore } from "./account-factors";
import { accountLinkStore } from "./account-links";
import { accountSessionStore } from "./account-sessions";
import { accountStore } from "./accounts";
import { answerStore } from "./answers";
import { apiAssessmentStore } from "./api-assessments";
import { apiKeyStore } from "./api-keys";
import { apiMappeStore } from "./api-mappen";
import { assessmentStore } from "./assessments";
import { readWholeAssessment } from "./stored-assessment";
import { barrierReportStore } from "./barrier-reports";
import { changeStore } from "./changes";
import { checkStore } from "./checks";
import { watchNothing } from "./change-assessment";
import { completionWatch, type IsAllDone } from "./completion";
import { openDatabase } from "./connection";
import { evidenceFileStore } from "./evidence-files";
import { authorTextStore } from "./author-texts";
import { batchFileStore } from "./batch-files";
import { batchStore } from "./batches";
import { brandStore, mappeBrandStore } from "./brands";
import { deviceKeyStore } from "./device-keys";
import { mappeAuditStore } from "./mappe-audit";
import { mappeInvitationStore } from "./mappe-invitations";
import { mappeStore } from "./mappen";
import { peopleStore } from "./people";
import { planStore } from "./plans";
import { portfolioStore } from "./portfolios";
import { rateLimitStore } from "./rate-limits";
import { ringStore } from "./rings";
import { reminderStore } from "./reminders";
import { roundStore } from "./rounds";
import { timeStore } from "./times";
import { webhookStore } from "./webhooks";
import { workshopStore } from "./workshops";

/** All stores over one connection. */
export type Stores = Awaited<ReturnType<typeof openStores>>;

/**
 * @param url see `openDatabase`. @param evidenceFolder where files that prove answers lie.
 * @param batchFolder where documents of batches lie until they are fetched.
 * @param isAllDone tells which assessments are completed; without it, webhooks are not told of these.
 */
export async function openStores(url: string, evidenceFolder = "data/evidence", batchFolder = "data/batches", isAllDone?: IsAllDone) {
  const database = await openDatabase(url);
  const watch = isAllDone ? completionWatch(isAllDone) : watchNothing;
  const rateLimits = rateLimitStore(database);
  return {
    accounts: accountStore(database),
    accountFactors: accountFactorStore(database),
    accountLinks: accountLinkStore(database),
    accountSessions: accountSessionStore(database),
    apiAssessments: apiAssessmentStore(database),
    apiKeys: apiKeyStore(database),
    apiMappen: apiMappeStore(database),
    assessments: assessmentStore(database, watch),
    barrierReports: barrierReportStore(database),
    batches: batchStore(database),
    batchFiles: batchFileStore(batchFolder),
    brands: brandStore(database),
    answers: answerStore(database, watch),
    changes: changeStore(database),
    checks: checkStore(database),
    deviceKeys: deviceKeyStore(database, "assessment"),
    mappeAudit: mappeAuditStore(database),
    mappeInvitations: mappeInvitationStore(database),
    mappen: mappeStore(database),
    mappeBrands: mappeBrandStore(database),
    evidenceFiles: evidenceFileStore(evidenceFolder),
    people: peopleStore(database, watch),
    plans: planStore(database),
    portfolios: portfolioStore(database),
    rateLimits,
    rings: ringStore(database),
    reminders: reminderStore(database),
    rounds: roundStore(database, readWholeAssessment, watch),
    authorTexts: authorTextStore(database),
    times: timeStore(database),
    webhooks: webhookStore(database),
    workshops: workshopStore(database, watch),
    /** Fails where the database does not answer. */
    check: async () => void (await database.raw("select 1")),
    async close() {
      rateLimits.stop();
      await database.destroy();
    },
  };
}
