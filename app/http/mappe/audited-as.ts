import { auditedAsNothing, toAll, type AuditedAs, type AuditKind } from "../../core/mappe/audit";
import { mappePermissions, operationAudit, savedFiles, type PageName, type Right } from "../access/permissions";
import type { Operation } from "../api/operation";

/** Whoever is told that something is not for them has seen nothing. */
const unlessRefused = (right: Right, audit: AuditKind | null) => (right === "refused" ? null : audit);

const ofMappen = new Map<string, AuditedAs["mappe"]>(
  Object.entries(mappePermissions).map(([name, { mappeOwner, mappeEditor, mappeViewer, audit }]) => [
    name,
    {
      owner: unlessRefused(mappeOwner, audit),
      editor: unlessRefused(mappeEditor, audit),
      viewer: unlessRefused(mappeViewer, audit),
    },
  ]),
);
const files = new Set<string>(savedFiles);

/** Of a page. @param page null: nobody knows which. @param isChange whether something is sent. */
export function pageAuditedAs(page: PageName | null, isChange: boolean): AuditedAs {
  const assessment = isChange ? "assessment-changed" : "assessment";
  if (page === null) return { mappe: toAll("overview"), assessment };
  const mappe = ofMappen.get(page);
  if (files.has(page)) return { mappe: mappe ?? toAll(null), assessment: "assessment-file" };
  return mappe ? { mappe, assessment: null } : { mappe: toAll(null), assessment };
}

const ofOperations = new Map<string, AuditKind | null>(Object.entries(operationAudit));

/** Of an operation of the API. A report that a program reads, it has taken away. */
export function operationAuditedAs({ id, method }: Pick<Operation, "id" | "method">): AuditedAs {
  const mappe = ofOperations.get(id);
  if (mappe !== undefined) return { mappe: toAll(mappe), assessment: null };
  if (id === "readReport") return { ...auditedAsNothing, assessment: "assessment-file" };
  return { ...auditedAsNothing, assessment: method === "get" ? "assessment" : "assessment-changed" };
}
