import type { AuditKind } from "../core/mappe/audit";
import { mappePermissions, operationAudit, savedFiles, type PageName } from "./permissions";
import type { Operation } from "./api/operation";

/** What the audit of a Mappe says of a request that opens it, or an assessment through it; null: nothing. */
export type AuditedAs = { mappe: AuditKind | null; assessment: AuditKind | null };

export const auditedAsNothing: AuditedAs = { mappe: null, assessment: null };

const ofMappen = new Map(Object.entries(mappePermissions).map(([name, { audit }]): [string, AuditKind | null] => [name, audit]));
const files = new Set<string>(savedFiles);

/** Of a page. @param page null: nobody knows which. @param isChange whether something is sent. */
export function pageAuditedAs(page: PageName | null, isChange: boolean): AuditedAs {
  const mappe = page === null ? "overview" : (ofMappen.get(page) ?? null);
  if (page !== null && files.has(page)) return { mappe, assessment: "assessment-file" };
  if (page !== null && ofMappen.has(page)) return { mappe, assessment: null };
  return { mappe, assessment: isChange ? "assessment-changed" : "assessment" };
}

const ofOperations = new Map<string, AuditKind | null>(Object.entries(operationAudit));

/** Of an operation of the API. A report that a program reads, it has taken away. */
export function operationAuditedAs({ id, method }: Pick<Operation, "id" | "method">): AuditedAs {
  if (ofOperations.has(id)) return { mappe: ofOperations.get(id) ?? null, assessment: null };
  if (id === "readReport") return { mappe: null, assessment: "assessment-file" };
  return { mappe: null, assessment: method === "get" ? "assessment" : "assessment-changed" };
}
