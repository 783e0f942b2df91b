import { assessmentOperations } from "./assessments";
import type { DocumentFormat } from "./document-service";
import { initiativeOperations } from "./initiatives";
import type { Operation } from "./operation";
import { questionnaireOperations } from "./questionnaires";
import { regionOperations } from "./regions";
import { reportOperations } from "./reports";
import { scoreOperations } from "./scores";

/** All there is to the API. The router and its description are made of this list. @param formats of reports besides JSON. */
export function apiOperations(formats: readonly DocumentFormat[]): Operation[] {
  return [
    ...questionnaireOperations,
    ...regionOperations,
    ...initiativeOperations,
    ...scoreOperations,
    ...assessmentOperations,
    ...reportOperations(formats),
  ];
}
