import { assessmentOperations } from "./assessments";
import { assessmentPartOperations } from "./assessment-parts";
import { batchOperations } from "./batches";
import { brandOperations } from "./brands";
import { initiativeOperations } from "./initiatives";
import { mappeAuditOperations } from "./mappe-audit";
import { mappeOperations } from "./mappen";
import { mappePortfolioOperations } from "./mappe-portfolio";
import { openDataOperations } from "./open-data";
import type { Operation } from "./operation";
import { questionnaireOperations } from "./questionnaires";
import { regionOperations } from "./regions";
import { reportOperations } from "./reports";
import { ringMemberOperations } from "./ring-members";
import { ringOperations } from "./rings";
import { roundOperations } from "./rounds";
import { scoreOperations } from "./scores";
import { webhookOperations } from "./webhooks";

/** All there is to the API. The router and its description are made of this list. */
export const apiOperations: Operation[] = [
  ...questionnaireOperations,
  ...regionOperations,
  ...initiativeOperations,
  ...scoreOperations,
  ...assessmentOperations,
  ...assessmentPartOperations,
  ...brandOperations,
  ...roundOperations,
  ...reportOperations,
  ...mappeOperations,
  ...mappePortfolioOperations,
  ...batchOperations,
  ...ringOperations,
  ...ringMemberOperations,
  ...mappeAuditOperations,
  ...webhookOperations,
  ...openDataOperations,
];
