import type { Knex } from "knex";
import * as assessments from "./0001-assessments";
import * as barrierReports from "./0002-barrier-reports";
import * as peers from "./0003-peers";
import * as roadmaps from "./0004-roadmaps";
import * as apiKeys from "./0005-api-keys";
import * as reportWords from "./0006-report-words";
import * as withoutPeers from "./0007-without-peers";
import * as aiUse from "./0008-ai-use";
import * as wholeAssessment from "./0009-whole-assessment";
import * as devices from "./0010-devices";
import * as grace from "./0011-grace";
import * as rounds from "./0012-rounds";
import * as people from "./0013-people";
import * as history from "./0014-history";
import * as keptPlans from "./0015-kept-plans";
import * as brands from "./0016-brands";
import * as mappen from "./0017-mappen";
import * as rings from "./0018-rings";
import * as checks from "./0019-checks";
import * as reminders from "./0020-reminders";
import * as workshops from "./0021-workshops";
import * as accounts from "./0023-accounts";
import * as mappeApi from "./0024-mappe-api";
import * as mappeAudit from "./0025-mappe-audit";
import * as webhooks from "./0026-webhooks";
import * as mappeBrands from "./0027-mappe-brands";
import * as batches from "./0028-batches";
import * as openData from "./0029-open-data";
import * as clientKeys from "./0030-client-keys";
import * as batchEvents from "./0031-batch-events";
import * as ringProposals from "./0032-ring-proposals";
import * as whoOfTheTeam from "./0033-who-of-the-team";
import * as indexes from "./0034-indexes";
import * as facts from "./0035-facts";

const all: Record<string, Knex.Migration> = {
  "0001-assessments": assessments,
  "0002-barrier-reports": barrierReports,
  "0003-peers": peers,
  "0004-roadmaps": roadmaps,
  "0005-api-keys": apiKeys,
  "0006-report-words": reportWords,
  "0007-without-peers": withoutPeers,
  "0008-ai-use": aiUse,
  "0009-whole-assessment": wholeAssessment,
  "0010-devices": devices,
  "0011-grace": grace,
  "0012-rounds": rounds,
  "0013-people": people,
  "0014-history": history,
  "0015-kept-plans": keptPlans,
  "0016-brands": brands,
  "0017-mappen": mappen,
  "0018-rings": rings,
  "0019-checks": checks,
  "0020-reminders": reminders,
  "0021-workshops": workshops,
  "0023-accounts": accounts,
  "0024-mappe-api": mappeApi,
  "0025-mappe-audit": mappeAudit,
  "0026-webhooks": webhooks,
  "0027-mappe-brands": mappeBrands,
  "0028-batches": batches,
  "0029-open-data": openData,
  "0030-client-keys": clientKeys,
  "0031-batch-events": batchEvents,
  "0032-ring-proposals": ringProposals,
  "0033-who-of-the-team": whoOfTheTeam,
  "0034-indexes": indexes,
  "0035-facts": facts,
};

/** The migrations in order. They are listed, not found by reading a folder, so that a bundler sees them too. */
export const migrations: Knex.MigrationSource<string> = {
  getMigrations: () => Promise.resolve(Object.keys(all)),
  getMigrationName: (name) => name,
  getMigration: (name) => {
    const migration = all[name];
    return migration ? Promise.resolve(migration) : Promise.reject(new Error(`There is no migration "${name}"`));
  },
};
